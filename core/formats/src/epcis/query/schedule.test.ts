import { dateOf } from "@quanheng/kernel/calendar.ts";
import { expect, test } from "vitest";
import { canonicalTime, instantOf } from "../time.ts";
import { nextAsked, scheduleFaults, scheduleValues } from "./schedule.ts";

const DAY = 86_400_000;
/** An instant as a text, so that a failure can be read. */
const instantText = (instant: number): string => {
  const rest = instant % DAY;
  const clock = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1000) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, "0"),
  );
  return `${dateOf(Math.floor(instant / DAY))}T${clock.join(":")}Z`;
};
const next = (schedule: Parameters<typeof nextAsked>[0], after: string) => {
  const found = nextAsked(schedule, instantOf(after) ?? Number.NaN);
  return found === undefined ? undefined : canonicalTime(instantText(found));
};

test("a field takes numbers, ranges, lists and steps, and nothing out of its range", () => {
  expect(scheduleValues("dayOfWeek", "[1-3],7")).toEqual([1, 2, 3, 7]);
  expect(scheduleValues("minute", "*/20")).toEqual([0, 20, 40]);
  for (const wrong of ["", "x", "1-", "[1-3", "5-3", "60", "0/0", "1,,2", "-1"])
    expect(scheduleValues("minute", wrong), wrong).toBeUndefined();
  expect(scheduleValues("dayOfMonth", "0")).toBeUndefined();
  expect(scheduleFaults({ month: "13", dayOfWeek: "8", hour: "0" })).toEqual(["month", "dayOfWeek"]);
});

test("the next time is after the last, over the ends of days, months and years", () => {
  expect(next({ second: "0/30" }, "2026-03-02T01:00:00.000Z")).toBe("2026-03-02T01:00:30.000Z");
  expect(next({ second: "0/30" }, "2026-12-31T23:59:45.000Z")).toBe("2027-01-01T00:00:00.000Z");
  expect(next({ hour: "1", minute: "5" }, "2026-03-02T01:04:59.999Z")).toBe("2026-03-02T01:05:00.000Z");
  expect(next({ dayOfMonth: "29", month: "2" }, "2026-03-02T00:00:00Z")).toBe("2028-02-29T00:00:00.000Z");
  expect(next({ dayOfMonth: "31", hour: "12" }, "2026-04-01T00:00:00Z")).toBe("2026-05-31T12:00:00.000Z");
  expect(next({ dayOfMonth: "30", month: "2" }, "2026-04-01T00:00:00Z")).toBeUndefined();
});

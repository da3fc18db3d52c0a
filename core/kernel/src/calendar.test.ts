import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { addDays, addMonths, calendarDate, dateOf, dayNumber, daysBetween, weekday } from "./calendar.ts";
import { Refusal } from "./refusal.ts";
import { dueDate, isWorkingDay, type WorkCalendar, workingDaysBetween } from "./working-days.ts";

const seed = 20261125;

describe("dates", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "20260101", "0000-01-01", "x", ""])(
    "%j is no date",
    (text) => assert.throws(() => calendarDate(text), refused("not-a-date")),
  );

  test("leap days come every four years, not every hundred, but every four hundred", () => {
    assert.equal(addDays("2024-02-28", 1), "2024-02-29");
    assert.equal(addDays("2100-02-28", 1), "2100-03-01");
    assert.equal(addDays("2000-02-28", 1), "2000-02-29");
  });

  test("day 0 is 1970-01-01, a Thursday", () => {
    assert.equal(dayNumber("1970-01-01"), 0);
    assert.equal(weekday("1970-01-01"), 4);
    assert.equal(weekday("2026-11-25"), 3);
  });

  test("a month after the 31st is the last of the next", () => {
    assert.equal(addMonths("2026-01-31", 1), "2026-02-28");
    assert.equal(addMonths("2026-03-31", -1), "2026-02-28");
    assert.equal(addMonths("2024-02-29", 12), "2025-02-28");
    assert.equal(addMonths("2026-11-25", -23), "2024-12-25");
  });

  test(`numbers and dates are inverse and agree with the platform's own calendar (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = dateOf(day);
        assert.equal(dayNumber(date), day);
        // oxlint-disable-next-line no-restricted-globals -- an independent calendar to compare with
        assert.equal(date, new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
      { seed },
    );
  });

  test("the calendar ends where four digits end", () => {
    assert.throws(() => addDays("9999-12-31", 1), refused("not-a-date"));
    assert.equal(daysBetween("2026-11-25", "2026-11-20"), -5);
  });
});

describe("working days", () => {
  // National Day 2026: 1 to 7 October free; Saturday 10 October is worked (a calendar made up for this test).
  const october: WorkCalendar = {
    weekend: [6, 7],
    holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
    workdays: ["2026-10-10"],
  };

  test("a worked Saturday counts, a holiday does not", () => {
    assert.equal(isWorkingDay("2026-10-10", october), true);
    assert.equal(isWorkingDay("2026-10-11", october), false);
    assert.equal(isWorkingDay("2026-10-05", october), false);
  });

  test("three working days from 30 September end on the worked Saturday", () => {
    assert.equal(dueDate("2026-09-30", 3, october), "2026-10-10");
    assert.equal(workingDaysBetween("2026-09-30", "2026-10-10", october), 3);
    assert.equal(workingDaysBetween("2026-10-10", "2026-09-30", october), -3);
  });

  test("no days at all are due at once, or on the next working day", () => {
    assert.equal(dueDate("2026-09-30", 0, october), "2026-09-30");
    assert.equal(dueDate("2026-10-01", 0, october), "2026-10-08");
  });

  test("a calendar without work, and a negative number of days, are refused", () => {
    const never: WorkCalendar = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
    assert.throws(() => dueDate("2026-09-30", 1, never), refused("no-working-day"));
    assert.throws(() => dueDate("2026-09-30", -1, october), refused("outside-domain"));
  });
});

function refused(code: string) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}

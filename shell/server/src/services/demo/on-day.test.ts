import { expect, test } from "vitest";
import { readLaboratories } from "./laboratories.ts";
import { laboratoriesOn } from "./on-day.ts";

test("on the day it was written for the demonstration is as written", async () => {
  const written = await readLaboratories();
  expect(laboratoriesOn("2026-11-23", written)).toEqual(written);
});

test.each(["2024-02-29", "2025-06-01", "2026-11-25", "2031-12-31"])(
  "begun on %s, the same is valid and the same has expired as on the day it was written for",
  async (day) => {
    const written = await readLaboratories();
    const moved = laboratoriesOn(day, written);
    const states = (on: string, { instruments, competences, offers, scope, accreditations }: typeof written) => ({
      instruments: instruments.map(({ calibratedOn, dueOn }) => [calibratedOn <= on, on <= dueOn]),
      others: [competences, offers, scope, accreditations].map((rows) =>
        rows.map(({ validFrom, validTo }) => [validFrom <= on, on <= validTo]),
      ),
    });
    expect(states(day, moved)).toEqual(states("2026-11-23", written));
    expect(moved.instruments.some(({ dueOn }) => dueOn < day)).toBe(true);
    expect(moved.offers.every(({ validFrom, validTo }) => validFrom <= day && day <= validTo)).toBe(true);
  },
);

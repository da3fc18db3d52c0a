import assert from "node:assert/strict";
import { test } from "vitest";
import { dayNumber } from "./day-number.ts";

test("day numbers count from 1970-01-01 over leap years, centuries and eras", () => {
  for (const date of [
    "1970-01-01",
    "1969-12-31",
    "2000-02-29",
    "1900-03-01",
    "2024-02-29",
    "2100-02-28",
    "0001-01-01",
  ]) {
    assert.equal(dayNumber(date), Date.parse(`${date}T00:00:00Z`) / 86_400_000, date);
  }
});

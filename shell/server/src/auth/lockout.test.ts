import { expect, test } from "vitest";
import { lockSeconds } from "./lockout.ts";

test("four failures cost nothing, the fifth a minute, and every further one doubles it up to an hour", () => {
  expect([0, 1, 4, 5, 6, 7, 10, 11, 12, 400].map(lockSeconds)).toEqual([0, 0, 0, 60, 120, 240, 1920, 3600, 3600, 3600]);
});

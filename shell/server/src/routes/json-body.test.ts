import { expect, test } from "vitest";
import { depthOf } from "./json-body.ts";

test("nesting is counted in arrays and objects, not in strings", () => {
  expect(depthOf("17")).toBe(0);
  expect(depthOf('{"a":[{"b":1}],"c":[]}')).toBe(3);
  expect(depthOf('{"a":"[[[{{{","b":"\\"[[","c":"\\\\"}')).toBe(1);
  expect(depthOf("[".repeat(100_000))).toBe(100_000);
});

import { expect, test } from "vitest";
import { depthOf, hasHalfCharacter, hasNul } from "./json-body.ts";

test("nesting is counted in arrays and objects, not in strings", () => {
  expect(depthOf("17")).toBe(0);
  expect(depthOf('{"a":[{"b":1}],"c":[]}')).toBe(3);
  expect(depthOf('{"a":"[[[{{{","b":"\\"[[","c":"\\\\"}')).toBe(1);
  expect(depthOf("[".repeat(100_000))).toBe(100_000);
});

test("a NUL is found plain and escaped, not where its backslash is escaped", () => {
  expect(hasNul('{"a":"x\\u0000y"}')).toBe(true);
  expect(hasNul('{"a":"x\u0000y"}')).toBe(true);
  expect(hasNul('{"a":"\\\\\\u0000"}')).toBe(true);
  expect(hasNul('{"a":"\\\\u0000"}')).toBe(false);
});

test("half of a character is found where the other half is missing", () => {
  expect(hasHalfCharacter(String.raw`{"a":"\ud83c\udf6c 糖 🍬"}`)).toBe(false);
  expect(hasHalfCharacter(String.raw`{"a":"\\ud83c"}`)).toBe(false);
  expect(hasHalfCharacter(String.raw`{"a":"\\\ud83c"}`)).toBe(true);
  expect(hasHalfCharacter(String.raw`{"a":"\uD83C x"}`)).toBe(true);
  expect(hasHalfCharacter(String.raw`{"a":"\udf6c\ud83c"}`)).toBe(true);
});

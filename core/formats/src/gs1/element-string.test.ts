import { expect, test } from "vitest";
import { parseBracketed, parseElementString } from "./element-string.ts";
import { humanReadable, writeBracketed, writeElementString } from "./write.ts";

const problemOf = (read: ReturnType<typeof parseBracketed>) => (read.ok ? undefined : read.problem);

test("both notations give the same elements and come back as they were", () => {
  const text = "(01)09521234543213(3103)000195(10)A\\(1)(21)7";
  const read = parseBracketed(text);
  expect(read.ok && read.value.elements.map(({ ai, value }) => [ai, value])).toEqual([
    ["01", "09521234543213"],
    ["3103", "000195"],
    ["10", "A(1)"],
    ["21", "7"],
  ]);
  const elements = read.ok ? read.value.elements : [];
  expect(writeBracketed(elements)).toBe(text);
  const raw = writeElementString(elements);
  expect(raw).toBe("^0109521234543213310300019510A(1)^217");
  const again = parseElementString(raw);
  expect(again.ok && writeBracketed(again.value.elements)).toBe(text);
  expect(parseElementString(raw.replaceAll("^", "\u001d"))).toEqual(again);
  expect(humanReadable(elements, true)[1]).toBe("NET WEIGHT (kg) (3103) 000195");
});

// Each fault with its code and the characters of the given text that it is about.
test.each([
  ["", "ai-data-empty", ""],
  ["01", "ai-parse-failed", "0"],
  ["(01", "ai-parse-failed", "(01"],
  ["(01)09521234543213(10)", "ai-parse-failed", ""],
  ["(89)1", "ai-unrecognised", "89"],
  ["(１０)1", "ai-unrecognised", "１０"],
  ["(01)0952123454321", "ai-value-is-too-short", "0952123454321"],
  ["(10)A^B", "ai-contains-illegal-carat-character", "^"],
  ["(01)09521234543214", "ai-linter-error", "4"],
  ["(01)09521234543213(10)A B", "ai-linter-error", " "],
  ["(01)09521234543213(10)A\\(\\( B", "ai-linter-error", " "],
  ["(01)09521234543213(10)批", "ai-linter-error", "批"],
  ["(01)09521234543213(17)261330", "ai-linter-error", "13"],
  ["(01)09521234543213(37)5", "invalid-ai-pairs", "09521234543213"],
  ["(01)09521234543213(10)A(10)B", "instances-of-ai-have-different-values", "B"],
  ["(10)A", "required-ais-not-satisfied", "A"],
  ["(253)9520123456788(8030)ABC", "serial-not-present", "9520123456788"],
] as const)("%j is refused as %s at %j", (text, code, bad) => {
  const problem = problemOf(parseBracketed(text));
  expect(problem?.code).toBe(code);
  expect(text.slice(problem?.at, (problem?.at ?? 0) + (problem?.length ?? 0))).toBe(bad);
});

test.each([
  ["0109521234543213", "missing-fnc1-in-first-position", ""],
  ["^", "ai-data-empty", ""],
  ["^0109521234543213891", "no-ai-for-prefix", "891"],
  ["^10", "ai-data-is-empty", ""],
  ["^01095212345432", "ai-data-has-incorrect-length", "095212345432"],
  ["^2421234567", "ai-data-is-too-long", "1234567"],
  ["\u001d010952123454321310A^B", "ai-linter-error", "^"],
] as const)("%j is refused as %s at %j", (text, code, bad) => {
  const problem = problemOf(parseElementString(text));
  expect(problem?.code).toBe(code);
  expect(text.slice(problem?.at, (problem?.at ?? 0) + (problem?.length ?? 0))).toBe(bad);
});

test("a separator behind a value of fixed length is tolerated, also at the end", () => {
  expect(parseElementString("^0109521234543213^10A^").ok).toBe(true);
});

test("an over-long text and more than 64 elements are refused", () => {
  expect(problemOf(parseBracketed(`(10)${"A".repeat(8190)}`))?.code).toBe("data-too-long");
  expect(problemOf(parseElementString("^99A".repeat(65)))?.code).toBe("too-many-ais");
  expect(parseElementString("^99A".repeat(64)).ok).toBe(true);
});

test("what the caller allows passes and nothing else", () => {
  expect(parseBracketed("(10)A", { requisites: false }).ok).toBe(true);
  expect(parseBracketed("(01)09521234543213(88)x", { unknownIdentifiers: true }).ok).toBe(true);
  expect(problemOf(parseBracketed("(4199)x", { unknownIdentifiers: true }))?.code).toBe("ai-unrecognised");
});

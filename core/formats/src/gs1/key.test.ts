import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkCharacters } from "./check-characters.ts";
import { checkDigit } from "./check-digit.ts";
import { type KeyName, keyProblem } from "./key.ts";

// GS1 General Specifications: worked check digits and the published pairs of the model number's algorithm.
test.each([
  ["690123456789", "2"],
  ["37610425002123456", "9"],
])("the check digit of %s is %s", (body, digit) => expect(checkDigit(body)).toBe(digit));

test.each([
  ["1987654Ad4X4bL5ttr2310c", "2K"],
  ["12345678901234567890123", "NT"],
  ["", "22"],
])("the check characters of %s are %s", (body, pair) => expect(checkCharacters(body)).toBe(pair));

test("a return asset keeps its leading zero, a document its serial number", () => {
  expect(keyProblem("GRAI", "19551237602426")).toEqual({ code: "characters" });
  expect(keyProblem("GDTI", "8991230787231h:zxfT9")).toBeUndefined();
  expect(keyProblem("GDTI", `8991230787231${"9".repeat(18)}`)).toEqual({ code: "length" });
});

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../shared");
const file = join(shared, "vectors/gs1/keys/gs1-keys.jsonl");
if (!existsSync(file)) process.stdout.write("gs1 keys: the shared case file is not here, its cases were not run\n");

test.runIf(existsSync(file))("the verdict and the right check digit of every published key", () => {
  const cases = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map(
      (line) =>
        JSON.parse(line) as {
          id: string;
          key: string;
          value: string;
          valid: boolean;
          expectedCheckDigit?: string;
          expectedCheckPair?: string;
        },
    );

  const wrong = cases.filter(({ key, value, valid, expectedCheckDigit, expectedCheckPair }) => {
    const problem = keyProblem(key as KeyName, value);
    return (problem === undefined) !== valid || problem?.expected !== (expectedCheckDigit ?? expectedCheckPair);
  });
  expect(cases.length).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});

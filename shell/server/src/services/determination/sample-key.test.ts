import { keyProblem } from "@quanheng/formats/gs1/key.ts";
import { expect, test } from "vitest";
import { assetKey, numbersIn, partNumber, sampleNumber } from "./sample-key.ts";

const sugar = { id: "ins-sugar", identifiers: [{ scheme: "GLN", value: "9520001000102" }] };
const made = {
  id: "ins-01kb7c1ws80000r2m4q6t8v0xz",
  identifiers: [{ scheme: "GS1 company prefix", value: "952000112345" }],
};
const unnumbered = { id: "ins-newlab", identifiers: [] };

test("a sample's number is short, its key begins with the laboratory's prefix, and parts stay within a GIAI", () => {
  expect(sampleNumber(sugar, 2026, 17)).toBe("SUGAR-S26-000017");
  expect(assetKey(sugar, "SUGAR-S26-000017")).toEqual({ ai: "8004", value: "9520001SUGAR-S26-000017" });
  for (const laboratory of [sugar, made, unnumbered]) {
    const part = partNumber(sampleNumber(laboratory, 2026, 999_999), 20);
    const { value } = assetKey(laboratory, part);
    expect(keyProblem("GIAI", value), value).toBeUndefined();
    expect(numbersIn(value)).toContain(part);
  }
});

test("a laboratory without a prefix of its own gets one that GS1 keeps for demonstrations", () => {
  expect(assetKey(unnumbered, "NEWLAB-S26-000001").value).toMatch(/^952/);
});

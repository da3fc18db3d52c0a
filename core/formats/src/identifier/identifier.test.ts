import { expect, test } from "vitest";
import { checkIdentifier, holdsOn, type Identifier, identifierOf } from "./identifier.ts";
import { leiCheck } from "./lei.ts";
import { usccParts } from "./uscc.ts";

// GB 32100-2015, worked example; GB 11714-1997; the LEI of the Global LEI Foundation; GB/T 26231-2017.
test.each([
  ["uscc", "91350100M000100Y43", "91350100M000100Y43"],
  ["uscc", "91110000600037341L", "91110000600037341L"],
  ["orgcode", "D2143569-X", "D2143569-X"],
  ["orgcode", "M000100Y4", "M000100Y-4"],
  ["lei", "506700GE1G29325QX363", "506700GE1G29325QX363"],
  ["oid", "1.2.156.20009.Sugar", "1.2.156.20009.sugar"],
  ["ma", "MA.156.1007.2001", "MA.156.1007.2001"],
  ["gs1", "https://example.org/01/09521234543213/21/7?17=261130", "(01)09521234543213(21)7"],
  ["epc", "urn:epc:id:sgtin:4012345.011111.98", "urn:epc:id:sgtin:4012345.011111.98"],
] as const)("%s %s is accepted as %s", (scheme, text, value) => {
  expect(checkIdentifier(scheme, text)).toMatchObject({ ok: true, value });
});

test.each([
  ["uscc", "", "identifier-empty", 0],
  ["uscc", "91350100M000100Y4", "identifier-length", 0],
  ["uscc", "9135I100M000100Y43", "identifier-character", 4],
  ["uscc", "91350100M000100Y4３", "identifier-character", 17],
  ["uscc", "91350100M000100Y44", "identifier-check-character", 17],
  ["orgcode", "D2143569-1", "identifier-check-character", 9],
  ["lei", "506700GE1G29325QX364", "identifier-check-character", 18],
  ["oid", "1.40.1", "identifier-structure", 0],
  ["oid", "1.2.840.x", "identifier-structure", 8],
  ["oid", "1.2.156.01", "identifier-structure", 8],
  ["ma", "MA.86.1", "identifier-structure", 0],
  ["gs1", "(01)09521234543214", "identifier-gs1", 17],
  ["gs1", "(10)A", "identifier-structure", 0],
  ["epc", "urn:epc:id:sgtin:4012345.011111", "identifier-gs1", 17],
] as const)("%s %j is refused as %s at %i", (scheme, text, code, at) => {
  expect(checkIdentifier(scheme, text)).toMatchObject({ ok: false, problem: { code, at } });
});

test("a wrong check character says the right one", () => {
  expect(checkIdentifier("uscc", "91350100M000100Y44")).toMatchObject({ problem: { expected: "3" } });
  expect(leiCheck("506700GE1G29325QX3")).toBe("63");
});

test("a wrong organisation code inside is a warning, for the licence decides", () => {
  expect(checkIdentifier("uscc", "9345010326521DQY77")).toMatchObject({ ok: true, warnings: ["inner-code-check"] });
  expect(usccParts("91350100M000100Y43")).toEqual({
    authority: "9",
    category: "1",
    region: "350100",
    organisationCode: "M000100Y-4",
  });
});

test("an identifier holds from its first day to its last", () => {
  const given: Identifier = {
    scheme: "orgcode",
    value: "D2143569X",
    issuer: "GS1 China",
    validFrom: "2026-01-01",
    validTo: "2027-12-31",
  };
  const made = identifierOf(given);
  expect(made).toMatchObject({ ok: true, value: { value: "D2143569-X" } });
  expect(["2025-12-31", "2026-01-01", "2027-12-31", "2028-01-01"].map((day) => holdsOn(given, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(identifierOf({ ...given, validTo: "2025-12-31" })).toMatchObject({ problem: { code: "identifier-interval" } });
  expect(identifierOf({ ...given, validFrom: "2026-02-30" })).toMatchObject({
    problem: { code: "identifier-interval" },
  });
});

import { Refusal } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { readRequirement } from "../selection/read-requirement.ts";
import { because } from "./because.ts";
import { decideRequirement } from "./decide-requirement.ts";

const ROW = {
  ...{ id: "r", product: "p", market: "US", document: "D", clause: "1", characteristic: "assay", variant: null },
  ...{ unit: "%", effective: { from: null, to: null }, force: "mandatory", confidence: "high", basis: "source-read" },
};
const RULE = { kind: "simple", guard: null, coverageProbability: "0.9545" } as const;

function verdictOn(value: string, limit: object, reading: object) {
  const row = {
    ...readRequirement({ ...ROW, limit: { kind: "interval", ...limit }, ...reading }),
    status: "read",
  } as const;
  const result = {
    characteristic: "assay",
    operator: "=",
    value,
    u: null,
    expanded: null,
    dof: null,
    unit: "%",
  } as const;
  const verdict = decideRequirement(row, { ...result, reported: value }, RULE);
  return { verdict: verdict.verdict, sentence: because(verdict, row.limit, row.unit).en };
}

const rounded = (convention?: string, interval?: string) => ({
  comparison: "rounded",
  ...(convention ? { convention } : {}),
  ...(interval ? { interval } : {}),
});

// USP, General Notices 7.20, illustration of rounding: limit not less than 98.0 %; 97.96 and 97.95 pass, 97.94 does not;
// not more than 101.5 %: 101.55 rounds to 101.6 and does not. Not more than 0.02 %: 0.025 rounds to 0.03, 0.015 to 0.02.
test.each([
  ["97.96", { min: "98.0" }, rounded("usp"), "pass"],
  ["97.95", { min: "98.0" }, rounded("usp"), "pass"],
  ["97.94", { min: "98.0" }, rounded("usp"), "fail"],
  ["101.55", { max: "101.5" }, rounded("usp"), "fail"],
  ["101.54", { max: "101.5" }, rounded("usp"), "pass"],
  ["0.025", { max: "0.02" }, rounded("usp"), "fail"],
  ["0.024", { max: "0.02" }, rounded("usp"), "pass"],
  ["0.025", { max: "0.02" }, rounded("ph-eur"), "fail"],
  // GB/T 8170-2008, 3.2: a tie goes to the even digit, 0.02.
  ["0.025", { max: "0.02" }, rounded("gb-t-8170"), "pass"],
  ["0.025", { max: "0.02" }, rounded(), "pass"],
  ["0.025", { max: "0.02" }, rounded("astm-e29"), "pass"],
  ["0.0251", { max: "0.02" }, rounded("astm-e29"), "fail"],
  // ASTM E29, absolute method, and GB/T 8170-2008, 4.3.1: every digit counts.
  ["0.0201", { max: "0.02" }, { comparison: "full" }, "fail"],
  ["0.0201", { max: "0.02" }, {}, "fail"],
  // To a stated interval: 60.25 at 0.5 is 60.0 by even halves, 60.5 by halves up.
  ["60.25", { max: "60.0" }, rounded("gb-t-8170", "0.5"), "pass"],
  ["60.25", { max: "60.0" }, rounded("usp", "0.5"), "fail"],
])("%s beside %j read as %j: %s", (value, limit, reading, expected) => {
  expect(verdictOn(value, limit, reading).verdict).toBe(expected);
});

test("the sentence names the convention where the row does", () => {
  expect(verdictOn("97.95", { min: "98.0" }, rounded("usp")).sentence).toMatch(/\(compared as a rounded value, USP\)$/);
  expect(verdictOn("97.95", { min: "98.0" }, rounded()).sentence).toMatch(/\(compared as a rounded value\)$/);
});

test.each([
  [{ comparison: "full", convention: "usp" }],
  [{ convention: "usp" }],
  [{ comparison: "rounded", convention: "jp" }],
  [{ comparison: "rounded", interval: "0" }],
  [{ comparison: "rounded", interval: "-0.1" }],
  [{ comparison: "nearest" }],
])("a row that states %j is malformed", (reading) => {
  try {
    readRequirement({ ...ROW, limit: { kind: "interval", min: "98.0" }, ...reading });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).code).toBe("malformed-reference");
  }
});

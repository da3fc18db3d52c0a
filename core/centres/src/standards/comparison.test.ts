import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { decideRequirement } from "@quanheng/flow/decision/decide-requirement.ts";
import { readRequirement } from "@quanheng/flow/selection/read-requirement.ts";
import { statusOf } from "@quanheng/flow/selection/requirement.ts";
import { test } from "vitest";
import { decidable, limitReadings } from "./comparison.ts";

const file = new URL("../../../../data/requirements/rows/white-sugar.json", import.meta.url);
const tables = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, readonly unknown[]>>;
const sugar = Object.values(tables)
  .flat()
  .map(readRequirement)
  .map((row) => decidable({ ...row, status: statusOf(row) }));

function verdict(rowId: string, value: string) {
  const row = sugar.find(({ id }) => id === rowId);
  assert.ok(row, rowId);
  const result = {
    characteristic: row.characteristic,
    operator: "=",
    value,
    u: "1",
    expanded: "2",
    dof: null,
    unit: row.unit ?? "",
    reported: value,
  } as const;
  return decideRequirement(row, result, { kind: "simple", guard: null, coverageProbability: "0.9545" });
}

test("every reading names rows that exist", () => {
  for (const { document, characteristic } of limitReadings) {
    assert.ok(
      sugar.some((row) => row.document === document && row.characteristic === characteristic),
      `${document} ${characteristic}`,
    );
  }
});

test("colour of GB/T 317 is compared as a whole number, that of Codex in full", () => {
  assert.equal(verdict("cn.gb-t-317-2018.colour-icumsa.superior", "60.4").verdict, "pass");
  assert.equal(verdict("codex.cxs-212-1999.colour-icumsa.white", "60.4").verdict, "fail");
});

test("sugar whiter than its Indonesian grade band is no defect, darker is", () => {
  assert.equal(verdict("id.sni-3140.3-2010.colour-icumsa.gkp-1", "40").reason, "better-than-band");
  assert.equal(verdict("id.sni-3140.3-2010.colour-icumsa.gkp-1", "201").verdict, "fail");
});

test("only rows read in their source decide; the others are indicative", () => {
  assert.equal(verdict("codex.cxs-212-1999.polarisation.white", "99.8").indicative, false);
  assert.equal(verdict("cn.gb-t-317-2018.polarisation.superior", "99.8").indicative, true);
});

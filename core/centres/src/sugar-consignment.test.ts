import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { preview } from "@quanheng/flow/decision/preview.ts";
import { OFFERED_RULES } from "@quanheng/flow/decision/rule.ts";
import { applicable } from "@quanheng/flow/selection/applicable.ts";
import { readRequirement } from "@quanheng/flow/selection/read-requirement.ts";
import { statusOf } from "@quanheng/flow/selection/requirement.ts";
import { describe, test } from "vitest";
import { definitionById } from "./registry.ts";
import { decidable } from "./standards/comparison.ts";

const file = new URL("../../../data/requirements/rows/white-sugar.json", import.meta.url);
const tables = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, readonly unknown[]>>;
const rows = applicable(Object.values(tables).flat().map(readRequirement), {
  product: "white-sugar",
  markets: ["CN", "VN", "ID", "CODEX"],
  on: "2026-11-25",
  claims: { "CN.grade": "superior", "VN.grade": "A", "ID.grade": "R1", "CODEX.type": "white" },
}).map((row) => decidable({ ...row, status: statusOf(row) }));
const [rule] = OFFERED_RULES;

const readings = {
  massG: ["26.000", "26.000"],
  rotationDeg: ["34.548", "34.551"],
  temperatureC: "22.4",
  wavelength: "589.4400",
  plateCertifiedZ: "100.06",
  plateReadZ: "100.03",
  plateUZ: "0.01",
  rotationUDeg: "0.005",
  volumeMl: "100.00",
  tubeMm: "200.00",
};

function previewed(over: Record<string, string | string[]> = {}) {
  const definition = definitionById("sugar.polarization");
  assert.ok(definition && rule);
  const polarisation = rows.filter(({ characteristic }) => characteristic === "polarisation");
  return preview(definition, { ...readings, ...over }, polarisation, rule);
}

describe("a consignment of white sugar for four markets, at the bench", () => {
  test("99.85 °Z with U = 0.05 passes everywhere; only where it lies within U of 99.8 it is conditional", () => {
    const { evaluation, verdicts, problems } = previewed();
    assert.deepEqual(problems, []);
    assert.equal(evaluation?.reported, "99.85");
    const told = verdicts.map(({ market, verdict, indicative }) => [market, [verdict, indicative]] as const);
    assert.deepEqual(Object.fromEntries(told), {
      CN: ["pass", true],
      CODEX: ["pass", false],
      ID: ["pass", true],
      VN: ["pass", true],
    });
  });

  test("a little less sugar makes the refined grade of Indonesia conditional, with its risk", () => {
    const { verdicts } = previewed({ rotationDeg: ["34.540", "34.541"] });
    const indonesia = verdicts.find(({ market }) => market === "ID");
    assert.equal(indonesia?.verdict, "conditional");
    assert.match(indonesia?.probabilityFalseAcceptance ?? "", /^0\.\d{4}$/);
  });

  test("a comma stops the preview at its field and loses nothing", () => {
    const { evaluation, verdicts, problems } = previewed({ rotationDeg: ["34,548", "34.551"] });
    assert.deepEqual([evaluation, verdicts], [null, []]);
    assert.deepEqual(
      problems.map(({ field, index }) => [field, index]),
      [["rotationDeg", 0]],
    );
  });
});

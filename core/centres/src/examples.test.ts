import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { resultOf } from "@quanheng/flow/decision/result.ts";
import { OFFERED_RULES } from "@quanheng/flow/decision/rule.ts";
import { verdictsByMarket } from "@quanheng/flow/decision/verdicts-by-market.ts";
import { readCsv } from "@quanheng/flow/determination/csv.ts";
import { evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import { exampleOutcome } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { applicable } from "@quanheng/flow/selection/applicable.ts";
import { readRequirement } from "@quanheng/flow/selection/read-requirement.ts";
import { statusOf } from "@quanheng/flow/selection/requirement.ts";
import { describe, test } from "vitest";
import { sugarAndFoodMethods } from "./product-quality/sugar-and-food/methods.ts";
import { definitionById, methodDefinitions } from "./registry.ts";
import { decidable } from "./standards/comparison.ts";

const folder = new URL("../../../data/methods/examples/", import.meta.url);
const names = readdirSync(folder).map((name) => name.replace(/\.csv$/, ""));

/** The readings of an example file with the presets of the form below them. */
function evaluated(id: string) {
  const definition = definitionById(id);
  assert.ok(definition, id);
  const { readings, problems } = readCsv(definition, readFileSync(new URL(`${id}.csv`, folder), "utf8"));
  assert.deepEqual(problems, []);
  const presets = definition.inputs.flatMap(({ name, preset }) =>
    preset === undefined ? [] : [[name, preset] as const],
  );
  const outcome = evaluateRaw(definition, { ...Object.fromEntries(presets), ...readings });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return { definition, evaluation: outcome.evaluation };
}

test("every method of sugar has an example of an instrument's file", () => {
  assert.deepEqual(names.toSorted(), sugarAndFoodMethods.map(({ id }) => id).toSorted());
});

test("ids of methods are there once", () => {
  const ids = methodDefinitions.map(({ id }) => id);
  assert.deepEqual(ids.toSorted(), [...new Set(ids)].toSorted());
});

test.each(methodDefinitions.map((definition) => [definition.id, definition] as const))(
  "%s: the readings of its example evaluate and draw, and every name on the worksheet is said in both languages",
  (_, definition) => {
    const outcome = exampleOutcome(definition);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const { measurement, intermediate, further } = outcome.evaluation;
    const named = [measurement, ...further.map((each) => each.measurement)].flatMap(({ budget }) => budget);
    for (const name of [...named.map(({ source }) => source), ...intermediate.map((step) => step.name)]) {
      assert.ok(definition.names[name], `${name} has no name`);
    }
    for (const picture of definition.pictures?.(outcome.readings) ?? [])
      assert.ok(picture.title.zh && picture.title.en);
    const tables = new Set(definition.inputs.flatMap(({ table }) => table ?? []));
    assert.deepEqual([...tables].toSorted(), (definition.tables ?? []).map(({ name }) => name).toSorted());
  },
);

test.each(names.map((id) => [id]))(
  "%s: the example is read and raises no flag but a content below quantification",
  (id) => {
    const { evaluation } = evaluated(id);
    assert.deepEqual(
      evaluation.flags.filter(({ code }) => code !== "below-quantification"),
      [],
    );
  },
);

test("no method states a figure as known to ± 0", () => {
  const stated = methodDefinitions.flatMap((definition) => {
    const outcome = exampleOutcome(definition);
    if (!outcome.ok) return [];
    const { evaluation } = outcome;
    return [evaluation, ...evaluation.further].map(({ reportedExpanded }) => `${definition.id} ${reportedExpanded}`);
  });
  assert.ok(stated.length > methodDefinitions.length);
  assert.deepEqual(
    stated.filter((each) => / 0*\.?0*$/.test(each)),
    [],
  );
});

describe("the examples are one lot of refined sugar", () => {
  const file = new URL("../../../data/requirements/rows/white-sugar.json", import.meta.url);
  const tables = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, readonly unknown[]>>;
  const rows = applicable(Object.values(tables).flat().map(readRequirement), {
    product: "white-sugar",
    markets: ["CN", "VN", "ID", "CODEX"],
    on: "2026-11-25",
    claims: { "CN.grade": "superior", "VN.grade": "A", "ID.grade": "GKP-1", "CODEX.type": "white" },
  }).map((row) => decidable({ ...row, status: statusOf(row) }));

  test("that passes in all four markets", () => {
    const [rule] = OFFERED_RULES;
    assert.ok(rule);
    const results = names
      .filter((id) => id !== "sugar.reducing-sugars")
      .map(evaluated)
      .map(({ definition, evaluation }) => resultOf(definition.output.characteristic, evaluation));
    const { verdicts, markets } = verdictsByMarket(rows, results, rule);
    assert.deepEqual(
      verdicts.filter(({ verdict }) => verdict !== "pass").map(({ rowId, reason }) => [rowId, reason]),
      [],
    );
    assert.deepEqual(
      markets.map(({ verdict }) => verdict),
      ["pass", "pass", "pass", "pass"],
    );
  });
});

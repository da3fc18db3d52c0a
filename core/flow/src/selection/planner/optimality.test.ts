import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { bestByEnumeration } from "../testing/enumerate.ts";
import { diceFrom, randomInstance } from "../testing/random-instance.ts";
import { evaluate } from "./cost.ts";
import { coverage } from "./coverage.ts";
import type { PlanInstance } from "./instance.ts";
import { readInstance } from "./read-instance.ts";
import { type FoundPlan, solve } from "./solve.ts";

const SEED = Number(process.env["QUANHENG_SEED"] ?? 20_261_125);
const RUNS = 600;
const instances = fc
  .nat(2 ** 31)
  .map((number) => ({ number, instance: readInstance(randomInstance(diceFrom(number))) }));

test(`the plan is as good as the best of all sets of purchases (seed ${SEED}, QUANHENG_SEED)`, () => {
  const seen = { optimal: 0, infeasible: 0, evidence: 0, deadline: 0, budget: 0, discounted: 0 };
  fc.assert(
    fc.property(instances, ({ number, instance }) => {
      const result = solve(instance);
      assert.deepEqual("objective" in result ? result.objective : undefined, bestByEnumeration(instance), `${number}`);
      if (!("selection" in result)) seen.infeasible++;
      else {
        seen.optimal++;
        assertKept(instance, result);
        if (instance.evidence.length > 0) seen.evidence++;
        if (instance.deadlineDays !== null) seen.deadline++;
        if (instance.budget !== null) seen.budget++;
        if (result.evaluation.labs.some(({ discount }) => discount > 0)) seen.discounted++;
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
  // Every feature of the problem must have been met often, or the comparison says little.
  for (const [feature, times] of Object.entries(seen)) assert.ok(times >= RUNS / 20, `${feature}: ${times}`);
});

/** The plan covers all that no held report covers, and keeps to every limit. */
function assertKept(instance: PlanInstance, { selection, evaluation }: FoundPlan): void {
  const { byOffer, byEvidence } = coverage(instance);
  const met = new Set([...byEvidence.keys(), ...selection.flatMap((id) => byOffer.get(id) ?? [])]);
  for (const { id } of instance.requirements) assert.ok(met.has(id), id);
  assert.deepEqual(evaluate(instance, new Set(selection)), evaluation);
  assert.ok(evaluation.sample <= (instance.sampleAvailable ?? Number.POSITIVE_INFINITY));
  assert.ok(evaluation.days <= (instance.deadlineDays ?? Number.POSITIVE_INFINITY));
  assert.ok(evaluation.cost <= (instance.budget ?? Number.POSITIVE_INFINITY));
  for (const { id, hoursAvailable } of instance.instruments)
    assert.ok((evaluation.hours.get(id) ?? 0) <= hoursAvailable, id);
}

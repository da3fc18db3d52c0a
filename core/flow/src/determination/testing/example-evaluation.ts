import assert from "node:assert/strict";
import { evaluateRaw, type ReadingsEvaluated } from "../evaluate.ts";
import type { MethodDefinition, RawReadings } from "../method.ts";

/** What a method makes of the readings of its example with the presets below them, some of them changed. */
export function exampleOutcome(definition: MethodDefinition, changed: RawReadings = {}): ReadingsEvaluated {
  const presets = definition.inputs.flatMap(({ name, preset }) =>
    preset === undefined ? [] : [[name, preset] as const],
  );
  return evaluateRaw(definition, { ...Object.fromEntries(presets), ...definition.example, ...changed });
}

/** The same where it must succeed. */
export function exampleEvaluation(definition: MethodDefinition, changed: RawReadings = {}) {
  const outcome = exampleOutcome(definition, changed);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return { ...outcome.evaluation, findings: outcome.evaluation.findings ?? [] };
}

/** The field and code of the refusal where it must fail. */
export function exampleRefusal(definition: MethodDefinition, changed: RawReadings): readonly [string, string] {
  const outcome = exampleOutcome(definition, changed);
  assert.ok(!outcome.ok, "accepted");
  const [problem] = outcome.problems;
  return [problem?.field ?? "", problem?.code ?? ""];
}

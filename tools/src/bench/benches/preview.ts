import { definitionById } from "@quanheng/centres/registry.ts";
import { preview } from "@quanheng/flow/decision/preview.ts";
import { OFFERED_RULES } from "@quanheng/flow/decision/rule.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { demoReadings } from "@quanheng/server/testing/demo-approved.ts";
import { type Bench, quantile, timed } from "../figure.ts";

const ROUNDS = 200;

/** What the bench shows while an analyst types: value, budget, rounding. */
export const bench: Bench = async (tell) => {
  const [rule] = OFFERED_RULES;
  invariant(rule, "a rule is offered");
  const all: number[] = [];
  for (const [id, readings] of Object.entries(demoReadings().readings)) {
    const definition = definitionById(id);
    invariant(definition, `${id} is a method`);
    for (let round = 0; round < ROUNDS; round++) all.push(await timed(() => preview(definition, readings, [], rule)));
  }
  tell("preview, p95 over all methods", quantile(all, 0.95), "ms", { bar: 100 });
  tell("preview, slowest", Math.max(...all), "ms");
};

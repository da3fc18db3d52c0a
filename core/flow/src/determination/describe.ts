import type { BudgetLine, Measurement } from "@quanheng/kernel/measurement.ts";
import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import { measured, scatter } from "./budget.ts";
import { outcomeBudget } from "./describe-budget.ts";
import { type Description, FIRST, type Outcome } from "./description.ts";
import { scatterFlags } from "./flag.ts";
import type { Evaluation, FurtherResult, MethodDefinition, Readings } from "./method.ts";
import { precisionOf } from "./precision.ts";
import { reportedText } from "./reported.ts";

/**
 * A method from its model and from what is known about each of its readings: the budget follows by stepping every
 * reading
 * by its standard uncertainty through the model, c_i u_i = ½ [f(x_i + u_i) − f(x_i − u_i)], so that no method writes
 * sensitivities of its own.
 *
 * Where inputs are taken for each portion, the result is the mean of the portions and its scatter is a line of the
 * budget:
 * by the method's repeatability where it has one, by the portions themselves where there are at least two.
 *
 * ```ts
 * export const siegertBench = describe({
 *   id: "boiler.flue-gas-loss",
 *   title: { zh: "排烟热损失（Siegert）", en: "Flue gas loss (Siegert)" },
 *   normative: ["BImSchV 1"], source: "1. BImSchV, annex 2; recalled", validFrom: "2010-03-22",
 *   inputs: [
 *     { name: "flueC", label: { zh: "烟气温度", en: "Flue gas temperature" }, unit: "Cel", kind: "number",
 * range: { min: "40", max: "600" }, instrumentType: "thermometer", uncertainty: { kind: "rectangular", halfWidth: 2 }
 *       },
 *     …
 *   ],
 *   output: { characteristic: "flue-gas-loss", label: …, unit: "%", rounding: { mode: "half-even", places: 1 } },
 *   names: { flueC: … },
 *   compute: (readings) => ({ value: siegertLoss({ flueC: single(readings, "flueC"), … }).lossPercent }),
 * });
 * ```
 *
 * A curve is a table: inputs with `table: "curve"`, `replicates: { min, max }`, and a `tables` entry that names it.
 * Results
 * beside the first are `further`, grades and tolerances kept are `findings`, drawings are `pictures` (picture.ts). Give
 * every
 * description an `example`: readings as texts, of the published worked example.
 *
 * Names of budget lines are names of inputs; `names` holds what is not an input (intermediate figures,
 * `repeatability`).
 *
 * @example describe({ inputs: [{ name: "x", label: { zh: "量", en: "x" }, unit: "g", uncertainty: { kind: "rectangular", halfWidth: 0.3 } }], output: { unit: "g", rounding: { mode: "half-even", places: 1 } }, names: {}, compute: ({ x }) => ({ value: 2 * x }) }).evaluate({ x: 5 }) // → { measurement: { value: 10, u: 0.3464, dof: Infinity, unit: "g" }, reported: "10.0" } (y = 2x: u = 2·0.3/√3)
 * @source JCGM 100:2008, 5.1.4 (sensitivities from small changes of an input); JCGM 100:2008, 4.2 (scatter of the
 *   portions)
 */
export function describe(description: Description): MethodDefinition {
  return { ...description, names: namesOf(description), evaluate: (readings) => evaluated(description, readings) };
}

/** Every input may be a line of the budget and carries its own label there. */
function namesOf({ inputs, names }: Description): MethodDefinition["names"] {
  const labels = Object.fromEntries(inputs.map(({ name, label }) => [name, label]));
  return { repeatability: REPEATABILITY, ...labels, ...names };
}
const REPEATABILITY = { zh: "重复性", en: "Repeatability" } as const;

function evaluated(description: Description, readings: Readings): Evaluation {
  const { output, further = [] } = description;
  const runs = portionsOf(description, readings);
  const outcomes = runs.map((run) => description.compute(run));
  const outcome = meanOutcome(outcomes, description);
  const spread = spreadOf(description, outcomes);
  const lines = outcomeBudget(description, runs);
  const budget = [...spread.lines, ...(lines.get(FIRST) ?? []), ...(description.more?.(readings, outcome) ?? [])];
  const factor = description.coverage?.(readings, outcome);
  return {
    measurement: measured(outcome.value, output.unit, budget),
    intermediate: outcome.intermediate ?? [],
    reported: reportedText(outcome.value, output.rounding),
    ...(factor === undefined ? {} : { coverageFactor: factor }),
    flags: [...spread.flags, ...(description.flags?.(readings, outcome) ?? [])],
    further: further.map(({ name, unit, rounding }): FurtherResult => {
      const value = outcome.further?.[name] ?? Number.NaN;
      const scattered = scatterOf(
        outcomes.map((each) => each.further?.[name] ?? Number.NaN),
        unit,
      );
      const more = description.moreOf?.(name, readings, outcome) ?? [];
      const measurement: Measurement = measured(value, unit, [...scattered, ...(lines.get(name) ?? []), ...more]);
      return { name, measurement, reported: reportedText(value, rounding) };
    }),
    findings: description.findings?.(readings, outcome) ?? [],
  };
}

/** One set of readings for each portion; everything else is shared. */
function portionsOf({ inputs }: Description, readings: Readings): readonly Readings[] {
  const names = inputs.filter(({ portion }) => portion === true).map(({ name }) => name);
  const [first] = names;
  if (first === undefined) return [readings];
  const count = listOf(readings[first]).length;
  return Array.from({ length: count }, (_, at) => ({
    ...readings,
    ...Object.fromEntries(names.map((name) => [name, listOf(readings[name])[at]])),
  }));
}

function listOf(value: Readings[string]): readonly (number | string)[] {
  if (Array.isArray(value)) return value as readonly (number | string)[];
  return typeof value === "number" || typeof value === "string" ? [value] : [];
}

function meanOutcome(outcomes: readonly Outcome[], { further = [] }: Description): Outcome {
  return {
    value: mean(outcomes.map(({ value }) => value)),
    further: Object.fromEntries(
      further.map(({ name }) => [name, mean(outcomes.map((each) => each.further?.[name] ?? Number.NaN))]),
    ),
    intermediate: outcomes.flatMap(({ intermediate = [] }) => intermediate),
  };
}

function spreadOf(description: Description, outcomes: readonly Outcome[]) {
  const { repeatability, output, inputs } = description;
  const values = outcomes.map(({ value }) => value);
  if (!inputs.some(({ portion }) => portion === true)) return { lines: [], flags: [] };
  if (!repeatability)
    return { lines: scatterOf(values, output.unit), flags: scatterFlags(NO_LIMIT, values.length, output.unit) };
  const precision = precisionOf(values, repeatability);
  return { lines: [scatter(precision, output.unit)], flags: scatterFlags(precision, values.length, output.unit) };
}
const NO_LIMIT = { mean: 0, u: 0, dof: Infinity, range: 0, allowed: Infinity, exceeded: false } as const;

/** The scatter of the mean by the portions themselves; a single portion says nothing about it. */
function scatterOf(values: readonly number[], unit: string): readonly BudgetLine[] {
  if (values.length < 2) return [];
  const u = sampleSd(values) / Math.sqrt(values.length);
  return [scatter({ ...NO_LIMIT, mean: mean(values), u, dof: values.length - 1 }, unit)];
}

import { invariant, Refusal } from "@quanheng/kernel/refusal.ts";
import { coverageFactor } from "@quanheng/kernel/uncertainty/coverage.ts";
import type { Evaluation, FurtherResult, MethodDefinition, Readings, Rounding } from "./method.ts";
import { type FieldProblem, type RawReadings, readReadings } from "./read-readings.ts";
import { reportedExpanded } from "./reported.ts";

/** Coverage probability that goes with k = 2 for a normal distribution. @source JCGM 100:2008, 6.3.3; CNAS-CL01-G003 */
export const COVERAGE_PROBABILITY = 0.9545;

/**
 * Stands for U where none is stated: a count of what was found is not known "± 0", a figure to which no reading with an
 * uncertainty contributes neither, and "< 0.04" has no ± at all.
 */
export const NONE_STATED = "—";

/** An evaluation with the expanded uncertainty that goes on the report. Figures unrounded but the two `reported` ones. */
export type ExpandedEvaluation = Evaluation & {
  readonly k: number;
  readonly coverageProbability: number;
  /** U = k·u, in the unit of the result. */
  readonly expanded: number;
  readonly reportedExpanded: string;
  readonly further: readonly ExpandedResult[];
};

/** A further result with its expanded uncertainty at the same coverage probability. */
export type ExpandedResult = FurtherResult & {
  readonly k: number;
  readonly expanded: number;
  readonly reportedExpanded: string;
};

/**
 * What a method makes of its readings, with expanded uncertainty.
 *
 * @example evaluate({ output: { rounding: { mode: "half-even", places: 1 } }, evaluate: () => ({ measurement: { value: 9.8, u: 0.1, dof: Infinity, unit: "g", budget: [{ source: "x" }] }, intermediate: [], reported: "9.8", flags: [] }) }, {}) // → { k: 2.00, expanded: 0.200, reported: "9.8", reportedExpanded: "0.2" } (JCGM 100:2008, 6.3.3: k = 2 for 95.45 %; 2·0.1)
 * @throws Refusal of the centre that owns the method, for readings that the method does not allow
 * @source JCGM 100:2008, 6.2.1 and G.6.4
 */
export function evaluate(
  definition: MethodDefinition,
  readings: Readings,
  coverageProbability = COVERAGE_PROBABILITY,
): ExpandedEvaluation {
  const evaluation = definition.evaluate(readings);
  const { u, dof } = evaluation.measurement;
  const k = evaluation.coverageFactor ?? coverageFactor(dof, coverageProbability);
  const expanded = k * u;
  const { value, budget } = evaluation.measurement;
  const stated = hasUncertainty(expanded, budget) && (evaluation.operator ?? "=") === "=";
  return {
    ...evaluation,
    k,
    coverageProbability,
    expanded,
    reportedExpanded: stated ? reportedExpanded(expanded, definition.output.rounding, value) : NONE_STATED,
    further: (evaluation.further ?? []).map((result) => {
      const output = definition.further?.find(({ name }) => name === result.name);
      invariant(output !== undefined, `the method describes its further result ${result.name}`);
      return expandedResult(result, output.rounding, coverageProbability);
    }),
  };
}

function expandedResult(result: FurtherResult, rounding: Rounding, coverageProbability: number): ExpandedResult {
  const { value, u, dof, budget } = result.measurement;
  const k = coverageFactor(dof, coverageProbability);
  const expanded = k * u;
  return {
    ...result,
    k,
    expanded,
    reportedExpanded: hasUncertainty(expanded, budget) ? reportedExpanded(expanded, rounding, value) : NONE_STATED,
  };
}

/** A count of what was found has no budget, and one whose every contribution is nought says nothing of the figure. */
function hasUncertainty(expanded: number, budget: Evaluation["measurement"]["budget"]): boolean {
  return expanded > 0 && budget.length > 0;
}

export type ReadingsEvaluated =
  | { readonly ok: true; readonly readings: Readings; readonly evaluation: ExpandedEvaluation }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * Reads and evaluates raw texts in one step, as the bench and the server both do. A refusal of the method becomes a
 * problem of the field it names, so that everything typed stays where it is.
 *
 * @returns the evaluation, or every problem of the texts at once
 * @example evaluateRaw({ inputs: [], ...{ output: { rounding: { mode: "half-even", places: 1 } }, evaluate: () => ({ measurement: { value: 9.8, u: 0.1, dof: Infinity, unit: "g", budget: [{ source: "x" }] }, intermediate: [], reported: "9.8", flags: [] }) } }, {}).evaluation // → { expanded: 0.200 } (2·0.1)
 * @example evaluateRaw({ inputs: [{ name: "massMg", label: { zh: "质量", en: "Mass" }, unit: "mg", kind: "number", range: { min: "0" }, replicates: { min: 2, max: 4 } }] }, { massMg: "" }).problems // → [{ field: "massMg", code: "reading-missing" }] (nothing was typed)
 * @source ours: the bench and the server read the same texts the same way
 */
export function evaluateRaw(
  definition: MethodDefinition,
  raw: RawReadings,
  coverageProbability = COVERAGE_PROBABILITY,
): ReadingsEvaluated {
  const read = readReadings(definition, raw);
  if (!read.ok) return read;
  try {
    return { ok: true, readings: read.readings, evaluation: evaluate(definition, read.readings, coverageProbability) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const field = error.facts["field"];
    const index = error.facts["index"];
    return {
      ok: false,
      problems: [
        {
          field: typeof field === "string" ? field : "",
          index: typeof index === "number" ? index : null,
          code: error.code,
          facts: error.facts,
        },
      ],
    };
  }
}

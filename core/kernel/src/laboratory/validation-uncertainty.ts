import { refuse } from "../refusals.ts";
import { needFinite, needNotNegative } from "./finite.ts";

/** What a laboratory knows of a method from its own control and from comparisons, all in one unit (often per cent). */
export type ValidationData = {
  /** Intermediate precision s_Rw from control samples over a long time. */
  readonly withinLaboratory: number;
  /** Differences from reference values: of certified materials, proficiency tests or recoveries. */
  readonly biases: readonly number[];
  /** Standard uncertainty of those reference values. */
  readonly uReference: number;
};

export type ValidationUncertainty = {
  readonly rmsBias: number;
  /** u(bias) = √(RMS² + u²(ref)). */
  readonly uBias: number;
  /** u = √(s_Rw² + u²(bias)). */
  readonly u: number;
  /** U = 2u. */
  readonly expanded: number;
};

/**
 * Standard uncertainty of a routine result from validation and quality control, without a budget of the single steps.
 *
 * @example validationUncertainty({ withinLaboratory: 3, biases: [4], uReference: 0 }).u // → 5 (√(3² + 4²))
 * @throws Refusal `too-few-values` without a bias; `not-finite`; `outside-domain` for a negative spread; `no-variation` where
 *   everything is zero
 * @source ISO 11352:2012, clauses 8 and 9 (clause from memory); Nordtest TR 537, edition 4 (2017), 3 (recalled)
 */
export function validationUncertainty({ withinLaboratory, biases, uReference }: ValidationData): ValidationUncertainty {
  needFinite("biases", biases);
  for (const [name, given] of Object.entries({ withinLaboratory, uReference })) needNotNegative(name, given);
  const rmsBias = Math.sqrt(biases.reduce((sum, bias) => sum + bias * bias, 0) / biases.length);
  const uBias = Math.hypot(rmsBias, uReference);
  const u = Math.hypot(withinLaboratory, uBias);
  needFinite("u", [u]);
  if (u === 0) refuse("no-variation", { name: "validation" });
  return { rmsBias, uBias, u, expanded: 2 * u };
}

import type { BudgetLine } from "@quanheng/kernel/measurement.ts";
import type { Finding, Flag, MethodDefinition, MethodInput, Readings } from "./method.ts";

/**
 * How well a reading is known, in its own unit; it holds for every value of a column alike, for one instrument reads the
 * whole column.
 *
 * `rectangular` ± a half width; `normal` a standard uncertainty; `percent` a share of the reading; `affine` the greatest
 * error a + b·|x| of an instrument; `stated` the analyst enters it as another input, `percent` of the reading or
 * absolute, divided by `coverage` where that is an expanded uncertainty.
 */
export type InputUncertainty =
  | { readonly kind: "rectangular"; readonly halfWidth: number }
  | { readonly kind: "normal"; readonly u: number }
  | { readonly kind: "percent"; readonly percent: number; readonly distribution: "normal" | "rectangular" }
  | { readonly kind: "affine"; readonly a: number; readonly b: number }
  | { readonly kind: "stated"; readonly input: string; readonly percent?: true; readonly coverage?: number };

/** An input with what is known about its uncertainty; none means it adds no line to the budget. */
export type DescribedInput = MethodInput & {
  readonly uncertainty?: InputUncertainty;
  /** Taken anew for each portion of the sample: `compute` sees one value at a time, the result is the mean. */
  readonly portion?: true;
};

/** What a calculation makes of one set of readings, unrounded, in the units of the outputs. */
export type Outcome = {
  readonly value: number;
  /** Further results by the name of their output. */
  readonly further?: Readonly<Record<string, number>>;
  /** Steps on the way, for worksheet and reviewer. */
  readonly intermediate?: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
};

export type Description = Omit<MethodDefinition, "inputs" | "evaluate"> & {
  readonly inputs: readonly DescribedInput[];
  /** The measurement model: pure, from parsed readings to unrounded figures; refuses what the method does not allow. */
  compute(readings: Readings): Outcome;
  /** Lines of the budget that no input carries, e.g. the bias of the method, for the first result. */
  more?(readings: Readings, outcome: Outcome): readonly BudgetLine[];
  /** The same for a further result by its name, e.g. of a sum of rounded figures, which does not follow its readings smoothly. */
  moreOf?(name: string, readings: Readings, outcome: Outcome): readonly BudgetLine[];
  /** The coverage factor for about 95 % that the method's document derives itself, from unrounded figures. */
  coverage?(readings: Readings, outcome: Outcome): number | undefined;
  /** What a reviewer must see, besides the scatter of portions. */
  flags?(readings: Readings, outcome: Outcome): readonly Flag[];
  /** Grades, stages and tolerances. */
  findings?(readings: Readings, outcome: Outcome): readonly Finding[];
};

/** The name under which the first result stands beside the further ones. */
export const FIRST = "";

import { type Refuse, refuser } from "./refusal.ts";

/** What the kernel declines, and why; the sentences live in the message catalogues. */
export type KernelRefusal =
  /** A text is no number. Facts: given. */
  | "not-a-number"
  /** A field is empty: absent, never zero. */
  | "empty"
  /** A comma or a space may separate thousands or decimals. Facts: given, suggestions (what to type instead). */
  | "ambiguous-separator"
  /** A number has more digits, or a larger exponent, than anything measured. Facts: given, limit. */
  | "number-too-long"
  /** A text is no number with a unit. Facts: given. */
  | "not-a-quantity"
  /** A number stands without its unit. Facts: given. */
  | "unit-missing"
  /** A limit of quantification lies outside the limits of detection. Facts: loq, lod. */
  | "loq-outside-lod"
  /** Facts: dividend. */
  | "division-by-zero"
  /** A statistic needs more values. Facts: given, needed. */
  | "too-few-values"
  /** Paired series differ in length. Facts: given, needed. */
  | "values-differ-in-number"
  /** A value is not finite or lies outside what a function is defined for. Facts: name, given, min?, max?. */
  | "outside-domain"
  /** A standard uncertainty is negative or not finite, or its degrees of freedom are not positive. Facts: source, u, dof. */
  | "uncertainty-invalid"
  /** The effective degrees of freedom are below one, so that no coverage factor can be stated. Facts: dof. */
  | "too-few-degrees-of-freedom"
  /** A date is not written as YYYY-MM-DD, or does not exist. Facts: given. */
  | "not-a-date"
  /** A working calendar leaves no day to work. Facts: date. */
  | "no-working-day"
  /** A unit code cannot be read. Facts: given, at (position from 0), part. */
  | "unknown-unit"
  /** Two units measure different things, or their annotations differ. Facts: from, to. */
  | "unit-mismatch"
  /** A unit with an offset or a logarithm stands where only a factor can be used. Facts: given. */
  | "special-unit"
  /** A formula cannot be read. Facts: at (position from 0), found, expected, formula? (its name). */
  | "expression-syntax"
  /** A formula is longer or deeper than is allowed. Facts: given, limit, at, formula?. */
  | "expression-too-long"
  /** A formula uses a name that nothing defines, or an input has no estimate. Facts: name, at?, formula?. */
  | "unknown-name"
  /** An input has the name of another one, or of a formula. Facts: name. */
  | "name-defined-twice"
  /** A name of a model is that of a constant or function. Facts: name. */
  | "name-reserved"
  /** A letter of another alphabet passes for a Latin one. Facts: name, letter, place (position in the name from 1), like. */
  | "name-lookalike"
  /** Formulas define each other in a circle. Facts: names, formula, at (where it closes). */
  | "cyclic-model"
  /** A formula or its slope has no finite value at the estimates, or in a trial. Facts: output, formula?, at?, trial? (from 0). */
  | "model-not-finite"
  | "slope-too-large"
  /** Trials could not show the uncertainty of an output: binary numbers are coarser than it, or its square is none. Facts: output, y, u. */
  | "beyond-resolution"
  /** An estimate of an input is NaN or infinite. Facts: input, given. */
  | "estimate-invalid"
  /** Equations have no solution near where the search began, or more than one way on. Facts: outputs, steps. */
  | "equations-unsolved"
  /** Equations were not solved in some of the trials. Facts: outputs, trial (the first, from 0). */
  | "equations-unsolved-in-trial"
  /** An output of equations has no solution between its bounds, or they do not bracket one. Facts: output, low, high. */
  | "solution-not-bracketed"
  /** A correlation coefficient is impossible, repeated, or names an unknown input. Facts: a, b, given, at (from 0). */
  | "correlation-invalid"
  /** Correlations contradict each other. Facts: smallestEigenvalue, distance (in Frobenius's norm, at least so far from every possible matrix). */
  | "correlations-inconsistent"
  /** Two distributions cannot be correlated as strongly as stated. Facts: a, b, given, min, max. */
  | "correlation-unattainable"
  /** Distributions cannot have their correlations all together. Facts: smallestEigenvalue, distance (of the scores, likewise). */
  | "correlations-unattainable"
  /** Parts of an uncertainty are larger together than the whole. Facts: input, parts, u. */
  | "shared-part-too-large"
  /** A distribution's parameter is missing or impossible. Facts: input, parameter, given. */
  | "distribution-invalid"
  /** A file that describes a model is not as it must be. Facts: at (path of members), expected. */
  | "model-file-invalid"
  /** A file states a member twice. Facts: at (path), name, line, column, againLine, againColumn (from 1). */
  | "member-twice"
  /** A file holds no model at all: it is no object. */
  | "not-a-model-file"
  /** A value of a series is NaN or infinite. Facts: name, at (position from 1), given. */
  | "not-finite"
  /** All values are equal where a spread is needed. Facts: name. */
  | "no-variation"
  /** A laboratory has two cells at one level, where all its results belong into one. Facts: laboratory. */
  | "laboratory-twice"
  /** The columns of a regression depend on each other. Facts: column (from 1). */
  | "fit-singular"
  /** A rule of a control chart is not among those that are known. Facts: given. */
  | "unknown-rule"
  /** A sampling table holds no plan for what was asked. Facts: name, given. */
  | "no-sampling-plan"
  /** Acceptance sampling was suspended, so that no further lot can be judged. Facts: lots (not accepted). */
  | "sampling-suspended";

export const refuse: Refuse<KernelRefusal> = refuser();

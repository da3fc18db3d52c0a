/**
 * One contribution to the uncertainty of a result: a source, how strongly the result follows it, and how well it is known.
 *
 * `source` is a key of the message catalogues or a plain name; `u` is a standard uncertainty in the unit of the source;
 * `sensitivity` is ∂result/∂source; `dof` are the degrees of freedom of `u` (Infinity when it is taken as exactly known).
 */
export type BudgetLine = {
  readonly source: string;
  readonly value?: number;
  readonly unit?: string;
  readonly distribution?: string;
  readonly sensitivity: number;
  readonly u: number;
  readonly dof: number;
};

/** A measured value with its combined standard uncertainty, effective degrees of freedom and the budget behind both. */
export type Measurement = {
  readonly value: number;
  readonly u: number;
  readonly dof: number;
  /** UCUM code of value and u. */
  readonly unit: string;
  readonly budget: readonly BudgetLine[];
};

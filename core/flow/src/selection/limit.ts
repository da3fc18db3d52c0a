/** Decimal digits as text, exact; trailing zeros are kept because rounding to the limit's last digit needs them. */
export type DecimalDigits = string;

/** A closed or half-open range. A side that is absent is unbounded; an end counts as inside unless marked exclusive. */
export type IntervalLimit = {
  readonly kind: "interval";
  readonly min?: DecimalDigits;
  readonly max?: DecimalDigits;
  readonly minExclusive?: true;
  readonly maxExclusive?: true;
};

/**
 * What a requirement asks of its characteristic. Exactly one kind per row.
 *
 * - `not-detected`: absent in the stated amount of product, e.g. "25 g".
 * - `plan`: a sampling plan; microbiology has n, c, m, M, net content has lot, n, lambda, cT1, cT2.
 * - `severity`: run at least at `level` of `scale` and passed; a pass at a higher level covers a lower one.
 * - `formula`: computed from product data; `side` says what it bounds (`abs` is a symmetric tolerance).
 * - `conform`: pass or fail against the text.
 * - `one-of`, `all-of`: admissible or necessary values.
 */
export type Limit =
  | IntervalLimit
  | { readonly kind: "not-detected"; readonly amount: string }
  | { readonly kind: "plan"; readonly plan: Readonly<Record<string, string>> }
  | { readonly kind: "severity"; readonly level: DecimalDigits; readonly scale: string }
  | {
      readonly kind: "formula";
      readonly side: "min" | "max" | "eq" | "abs";
      readonly expr: string;
      readonly vars: Readonly<Record<string, string>>;
    }
  | { readonly kind: "conform"; readonly text: string }
  | { readonly kind: "one-of"; readonly values: readonly string[] }
  | { readonly kind: "all-of"; readonly values: readonly string[] };

export type LimitKind = Limit["kind"];

/**
 * What a stage asks of all units examined so far. Figures are decimal digits in the unit of the results; bounds are
 * inclusive. `point` names one of several series, for example a sampling time; absent is the only series.
 *
 * - `each`: every unit lies within the bounds.
 * - `count`: at most `most` units lie outside the bounds.
 * - `mean`: the mean lies within the bounds.
 * - `acceptance-value`: |M − x̄| + k s ≤ `most`, where M is x̄ itself, but not below `from` nor above `to`. With `places`
 *   the left side is rounded half up to so many before it is compared.
 * - `reference-range`: every unit lies within (1 ± share)·M, with M as above.
 * - `squares`: (about − x̄)² + s² ≤ `most`.
 * - `all`, `any`, `not`: as they say.
 */
export type Criterion =
  | ({ readonly kind: "each" | "mean"; readonly point?: string } & Bounds)
  | ({ readonly kind: "count"; readonly most: number; readonly point?: string } & Bounds)
  | ({
      readonly kind: "acceptance-value";
      readonly k: string;
      readonly most: string;
      readonly places?: number;
    } & Reference)
  | ({ readonly kind: "reference-range"; readonly share: string } & Reference)
  | { readonly kind: "squares"; readonly about: string; readonly most: string }
  | { readonly kind: "all" | "any"; readonly of: readonly Criterion[] }
  | { readonly kind: "not"; readonly of: Criterion };

export type Bounds = { readonly min?: string; readonly max?: string };
export type Reference = { readonly from: string; readonly to: string };

/** One stage of a staged rule: how many units it rests on in all, and what they have to show. */
export type StagedStage = {
  readonly label: string;
  readonly total: number;
  readonly accept: Criterion;
  /** What has to hold for a further stage to follow; absent: it always does. Beyond the last stage there is none. */
  readonly goOn?: Criterion;
};

/** A rule that may ask for more units before it decides. A value: it can be stored, sent and printed. */
export type StagedRule = {
  readonly kind: "staged";
  readonly document: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Symbol of the unit in which results and bounds are. */
  readonly unit: string;
  readonly stages: readonly StagedStage[];
};

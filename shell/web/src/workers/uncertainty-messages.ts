import type { AdaptiveProgress } from "@quanheng/kernel/montecarlo/adaptive.ts";
import type { Interval } from "@quanheng/kernel/montecarlo/summary.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { EvaluatedOutput, Evaluation, Unjudged } from "@quanheng/kernel/uncertainty/evaluation.ts";
import type { Finding } from "@quanheng/kernel/uncertainty/findings.ts";

/** How often values fell into each of equally wide classes, as a density that integrates to the share inside. */
export type Histogram = {
  readonly low: number;
  readonly high: number;
  readonly densities: readonly number[];
};

/** What many values of one output say, drawn in whatever way. */
export type Drawn = {
  readonly y: number;
  readonly u: number;
  readonly symmetric: Interval;
  readonly shortest: Interval;
  readonly histogram: Histogram;
  /** Share of the values within the limits; null where this output has none. */
  readonly conforming: number | null;
  /** By order of the propagation law: why these values do not judge it; null where they do. */
  readonly unjudged: { readonly first: Unjudged | "preview" | null; readonly second: Unjudged | "preview" | null };
};

export type Refused = { readonly code: string; readonly facts: Facts };

/** First and second order with the preview of the trials. */
export type Preview = {
  readonly probability: number;
  readonly outputs: readonly EvaluatedOutput[];
  /** Correlation coefficients of the outputs, first order. */
  readonly correlation: readonly (readonly number[])[];
  readonly covariance: readonly (readonly number[])[];
  /** What must be known beside the figures. */
  readonly findings: readonly Finding[];
  /** One per output, or why there are none. */
  readonly drawn: readonly Drawn[] | Refused;
  readonly engine: string;
  /** Whether nothing more comes; else second order and more points follow. */
  readonly refined: boolean;
  readonly points: number;
  readonly milliseconds: number;
};

/** The trials, with histograms of all of their values. */
export type Run = {
  readonly evaluation: Evaluation;
  readonly drawn: readonly Drawn[];
  readonly milliseconds: number;
};

/** Limits of an output, by its name. */
export type Limits = { readonly output: string; readonly lower: number | null; readonly upper: number | null };

export type Question = {
  /** Comes back with the answers, which may be late. */
  readonly id: number;
  readonly kind: "preview" | "run";
  /** Content of a model file. */
  readonly content: unknown;
  readonly limits: Limits | null;
};

export type Answer =
  | { readonly kind: "preview"; readonly id: number; readonly preview: Preview }
  | { readonly kind: "progress"; readonly progress: readonly AdaptiveProgress[] }
  | { readonly kind: "run"; readonly run: Run }
  | { readonly kind: "refused"; readonly id: number; readonly refused: Refused };

import type { ModelRule } from "@quanheng/flow/decision/model-decision.ts";

/** How an input is known: by an estimate, a certificate, readings, or a distribution of a kind. */
export const WAYS = [
  "estimate",
  "certificate",
  "readings",
  "rectangular",
  "triangular",
  "trapezoidal",
  "curvilinear-trapezoid",
  "arcsine",
  "t",
  "exponential",
  "gamma",
  "poisson",
  "discrete",
  "samples",
  "constant",
] as const;
export type Way = (typeof WAYS)[number];

/** A figure or a list of figures that a way is stated by, as a model file names it. */
export type Entry =
  | "x"
  | "u"
  | "U"
  | "k"
  | "dof"
  | "a"
  | "beta"
  | "d"
  | "scale"
  | "shape"
  | "mean"
  | "readings"
  | "values"
  | "weights"
  | "sample";

/** What each way asks, in this order; those with a question mark may be left out. */
export const ENTRIES: Readonly<Record<Way, readonly `${Entry}${"" | "?"}`[]>> = {
  estimate: ["x", "u", "dof?", "sample?"],
  certificate: ["x", "U", "k", "dof?"],
  readings: ["readings", "sample?"],
  rectangular: ["x", "a"],
  triangular: ["x", "a"],
  trapezoidal: ["x", "a", "beta"],
  "curvilinear-trapezoid": ["x", "a", "d"],
  arcsine: ["x", "a"],
  t: ["x", "scale", "dof"],
  exponential: ["x"],
  gamma: ["shape", "scale"],
  poisson: ["mean"],
  discrete: ["values", "weights"],
  samples: ["values"],
  constant: ["x"],
};

/** Entries that hold several figures. */
export const LISTS: ReadonlySet<Entry> = new Set(["readings", "values", "weights"]);

/** Entries that may be a formula of the estimates, such as 0.1 + 0.02*x where x is the input's own. */
export const FORMULAS: ReadonlySet<Entry> = new Set(["u", "U", "a", "d", "scale"]);

/** Whether an entry is written as a formula and not as a number. */
export function isFormula(text: string): boolean {
  return /[\p{L}_(*/]/u.test(text.trim().replace(/^[-+−]?[\d.]+[eE][-+]?\d+$/, ""));
}

export type InputEntry = {
  readonly way: Way;
  readonly unit: string;
  readonly entries: Readonly<Partial<Record<Entry, string>>>;
  /** Members of a file that have no field here, kept as they are: sources in common, remarks. */
  readonly more: Readonly<Record<string, unknown>>;
};

/** `key` tells rows apart while they are edited; it is not part of a file. */
export type CorrelationEntry = { readonly key: number; readonly a: string; readonly b: string; readonly r: string };

/** Everything on the workbench as it was typed. Nothing is lost by a fault in it. */
export type Workbench = {
  readonly model: string;
  /** Whether the formulas are equations that are zero at the solution. */
  readonly equations: boolean;
  /** Where the search for the solution begins: a line for each unknown. */
  readonly start: string;
  readonly unit: string;
  /** By name; those that the model no longer uses stay, in case it does again. */
  readonly inputs: Readonly<Record<string, InputEntry>>;
  /** Inputs that the file states beside those of its model; the draws of trials count them too. */
  readonly idle?: readonly string[];
  readonly correlations: readonly CorrelationEntry[];
  readonly probability: string;
  readonly dofPolicy: "truncate" | "interpolate";
  readonly digits: "1" | "2";
  readonly seed: string;
  readonly mostTrials: string;
  readonly decision: {
    /** Output that is decided; empty is the first. */
    readonly output: string;
    readonly lower: string;
    readonly upper: string;
    readonly rule: ModelRule;
    /** Guard band as a multiple of U, for the rules that have one. */
    readonly guard: string;
  };
  /** Members of a file that have no field here, kept as they are. */
  readonly more: Readonly<Record<string, unknown>>;
};

export const NEW_INPUT: InputEntry = { way: "estimate", unit: "", entries: {}, more: {} };

export const EMPTY: Workbench = {
  model: "",
  equations: false,
  start: "",
  unit: "",
  inputs: {},
  correlations: [],
  probability: "0.95",
  dofPolicy: "truncate",
  digits: "2",
  seed: "1",
  mostTrials: "10000000",
  decision: { output: "", lower: "", upper: "", rule: "non-binary", guard: "1" },
  more: {},
};

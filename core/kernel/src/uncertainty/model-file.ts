import { decimal, toNumber } from "../decimal.ts";
import type { Correlation } from "../linear/correlation-matrix.ts";
import { type Distribution, moments } from "../montecarlo/distribution.ts";
import { refuse } from "../refusals.ts";
import { mean, sampleSd } from "../statistics.ts";
import type { DofPolicy } from "./coverage.ts";
import type { InputEstimate } from "./input-estimate.ts";

/** An input as first order propagation sees it and as the trials draw it. */
export type ModelInput = InputEstimate & { readonly distribution: Distribution };

/** A measurement model with what is known of its inputs, and how it is to be evaluated. */
export type ModelFile = {
  readonly formulas: Readonly<Record<string, string>>;
  readonly unit: string | null;
  readonly inputs: readonly ModelInput[];
  readonly correlations: readonly Correlation[];
  readonly probability: number;
  readonly dofPolicy: DofPolicy;
  readonly trials: { readonly digits: 1 | 2; readonly seed: number; readonly most: number } | null;
};

const USUAL = { probability: 0.95, digits: 2, seed: 1, most: 10_000_000 } as const;

/**
 * Reads a model file. Numbers are JSON numbers or decimal digits in a text.
 *
 * An input is one of `{x, u, dof?}`, `{x, U, k, dof?}`, `{readings, sample?}` (type A: mean, s/√n, n − 1) or
 * `{distribution, …}` with the parameters of its kind. Inputs known by finite degrees of freedom are drawn from a
 * scaled and shifted t.
 *
 * @throws Refusal `model-file-invalid` with the place, `not-a-number`, `too-few-values`, `distribution-invalid`
 * @source JCGM 100:2008, 4.2 and 4.3; JCGM 101:2008, 6.4.7.1, 6.4.9.4 and 6.4.9.7
 */
export function readModelFile(content: unknown): ModelFile {
  const file = members(content, "file");
  const formulas = Object.entries(members(file["model"], "model")).map(([name, formula]) => {
    return typeof formula === "string" ? ([name, formula] as const) : wrong(`model.${name}`, "a formula");
  });
  if (formulas.length === 0) wrong("model", "a formula");
  const unit = file["unit"];
  if (unit !== undefined && typeof unit !== "string") wrong("unit", "a text");
  return {
    formulas: Object.fromEntries(formulas),
    unit: typeof unit === "string" ? unit : null,
    inputs: Object.entries(members(file["inputs"], "inputs")).map(([name, row]) => input(name, row)),
    correlations: list(file["correlations"] ?? [], "correlations").map(correlation),
    probability: optional(file, "probability", "probability") ?? USUAL.probability,
    dofPolicy: dofPolicy(file["dofPolicy"] ?? "truncate"),
    trials: trialSettings(file["monteCarlo"]),
  };
}

type Members = Readonly<Record<string, unknown>>;

function input(name: string, content: unknown): ModelInput {
  const at = `inputs.${name}`;
  const row = members(content, at);
  const sample = row["sample"];
  const shared = typeof sample === "string" ? { sample } : {};
  if ("readings" in row) return observed(name, list(row["readings"], `${at}.readings`), shared);
  if ("distribution" in row) {
    const distribution = readDistribution(at, row);
    return { name, ...moments(name, distribution), distribution };
  }
  const x = required(row, "x", at);
  const u = "U" in row ? required(row, "U", at) / required(row, "k", at) : required(row, "u", at);
  const dof = optional(row, "dof", at) ?? Infinity;
  return { name, x, u, dof, ...shared, distribution: known(x, u, dof) };
}

/** Repeated readings. @source JCGM 100:2008, 4.2.3; JCGM 101:2008, 6.4.9.2 */
function observed(name: string, readings: readonly unknown[], shared: { readonly sample?: string }): ModelInput {
  const values = readings.map((value, k) => number(value, `inputs.${name}.readings[${k}]`));
  if (values.length < 2) return refuse("too-few-values", { given: values.length, needed: 2 });
  const [x, u, dof] = [mean(values), sampleSd(values) / Math.sqrt(values.length), values.length - 1];
  return { name, x, u, dof, ...shared, distribution: known(x, u, dof) };
}

function known(x: number, u: number, dof: number): Distribution {
  if (u === 0) return { kind: "constant", x };
  return dof === Infinity ? { kind: "normal", x, u } : { kind: "t", x, scale: u, dof };
}

/** The parameters of each kind, as a file names them. */
const PARAMETERS = {
  constant: ["x"],
  normal: ["x", "u"],
  t: ["x", "scale", "dof"],
  rectangular: ["x", "a"],
  triangular: ["x", "a"],
  arcsine: ["x", "a"],
  trapezoidal: ["x", "a", "beta"],
  "curvilinear-trapezoid": ["x", "a", "d"],
  exponential: ["x"],
  gamma: ["shape", "scale"],
  poisson: ["mean"],
} as const satisfies Readonly<Record<Exclude<Distribution["kind"], "samples" | "discrete">, readonly string[]>>;

function readDistribution(at: string, row: Members): Distribution {
  const kind = row["distribution"];
  if (kind === "samples") return { kind, values: numbers(row["values"], `${at}.values`) };
  if (kind === "discrete") {
    return { kind, values: numbers(row["values"], `${at}.values`), weights: numbers(row["weights"], `${at}.weights`) };
  }
  if (typeof kind !== "string" || !Object.hasOwn(PARAMETERS, kind)) {
    return wrong(`${at}.distribution`, [...Object.keys(PARAMETERS), "discrete", "samples"].join(" | "));
  }
  const names = PARAMETERS[kind as keyof typeof PARAMETERS];
  const given = Object.fromEntries(names.map((name) => [name, required(row, name, at)]));
  return { kind, ...given } as Distribution;
}

function correlation(content: unknown, k: number): Correlation {
  const at = `correlations[${k}]`;
  const row = members(content, at);
  const { a, b } = row;
  if (typeof a !== "string" || typeof b !== "string") return wrong(at, "a, b, r");
  return { a, b, r: required(row, "r", at) };
}

function dofPolicy(content: unknown): DofPolicy {
  return content === "truncate" || content === "interpolate" ? content : wrong("dofPolicy", "truncate | interpolate");
}

function trialSettings(content: unknown): ModelFile["trials"] {
  if (content === false) return null;
  const row = members(content ?? {}, "monteCarlo");
  const digits = optional(row, "digits", "monteCarlo") ?? USUAL.digits;
  if (digits !== 1 && digits !== 2) return wrong("monteCarlo.digits", "1 | 2");
  const seed = optional(row, "seed", "monteCarlo") ?? USUAL.seed;
  const most = optional(row, "mostTrials", "monteCarlo") ?? USUAL.most;
  if (!(Number.isInteger(most) && most >= 1000 && most <= 100_000_000))
    wrong("monteCarlo.mostTrials", "1000 … 100000000");
  return { digits, seed, most };
}

function members(content: unknown, at: string): Members {
  if (typeof content === "object" && content !== null && !Array.isArray(content)) return content as Members;
  return wrong(at, "{…}");
}

function list(content: unknown, at: string): readonly unknown[] {
  return Array.isArray(content) ? content : wrong(at, "[…]");
}

function numbers(content: unknown, at: string): number[] {
  return list(content, at).map((value, k) => number(value, `${at}[${k}]`));
}

function required(row: Members, name: string, at: string): number {
  return optional(row, name, at) ?? wrong(`${at}.${name}`, "a number");
}

function optional(row: Members, name: string, at: string): number | undefined {
  const content = Object.hasOwn(row, name) ? row[name] : undefined;
  if (content === undefined || content === null) return undefined;
  return content === "inf" && name === "dof" ? Infinity : number(content, `${at}.${name}`);
}

function number(content: unknown, at: string): number {
  if (typeof content === "number" && Number.isFinite(content)) return content;
  return typeof content === "string" ? toNumber(decimal(content)) : wrong(at, "a number");
}

function wrong(at: string, expected: string): never {
  return refuse("model-file-invalid", { at, expected });
}

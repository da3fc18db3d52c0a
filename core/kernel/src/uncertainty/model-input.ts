import { type Distribution, moments } from "../montecarlo/distribution.ts";
import { refuse } from "../refusals.ts";
import { mean, sampleSd } from "../statistics.ts";
import {
  list,
  type Members,
  members,
  number,
  numberOrFormula,
  numbers,
  oneOf,
  onlyKnown,
  optional,
  own,
  required,
  text,
  wrong,
} from "./file-members.ts";
import type { InputEstimate, SharedPart } from "./input-estimate.ts";

/** An input as first order propagation sees it and as the trials draw it; repeated readings as they were given. */
export type ModelInput = InputEstimate & {
  readonly distribution: Distribution;
  readonly readings?: readonly number[];
};

/** What reading one input needs to know of the others: their estimates, and the degrees of freedom of sources. */
export type Around = {
  readonly estimates: ReadonlyMap<string, number>;
  /** By name; undefined where the file states none, and any name will do. */
  readonly sources: ReadonlyMap<string, number> | undefined;
};

/** Members that any input may have and that are read elsewhere, or by a reader only. */
const BESIDE = ["sample", "shared", "unit", "eval", "n"];

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
  discrete: ["values", "weights"],
  samples: ["values"],
} as const satisfies Readonly<Record<Distribution["kind"], readonly string[]>>;

/** Parameters that may be written as a formula of the estimates. */
const FORMULAS: readonly string[] = ["u", "U", "a", "d", "scale"];

/**
 * One input of a model file: `{x, u, dof?}`, `{x, U, k, dof?}`, `{readings}` (type A: mean, s/√n, n − 1) or
 * `{distribution, …}` with the parameters of its kind, each with `sample?` and `shared?`.
 *
 * @throws Refusal `model-file-invalid` with the place, also for a member that is not known; `not-a-number`,
 * `too-few-values`, `distribution-invalid`, and those of `numberOrFormula`
 * @source JCGM 100:2008, 4.2 and 4.3; JCGM 101:2008, 6.4.7.1, 6.4.9.2, 6.4.9.4 and 6.4.9.7
 * @example readInput("V", { readings: ["5.007", "4.994", "5.005", "4.990", "4.999"] }, { estimates: new Map(), sources: new Map() }) // → { x: 4.9990, u: 0.0032, dof: 4 } (JCGM 100:2008, table H.2)
 * readInput("m", { x: "100.02147", U: "0.00079", k: "2.26", dof: 9 }, { estimates: new Map(), sources: new Map() }) // → { u: 0.00035, dof: 9 } (JCGM 100:2008, 7.2.4)
 */
export function readInput(name: string, content: unknown, around: Around): ModelInput {
  const at = `inputs.${name}`;
  const row = spelledOut(members(content, at), at);
  const kin = kinship(row, at, around);
  if ("readings" in row) {
    onlyKnown(row, ["readings", ...BESIDE], at);
    return { name, ...observed(list(row["readings"], `${at}.readings`), `${at}.readings`), ...kin };
  }
  if ("distribution" in row) {
    const distribution = readDistribution(name, row, around);
    const dof = distribution.kind === "t" ? {} : defined("dof", optional(row, "dof", at));
    return { name, ...moments(name, distribution), ...dof, ...kin, distribution };
  }
  const certificate = "U" in row;
  onlyKnown(row, [...(certificate ? ["x", "U", "k", "dof"] : ["x", "u", "dof"]), ...BESIDE], at);
  const x = estimateOf(name, around) ?? required(row, "x", at);
  const given = (member: string) => parameterOf(name, row, member, around);
  const u = certificate ? given("U") / required(row, "k", at) : given("u");
  const dof = optional(row, "dof", at) ?? Infinity;
  return { name, x, u, dof, ...kin, distribution: known(x, u, dof) };
}

/**
 * The estimate that an input states by a number, or the mean of its readings; undefined where it follows from other parameters.
 *
 * @param at path of the input, for the refusal
 * @throws Refusal `model-file-invalid`, `not-a-number`, `too-few-values`
 * @source JCGM 100:2008, 4.2.1 and 4.3
 * @example statedEstimate({ readings: ["5.007", "4.994", "5.005", "4.990", "4.999"] }, "inputs.V") // → 4.9990 (JCGM 100:2008, table H.2)
 * statedEstimate({ distribution: "gamma", shape: 2, scale: 3 }, "inputs.a") // → undefined (it follows from shape and scale)
 */
export function statedEstimate(content: unknown, at: string): number | undefined {
  const row = members(content, at);
  if ("readings" in row) return mean(readingsOf(list(row["readings"], `${at}.readings`), `${at}.readings`));
  return "x" in row ? number(row["x"], `${at}.x`) : undefined;
}

/** Other spellings of members: `dist` and `nu`. */
function spelledOut(row: Members, at: string): Members {
  for (const [other, name] of OTHER_SPELLINGS) oneOf(row, name, other, `${at}.`);
  const entries = Object.entries(row).map(([member, value]) => [OTHER_SPELLINGS.get(member) ?? member, value] as const);
  return Object.fromEntries(entries);
}

const OTHER_SPELLINGS = new Map([
  ["dist", "distribution"],
  ["nu", "dof"],
]);

function kinship(row: Members, at: string, { sources }: Around): Pick<ModelInput, "sample" | "shared"> {
  const sample = own(row, "sample");
  const shared = own(row, "shared");
  return {
    ...(sample === undefined ? {} : { sample: text(sample, `${at}.sample`) }),
    ...(shared === undefined ? {} : { shared: sharedParts(shared, `${at}.shared`, sources) }),
  };
}

function sharedParts(content: unknown, at: string, sources: Around["sources"]): SharedPart[] {
  return Object.entries(members(content, at)).map(([source, u]) => {
    if (sources && !sources.has(source)) wrong(`${at}.${source}`, [...sources.keys()].join(", "));
    return { source, u: number(u, `${at}.${source}`), dof: sources?.get(source) ?? Infinity };
  });
}

function estimateOf(name: string, { estimates }: Around): number | undefined {
  return estimates.get(name);
}

/** A parameter that is a number or, where it may, a formula in which `x` is the estimate itself. */
function parameterOf(name: string, row: Members, member: string, around: Around): number {
  const at = `inputs.${name}`;
  if (!FORMULAS.includes(member)) return required(row, member, at);
  const content = own(row, member) ?? wrong(`${at}.${member}`, "a number or a formula");
  return numberOrFormula(content, `${at}.${member}`, around.estimates, around.estimates.get(name));
}

/** Repeated readings. @source JCGM 100:2008, 4.2.3; JCGM 101:2008, 6.4.9.2 */
function observed(
  content: readonly unknown[],
  at: string,
): Pick<ModelInput, "x" | "u" | "dof" | "distribution" | "readings"> {
  const readings = readingsOf(content, at);
  const [x, u, dof] = [mean(readings), sampleSd(readings) / Math.sqrt(readings.length), readings.length - 1];
  return { x, u, dof, distribution: known(x, u, dof), readings };
}

function readingsOf(content: readonly unknown[], at: string): number[] {
  const values = content.map((value, k) => number(value, `${at}[${k}]`));
  return values.length < 2 ? refuse("too-few-values", { given: values.length, needed: 2, at }) : values;
}

function known(x: number, u: number, dof: number): Distribution {
  if (u === 0) return { kind: "constant", x };
  return dof === Infinity ? { kind: "normal", x, u } : { kind: "t", x, scale: u, dof };
}

function readDistribution(name: string, row: Members, around: Around): Distribution {
  const at = `inputs.${name}`;
  const kind = row["distribution"];
  if (typeof kind !== "string" || !Object.hasOwn(PARAMETERS, kind)) {
    return wrong(`${at}.distribution`, Object.keys(PARAMETERS).join(" | "));
  }
  const parameters: readonly string[] = PARAMETERS[kind as keyof typeof PARAMETERS];
  onlyKnown(row, ["distribution", ...parameters, "dof", ...BESIDE], at);
  const given = parameters.map((parameter) => {
    if (parameter === "values" || parameter === "weights") {
      return [parameter, numbers(row[parameter], `${at}.${parameter}`)] as const;
    }
    if (parameter === "x") return [parameter, estimateOf(name, around) ?? required(row, "x", at)] as const;
    return [parameter, parameterOf(name, row, parameter, around)] as const;
  });
  return { kind, ...Object.fromEntries(given) } as Distribution;
}

function defined(name: string, value: number | undefined): Record<string, number> {
  return value === undefined ? {} : { [name]: value };
}

import type { Correlation } from "../linear/correlation-matrix.ts";
import { checkNames } from "../model/names.ts";
import type { ScatterGroup } from "../montecarlo/plan.ts";
import { refuse } from "../refusals.ts";
import type { DofPolicy } from "./coverage.ts";
import type { ImplicitModel } from "./equations.ts";
import {
  list,
  type Members,
  members,
  number,
  oneOf,
  onlyKnown,
  optional,
  own,
  positiveDof,
  required,
  text,
  wrong,
} from "./file-members.ts";
import { type ModelInput, readInput, statedEstimate } from "./model-input.ts";
import { allCorrelations, jointDistributions, type MultivariateDof, scatterGroups } from "./together.ts";

export type { ModelInput } from "./model-input.ts";

/** A measurement model with what is known of its inputs, and how it is to be evaluated. */
export type ModelFile = {
  readonly formulas: Readonly<Record<string, string>>;
  /** Equations in place of formulas; then there are no formulas. */
  readonly implicit: ImplicitModel | null;
  readonly unit: string | null;
  readonly inputs: readonly ModelInput[];
  /** Those that are stated, and those that follow from readings made together and from sources in common. */
  readonly correlations: readonly Correlation[];
  /** Inputs whose trials scatter together, as a multivariate t does. */
  readonly scatter: readonly ScatterGroup[];
  readonly probability: number;
  readonly dofPolicy: DofPolicy;
  readonly trials: { readonly digits: 1 | 2; readonly seed: number; readonly most: number } | null;
};

const USUAL = { probability: 0.95, digits: 2, seed: 1, most: 10_000_000 } as const;

/**
 * Reads a model file. Numbers are JSON numbers or decimal digits in a text; an uncertainty or half width may be a
 * formula of the estimates.
 *
 * @param values other estimates of inputs than the file states: uncertainties that are formulas follow them
 * @throws Refusal `not-a-model-file`, `model-file-invalid` with the place, `name-reserved`, `name-lookalike`,
 * `not-a-number`, `too-few-values`, `distribution-invalid`,
 * `values-differ-in-number` for readings of one sample that differ in number, `shared-part-too-large`
 * @source JCGM 100:2008, 4.2, 4.3, 5.2.3 and F.1.2.3; JCGM 101:2008, 6.4
 * @example readModelFile({ model: { Z: "V/J" }, inputs: { V: { readings: ["5.007", "4.994", "5.005", "4.990", "4.999"], sample: "one" }, J: { readings: ["0.019663", "0.019639", "0.019640", "0.019685", "0.019678"], sample: "one" } } }) // → { inputs: [{ name: "V", x: 4.9990, u: 0.0032, dof: 4 }, { name: "J", x: 0.0196610, u: 0.0000095, dof: 4 }], correlations: [{ a: "V", b: "J", r: -0.36 }], probability: 0.95 } (JCGM 100:2008, table H.2)
 * readModelFile({ model: { y: "2*L" }, inputs: { L: { x: 10, u: "0.1 + 0.02*x" } } }, { L: 20 }).inputs[0].u // → 0.5 (0.1 + 0.02·20: u follows the estimate)
 */
export function readModelFile(content: unknown, values: Readonly<Record<string, number>> = {}): ModelFile {
  if (typeof content !== "object" || content === null || Array.isArray(content)) refuse("not-a-model-file", {});
  const file = members(content, "file");
  const stranger = Object.keys(file).find((name) => !MEMBERS.has(name));
  if (stranger !== undefined) wrong(stranger, [...MEMBERS].join(", "));
  const unit = own(file, "unit");
  const rows = Object.entries(members(file["inputs"], "inputs"));
  const model = modelOf(file);
  checkNames([...namesOf(model), ...rows.map(([name]) => name)]);
  const around = { estimates: estimatesOf(rows, values), sources: sourcesOf(own(file, "sources")) };
  const read = rows.map(([name, row]) => readInput(name, row, around));
  const stated = list(own(file, "correlations") ?? [], "correlations").map(correlation);
  const inputs = jointDistributions(read, multivariateDof(own(file, "multivariateDof") ?? "n-1"));
  const correlations = allCorrelations(inputs, stated);
  return {
    ...model,
    unit: unit === undefined ? null : text(unit, "unit"),
    inputs,
    correlations,
    scatter: scatterGroups(inputs, correlations, copulaDof(own(file, "copula") ?? "gaussian")),
    probability: number(own(file, oneOf(file, "probability", "p", "")) ?? USUAL.probability, "probability"),
    dofPolicy: dofPolicy(own(file, "dofPolicy") ?? "truncate"),
    trials: trialSettings(file),
  };
}

/** What a file may hold. A misspelt member would change the result without a word, so that others are refused. */
const MEMBERS: ReadonlySet<string> = new Set([
  ...[
    "model",
    "equations",
    "start",
    "within",
    "unit",
    "inputs",
    "correlations",
    "sources",
    "multivariateDof",
    "copula",
  ],
  ...["probability", "p", "dofPolicy", "monteCarlo", "mcm", "methods", "decision"],
  ...["$schema", "schema", "id", "title", "name", "description", "source", "note"],
]);

function modelOf(file: Members): Pick<ModelFile, "formulas" | "implicit"> {
  const equations = own(file, "equations");
  if (equations === undefined) return { formulas: formulasOf(file["model"], "model"), implicit: null };
  if (own(file, "model") !== undefined) wrong("model", "model or equations");
  const start = members(file["start"], "start");
  const within = members(own(file, "within") ?? {}, "within");
  const unknown = Object.keys(within).find((name) => !Object.hasOwn(start, name));
  if (unknown !== undefined) wrong(`within.${unknown}`, Object.keys(start).join(", "));
  return {
    formulas: {},
    implicit: {
      equations: formulasOf(equations, "equations"),
      start: Object.fromEntries(Object.keys(start).map((name) => [name, required(start, name, "start")])),
      within: Object.fromEntries(Object.entries(within).map(([name, pair]) => [name, bounds(pair, `within.${name}`)])),
    },
  };
}

/** What the model defines: its outputs, or the unknowns of its equations. */
function namesOf({ formulas, implicit }: Pick<ModelFile, "formulas" | "implicit">): readonly string[] {
  return Object.keys(implicit ? implicit.start : formulas);
}

function formulasOf(content: unknown, at: string): Readonly<Record<string, string>> {
  const formulas = Object.entries(members(content, at)).map(([name, formula]) => {
    return typeof formula === "string" ? ([name, formula] as const) : wrong(`${at}.${name}`, "a formula");
  });
  if (formulas.length === 0) wrong(at, "a formula");
  return Object.fromEntries(formulas);
}

function bounds(content: unknown, at: string): { readonly low: number; readonly high: number } {
  const [low, high, ...more] = list(content, at);
  if (more.length > 0) wrong(at, "[low, high]");
  return { low: number(low, `${at}[0]`), high: number(high, `${at}[1]`) };
}

function estimatesOf(
  rows: readonly (readonly [string, unknown])[],
  values: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const names = new Set(rows.map(([name]) => name));
  const stranger = Object.keys(values).find((name) => !names.has(name));
  if (stranger !== undefined) refuse("unknown-name", { name: stranger });
  return new Map(
    rows.flatMap(([name, row]) => {
      const at = `inputs.${name}`;
      const moved = Object.hasOwn(values, name);
      if (moved && own(members(row, at), "readings") !== undefined) wrong(`${at}.readings`, "x");
      const x = moved ? values[name] : statedEstimate(row, at);
      return x === undefined ? [] : [[name, x] as const];
    }),
  );
}

function sourcesOf(content: unknown): ReadonlyMap<string, number> | undefined {
  if (content === undefined) return undefined;
  return new Map(
    Object.entries(members(content, "sources")).map(([name, content]) => {
      const at = `sources.${name}`;
      const row = members(content, at);
      onlyKnown(row, ["dof", "nu", "unit"], at);
      return [name, positiveDof(row, at) ?? Infinity] as const;
    }),
  );
}

function correlation(content: unknown, k: number): Correlation {
  const at = `correlations[${k}]`;
  const row = members(content, at);
  onlyKnown(row, ["a", "b", "r"], at);
  const { a, b } = row;
  if (typeof a !== "string" || typeof b !== "string") return wrong(at, "a, b, r");
  return { a, b, r: required(row, "r", at) };
}

function multivariateDof(content: unknown): MultivariateDof {
  return content === "n-1" || content === "n-N" ? content : wrong("multivariateDof", "n-1 | n-N");
}

function copulaDof(content: unknown): number | null {
  if (content === "gaussian") return null;
  if (typeof content === "string") return wrong("copula", 'gaussian | {"t": dof}');
  const row = members(content, "copula");
  onlyKnown(row, ["t"], "copula");
  return required(row, "t", "copula");
}

function dofPolicy(content: unknown): DofPolicy {
  return content === "truncate" || content === "interpolate" ? content : wrong("dofPolicy", "truncate | interpolate");
}

/** `mcm` and `ndig` are other spellings; `methods` without `mcm` leaves the trials out. */
function trialSettings(file: Members): ModelFile["trials"] {
  const methods = own(file, "methods");
  if (methods !== undefined && !list(methods, "methods").includes("mcm")) return null;
  const name = oneOf(file, "monteCarlo", "mcm", "");
  const content = own(file, name);
  if (content === false) return null;
  const row = members(content ?? {}, name);
  onlyKnown(row, ["digits", "ndig", "seed", "mostTrials", "engine"], name);
  const digits = optional(row, oneOf(row, "digits", "ndig", `${name}.`), name) ?? USUAL.digits;
  if (digits !== 1 && digits !== 2) return wrong(`${name}.digits`, "1 | 2");
  const seed = optional(row, "seed", name) ?? USUAL.seed;
  if (!(Number.isSafeInteger(seed) && seed >= 0)) wrong(`${name}.seed`, "0 … 9007199254740991");
  const most = optional(row, "mostTrials", name) ?? USUAL.most;
  if (!(Number.isInteger(most) && most >= 1000 && most <= 100_000_000)) wrong(`${name}.mostTrials`, "1000 … 100000000");
  return { digits, seed, most };
}

import { prepareModel } from "@quanheng/kernel/model/tape.ts";
import { coverageFactor } from "@quanheng/kernel/uncertainty/coverage.ts";
import {
  type OutputEstimate,
  outputCorrelation,
  type Propagation,
  propagate,
} from "@quanheng/kernel/uncertainty/propagate.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded, within } from "./check.ts";
import { type InputRow, standardUncertainty } from "./input.ts";

type PropagationCase = {
  readonly id: string;
  readonly kind: "lpu";
  readonly model: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, InputRow>>;
  readonly correlations: readonly { a: string; b: string; r: number }[];
  readonly coverageProbability: number;
  readonly published?: readonly { quantity: string; published: number; decimals: number; agrees: boolean }[];
  readonly reference: {
    readonly outputs: Readonly<Record<string, Reference>>;
    readonly outputCorrelations?: Readonly<Record<string, number>>;
  };
};

type Reference = {
  readonly y: number;
  readonly u: number;
  readonly c: Readonly<Record<string, number>>;
  readonly nuEff?: number | "inf";
  readonly U?: { readonly real: number; readonly floor: number | null; readonly k2: number };
  readonly u2?: number;
  readonly y2?: number;
};

/** The reference figures carry 14 digits; y, u and sensitivities agree to this. */
const EXACT = 1e-12;

/** Their coverage factors were found by iteration: t(16) at 99 % differs from the table of distributions.json by 3e-11. */
const QUANTILE = 1e-10;

/** First and second order propagation of uncertainty; every figure of every output is a case. */
export function propagationCases(cases: readonly { readonly kind?: string }[]): readonly CaseResult[] {
  return cases.filter(isPropagation).flatMap((each) => guarded(each.id, () => caseResults(each)));
}

function isPropagation(each: { readonly kind?: string }): each is PropagationCase {
  return each.kind === "lpu";
}

function caseResults({
  id,
  model,
  inputs,
  correlations,
  coverageProbability,
  published = [],
  reference,
}: PropagationCase): CaseResult[] {
  const names = Object.keys(inputs);
  const estimates = Object.entries(inputs).map(([name, row]) => ({
    name,
    x: row.x,
    u: standardUncertainty(row),
    dof: dofOf(row.nu),
  }));
  const result = propagate(prepareModel(model, names), estimates, correlations);
  const outputs = result.outputs.flatMap((output) => {
    const expected = reference.outputs[output.name];
    if (!expected) return [{ id: `${id} ${output.name}`, ok: false, message: "the case has no reference" }];
    return outputResults(`${id} ${output.name}`, names, output, expected, coverageProbability);
  });
  return [
    ...outputs,
    ...correlationResults(id, result, reference.outputCorrelations ?? {}),
    ...publishedResults(id, result, published, coverageProbability),
  ];
}

/**
 * The figures as printed, to half a unit of their last digit. Those that the case file itself marks as not following
 * from the inputs are left out; core/kernel/KNOWN.md names them.
 */
function publishedResults(
  id: string,
  result: Propagation,
  published: NonNullable<PropagationCase["published"]>,
  p: number,
): CaseResult[] {
  return published
    .filter(({ agrees }) => agrees)
    .flatMap(({ quantity, published: printed, decimals }) => {
      const [name = "", ...rest] = quantity.split(".");
      const found =
        name === "corr" ? namedCorrelation(result, rest.join(".")) : figure(result, name, rest.join("."), p);
      const half = 0.5 * 10 ** -decimals * (1 + 1e-9);
      return found === undefined ? [] : [within(`${id} printed ${quantity}`, found, printed, half)];
    });
}

/** Undefined for what is no figure of an output, such as the correlations of raw data. */
function figure(result: Propagation, name: string, kind: string, p: number): number | undefined {
  const output = result.outputs.find((each) => each.name === name);
  if (!output) return undefined;
  const { y, u, dof, secondOrder } = output;
  switch (kind) {
    case "y":
      return y;
    case "u":
      return u;
    case "u2":
      return secondOrder?.u;
    case "U.k2":
      return 2 * u;
    case "U.floor":
      return dof === undefined ? undefined : coverageFactor(dof, p) * u;
    case "U.real":
      return dof === undefined ? undefined : coverageFactor(dof, p, "interpolate") * u;
    default:
      return undefined;
  }
}

function outputResults(
  id: string,
  names: readonly string[],
  output: OutputEstimate,
  expected: Reference,
  p: number,
): CaseResult[] {
  const { y, u, sensitivities, dof, secondOrder } = output;
  const second =
    expected.u2 !== undefined && secondOrder
      ? [
          close(`${id} u2`, secondOrder.u, expected.u2, EXACT),
          close(`${id} y2`, secondOrder.y, expected.y2 ?? NaN, EXACT),
        ]
      : [];
  return [
    close(`${id} y`, y, expected.y, EXACT),
    close(`${id} u`, u, expected.u, EXACT),
    ...names.map((name, i) => close(`${id} c(${name})`, sensitivities[i], expected.c[name] ?? NaN, EXACT)),
    // Correlated inputs of finite degrees of freedom leave them undefined; the case file says not to assert them.
    ...(dof === undefined || expected.nuEff === undefined ? [] : coverageResults(id, u, dof, expected, p)),
    ...second,
  ];
}

function coverageResults(id: string, u: number, dof: number, { nuEff, U }: Reference, p: number): CaseResult[] {
  const degrees = close(`${id} nuEff`, dof, dofOf(nuEff), 1e-9);
  if (!U) return [degrees];
  const floor =
    U.floor === null || Number.isNaN(U.floor)
      ? []
      : [close(`${id} U floor`, coverageFactor(dof, p) * u, U.floor, QUANTILE)];
  return [degrees, close(`${id} U real`, coverageFactor(dof, p, "interpolate") * u, U.real, QUANTILE), ...floor];
}

function correlationResults(id: string, result: Propagation, expected: Readonly<Record<string, number>>): CaseResult[] {
  return Object.entries(expected).map(([pair, r]) =>
    close(`${id} r(${pair})`, namedCorrelation(result, pair), r, 1e-11),
  );
}

/** The correlation of two outputs named like `R,X`. */
function namedCorrelation(result: Propagation, pair: string): number {
  const [a, b] = pair.split(",").map((name) => result.outputs.findIndex((output) => output.name === name));
  return outputCorrelation(result, a ?? -1, b ?? -1);
}

function dofOf(nu: number | "inf" | undefined): number {
  return nu === undefined || nu === "inf" ? Infinity : nu;
}

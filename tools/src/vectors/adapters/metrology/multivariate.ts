import { transformCovariance } from "@quanheng/kernel/linear/transform-covariance.ts";
import { prepareModel } from "@quanheng/kernel/model/tape.ts";
import { jointSummary } from "@quanheng/kernel/montecarlo/joint.ts";
import { planTrials } from "@quanheng/kernel/montecarlo/plan.ts";
import { runTrials } from "@quanheng/kernel/montecarlo/trials.ts";
import { fitLine } from "@quanheng/kernel/straight-line.ts";
import { boxFactor, ellipsoidFactor } from "@quanheng/kernel/uncertainty/joint-coverage.ts";
import { observedTogether } from "@quanheng/kernel/uncertainty/observed-together.ts";
import { outputCorrelation, propagate } from "@quanheng/kernel/uncertainty/propagate.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded, within } from "./check.ts";
import { type InputRow, readDistribution, standardUncertainty } from "./input.ts";

type Case = { readonly id: string; readonly kind?: string };
type Printed = {
  readonly quantity: string;
  readonly published: number;
  readonly decimals: number;
  readonly agrees: boolean;
};

/** Several outputs at once: their covariance, joint coverage, trials, and observations made together. */
export function multivariateCases(cases: readonly { readonly kind?: string }[]): readonly CaseResult[] {
  return (cases as readonly Case[]).flatMap((each) => guarded(each.id, () => caseResults(each)));
}

function caseResults(each: Case): readonly CaseResult[] {
  switch (each.kind) {
    case "mcm-multivariate":
      return trialsCase(each as TrialsCase);
    case "table":
      return isFactorCase(each) ? factorCase(each) : [];
    case "lpu-multivariate":
      return "jacobian" in each ? covarianceCase(each as CovarianceCase) : inverseCase(each as InverseCase);
    case "type-a-multi":
      return togetherCase(each as TogetherCase);
    case "linear-fit+lpu":
      return cadmiumCase(each as CadmiumCase);
    default:
      return [];
  }
}

function isFactorCase(each: Case): each is FactorCase {
  const { reference } = each as Partial<FactorCase>;
  return reference !== undefined && "ellipsoid" in reference;
}

function printed(id: string, rows: readonly Printed[], figures: Readonly<Record<string, number>>): CaseResult[] {
  return rows
    .filter(({ agrees }) => agrees)
    .map(({ quantity, published, decimals }) =>
      within(`${id} printed ${quantity}`, figures[quantity], published, 0.5 * 10 ** -decimals * (1 + 1e-9)),
    );
}

type TrialsCase = Case & {
  readonly model: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, InputRow>>;
  readonly correlations: readonly { a: string; b: string; r: number }[];
  readonly guf: Readonly<Record<string, number>>;
  readonly reference: Readonly<Record<string, number>> & { readonly standardErrors: readonly number[] };
  readonly published?: readonly Printed[];
};

const BLOCKS = 10;
const BLOCK_TRIALS = 200_000;
const SEED = 20_261_125;

/** Five figures of magnitude and phase within four standard errors, ours from the scatter of our blocks. */
function trialsCase({ id, model, inputs, correlations, guf, reference, published = [] }: TrialsCase): CaseResult[] {
  const prepared = prepareModel(model, Object.keys(inputs));
  const distributions = Object.fromEntries(Object.entries(inputs).map(([name, row]) => [name, readDistribution(row)]));
  const plan = planTrials(prepared, distributions, SEED, correlations);
  const blocks = Array.from({ length: BLOCKS }, (_, block) => {
    const { y, covariance } = jointSummary(runTrials(plan, block * BLOCK_TRIALS, BLOCK_TRIALS));
    return [y[0]!, Math.sqrt(covariance[0]![0]!), y[1]!, Math.sqrt(covariance[1]![1]!), covariance[0]![1]!];
  });
  const names = ["mean mag", "u(mag)", "mean ph", "u(ph)", "cov(mag,ph)"];
  const rows = names.map((name, k) => {
    const values = blocks.map((block) => block[k]!);
    const mean = values.reduce((total, value) => total + value, 0) / BLOCKS;
    const spread = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (BLOCKS - 1);
    return { name, mean, error: Math.hypot(reference.standardErrors[k]!, Math.sqrt(spread / BLOCKS)) };
  });
  return [
    ...rows.map(({ name, mean, error }) => within(`${id} ${name}`, mean, reference[name]!, 4 * error)),
    ...published.map(({ quantity, published: figure, decimals }) => {
      const row = rows.find(({ name }) => name === quantity);
      const half = 0.5 * 10 ** -decimals;
      return within(
        `${id} printed ${quantity}`,
        row?.mean,
        figure,
        Math.max(half * (1 + 1e-9), half + 4 * (row?.error ?? 0)),
      );
    }),
    ...firstOrder(id, prepared, inputs, correlations, guf),
  ];
}

function firstOrder(
  id: string,
  model: ReturnType<typeof prepareModel>,
  inputs: TrialsCase["inputs"],
  correlations: TrialsCase["correlations"],
  expected: TrialsCase["guf"],
): CaseResult[] {
  const estimates = Object.entries(inputs).map(([name, row]) => ({ name, x: row.x, u: standardUncertainty(row) }));
  const result = propagate(model, estimates, correlations);
  const [mag, ph] = result.outputs;
  return [
    close(`${id} first order mag`, mag?.y, expected["mag"]!, 1e-12),
    close(`${id} first order u(mag)`, mag?.u, expected["u(mag)"]!, 1e-12),
    within(`${id} first order ph`, ph?.y, expected["ph"]!, 1e-15),
    close(`${id} first order u(ph)`, ph?.u, expected["u(ph)"]!, 1e-12),
    within(`${id} first order r`, outputCorrelation(result, 0, 1), expected["r(mag,ph)"]!, 1e-12),
  ];
}

type FactorCase = Case & {
  readonly reference: {
    readonly p: readonly number[];
    readonly ellipsoid: Readonly<Record<string, readonly number[]>>;
    readonly "rectangle(bonferroni)": Readonly<Record<string, readonly number[]>>;
  };
  readonly published: readonly Printed[];
};

function factorCase({ id, reference, published }: FactorCase): CaseResult[] {
  const rows = (name: string, table: Readonly<Record<string, readonly number[]>>, factor: typeof boxFactor) =>
    Object.entries(table).flatMap(([m, values]) =>
      values.map((k, i) => within(`${id} ${name} ${m} ${reference.p[i]}`, factor(Number(m), reference.p[i]!), k, 6e-8)),
    );
  return [
    ...rows("ellipsoid", reference.ellipsoid, ellipsoidFactor),
    ...rows("box", reference["rectangle(bonferroni)"], boxFactor),
    ...printed(id, published, {
      "k ellipse m=2 p=.95": ellipsoidFactor(2, 0.95),
      "k rectangle m=2 p=.95": boxFactor(2, 0.95),
    }),
  ];
}

type CovarianceCase = Case & {
  readonly inputsCov: number[][];
  readonly jacobian: number[][];
  readonly reference: { readonly cov: number[][] };
};

/** The reference figures carry ten significant digits. */
function covarianceCase({ id, inputsCov, jacobian, reference }: CovarianceCase): CaseResult[] {
  const found = transformCovariance(jacobian, inputsCov);
  return reference.cov.flatMap((row, i) =>
    row.map((value, j) => close(`${id} cov(${i + 1},${j + 1})`, found[i]?.[j], value, 1e-9)),
  );
}

type InverseCase = Case & {
  readonly input: { readonly m: number[][]; readonly u_independent: number[][] };
  readonly published: readonly Printed[];
};

const INVERSE = {
  "[0][0]": "d/(a*d-b*c)",
  "[0][1]": "-b/(a*d-b*c)",
  "[1][0]": "-c/(a*d-b*c)",
  "[1][1]": "a/(a*d-b*c)",
};

/** The inverse of a 2 × 2 matrix, its elements independent, then made of two inputs: c = 3a and d = 2b. */
function inverseCase({ id, input, published }: InverseCase): CaseResult[] {
  const [a, b, c, d] = input.m.flat();
  const [ua, ub, uc, ud] = input.u_independent.flat();
  const rename = (formula: string) => formula.replaceAll("c", "(3*a)").replaceAll("d", "(2*b)");
  const dependent = Object.fromEntries(Object.entries(INVERSE).map(([name, formula]) => [name, rename(formula)]));
  const run = (model: Readonly<Record<string, string>>, inputs: Readonly<Record<string, readonly [number, number]>>) =>
    propagate(
      prepareModel(model, Object.keys(inputs)),
      Object.entries(inputs).map(([name, [x, u]]) => ({ name, x, u })),
    ).outputs;
  const independent = run(INVERSE, { a: [a!, ua!], b: [b!, ub!], c: [c!, uc!], d: [d!, ud!] });
  const shared = run(dependent, { a: [a!, ua!], b: [b!, ub!] });
  const figures = Object.fromEntries([
    ...independent.map(({ name, u }) => [`u inv${name} indep`, u]),
    ...shared.map(({ name, u }) => [`u inv${name} dep`, u]),
  ]) as Record<string, number>;
  return printed(id, published, figures);
}

type TogetherCase = Case & {
  readonly rawData: Readonly<Record<"V" | "J" | "phi", readonly number[]>>;
  readonly published: readonly Printed[];
};

/** Resistance, reactance and impedance of each set of readings, then their means. */
function togetherCase({ id, rawData, published }: TogetherCase): CaseResult[] {
  const model = prepareModel({ R: "V*cos(phi)/J", X: "V*sin(phi)/J", Z: "V/J" }, ["V", "J", "phi"]);
  const { outputs, correlation } = observedTogether(model, rawData);
  const figures: Record<string, number> = {};
  for (const [i, { name, values, y, u }] of outputs.entries()) {
    for (const [set, value] of values.entries()) figures[`${name}[${set + 1}]`] = value;
    figures[`mean ${name}`] = y;
    figures[`s ${name}`] = u;
    for (const [j, other] of outputs.entries()) figures[`r(${name},${other.name})`] = correlation[i]![j]!;
  }
  return printed(id, published, figures);
}

type CadmiumCase = Case & {
  readonly data: {
    readonly x_mgL: number[];
    readonly A: number[];
    readonly A_obs: number[];
    readonly aV: { dia_dm: number; u_dia: number; shape_rel_u: number };
    readonly f_acid: readonly [number, number];
  };
  readonly published: readonly Printed[];
};

/**
 * Cadmium released from ceramic ware: a concentration read off a calibration line feeds a product. The distributions
 * that the case gives as words (volume 332 mL, filled to 0.995 ± 0.005, read to 1 %, …) are written out here.
 */
function cadmiumCase({ id, data, published }: CadmiumCase): CaseResult[] {
  const line = fitLine(data.x_mgL, data.A);
  const observed = data.A_obs.reduce((total, value) => total + value, 0) / data.A_obs.length;
  const triangular = (a: number) => a / Math.sqrt(6);
  const rectangular = (a: number) => a / Math.sqrt(3);
  const estimates: Readonly<Record<string, readonly [number, number]>> = {
    A: [observed, line.s / Math.sqrt(data.A_obs.length)],
    B0: [line.intercept, line.uIntercept],
    B1: [line.slope, line.uSlope],
    flask: [332, triangular(2.5)],
    fill: [0.995, triangular(0.005)],
    reading: [1, triangular(0.01)],
    warm: [0, rectangular(332 * 2.1e-4 * 2)],
    dia: [data.aV.dia_dm, data.aV.u_dia],
    shape: [1, data.aV.shape_rel_u],
    acid: data.f_acid,
    time: [1, rectangular(0.0015)],
    temp: [1, rectangular(0.1)],
  };
  const model = prepareModel(
    {
      c0: "(A - B0)/B1",
      VL: "(flask*fill*reading + warm)/1000",
      aV: "pi*dia**2/4*shape",
      r: "c0*VL/aV*acid*time*temp",
    },
    Object.keys(estimates),
  );
  const { outputs } = propagate(
    model,
    Object.entries(estimates).map(([name, [x, u]]) => ({ name, x, u })),
    [{ a: "B0", b: "B1", r: line.r }],
  );
  const figures: Record<string, number> = {
    B0: line.intercept,
    "u(B0)": line.uIntercept,
    B1: line.slope,
    "u(B1)": line.uSlope,
  };
  for (const { name, y, u } of outputs) {
    figures[name] = y;
    figures[`u(${name})`] = u;
  }
  return printed(id, published, figures);
}

import {
  binomialCdf,
  chiSquareQuantile,
  fQuantile,
  hypergeometricCdf,
  normalCdf,
  normalQuantile,
  poissonCdf,
  tQuantile,
} from "@quanheng/kernel/distributions.ts";
import { coverageFactorOf, moments } from "@quanheng/kernel/montecarlo/distribution.ts";
import { philox, type Words } from "@quanheng/kernel/random/philox.ts";
import { combine } from "@quanheng/kernel/uncertainty/combine.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, same, within } from "./check.ts";
import { type InputRow, readDistribution } from "./input.ts";

export type DistributionFile = {
  readonly philox4x32_10?: readonly { counter: string[]; key: string[]; expected: string }[];
  readonly t?: readonly { nu: number; p: number; t: string }[];
  readonly gumTableG2?: readonly { nu: number; p: number; printed: number; recomputed: number }[];
  readonly quantiles?: Quantiles;
  readonly standardUncertainty?: readonly { dist: Omit<InputRow, "x">; u: number }[];
  readonly kRules?: {
    rectangular95: number;
    triangular95: number;
    arcsine95: number;
    trapezoidal95: Readonly<Record<string, number>>;
  };
  readonly welchSatterthwaite?: readonly { u: number[]; nu: (number | "inf")[]; nuEff: number }[];
};

type Quantiles = {
  readonly normal?: readonly { p: string; z: string }[];
  readonly chi2?: readonly { nu: number; p: number; x: number }[];
  readonly F?: readonly { nu1: number; nu2: number; p: number; x: number }[];
  readonly normalCdf?: readonly { x: string; cdf: string }[];
  readonly binomCdf?: readonly { k: number; n: number; p: number; cdf: number }[];
  readonly poissonCdf?: readonly { k: number; mu: number; cdf: number }[];
  readonly hypergeomCdf?: readonly { k: number; N: number; D: number; n: number; cdf: number }[];
};

/** Figures in the file carry 13 to 16 digits; this is what they agree to. */
const PRECISION = 2e-13;

/** Random words, quantiles and probabilities, standard uncertainties and coverage factors of distributions. */
export function distributionCases(file: DistributionFile): readonly CaseResult[] {
  return [
    ...(file.philox4x32_10 ?? []).map(({ counter, key, expected }) => {
      const words = philox(hex(counter) as unknown as Words, hex(key) as unknown as [number, number]);
      return same(`philox ${counter.join(" ")}`, words.map((w) => w.toString(16).padStart(8, "0")).join(" "), expected);
    }),
    ...(file.t ?? []).map(({ nu, p, t }) => close(`t ${nu} ${p}`, tQuantile(0.5 + p / 2, nu), t, PRECISION)),
    ...(file.gumTableG2 ?? []).map(({ nu, p, printed, recomputed }) =>
      within(`table G.2 ${nu} ${p}`, tQuantile(0.5 + p / 2, nu), recomputed, Math.abs(printed - recomputed) + 1e-7),
    ),
    ...quantileCases(file.quantiles ?? {}),
    ...(file.standardUncertainty ?? []).map(({ dist, u }) =>
      close(`standard uncertainty ${dist.dist}`, moments("x", readDistribution({ ...dist, x: 0 })).u, u, PRECISION),
    ),
    ...(file.kRules ? coverageCases(file.kRules) : []),
    ...(file.welchSatterthwaite ?? []).map(({ u, nu, nuEff }, place) => {
      const lines = u.map((each, i) => ({ sensitivity: 1, u: each, dof: nu[i] === "inf" ? Infinity : Number(nu[i]) }));
      return close(`Welch-Satterthwaite ${place + 1}`, combine(lines).dof, nuEff, 1e-9);
    }),
  ];
}

function quantileCases(q: Quantiles): readonly CaseResult[] {
  return [
    ...(q.normal ?? []).map(({ p, z }) => within(`normal quantile ${p}`, normalQuantile(Number(p)), Number(z), 1e-10)),
    ...(q.chi2 ?? []).map(({ nu, p, x }) => close(`chi2 ${nu} ${p}`, chiSquareQuantile(p, nu), x, PRECISION)),
    ...(q.F ?? []).map(({ nu1, nu2, p, x }) => close(`F ${nu1} ${nu2} ${p}`, fQuantile(p, nu1, nu2), x, PRECISION)),
    ...(q.normalCdf ?? []).map(({ x, cdf }) => close(`normal ${x}`, normalCdf(Number(x)), cdf, PRECISION)),
    ...(q.binomCdf ?? []).map(({ k, n, p, cdf }) =>
      close(`binomial ${k} ${n} ${p}`, binomialCdf(k, n, p), cdf, PRECISION),
    ),
    ...(q.poissonCdf ?? []).map(({ k, mu, cdf }) => close(`Poisson ${k} ${mu}`, poissonCdf(k, mu), cdf, PRECISION)),
    ...(q.hypergeomCdf ?? []).map(({ k, N, D, n, cdf }) =>
      close(`hypergeometric ${k} ${N} ${D} ${n}`, hypergeometricCdf(k, N, D, n), cdf, PRECISION),
    ),
  ];
}

function coverageCases(rules: NonNullable<DistributionFile["kRules"]>): readonly CaseResult[] {
  const one = (dist: InputRow, k: number, name: string) =>
    within(`k ${name}`, coverageFactorOf(readDistribution(dist), 0.95), k, 6e-10);
  return [
    one({ dist: "rectangular", x: 0, a: 1 }, rules.rectangular95, "rectangular"),
    one({ dist: "triangular", x: 0, a: 1 }, rules.triangular95, "triangular"),
    one({ dist: "arcsine", x: 0, a: 1 }, rules.arcsine95, "arcsine"),
    ...Object.entries(rules.trapezoidal95).map(([beta, k]) =>
      one({ dist: "trapezoidal", x: 0, a: 1, beta: Number(beta) }, k, `trapezoidal ${beta}`),
    ),
  ];
}

function hex(words: readonly string[]): number[] {
  return words.map((word) => Number.parseInt(word, 16));
}

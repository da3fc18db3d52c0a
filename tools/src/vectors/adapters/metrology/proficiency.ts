import { algorithmA } from "@quanheng/kernel/laboratory/algorithm-a.ts";
import { algorithmS } from "@quanheng/kernel/laboratory/algorithm-s.ts";
import { assignedFromReference, horwitzSigma, sigmaFromPrecision } from "@quanheng/kernel/laboratory/assigned-value.ts";
import { qHampel } from "@quanheng/kernel/laboratory/hampel.ts";
import { expandedFactors, homogeneity, isHomogeneous, stability } from "@quanheng/kernel/laboratory/homogeneity.ts";
import {
  enScore,
  percentDifference,
  percentOfAllowed,
  zetaScore,
  zPrimeScore,
  zScore,
} from "@quanheng/kernel/laboratory/proficiency-score.ts";
import { normalisedIqr, type RobustEstimate, scaledMad } from "@quanheng/kernel/laboratory/robust-start.ts";
import { mean, median, sampleSd, standardError } from "@quanheng/kernel/statistics.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded, same, within } from "./check.ts";

type Printed = {
  readonly quantity: string;
  readonly published: number;
  readonly decimals: number;
  readonly recomputed: number;
  readonly agrees: boolean;
  readonly recomputedSig3?: number;
};
type Numbers = Readonly<Record<string, number>>;
type Case = {
  readonly id: string;
  readonly kind: string;
  readonly data?: readonly number[] | Readonly<Record<string, unknown>>;
  readonly input?: Numbers;
  readonly labs?: readonly { lab: string; x: number; U: number; k: number }[];
  readonly published: readonly Printed[];
  readonly publishedOnly?: Readonly<Record<string, Numbers>>;
  readonly reference?: Readonly<Record<string, unknown>>;
  readonly decision?: { homogeneous: boolean; stable: boolean };
};

/** Runs ISO 13528: each figure to ten digits of its recomputation, and to the digits that are printed. */
export function runProficiency(content: { readonly cases: readonly Case[] }): readonly CaseResult[] {
  return content.cases.flatMap((each) =>
    guarded(each.id, () => {
      const figures = figuresOf(each);
      return [...each.published.flatMap((printed) => printedCases(each.id, figures, printed)), ...extraCases(each)];
    }),
  );
}

/** A figure that no rule brings to print is compared with its recomputations only; KNOWN.md names it. */
function printedCases(id: string, figures: Numbers, printed: Printed): CaseResult[] {
  const { quantity, published, decimals, recomputed, agrees, recomputedSig3 } = printed;
  const half = 0.5 * 10 ** -decimals * (1 + 1e-9);
  const found = figures[quantity];
  const sig3 = figures[`${quantity} to the third digit`];
  const olderRule = recomputedSig3 !== undefined && Math.abs(recomputedSig3 - published) <= half;
  return [
    close(`${id} ${quantity}`, found, recomputed, 2e-9),
    ...(recomputedSig3 === undefined ? [] : [close(`${id} ${quantity}, third digit`, sig3, recomputedSig3, 1e-7)]),
    ...(agrees ? [within(`${id} printed ${quantity}`, found, published, half)] : []),
    ...(!agrees && olderRule ? [within(`${id} printed ${quantity}`, sig3, published, half)] : []),
  ];
}

function figuresOf(each: Case): Numbers {
  if (each.kind === "robust") return robustFigures(each);
  if (each.kind === "homogeneity") return homogeneityFigures(each);
  if (each.kind === "scores") return scoreFigures(each);
  if (each.kind === "assigned-value") return assignedFigures(each);
  if (each.kind === "sigma_pt") return sigmaFigures(each);
  return Object.fromEntries(each.published.map(({ quantity }) => [quantity, factor(quantity)]));
}

function robustFigures({ data }: Case): Numbers {
  if (!isNumbers(data)) {
    const { avg, sd, nu } = data as { avg: number[]; sd: number[]; nu: number };
    const pooled = algorithmS(sd, nu);
    const found = estimate(algorithmA(avg));
    return { "x*": found.location, "s*": found.scale, "w*": pooled.kind === "estimate" ? pooled.scale : Number.NaN };
  }
  const [a, third] = [estimate(algorithmA(data)), estimate(algorithmA(data, "third-digit"))];
  const iqr = normalisedIqr(data);
  return {
    "x*": a.location,
    "s*": a.scale,
    "x* to the third digit": third.location,
    "s* to the third digit": third.scale,
    median: median(data),
    nIQR: iqr,
    MADe: scaledMad(data),
    "u(median) from nIQR": (1.25 * iqr) / Math.sqrt(data.length),
    "Alg A x*": a.location,
    "Alg A s*": a.scale,
    "Alg A u": a.u,
    mean: mean(data),
    sd: sampleSd(data),
    "u(mean)": standardError(data),
  };
}

function estimate(found: RobustEstimate): { location: number; scale: number; u: number; iterations: number } {
  if (found.kind === "degenerate") throw new Error("degenerate data");
  return found;
}

function homogeneityFigures({ data }: Case): Numbers {
  const { homogeneity: items, stability: later } = data as { homogeneity: number[][]; stability: number[][] };
  const found = homogeneity(items);
  const sigma = 0.15 * found.mean;
  const change = stability(items.flat(), later.flat(), sigma);
  return {
    mean: found.mean,
    s_x: found.itemMeanSd,
    s_w: found.withinSd,
    s_s: found.betweenSd,
    "sigma_pt=0.15*mean": sigma,
    "0.3 sigma_pt": change.limit,
    "stability mean": mean(later.flat()),
    difference: change.difference,
  };
}

function scoreFigures({ input = {}, labs = [] }: Case): Numbers {
  const { xpt = 0, Uxpt = 0, k: coverage = 2, sigma_pt: sigma = 0 } = input;
  const assigned = { value: xpt, u: Uxpt / coverage };
  return Object.fromEntries(
    labs.flatMap(({ lab, x, U, k }) => [
      [`${lab}.D%`, percentDifference(x, xpt)],
      [`${lab}.PA`, percentOfAllowed(x, xpt, 3 * sigma)],
      [`${lab}.z`, zScore(x, xpt, sigma)],
      [`${lab}.z'`, zPrimeScore(x, assigned, sigma)],
      [`${lab}.zeta`, zetaScore({ value: x, expanded: U, k }, assigned)],
      [`${lab}.En`, enScore({ value: x, expanded: U }, { value: xpt, expanded: Uxpt })],
    ]),
  );
}

function assignedFigures({ data, input = {} }: Case): Numbers {
  const differences = isNumbers(data) ? data : [];
  const found = assignedFromReference({ value: input["xCRM"] ?? 0, u: input["uCRM"] ?? 0 }, differences);
  return { xpt: found.value, u_d: standardError(differences), "u(xpt)": found.u };
}

/** Horwitz figures are named by their concentration, as "1.195 mg/kg". */
function sigmaFigures({ input, published }: Case): Numbers {
  if (input) return { sigma_pt: sigmaFromPrecision(input["sR"] ?? 0, input["sr"] ?? 0, input["m"] ?? 0) };
  return Object.fromEntries(
    published.map(({ quantity }) => [quantity, horwitzSigma(Number.parseFloat(quantity) * 1e-6) * 1e6]),
  );
}

/** A factor is named as "F1 g=20". */
function factor(quantity: string): number {
  const { f1, f2 } = expandedFactors(Number(/g=(\d+)/.exec(quantity)?.[1]));
  return quantity.startsWith("F1") ? f1 : f2;
}

function extraCases({ id, kind, data, reference, decision, publishedOnly }: Case): CaseResult[] {
  const results: CaseResult[] = [];
  const third = reference?.["sig3rule"] as Numbers | undefined;
  if (kind === "robust" && isNumbers(data) && third) {
    const found = estimate(algorithmA(data, "third-digit"));
    results.push(
      same(`${id} third digit iterations`, found.iterations, third["iterations"]),
      close(`${id} third digit x*`, found.location, third["x*"] ?? Number.NaN, 1e-9),
    );
  }
  const hampel = publishedOnly?.["Q/Hampel"];
  if (isNumbers(data) && hampel) {
    const found = estimate(qHampel(data.map((x, i) => ({ laboratory: String(i), results: [x] }))));
    const half = 0.00005 * (1 + 1e-9);
    results.push(
      within(`${id} printed Q/Hampel x*`, found.location, hampel["x*"] ?? Number.NaN, half),
      within(`${id} printed Q/Hampel s*`, found.scale, hampel["s*"] ?? Number.NaN, half),
      within(`${id} printed Q/Hampel u`, found.u, hampel["u"] ?? Number.NaN, half),
    );
  }
  if (decision) results.push(...decisionCases(id, data, decision));
  return results;
}

function decisionCases(id: string, data: Case["data"], decision: NonNullable<Case["decision"]>): CaseResult[] {
  const { homogeneity: items, stability: later } = data as { homogeneity: number[][]; stability: number[][] };
  const found = homogeneity(items);
  const sigma = 0.15 * found.mean;
  return [
    same(`${id} homogeneous`, isHomogeneous(found, sigma), decision.homogeneous),
    same(`${id} stable`, stability(items.flat(), later.flat(), sigma).stable, decision.stable),
  ];
}

function isNumbers(data: Case["data"]): data is readonly number[] {
  return Array.isArray(data);
}

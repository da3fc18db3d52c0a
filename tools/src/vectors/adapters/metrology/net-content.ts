import { compare, type Decimal, decimal, formatDecimal, fromNumber, toNumber } from "@quanheng/kernel/decimal.ts";
import { tQuantile } from "@quanheng/kernel/distributions.ts";
import {
  judgeNetContent,
  type NetContentEdition,
  netContentPlan,
  tolerableDeficiency,
  tolerableDeficiencyOfCount,
  tolerableDeficiencyOfSize,
} from "@quanheng/kernel/sampling/net-content.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded, same, within } from "./check.ts";
import { netContentEditions } from "./tables.ts";

type Plan = {
  readonly N: readonly [number, number | null];
  readonly n: number | "N";
  readonly lambda: number | null;
  readonly maxT1: number;
  readonly maxT2: number;
  readonly lambda_recomputed?: number;
};
export type NetContentFile = {
  readonly Tcases?: readonly { Qn: number; T: number }[];
  readonly plan?: readonly Plan[];
  readonly eu76211?: { readonly mean: readonly { n: number; factor: number; recomputed: number }[] };
  readonly cases?: readonly {
    Qn: number;
    lot: number;
    n: number;
    T: number;
    mean: number;
    countT1: number;
    countT2: number;
    averageOk: boolean;
    individualOk: boolean;
    accepted: boolean;
    data: readonly number[];
  }[];
};

/** Runs JJF 1070-2005: tolerable deficiencies, plans, and lots that are judged; and the factors behind the plans. */
export function runNetContent(content: NetContentFile): readonly CaseResult[] {
  const edition = netContentEditions().find(({ id }) => id === "jjf1070-2005");
  if (!edition) return [{ id: "edition", ok: false, message: "JJF 1070-2005 is not among the editions" }];
  return [
    ...(content.Tcases ?? []).map(({ Qn, T }) => {
      const found = tolerableDeficiency(edition, fromNumber(Qn));
      return same(`T of ${Qn}`, compare(found, fromNumber(T)) === 0 ? T : formatDecimal(found), T);
    }),
    ...(content.plan ?? []).flatMap((plan) => planCases(edition, plan)),
    ...(content.eu76211?.mean ?? []).flatMap(({ n, factor, recomputed }) => [
      close(`76/211 factor for ${n}`, meanFactor(n), recomputed, 1e-7),
      within(`76/211 printed factor for ${n}`, meanFactor(n), factor, 0.0005),
    ]),
    ...(content.cases ?? []).flatMap((lot, i) => guarded(`lot ${i + 1}`, () => lotCases(`lot ${i + 1}`, edition, lot))),
    same("length up to 5 m has no tolerance", formatDecimal(tolerableDeficiencyOfSize("length", decimal("5"))), "0"),
    same("count up to 50 has no tolerance", tolerableDeficiencyOfCount(50), 0),
  ];
}

/** λ and the factors of the directive are t_0.995(n − 1)/√n: the mean is judged at a confidence of 99.5 %. */
function meanFactor(n: number): number {
  return tQuantile(0.995, n - 1) / Math.sqrt(n);
}

function planCases(edition: NetContentEdition, plan: Plan): CaseResult[] {
  const [from, to] = plan.N;
  const recomputed = plan.lambda_recomputed;
  return [
    ...[from, to ?? from * 100].map((lot) => {
      const found = netContentPlan(edition, lot);
      const lambda = found.lambda === null ? null : toNumber(decimal(found.lambda));
      const wanted = [plan.n === "N" ? lot : plan.n, plan.lambda, plan.maxT1, plan.maxT2];
      return same(`plan of ${lot}`, [found.size, lambda, found.maxT1, found.maxT2].join(), wanted.join());
    }),
    ...(recomputed === undefined
      ? []
      : [close(`λ of ${String(plan.n)}`, meanFactor(Number(plan.n)), recomputed, 1e-7)]),
  ];
}

function lotCases(
  id: string,
  edition: NetContentEdition,
  lot: NonNullable<NetContentFile["cases"]>[number],
): CaseResult[] {
  const contents: Decimal[] = lot.data.map(fromNumber);
  const found = judgeNetContent(edition, { nominal: fromNumber(lot.Qn), lotSize: lot.lot, contents });
  return [
    same(`${id} T`, toNumber(found.tolerance), lot.T),
    close(`${id} mean`, toNumber(found.mean), lot.mean, 1e-8),
    same(`${id} short by T`, found.countT1, lot.countT1),
    same(`${id} short by 2T`, found.countT2, lot.countT2),
    same(`${id} mean holds`, found.meanOk ?? true, lot.averageOk),
    same(`${id} individuals hold`, found.individualsOk, lot.individualOk),
    same(`${id} accepted`, found.accepted, lot.accepted),
  ];
}

import { compare, type Decimal, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { meetsLimits } from "@quanheng/kernel/limit-comparison.ts";
import { formatMarked, roundAgain, roundMarked } from "@quanheng/kernel/marked-rounding.ts";
import { roundStep } from "@quanheng/kernel/rounding.ts";
import { type ReportRule, reportedPair } from "@quanheng/kernel/uncertainty/reported.ts";
import type { CaseResult } from "../../adapter.ts";
import { same, sameValue } from "./check.ts";

export type RoundingFile = {
  readonly roundings?: readonly { x: string; interval: string; gbt8170: string; halfUp: string }[];
  readonly markedReports?: readonly { measured: string; reported: string; rounded: string }[];
  readonly limits?: readonly LimitRow[];
  readonly express?: readonly {
    y: string;
    U: string;
    digits: 1 | 2;
    mode: "even" | "up";
    yRounded: string;
    URounded: string;
  }[];
  readonly pdg?: readonly { y: string; u: string; out: string }[];
};

type LimitRow = {
  readonly x: string;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly lowerInclusive: boolean;
  readonly upperInclusive: boolean;
  readonly interval: string;
  readonly 全数值比较法: string;
  readonly 修约值比较法: string;
};

/** Rounding to intervals, marked reports, comparison with limits and the expression of an uncertainty. */
export function roundingCases(file: RoundingFile): readonly CaseResult[] {
  return [
    ...(file.roundings ?? []).flatMap(({ x, interval, gbt8170, halfUp }) => [
      rounded(`rounding ${x} to ${interval}`, roundStep(decimal(x), decimal(interval), "half-even"), gbt8170),
      rounded(`half-up ${x} to ${interval}`, roundStep(decimal(x), decimal(interval), "half-up"), halfUp),
    ]),
    ...(file.markedReports ?? []).flatMap(markedCases),
    ...(file.limits ?? []).flatMap(limitCases),
    ...(file.express ?? []).flatMap(({ y, U, digits, mode, yRounded, URounded }) =>
      pairCases(`express ${y} ± ${U}`, y, U, { digits, mode: mode === "up" ? "up" : "half-even" }, yRounded, URounded),
    ),
    ...(file.pdg ?? []).flatMap(({ y, u, out }) => {
      const [value = "", uncertainty = ""] = out.split(" +- ");
      return pairCases(`pdg ${y} ± ${u}`, y, u, { digits: "pdg", mode: "half-even" }, value, uncertainty);
    }),
  ];
}

/** Printed digits must be the same; figures printed with an exponent must have the same value. */
function rounded(id: string, found: Decimal, printed: string): CaseResult {
  if (/[eE]/.test(printed)) return sameValue(id, found, decimal(printed), compare(found, decimal(printed)) === 0);
  return same(id, formatDecimal(found), printed);
}

function markedCases({ measured, reported, rounded: wanted }: { measured: string; reported: string; rounded: string }) {
  const { scale } = decimal(reported.replace(/\([+-]\)$/, ""));
  const marked = roundMarked(decimal(measured), { digits: 1n, scale });
  return [
    same(`marked ${measured}`, formatMarked(marked), reported),
    same(`marked ${measured}, again`, formatDecimal(roundAgain(marked, decimal("1"))), wanted),
  ];
}

function limitCases(row: LimitRow, place: number): CaseResult[] {
  const limits = {
    ...(row.lower === null ? {} : { lower: decimal(row.lower), lowerExcluded: !row.lowerInclusive }),
    ...(row.upper === null ? {} : { upper: decimal(row.upper), upperExcluded: !row.upperInclusive }),
  };
  const verdict = (meets: boolean) => (meets ? "符合" : "不符合");
  const interval = decimal(row.interval);
  const id = `limit ${place + 1}: ${row.x} in ${row.lower ?? ""}…${row.upper ?? ""}`;
  return [
    same(`${id}, full`, verdict(meetsLimits(decimal(row.x), limits, { compare: "full" })), row.全数值比较法),
    same(
      `${id}, rounded`,
      verdict(meetsLimits(decimal(row.x), limits, { compare: "rounded", interval })),
      row.修约值比较法,
    ),
  ];
}

function pairCases(
  id: string,
  y: string,
  u: string,
  rule: ReportRule,
  value: string,
  uncertainty: string,
): CaseResult[] {
  const pair = reportedPair(decimal(y), decimal(u), rule);
  return [rounded(`${id}: value`, pair.value, value), rounded(`${id}: uncertainty`, pair.uncertainty, uncertainty)];
}

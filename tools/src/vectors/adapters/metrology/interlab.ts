import { cochranCritical, cochranTest } from "@quanheng/kernel/laboratory/cochran.ts";
import { grubbsCritical, grubbsDouble, grubbsSingle } from "@quanheng/kernel/laboratory/grubbs.ts";
import { mandel, mandelHCritical, mandelKCritical } from "@quanheng/kernel/laboratory/mandel.ts";
import { type Cell, precision } from "@quanheng/kernel/laboratory/precision-experiment.ts";
import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import type { CaseResult } from "../../adapter.ts";
import { close, guarded, same, within } from "./check.ts";

type Figure = { readonly quantity: string; readonly published: number; readonly decimals: number };
type Percent = Readonly<Record<string, number>>;

type Level = {
  readonly level: number;
  readonly allData: Percent;
  readonly afterExclusion: Percent;
  readonly excludedLabs: readonly number[];
  readonly labs: readonly number[];
  readonly cellMeans: readonly number[];
  readonly cellSDs: readonly (number | null)[];
  readonly mandel_h: readonly number[];
  readonly mandel_k: readonly (number | null)[];
  readonly cochran: { lab: number; C: number; n: number; crit5: number; crit1: number };
  readonly grubbs1: { high: number; low: number; highLab: number; lowLab: number; crit5: number; crit1: number };
  readonly grubbs2: { high: number; low: number };
  readonly h_crit: Percent;
  readonly k_crit: Percent;
};

type Case = {
  readonly id: string;
  readonly kind: string;
  readonly data?: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly levels?: readonly Level[];
  readonly published?: readonly Figure[];
  readonly reference?: Readonly<Record<string, Readonly<Record<string, Percent>>>>;
};

/** References are given to nine digits. */
const DIGITS = 1e-8;

/**
 * Runs ISO 5725-2: precision of every level, tests for outliers, and the tables of critical values.
 *
 * The file takes critical values for all laboratories of a level, also where one of them has a single result and so no
 * variance; our tests count the variances (ISO 5725-2:1994, 7.3.3.2), hence the critical values are asked for directly.
 */
export function runInterlab(content: { readonly cases: readonly Case[] }): readonly CaseResult[] {
  return content.cases.flatMap((each) => guarded(each.id, () => [...experiment(each), ...criticalValues(each)]));
}

function experiment({ id, data, levels, published }: Case): CaseResult[] {
  if (!data || !levels) return [];
  const found = levels.flatMap((level) => levelCases(`${id} level ${level.level}`, cellsOf(data, level.level), level));
  const printed = (published ?? []).map(({ quantity, published: value, decimals }) => {
    const [, level = "", name = ""] = /^level(\d+)\.(.+)$/.exec(quantity) ?? [];
    const figures = precisionFigures(cellsOf(data, Number(level)));
    return within(`${id} printed ${quantity}`, figures[name], value, 0.5 * 10 ** -decimals * (1 + 1e-9));
  });
  return [...found, ...printed];
}

function cellsOf(data: NonNullable<Case["data"]>, level: number): Cell[] {
  return Object.entries(data).map(([laboratory, levels]) => ({ laboratory, results: levels[level - 1] ?? [] }));
}

function precisionFigures(cells: readonly Cell[]): Readonly<Record<string, number>> {
  const found = precision(cells);
  return {
    p: found.laboratories,
    N: found.results,
    m: found.mean,
    s_r: found.repeatabilitySd,
    s_L: found.betweenSd,
    s_R: found.reproducibilitySd,
    r: found.repeatabilityLimit,
    R: found.reproducibilityLimit,
    nbar: found.resultsPerLaboratory,
  };
}

function levelCases(id: string, cells: readonly Cell[], level: Level): CaseResult[] {
  const filled = cells.filter(({ results }) => results.length > 0);
  const kept = filled.filter(({ laboratory }) => !level.excludedLabs.includes(Number(laboratory)));
  return [
    same(`${id} laboratories`, filled.map(({ laboratory }) => laboratory).join(), level.labs.join()),
    ...figures(`${id} all`, precisionFigures(filled), level.allData),
    ...figures(`${id} after exclusion`, precisionFigures(kept), level.afterExclusion),
    ...filled.flatMap(({ laboratory, results }, i) => cellCases(`${id} laboratory ${laboratory}`, results, level, i)),
    ...mandelCases(id, filled, level),
    ...outlierCases(id, filled, level),
  ];
}

function figures(id: string, found: Readonly<Record<string, number>>, wanted: Percent): CaseResult[] {
  return Object.entries(wanted).map(([name, value]) => close(`${id} ${name}`, found[name], value, DIGITS));
}

function cellCases(id: string, results: readonly number[], level: Level, i: number): CaseResult[] {
  const sd = level.cellSDs[i] ?? null;
  return [
    close(`${id} mean`, mean(results), level.cellMeans[i] ?? Number.NaN, DIGITS),
    // A reference below 1e-12 is the noise of equal results.
    ...(sd === null ? [] : [within(`${id} s`, sampleSd(results), sd, Math.max(DIGITS * sd, 1e-12))]),
  ];
}

function mandelCases(id: string, cells: readonly Cell[], level: Level): CaseResult[] {
  const [p, n] = [cells.length, level.cochran.n];
  return [
    ...mandel(cells).flatMap(({ laboratory, h, k }, i) => [
      close(`${id} h of ${laboratory}`, h, level.mandel_h[i] ?? Number.NaN, DIGITS),
      k === undefined
        ? same(`${id} k of ${laboratory}`, null, level.mandel_k[i])
        : within(`${id} k of ${laboratory}`, k, level.mandel_k[i] ?? Number.NaN, Math.max(DIGITS * k, 1e-12)),
    ]),
    ...Object.entries(level.h_crit).map(([percent, wanted]) =>
      close(`${id} h at ${percent} %`, mandelHCritical(p, Number(percent) / 100), wanted, 1e-5),
    ),
    ...Object.entries(level.k_crit).map(([percent, wanted]) =>
      close(`${id} k at ${percent} %`, mandelKCritical(p, n, Number(percent) / 100), wanted, 1e-5),
    ),
  ];
}

function outlierCases(id: string, cells: readonly Cell[], level: Level): CaseResult[] {
  const cochran = cochranTest(cells);
  const means = cells.map(({ results }) => mean(results));
  const [single, double] = [grubbsSingle(means), grubbsDouble(means)];
  const laboratory = (at: number): number => Number(cells[at]?.laboratory);
  return [
    same(`${id} Cochran laboratory`, Number(cochran.laboratory), level.cochran.lab),
    same(`${id} Cochran n`, cochran.resultsPerCell, level.cochran.n),
    close(`${id} Cochran C`, cochran.statistic, level.cochran.C, DIGITS),
    close(`${id} Cochran 5 %`, cochranCritical(cells.length, cochran.resultsPerCell, 0.05), level.cochran.crit5, 1e-5),
    close(`${id} Cochran 1 %`, cochranCritical(cells.length, cochran.resultsPerCell, 0.01), level.cochran.crit1, 1e-5),
    close(`${id} Grubbs high`, single.high, level.grubbs1.high, DIGITS),
    close(`${id} Grubbs low`, single.low, level.grubbs1.low, DIGITS),
    same(`${id} Grubbs high laboratory`, laboratory(single.highAt), level.grubbs1.highLab),
    same(`${id} Grubbs low laboratory`, laboratory(single.lowAt), level.grubbs1.lowLab),
    close(`${id} Grubbs 5 %`, single.critical5, level.grubbs1.crit5, 1e-5),
    close(`${id} Grubbs 1 %`, single.critical1, level.grubbs1.crit1, 1e-5),
    close(`${id} Grubbs two high`, double.high, level.grubbs2.high, DIGITS),
    close(`${id} Grubbs two low`, double.low, level.grubbs2.low, DIGITS),
  ];
}

const CRITICAL: Readonly<Record<string, (p: number, n: number, alpha: number) => number>> = {
  cochran: cochranCritical,
  grubbsSingle: (p, _n, alpha) => grubbsCritical(p, alpha),
  mandel_h: (p, _n, alpha) => mandelHCritical(p, alpha),
  mandel_k: mandelKCritical,
};

function criticalValues({ id, kind, reference, published }: Case): CaseResult[] {
  if (kind !== "table") return [];
  const rows = Object.entries(reference ?? {}).flatMap(([test, table]) =>
    Object.entries(table).flatMap(([key, percents]) =>
      Object.entries(percents).map(([percent, wanted]) => {
        const { p, n } = sizes(key);
        const found = CRITICAL[test]?.(p, n, Number(percent.replace("%", "")) / 100);
        return close(`${id} ${test} ${key} ${percent}`, found, wanted, 1e-7);
      }),
    ),
  );
  return [...rows, ...(published ?? []).map((figure) => printedCritical(id, figure))];
}

/**
 * A figure such as "Cochran p=8 n=3 5%", "Grubbs p=8 5%" or "Mandel k p=8 n=3 5%". The table prints one figure cut off
 * instead of rounded; 0.001 allows for it.
 */
function printedCritical(id: string, { quantity, published }: Figure): CaseResult {
  const { p, n } = sizes(quantity);
  const alpha = Number(/([\d.]+) ?%/.exec(quantity)?.[1]) / 100;
  const [name] = /^(Cochran|Grubbs|(Mandel )?[hk]\b)/.exec(quantity) ?? [];
  const test = { Cochran: "cochran", Grubbs: "grubbsSingle" }[name ?? ""] ?? `mandel_${name?.at(-1)}`;
  return within(`${id} printed ${quantity}`, CRITICAL[test]?.(p, n, alpha), published, 0.001);
}

function sizes(text: string): { p: number; n: number } {
  return { p: Number(/p=(\d+)/.exec(text)?.[1]), n: Number(/n=(\d+)/.exec(text)?.[1] ?? 2) };
}

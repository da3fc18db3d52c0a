import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { roundDigits } from "@quanheng/kernel/rounding.ts";

/** Below these nothing is said of the results: whoever knows one result could guess the others. */
export const LEAST_EVIDENCE = { enterprises: 5, results: 10 } as const;

/** What the database counts over the results of all enterprises; no single result leaves it. */
export type Counted = {
  readonly results: number;
  readonly enterprises: number;
  /** Results of the enterprise that has most. */
  readonly most: number;
  readonly quartiles: readonly [number, number, number];
  /** Results that would comply with the proposed limit; null where that cannot be said. */
  readonly complying: number | null;
  /** Inner borders between the bars, ascending; one bar more than borders. */
  readonly borders: readonly number[];
  readonly bars: readonly number[];
};

/** What may be shown. Quartiles to three digits, shares to a twentieth, so that no question twice gives away one result. */
export type Evidence =
  | { readonly withheld: "few" | "one-enterprise" }
  | {
      readonly withheld: null;
      readonly results: number;
      readonly enterprises: number;
      readonly quartiles: readonly [string, string, string];
      /** Share that would comply, to 5 %. [%] */
      readonly complyingPercent: number | null;
      /** Share of each bar, to 5 %. [%] */
      readonly bars: readonly { readonly from: string | null; readonly to: string | null; readonly percent: number }[];
    };

/**
 * What of the counted results may be shown: nothing from few enterprises or results, nothing where one enterprise has
 * more than half of them.
 *
 * @example evidenceOf(null) // → { withheld: "few" } (the database gave nothing)
 * @example evidenceOf({ results: 20, enterprises: 5, most: 11, quartiles: [1, 2, 3], complying: 10, borders: [], bars: [20] }) // → { withheld: "one-enterprise" } (11 of 20 are of one house)
 * @example evidenceOf({ results: 20, enterprises: 5, most: 5, quartiles: [1.2345, 2, 3], complying: 13, borders: [2], bars: [9, 11] }) // → { withheld: null, quartiles: ["1.23", "2", "3"], complyingPercent: 65, bars: [{ from: null, to: "2", percent: 45 }, { from: "2", to: null, percent: 55 }] } (13/20 = 65 %)
 * @source ours: the threshold rule and the dominance rule of statistical disclosure control
 */
export function evidenceOf(counted: Counted | null): Evidence {
  if (counted === null) return { withheld: "few" };
  const { results, enterprises, most, quartiles, complying, borders, bars } = counted;
  if (enterprises < LEAST_EVIDENCE.enterprises || results < LEAST_EVIDENCE.results) return { withheld: "few" };
  if (2 * most > results) return { withheld: "one-enterprise" };
  const percent = (count: number) => 5 * Math.round((20 * count) / results);
  // A quantity that cannot be negative begins at nothing: empty bars below zero are no news.
  const lead = borders.findIndex((border, at) => border > 0 || bars[at] !== 0);
  const skip = Math.max(lead, 0);
  const edges = borders.slice(skip).map(shown);
  return {
    withheld: null,
    results,
    enterprises,
    quartiles: [shown(quartiles[0]), shown(quartiles[1]), shown(quartiles[2])],
    complyingPercent: complying === null ? null : percent(complying),
    bars: bars
      .slice(skip)
      .map((count, at) => ({ from: edges[at - 1] ?? null, to: edges[at] ?? null, percent: percent(count) })),
  };
}

/** Three digits, without the zeros that rounding a binary number would print. */
function shown(value: number): string {
  return formatDecimal(fromNumber(Number(formatDecimal(roundDigits(fromNumber(value), 3, "half-even")))));
}

/**
 * The histogram of what may be shown; undefined where it is withheld.
 *
 * @example evidencePicture({ withheld: "few" }, { zh: "灰分", en: "Ash" }, "%") // → undefined (nothing to draw)
 * @source ours: pictures are data
 */
export function evidencePicture(evidence: Evidence, name: Bilingual, unit: string | null) {
  if (evidence.withheld !== null) return undefined;
  const label = ({ from, to }: { readonly from: string | null; readonly to: string | null }) =>
    from === null ? `< ${to ?? "∞"}` : to === null ? `≥ ${from}` : `${from}–${to}`;
  return {
    kind: "bars" as const,
    name: "evidence",
    title: {
      zh: `已签发结果的分布：${name.zh}${unit === null ? "" : `（${unit}）`}`,
      en: `Distribution of issued results: ${name.en}${unit === null ? "" : ` (${unit})`}`,
    },
    categories: evidence.bars.map((bar) => ({ zh: label(bar), en: label(bar) })),
    y: { label: { zh: "占比", en: "Share" }, unit: "%" },
    bars: [{ name: { zh: "结果", en: "Results" }, values: evidence.bars.map(({ percent }) => percent) }],
  };
}

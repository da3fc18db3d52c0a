import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** The ends of a limit as digits; null is open. */
export type Ends = { readonly min: string | null; readonly max: string | null };

/** Limits of one characteristic as bars by market, with the strictest ends as lines; the shape that pages draw. */
export type LimitsPicture = {
  readonly kind: "bars";
  readonly name: string;
  readonly title: Bilingual;
  readonly categories: readonly Bilingual[];
  readonly y: { readonly label: Bilingual; readonly unit: string };
  readonly bars: readonly { readonly name: Bilingual; readonly values: readonly (number | null)[] }[];
  readonly limits: readonly { readonly name: Bilingual; readonly value: number }[];
};

/**
 * The picture of a characteristic that at least two markets bound; undefined where there is nothing to draw.
 *
 * @example limitsPicture({ characteristic: "so2", name: { zh: "二氧化硫", en: "Sulphur dioxide" }, unit: "mg/kg", markets: [{ market: "CN", ends: { min: null, max: "30" } }, { market: "VN", ends: { min: null, max: "20" } }], strictest: { min: null, max: "20" } }).bars.map(({ values }) => values) // → [[30, 20]] (one bar for each market)
 * @example limitsPicture({ characteristic: "so2", name: { zh: "二氧化硫", en: "Sulphur dioxide" }, unit: "mg/kg", markets: [], strictest: { min: null, max: null } }) // → undefined (nothing to draw)
 * @source ours: pictures are data
 */
export function limitsPicture(line: {
  readonly characteristic: string;
  readonly name: Bilingual;
  readonly unit: string | null;
  readonly markets: readonly { readonly market: string; readonly ends: Ends | null }[];
  readonly strictest: Ends;
}): LimitsPicture | undefined {
  const bounded = line.markets.flatMap(({ market, ends }) => (ends === null ? [] : [{ market, ends }]));
  if (bounded.length < 2) return undefined;
  const bars = SIDES.flatMap((side) => {
    const values = bounded.map(({ ends }) => drawn(ends[side]));
    return values.every((value) => value === null) ? [] : [{ name: OF_A_MARKET[side], values }];
  });
  const limits = SIDES.flatMap((side) => {
    const value = drawn(line.strictest[side]);
    return value === null ? [] : [{ name: STRICTEST[side], value }];
  });
  return {
    kind: "bars",
    name: `limits-${line.characteristic}`,
    title: line.name,
    categories: bounded.map(({ market }) => ({ zh: market, en: market })),
    y: { label: line.name, unit: line.unit ?? "1" },
    bars,
    limits,
  };
}

const SIDES = ["min", "max"] as const;
const OF_A_MARKET = {
  min: { zh: "下限", en: "Lower limit" },
  max: { zh: "上限", en: "Upper limit" },
} as const satisfies Record<keyof Ends, Bilingual>;
const STRICTEST = {
  min: { zh: "最严下限", en: "Strictest lower limit" },
  max: { zh: "最严上限", en: "Strictest upper limit" },
} as const satisfies Record<keyof Ends, Bilingual>;

/** A picture needs no exact digits; whatever decides something uses the text. */
function drawn(digits: string | null): number | null {
  return digits === null ? null : Number(digits);
}

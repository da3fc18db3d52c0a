import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { RequirementRow } from "../requirement.ts";
import type { MatrixLine } from "./matrix.ts";

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

/** The picture of an interval line that at least two markets set; undefined where there is nothing to draw. */
export function limitsPicture<Row extends RequirementRow>(
  line: MatrixLine<Row>,
  name: Bilingual,
): LimitsPicture | undefined {
  if (line.kind !== "interval" || line.cells.length < 2) return undefined;
  const bars = (["min", "max"] as const).flatMap((side) => {
    const values = line.cells.map(({ limit }) => endOf(limit, side));
    return values.every((value) => value === null) ? [] : [{ name: SIDE[side], values }];
  });
  const limits = (["min", "max"] as const).flatMap((side) => {
    const value = endOf(line.strictest, side);
    return value === null ? [] : [{ name: STRICTEST[side], value }];
  });
  return {
    kind: "bars",
    name: `limits-${line.characteristic}`,
    title: name,
    categories: line.cells.map(({ market }) => ({ zh: market, en: market })),
    y: { label: name, unit: line.unit ?? "1" },
    bars,
    limits,
  };
}

const SIDE = {
  min: { zh: "下限", en: "least" },
  max: { zh: "上限", en: "greatest" },
} as const satisfies Record<string, Bilingual>;
const STRICTEST = {
  min: { zh: "最严下限", en: "strictest least" },
  max: { zh: "最严上限", en: "strictest greatest" },
} as const satisfies Record<string, Bilingual>;

/** A picture needs no exact digits; whatever decides something uses the text. */
function endOf(limit: MatrixLine<RequirementRow>["strictest"], side: "min" | "max"): number | null {
  const digits = limit?.kind === "interval" ? limit[side] : undefined;
  return digits === undefined ? null : Number(digits);
}

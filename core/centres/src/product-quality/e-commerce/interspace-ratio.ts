import { compare, decimal, dividedBy, fromNumber, minus, plus, times } from "@quanheng/kernel/decimal.ts";
import { needAtLeast, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Greatest interspace ratio by net content of one item [g or mL], as `data/methods/gb23350-2021.json` keeps it. */
export type InterspaceTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  readonly rows: readonly { readonly upTo: string | null; readonly percent: string | null }[];
};

/** An item in the package: its volume [cm³] and the factor of the room that it may need. */
export type PackedItem = { readonly volumeCm3: number; readonly factor: number };

/** Places to which the ratio is worked out; the comparison is exact. */
const PLACES = 12;

/**
 * Interspace ratio of a package, and whether it is allowed; a ratio on the limit is.
 *
 * X = (V_n − Σ k_i·V_i)/V_n · 100 %
 *
 * @returns [%], unrounded
 * @throws Refusal `content-exceeds-package`, `too-few-rows` without an item, `outside-method-range`
 * @source GB 23350-2021, 5 (recalled)
 */
export function interspaceRatio(packageCm3: number, items: readonly PackedItem[], limitPercent: string) {
  needWithin("packageCm3", packageCm3, { above: 0, unit: "cm3" });
  needWithin("limitPercent", Number(limitPercent), { min: 0, max: 100, unit: "%" });
  needAtLeast("volumeCm3", items, 1);
  for (const { volumeCm3, factor } of items) {
    needWithin("volumeCm3", volumeCm3, { above: 0, unit: "cm3" });
    needWithin("factor", factor, { min: 1, unit: "1" });
  }
  const room = fromNumber(packageCm3);
  const needed = items
    .map(({ volumeCm3, factor }) => times(fromNumber(volumeCm3), fromNumber(factor)))
    .reduce(plus, decimal("0"));
  const empty = minus(room, needed);
  if (empty.digits < 0n) {
    refuse("content-exceeds-package", {
      field: "volumeCm3",
      given: items.reduce((sum, { volumeCm3, factor }) => sum + volumeCm3 * factor, 0),
      max: packageCm3,
    });
  }
  const hundredfold = times(empty, decimal("100"));
  return {
    percent: Number(`${dividedBy(hundredfold, room, PLACES, "half-even").digits}e-${PLACES}`),
    pass: compare(hundredfold, times(decimal(limitPercent), room)) <= 0,
  };
}

/**
 * The limit for an item of a net content. [%]
 *
 * @throws Refusal `limit-not-loaded`, `outside-method-range`
 * @source GB 23350-2021, table 1 (recalled)
 */
export function interspaceLimit({ rows, document }: InterspaceTable, netContent: number): string {
  needWithin("netContent", netContent, { above: 0 });
  const content = fromNumber(netContent);
  const row = rows.find(({ upTo }) => upTo === null || compare(content, decimal(upTo)) <= 0);
  return row?.percent ?? refuse("limit-not-loaded", { item: String(netContent), table: document });
}

import { compare, decimal, fromNumber, greatest, minus, negate, times, toNumber } from "@quanheng/kernel/decimal.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Allowed deviation of the power input, as `data/methods/iec60335-1.json` keeps it. */
export type PowerInputTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  /** Rated power over … up to … [W]; plus: the greater of a share [%] and a power [W]; minus: a share, absent where none is set. */
  readonly powerInput: readonly {
    readonly kinds: readonly string[];
    readonly over: number;
    readonly upTo: number | null;
    readonly plusPercent: string;
    readonly plusW?: string;
    readonly minusPercent?: string;
  }[];
};

/**
 * Deviation of the power input from the rated one, and whether it is allowed; a deviation on the limit is.
 *
 * @param kind `heating`, `combined` or `motor`
 * @returns deviation [W, %] and its limits [W]; `lowerW` is null where none is set
 * @throws Refusal `limit-not-loaded` for a kind the table does not have, `outside-method-range`
 * @source IEC 60335-1:2020 (GB 4706.1-2024), 10.1, table 1 (recalled)
 */
export function powerInput(table: PowerInputTable, kind: string, ratedW: number, measuredW: number) {
  needWithin("ratedW", ratedW, { above: 0, unit: "W" });
  needWithin("measuredW", measuredW, { min: 0, unit: "W" });
  const row = table.powerInput.find(
    ({ kinds, over, upTo }) => kinds.includes(kind) && ratedW > over && (upTo === null || ratedW <= upTo),
  );
  if (!row) return refuse("limit-not-loaded", { item: `${kind}, ${ratedW} W`, table: table.document });
  const rated = fromNumber(ratedW);
  const deviation = minus(fromNumber(measuredW), rated);
  const share = (percent: string) => times(rated, times(decimal(percent), decimal("0.01")));
  const upper = greatest(share(row.plusPercent), decimal(row.plusW ?? "0"));
  const lower = row.minusPercent === undefined ? undefined : negate(share(row.minusPercent));
  return {
    deviationW: toNumber(deviation),
    deviationPercent: (100 * (measuredW - ratedW)) / ratedW,
    upperW: toNumber(upper),
    lowerW: lower === undefined ? null : toNumber(lower),
    pass: compare(deviation, upper) <= 0 && (lower === undefined || compare(deviation, lower) >= 0),
  };
}

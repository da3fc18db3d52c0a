import { compare, fromNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { mean, range } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Greatest differences that are allowed, in percentage points. */
export type AgreementLimits = { readonly direct: number; readonly indirect: number; readonly methods: number };

/** By kind of firing. Kept in `data/methods/boiler-agreement.json`. */
export type AgreementTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  readonly fuels: Readonly<Record<string, AgreementLimits>>;
};

export type Agreement = {
  readonly limits: AgreementLimits;
  /** Differences between the greatest and the least run; null where a method was not used. */
  readonly directSpread: number | null;
  readonly indirectSpread: number | null;
  readonly directMean: number | null;
  readonly indirectMean: number | null;
  readonly methodsDifference: number | null;
  /** Mean of both methods, or of the one that was used. [%] */
  readonly efficiencyPercent: number;
  readonly agrees: boolean;
};

/**
 * Whether the runs of a test agree well enough, or a third run is due.
 *
 * @param direct efficiencies of the runs by heat in and out; empty where only losses were measured [%]
 * @throws Refusal `unknown-item` for a firing that the table does not have, `too-few-rows` below two runs,
 *   `outside-method-range`
 * @source GB/T 10180-2017, agreement of runs and methods (recalled)
 */
export function agreement(
  fuel: string,
  { direct, indirect }: { readonly direct: readonly number[]; readonly indirect: readonly number[] },
  table: AgreementTable,
): Agreement {
  const limits = Object.hasOwn(table.fuels, fuel) ? table.fuels[fuel] : undefined;
  if (!limits) return refuse("unknown-item", { item: fuel, table: table.document });
  if (direct.length + indirect.length === 0) needAtLeast("direct", direct, 2);
  const [one, other] = [runs("direct", direct), runs("indirect", indirect)];
  const means = [one.mean, other.mean].filter((value) => value !== null);
  const methodsDifference = one.mean === null || other.mean === null ? null : Math.abs(one.mean - other.mean);
  return {
    limits,
    directSpread: one.spread,
    indirectSpread: other.spread,
    directMean: one.mean,
    indirectMean: other.mean,
    methodsDifference,
    efficiencyPercent: mean(means),
    agrees:
      atMost(one.spread, limits.direct) &&
      atMost(other.spread, limits.indirect) &&
      atMost(methodsDifference, limits.methods),
  };
}

function runs(field: string, values: readonly number[]) {
  if (values.length === 0) return { spread: null, mean: null };
  needAtLeast(field, values, 2);
  needEachWithin(field, values, { above: 0, max: 120, unit: "%" });
  return { spread: range(values), mean: mean(values) };
}

/** On decimal digits: 93.12 and 95.12 differ by 2, not by a binary 2.0000000000000004. */
function atMost(difference: number | null, limit: number): boolean {
  return difference === null || compare(cleanNoise(difference), fromNumber(limit)) <= 0;
}

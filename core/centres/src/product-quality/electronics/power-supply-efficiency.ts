import { mean } from "@quanheng/kernel/statistics.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Least average efficiency of external supplies by rated output power, as `data/methods/doe-level-vi.json` keeps it. */
export type EfficiencyTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  /** η_min = constant + linear·P + logarithmic·ln P for a rated output up to … [W]; null for the last row. */
  readonly rows: readonly {
    readonly upTo: number | null;
    readonly constant: number;
    readonly linear: number;
    readonly logarithmic: number;
  }[];
  /** Greatest power without load by rated output. [W] */
  readonly noLoad: readonly { readonly upTo: number | null; readonly watts: string | null }[];
};

export type LoadPoint = { readonly outputW: number; readonly inputW: number };

/** A quarter, half, three quarters and all of the rated output. @source GB 20943-2013, annex A (recalled) */
const LOADS = [0.25, 0.5, 0.75, 1] as const;
/** How far the output may lie from its load point. [share of the rated output] Chosen by us: the procedure sets ± 2 % on the current. */
const LOAD_TOLERANCE = 0.05;

/**
 * Average efficiency of an external power supply with its limits.
 *
 * η = mean of P_out/P_in at 25, 50, 75 and 100 %
 *
 * @param noLoadLimitW overrides the table's limit where the specification names one
 * @throws Refusal `load-points`, `efficiency-above-one`, `limit-not-loaded`, `outside-method-range`
 * @source 10 CFR 430, subpart B, appendix Z and level VI for basic voltage (recalled); GB 20943-2013
 */
export function powerSupplyEfficiency(
  table: EfficiencyTable,
  ratedW: number,
  points: readonly LoadPoint[],
  noLoadW: number,
  noLoadLimitW?: number,
) {
  needWithin("noLoadW", noLoadW, { min: 0, unit: "W" });
  const average = averageEfficiency(ratedW, points);
  const least = leastEfficiency(table, ratedW);
  const most = noLoadLimitW ?? noLoadLimit(table, ratedW);
  needWithin("noLoadLimitW", most, { min: 0, unit: "W" });
  return { average, least, noLoadLimitW: most, pass: average >= least && noLoadW <= most };
}

/**
 * Mean of the efficiencies at a quarter, half, three quarters and all of the rated output.
 *
 * η = mean of P_out/P_in
 *
 * @throws Refusal `load-points`, `efficiency-above-one`, `outside-method-range`
 * @source 10 CFR 430, subpart B, appendix Z (recalled); GB 20943-2013
 */
export function averageEfficiency(ratedW: number, points: readonly LoadPoint[]): number {
  needWithin("ratedW", ratedW, { above: 0, unit: "W" });
  if (points.length !== LOADS.length)
    refuse("load-points", { field: "outputW", given: points.length, needed: LOADS.length });
  return mean(points.map((point, i) => efficiencyAt(point, LOADS[i]!, ratedW)));
}

function efficiencyAt({ outputW, inputW }: LoadPoint, load: number, ratedW: number): number {
  needWithin("outputW", outputW, { above: 0, unit: "W" });
  needWithin("inputW", inputW, { above: 0, unit: "W" });
  if (outputW > inputW) refuse("efficiency-above-one", { field: "outputW", input: inputW, output: outputW });
  if (Math.abs(outputW / ratedW - load) > LOAD_TOLERANCE) {
    refuse("load-points", { field: "outputW", given: outputW, needed: load * ratedW });
  }
  return outputW / inputW;
}

/** @throws Refusal `limit-not-loaded` @source level VI, basic voltage (recalled) */
export function leastEfficiency({ rows, document }: EfficiencyTable, ratedW: number): number {
  const row = rows.find(({ upTo }) => upTo === null || ratedW <= upTo);
  if (!row) return refuse("limit-not-loaded", { item: `${ratedW} W`, table: document });
  return row.constant + row.linear * ratedW + row.logarithmic * Math.log(ratedW);
}

/** Greatest power without load. [W] @throws Refusal `limit-not-loaded` @source level VI (recalled) */
export function noLoadLimit({ noLoad, document }: EfficiencyTable, ratedW: number): number {
  const watts = noLoad.find(({ upTo }) => upTo === null || ratedW <= upTo)?.watts;
  return Number(watts ?? refuse("limit-not-loaded", { item: `no load, ${ratedW} W`, table: document }));
}

import { compare, type Decimal, decimal, formatDecimal } from "../decimal.ts";
import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { acceptanceProbability } from "./acceptance-probability.ts";

/**
 * Plans for lots that stand alone, by their limiting quality, as `data/sampling/iso2859-2.json` keeps them: per cell `n/Ac`,
 * `*` where every item is inspected.
 *
 * @source ISO 2859-2:1985, table A (read in a secondary source)
 */
export type IsolatedLotTables = {
  readonly document: string;
  readonly status: "read" | "secondary" | "recalled";
  /** Limiting qualities of the columns, in per cent, as printed. */
  readonly limitingQuality: readonly string[];
  readonly lots: readonly { readonly from: number; readonly to: number | null; readonly cells: string }[];
};

export type IsolatedLotPlan = {
  /** What is inspected: never more than the lot. */
  readonly sampleSize: number;
  readonly acceptance: number;
  readonly rejection: number;
  /** True where the table asks for every item, or for as many as the lot has. */
  readonly fullInspection: boolean;
  /** Probability that the lot is accepted at the limiting quality: what the plan risks for the consumer. */
  readonly consumerRisk: number;
};

/**
 * The plan of procedure A for a lot that producer and consumer both regard as isolated. At the limiting quality the lot
 * holds ⌈LQ·N⌉ nonconforming items, so that the risk is stated for a lot that is no better than LQ.
 *
 * @param limitingQuality in per cent, as the table prints it
 * @example isolatedLotPlan({ limitingQuality: ["5.0"], lots: [{ from: 501, to: 1200, cells: "80/1" }] }, 1000, "5") // → { sampleSize: 80, acceptance: 1, rejection: 2, fullInspection: false } (ISO 2859-2:1985, table A)
 * @example isolatedLotPlan({ limitingQuality: ["2.0"], lots: [{ from: 16, to: 25, cells: "*" }] }, 20, "2.0") // → { sampleSize: 20, acceptance: 0, fullInspection: true, consumerRisk: 0 } (every item is inspected)
 * @throws Refusal `outside-domain` unless the lot is whole and has an item; `no-sampling-plan` for a limiting quality or a
 *   lot size that the table does not have
 * @source ISO 2859-2:1985, 4.1 and table A (read in a secondary source). Procedure B, for lots out of a series, is not offered.
 */
export function isolatedLotPlan(tables: IsolatedLotTables, lotSize: number, limitingQuality: string): IsolatedLotPlan {
  needWhole("lotSize", lotSize, 1);
  const asked = decimal(limitingQuality);
  const column = tables.limitingQuality.findIndex((printed) => compare(decimal(printed), asked) === 0);
  if (column < 0) return refuse("no-sampling-plan", { name: "LQ", given: formatDecimal(asked) });
  const row = tables.lots.find(({ from, to }) => lotSize >= from && (to === null || lotSize <= to));
  const cell = row?.cells.split(" ")[column];
  if (cell === undefined) return refuse("no-sampling-plan", { name: "lotSize", given: lotSize });
  const [n = "", ac = "0"] = cell.split("/");
  const all = n === "*" || Number(n) >= lotSize;
  const [sampleSize, acceptance] = [all ? lotSize : Number(n), Number(ac)];
  const consumerRisk = riskAt(lotSize, asked, { n: sampleSize, acceptance });
  return { sampleSize, acceptance, rejection: acceptance + 1, fullInspection: all, consumerRisk };
}

function riskAt(lotSize: number, percent: Decimal, plan: { readonly n: number; readonly acceptance: number }): number {
  const scale = 10n ** BigInt(percent.scale) * 100n;
  const nonconforming = Number((BigInt(lotSize) * percent.digits + scale - 1n) / scale);
  return acceptanceProbability(plan, nonconforming / lotSize, { lotSize });
}

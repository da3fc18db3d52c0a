import { needAscending, needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { needBarometer, STANDARD_KPA } from "./barometer.ts";
import { refuse } from "./refusals.ts";

/** A temperature read when so much had been recovered [% by volume], at the first drop or at the end. */
export type DistillationRow = { readonly recovered: number | "IBP" | "FBP"; readonly tempC: number };

export type Distillation = {
  readonly barometerKpa: number;
  /** In the order of the test. */
  readonly rows: readonly DistillationRow[];
  /** Highest recovery, R_max, residue and loss. [% by volume] */
  readonly recovery: number;
  readonly residue: number;
  readonly loss: number;
};

/** How far the balance may be off 100 %. */
const BALANCE_TOLERANCE = 0.1;

/**
 * A distillation at atmospheric pressure, corrected to 101.3 kPa.
 *
 * C_c = 0.0009(101.3 − p)(273 + t);  L_c = 0.5 + (L − 0.5)/[1 + (101.3 − p)/8.00];  R_c = R_max + (L − L_c)
 *
 * @returns the rows with their corrected temperatures [°C], loss and recovery [% by volume], unrounded
 * @throws Refusal `balance-not-100` off 100.0 % ± 0.1 %, `barometer-range`, `distillation-not-monotonic`,
 *   `not-ascending` for recoveries, `too-few-rows`, `outside-method-range`
 * @source ASTM D86-20b, 11.3 and 11.4; GB/T 6536-2010; ISO 3405 (recalled)
 */
export function correctedDistillation(distillation: Distillation) {
  const { barometerKpa, rows, recovery, residue, loss } = distillation;
  needBarometer("barometerKpa", barometerKpa);
  needEachWithin("recovery", [recovery, residue, loss], { min: 0, max: 100, unit: "%" });
  const sum = recovery + residue + loss;
  if (!(Math.abs(sum - 100) <= BALANCE_TOLERANCE + 1e-9)) refuse("balance-not-100", { sum });
  checkRows(rows, recovery);
  const deficit = STANDARD_KPA - barometerKpa;
  const correctedLoss = 0.5 + (loss - 0.5) / (1 + deficit / 8);
  return {
    rows: rows.map((row) => ({ ...row, correctedC: row.tempC + 0.0009 * deficit * (273 + row.tempC) })),
    correctedLoss,
    correctedRecovery: recovery + (loss - correctedLoss),
  };
}

/**
 * Temperature at which so much had evaporated, linear between the unrounded corrected rows.
 *
 * R = P − L, with the loss as observed
 *
 * @param percent evaporated, P [% by volume]
 * @returns [°C], unrounded
 * @throws Refusal as `correctedDistillation`, and `outside-method-range` where the rows do not reach P − L
 * @source ASTM D86-20b, 11.5.1 (arithmetical procedure; recalled)
 */
export function evaporatedTemperature(distillation: Distillation, percent: number): number {
  const { rows } = correctedDistillation(distillation);
  const points = rows.flatMap(({ recovered, correctedC }) =>
    recovered === "FBP" ? [] : [[recovered === "IBP" ? 0 : recovered, correctedC] as const],
  );
  const recovered = percent - distillation.loss;
  const at = points.findIndex(([share]) => share >= recovered);
  const [low, high] = [points[at - 1] ?? points[at], points[at]];
  if (!(recovered >= (points[0]?.[0] ?? 0)) || !low || !high) {
    return refuse("outside-method-range", {
      field: "percent",
      given: String(percent),
      min: (points[0]?.[0] ?? 0) + distillation.loss,
      max: (points.at(-1)?.[0] ?? 0) + distillation.loss,
      unit: "%",
    });
  }
  if (high[0] === low[0]) return high[1];
  return low[1] + ((high[1] - low[1]) * (recovered - low[0])) / (high[0] - low[0]);
}

function checkRows(rows: readonly DistillationRow[], recovery: number): void {
  needAtLeast("rows", rows, 3);
  const temperatures = rows.map(({ tempC }) => tempC);
  needEachWithin("tempC", temperatures, { min: -50, max: 600, unit: "Cel" });
  const shares = rows.map(({ recovered }, at) => share(recovered, at, rows.length, recovery));
  needEachWithin("recovered", shares, { min: 0, max: 100, unit: "%" });
  needAscending("recovered", shares);
  const row = temperatures.findIndex((temperature, at) => at > 0 && temperature < temperatures[at - 1]!);
  if (row >= 0) refuse("distillation-not-monotonic", { field: "tempC", row: row + 1 });
}

/** The first drop counts as 0 %, the end as the highest recovery, each only where it belongs. */
function share(recovered: DistillationRow["recovered"], at: number, count: number, recovery: number): number {
  if (recovered === "IBP") return at === 0 ? 0 : Number.NaN;
  if (recovered === "FBP") return at === count - 1 ? recovery : Number.NaN;
  needWithin("recovered", recovered, { above: 0, max: recovery, unit: "%" });
  return recovered;
}

import { needAllWithin, needAtLeast, needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { sameSign } from "./same-sign.ts";

/** Limits by class. Kept in `data/methods/gas-meter-mpe.json`. [%] */
export type GasMeterTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  readonly inService: number;
  readonly classes: Readonly<
    Record<
      string,
      {
        /** Below and from the transitional flow. */
        readonly lower: number;
        readonly upper: number;
        readonly weightedMean: number;
        /** Least ratios of flows, where the class has them. */
        readonly maxOverMin: number | null;
        readonly maxOverTransitional: number | null;
      }
    >
  >;
};

export type GasMeter = {
  readonly accuracyClass: string;
  readonly maxM3H: number;
  readonly minM3H: number;
  readonly transitionalM3H: number;
  readonly inService?: boolean;
};

export type GasPoint = { readonly flowM3H: number; readonly errorPercent: number };

/**
 * Weighted mean error of a gas meter over the flows from the transitional one, and the verdict.
 *
 * WME = Σk_iE_i/Σk_i;  k_i = Q_i/Q_max for Q_i ≤ 0.7Q_max, else 1.4 − Q_i/Q_max
 *
 * Where all errors from the transitional flow have one sign, none may exceed half of its limit.
 *
 * @returns weights and WME [%], limits and verdicts
 * @throws Refusal `flow-above-qmax`, `flow-below-qmin`, `flow-range-invalid`, `duplicate-flow`, `too-few-rows` without
 *   a point from the transitional flow, `unknown-item` for a class, `outside-method-range`
 * @source OIML R 137:2012, 5.3 and 5.4; JJG 577-2012 (rule of one sign); both recalled
 */
export function gasMeterVerdict(meter: GasMeter, points: readonly GasPoint[], table: GasMeterTable) {
  const limits = Object.hasOwn(table.classes, meter.accuracyClass) ? table.classes[meter.accuracyClass] : undefined;
  if (!limits) return refuse("unknown-item", { item: meter.accuracyClass, table: table.document });
  checkMeter(meter);
  checkPoints(meter, points);
  const upper = points.filter(({ flowM3H }) => flowM3H >= meter.transitionalM3H);
  needAtLeast("points", upper, 1);

  const weights = upper.map(({ flowM3H }) => weight(flowM3H / meter.maxM3H));
  const weightedPercent =
    upper.reduce((total, { errorPercent }, at) => total + weights[at]! * errorPercent, 0) /
    weights.reduce((total, each) => total + each, 0);
  const factor = meter.inService === true ? table.inService : 1;
  const limitAt = ({ flowM3H }: GasPoint) => (flowM3H < meter.transitionalM3H ? limits.lower : limits.upper) * factor;
  const within = points.map((point) => Math.abs(point.errorPercent) <= limitAt(point));
  const oneSign = sameSign(upper.map(({ errorPercent }) => errorPercent));
  const halfRuleKept = !oneSign || upper.every((point) => Math.abs(point.errorPercent) <= limitAt(point) / 2);
  const weightedWithin = Math.abs(weightedPercent) <= limits.weightedMean;
  return {
    weights,
    weightedPercent,
    weightedLimitPercent: limits.weightedMean,
    mpePercent: points.map(limitAt),
    within,
    halfRuleKept,
    rangeKept:
      ratioKept(meter.maxM3H / meter.minM3H, limits.maxOverMin) &&
      ratioKept(meter.maxM3H / meter.transitionalM3H, limits.maxOverTransitional),
    passes: within.every(Boolean) && weightedWithin && halfRuleKept,
  };
}

function weight(share: number): number {
  return share <= 0.7 ? share : 1.4 - share;
}

/** 6/0.04 is 150 but for binary noise. */
function ratioKept(ratio: number, least: number | null): boolean {
  return least === null || ratio >= least * (1 - 1e-12);
}

function checkMeter({ maxM3H, minM3H, transitionalM3H }: GasMeter): void {
  needAllWithin({ maxM3H, minM3H, transitionalM3H }, POSITIVE);
  if (!(minM3H < transitionalM3H && transitionalM3H < maxM3H)) {
    refuse("flow-range-invalid", { field: "transitionalM3H", given: transitionalM3H });
  }
}

function checkPoints({ maxM3H, minM3H }: GasMeter, points: readonly GasPoint[]): void {
  const seen = new Set<number>();
  points.forEach(({ flowM3H, errorPercent }, at) => {
    needWithin("errorPercent", errorPercent, { min: -100, max: 1000, unit: "%" });
    needWithin("flowM3H", flowM3H, { above: 0, unit: "m3/h" });
    if (flowM3H > maxM3H) refuse("flow-above-qmax", { field: "flowM3H", given: flowM3H, max: maxM3H });
    if (flowM3H < minM3H) refuse("flow-below-qmin", { field: "flowM3H", given: flowM3H, min: minM3H });
    if (seen.has(flowM3H)) refuse("duplicate-flow", { field: "flowM3H", row: at + 1 });
    seen.add(flowM3H);
  });
}

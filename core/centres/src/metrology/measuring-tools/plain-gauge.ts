import { type Decimal, decimal, fromNumber, minus, plus, times } from "@quanheng/kernel/decimal.ts";
import { needAllWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type GaugedFeature = {
  /** A hole is checked by a plug gauge, a shaft by a snap gauge. */
  readonly feature: "hole" | "shaft";
  readonly nominalMm: number;
  /** Lower and upper deviation of the workpiece: EI and ES, or ei and es. [mm] */
  readonly lowerMm: number;
  readonly upperMm: number;
  /** Tolerance T of the gauge and distance Z of the GO zone's middle from the maximum material limit. [mm] */
  readonly toleranceMm: number;
  readonly positionMm: number;
};

export type GaugeZone = { readonly min: Decimal; readonly max: Decimal };
export type PlainGauge = { readonly go: GaugeZone; readonly wear: Decimal; readonly noGo: GaugeZone };

/**
 * Limits of a working plain gauge: where its GO and NO-GO sides may lie and to what the GO side may wear.
 *
 * Plug: GO = D + EI + Z ± T/2, wear D + EI, NO-GO from D + ES − T to D + ES.
 * Snap: GO = d + es − Z ± T/2, wear d + es, NO-GO from d + ei to d + ei + T.
 *
 * @returns [mm], exact decimals of the figures given
 * @throws Refusal `deviations-reversed`, `gauge-tolerance-too-wide` where the zones do not fit into the workpiece's
 *   tolerance, `outside-method-range`
 * @source GB/T 1957-2006 (recalled)
 */
export function plainGauge(given: GaugedFeature): PlainGauge {
  const { feature, nominalMm, lowerMm, upperMm, toleranceMm, positionMm } = given;
  needWithin("nominalMm", nominalMm, { above: 0, max: 500, unit: "mm" });
  needAllWithin({ lowerMm, upperMm }, { min: -10, max: 10, unit: "mm" });
  needAllWithin({ toleranceMm, positionMm }, { above: 0, unit: "mm" });
  if (!(upperMm > lowerMm)) refuse("deviations-reversed", { field: "upperMm", lower: lowerMm, upper: upperMm });
  const needed = toleranceMm + positionMm + toleranceMm / 2;
  if (needed > upperMm - lowerMm) {
    refuse("gauge-tolerance-too-wide", { field: "toleranceMm", given: needed, max: upperMm - lowerMm });
  }
  const [nominal, t, z] = [fromNumber(nominalMm), fromNumber(toleranceMm), fromNumber(positionMm)];
  const least = plus(nominal, fromNumber(lowerMm));
  const most = plus(nominal, fromNumber(upperMm));
  return feature === "hole"
    ? { go: about(plus(least, z), t), wear: least, noGo: { min: minus(most, t), max: most } }
    : { go: about(minus(most, z), t), wear: most, noGo: { min: least, max: plus(least, t) } };
}

function about(middle: Decimal, tolerance: Decimal): GaugeZone {
  const half = times(tolerance, decimal("0.5"));
  return { min: minus(middle, half), max: plus(middle, half) };
}

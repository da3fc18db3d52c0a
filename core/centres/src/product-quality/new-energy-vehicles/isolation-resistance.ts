import { needAllWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type IsolationReading = {
  /** Voltage between the two sides of the bus. [V] */
  readonly busV: number;
  /** From the negative side to the chassis (V₁), and from the positive side (V₂). [V] */
  readonly negativeV: number;
  readonly positiveV: number;
  /** Known resistor R₀ [Ω], the side on which it is put to the chassis, and the voltage of that side with it [V]. */
  readonly resistorOhm: number;
  readonly resistorSide?: "negative" | "positive";
  readonly loadedV: number;
  /** Working voltage, where it is not that of the bus at the measurement. [V] */
  readonly workingV?: number;
};

/** Least resistance per volt of working voltage. Kept in `data/methods`; a null one is not loaded. [Ω/V] */
export type IsolationLimits = {
  readonly document: string;
  readonly dc: string | null;
  readonly ac: string | null;
  readonly acProtected: string | null;
};

/** R₀ reads best within this share of the least resistance. @source UN Regulation No. 100, annex 5A */
const RESISTOR_SHARE = 0.2;

/**
 * Isolation resistance of a high-voltage bus by the voltmeter method.
 *
 * V₁ ≥ V₂: R_i = R₀·V_b·(1/V₁′ − 1/V₁), R₀ on the negative side; else R₀ on the positive side with V₂ and V₂′
 *
 * @returns resistance [Ω], per volt of working voltage [Ω/V], whether it meets the limits for d.c., a.c. or combined buses and
 *   a.c. with protection, and whether R₀ was within 20 % of the least resistance for d.c.
 * @throws Refusal `resistor-on-wrong-side`, `voltage-rise`, `limit-not-loaded`, `outside-method-range`
 * @example isolationResistance({ busV: 396, negativeV: 206, positiveV: 188, resistorOhm: 200000, loadedV: 120.2 }, { document: "UN R100", dc: "100", ac: "500", acProtected: "100" }).ohmPerVolt // → 693.02
 * @source UN Regulation No. 100, annex 5A (rev. 3); GB 18384-2020, 6.2
 */
export function isolationResistance(reading: IsolationReading, limits: IsolationLimits) {
  const { busV, negativeV, positiveV, resistorOhm, resistorSide = "negative", loadedV, workingV = busV } = reading;
  needAllWithin({ busV, negativeV, positiveV, loadedV, workingV }, { above: 0, max: 2000, unit: "V" });
  needWithin("resistorOhm", resistorOhm, { above: 0, unit: "Ohm" });
  const higher = negativeV >= positiveV ? "negative" : "positive";
  if (resistorSide !== higher && negativeV !== positiveV) {
    refuse("resistor-on-wrong-side", { side: resistorSide, negative: negativeV, positive: positiveV });
  }
  const unloadedV = resistorSide === "negative" ? negativeV : positiveV;
  if (loadedV >= unloadedV) refuse("voltage-rise", { field: "loadedV", before: unloadedV, after: loadedV });
  const ohm = resistorOhm * busV * (1 / loadedV - 1 / unloadedV);
  const ohmPerVolt = ohm / workingV;
  const least = (kind: "dc" | "ac" | "acProtected") =>
    Number(limits[kind] ?? refuse("limit-not-loaded", { item: kind, table: limits.document }));
  return {
    ohm,
    ohmPerVolt,
    dcOk: ohmPerVolt >= least("dc"),
    acOk: ohmPerVolt >= least("ac"),
    acProtectedOk: ohmPerVolt >= least("acProtected"),
    resistorAdvised: Math.abs(resistorOhm / (least("dc") * workingV) - 1) <= RESISTOR_SHARE,
  };
}

import { refuse } from "./refusals.ts";

export type OfnerTitration = {
  /** Iodine solution 0.0323 mol/L added in excess. */
  readonly iodineMl: number;
  /** Thiosulphate that titrates the excess back. */
  readonly thiosulphateMl: number;
  readonly blankMl: number;
  readonly massG: number;
  /** Iodine that the sucrose itself uses. [mL/g] */
  readonly sucroseMlPerG: number;
  /** Invert sugar that corresponds to the net volume. [mg/mL] */
  readonly mgPerMl: number;
};

/**
 * Reducing sugars by the Ofner titration.
 *
 * V = V_I2 − V_S2O3 − V_blank − s·m;  R = V·f/(10·m)
 *
 * @returns net volume [mL] and reducing sugars [g/100 g], unrounded
 * @throws Refusal `outside-method-range` for an empty portion, `titration-impossible` when the net volume is negative
 * @source ICUMSA GS2-6 (Ofner); GB/T 35887-2018; factors recalled
 */
export function ofner({ iodineMl, thiosulphateMl, blankMl, massG, sucroseMlPerG, mgPerMl }: OfnerTitration) {
  if (!(massG > 0)) refuse("outside-method-range", { field: "massG", given: massG, min: 0, max: "∞", unit: "g" });
  const netMl = iodineMl - thiosulphateMl - blankMl - sucroseMlPerG * massG;
  if (!(netMl >= 0)) refuse("titration-impossible", { field: "thiosulphateMl", given: thiosulphateMl, net: netMl });
  return { netMl, reducingPercent: (netMl * mgPerMl) / (10 * massG) };
}

/** A point of a titre table: how much invert sugar a titre stands for. */
export type TitrePoint = { readonly titreMl: number; readonly invertPercent: number };

/**
 * Invert sugar from a titre by linear interpolation between two neighbouring points of a monotone titre table.
 *
 * R = R_1 + (T_1 − T)/(T_1 − T_2)·(R_2 − R_1)
 *
 * @param low the point with less invert sugar, `high` the one with more
 * @returns [g/100 g], unrounded
 * @throws Refusal `titre-not-bracketed` when the titre lies outside the two points, they do not differ or the
 *   titre does not fall from the low point to the high one
 * @source ICUMSA GS2/3-5 (Knight and Allen); the titre table is data of the laboratory
 */
export function invertFromTitre(titreMl: number, low: TitrePoint, high: TitrePoint): number {
  const share = (low.titreMl - titreMl) / (low.titreMl - high.titreMl);
  // More invert sugar leaves less copper for the EDTA: the titre falls as the content grows.
  if (!(share >= 0 && share <= 1) || !(low.titreMl > high.titreMl) || !(high.invertPercent > low.invertPercent)) {
    refuse("titre-not-bracketed", { field: "titreMl", given: titreMl, low: low.titreMl, high: high.titreMl });
  }
  return low.invertPercent + share * (high.invertPercent - low.invertPercent);
}

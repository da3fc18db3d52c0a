import { isWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Liquids whose expansion the tables know. */
export type PetroleumGroup = "crude" | "refined" | "lubricant";

/** Coefficients of thermal expansion of a group at 60 °F. */
export type Expansion = { readonly k0: number; readonly k1: number; readonly k2: number };

/** Densities at 60 °F that the tables cover. [kg/m³] @source API MPMS 11.1-2004, 11.1.2 (recalled) */
export const DENSITY_60 = { min: 610.6, max: 1163.5 } as const;

const CRUDE: Expansion = { k0: 341.0957, k1: 0, k2: 0 };
const LUBRICANT: Expansion = { k0: 0, k1: 0.34878, k2: 0 };

/** Refined products by density at 60 °F, from which on a row holds. @source API MPMS 11.1-2004, table 3 (recalled) */
const REFINED = [
  { from: 0, k0: 192.4571, k1: 0.2438, k2: 0 },
  { from: 770.352, k0: 1489.067, k1: 0, k2: -0.0018684 },
  { from: 787.5195, k0: 330.301, k1: 0, k2: 0 },
  { from: 838.3127, k0: 103.872, k1: 0.2701, k2: 0 },
] as const;

/** The coefficients for a density at 60 °F. @throws Refusal `unknown-item` for another group of liquids */
export function expansionOf(group: PetroleumGroup, density60: number): Expansion {
  if (group === "crude") return CRUDE;
  if (group === "lubricant") return LUBRICANT;
  if (group !== "refined") refuse("unknown-item", { item: String(group), table: "API MPMS 11.1" });
  const { k0, k1, k2 } = REFINED.findLast(({ from }) => from <= density60) ?? REFINED[0];
  return { k0, k1, k2 };
}

/** From ITS-90 to the scale of 1968. @source API MPMS 11.1-2004, 11.1.5.3 (recalled) */
const ITS = [-0.148759, -0.267408, 1.08076, 1.269056, -4.089591, -1.871251, 7.438081, -3.536296] as const;

/** Shift of 60 °F between the two scales, as the standard writes it. */
const DELTA_60 = 0.01374979547;
const BASE_F = 60.0068749;

/**
 * A temperature as the tables of 1980 count it, in degrees Fahrenheit of IPTS-68.
 *
 * τ = t/630;  t68 = t90 − (a₁ + (a₂ + … a₈τ)τ…)τ;  t* = 1.8t68 + 32
 *
 * @throws Refusal `outside-method-range` outside −50 °C to 150 °C
 * @source API MPMS 11.1-2004, 11.1.5.3 (recalled)
 * @example scaleTemperature(45) // → 113.02083 (worked example of the method pack)
 */
export function scaleTemperature(tempC: number): number {
  needWithin("tempC", tempC, { min: -50, max: 150, unit: "Cel" });
  const tau = tempC / 630;
  const shift = ITS.reduceRight((sum, a) => (sum + a) * tau, 0);
  return 1.8 * (tempC - shift) + 32;
}

/**
 * Factors from a density at 60 °F to the temperature and pressure of the liquid.
 *
 * A = δ/2·[(K₀/ρ + K₁)/ρ + K₂];  B = (2K₀ + K₁ρ)/(K₀ + (K₁ + K₂ρ)ρ);
 * ρ* = ρ{1 + [exp(A(1 + 0.8A)) − 1]/[1 + A(1 + 1.6A)B]};  α = (K₀/ρ* + K₁)/ρ* + K₂;
 * CTL = exp{−αΔt[1 + 0.8α(Δt + δ)]}, Δt = t* − 60.0068749;
 * F_p = exp[−1.9947 + 0.00013427t* + (793920 + 2326t*)/ρ*²];  CPL = 1/(1 − 10⁻⁵F_pP)
 *
 * @param density60 density at 60 °F [kg/m³]
 * @param gaugeKpa pressure above that of the air [kPa]
 * @throws Refusal `density-range` outside 610.6 kg/m³ to 1163.5 kg/m³, `outside-method-range` outside −50 °C to 150 °C or
 *   0 kPa to 10340 kPa
 * @source API MPMS 11.1-2004 = ASTM D1250-04, 11.1.6.1 (recalled; agrees with the equation of table 54B of 1980 to 5·10⁻⁶)
 * @example volumeCorrection("crude", 850, 45, 2500).ctpl // → 0.97691 (worked example of the method pack)
 */
export function volumeCorrection(group: PetroleumGroup, density60: number, tempC: number, gaugeKpa: number) {
  needDensity60(density60);
  needWithin("gaugeKpa", gaugeKpa, { min: 0, max: 10340, unit: "kPa" });
  const scaleF = scaleTemperature(tempC);
  const expansion = expansionOf(group, density60);
  const { starDensity, alpha60 } = atScale(expansion, density60);
  const ctl = temperatureFactor(expansion, density60, scaleF);
  const compressibility = Math.exp(-1.9947 + 0.00013427 * scaleF + (793920 + 2326 * scaleF) / starDensity ** 2);
  const cpl = 1 / (1 - (1e-5 * compressibility * gaugeKpa) / KPA_PER_PSI);
  return { expansion, scaleF, starDensity, alpha60, ctl, compressibility, cpl, ctpl: ctl * cpl };
}
const KPA_PER_PSI = 6.894757;

/** @throws Refusal `density-range` */
export function needDensity60(density60: number): void {
  if (!isWithin(density60, DENSITY_60)) refuse("density-range", { given: String(density60), ...DENSITY_60 });
}

function atScale({ k0, k1, k2 }: Expansion, density60: number) {
  const a = (DELTA_60 / 2) * ((k0 / density60 + k1) / density60 + k2);
  const b = (2 * k0 + k1 * density60) / (k0 + (k1 + k2 * density60) * density60);
  const starDensity = density60 * (1 + (Math.exp(a * (1 + 0.8 * a)) - 1) / (1 + a * (1 + 1.6 * a) * b));
  return { starDensity, alpha60: (k0 / starDensity + k1) / starDensity + k2 };
}

/** CTL for a temperature t*, without a check of the density. */
export function temperatureFactor(expansion: Expansion, density60: number, scaleF: number): number {
  const { alpha60 } = atScale(expansion, density60);
  const difference = scaleF - BASE_F;
  return Math.exp(-alpha60 * difference * (1 + 0.8 * alpha60 * (difference + DELTA_60)));
}

/** α at 60 °F by t*. [1/°F] */
export function expansionAt60(expansion: Expansion, density60: number): number {
  return atScale(expansion, density60).alpha60;
}

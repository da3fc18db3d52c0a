import { needAllWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** What a fuel needs and gives when it burns completely in just enough air; m³ at 0 °C per kg or per m³ of fuel. */
export type Combustion = {
  /** Dry air, V⁰. */
  readonly air: number;
  /** CO₂ and SO₂, V_RO₂. */
  readonly ro2: number;
  /** V⁰_N₂. */
  readonly nitrogen: number;
  /** V⁰_H₂O, with the moisture of the air. */
  readonly steam: number;
};

/** Ultimate analysis as received: carbon, hydrogen, oxygen, nitrogen, sulphur, moisture, ash. [% by mass] */
export type Ultimate = Readonly<Record<"C" | "H" | "O" | "N" | "S" | "M" | "A", number>>;

/** How far an ultimate analysis may be off 100 %. [%] */
const SUM_TOLERANCE = 0.5;

/** Moisture of 10 g/kg in the air of combustion, as volume of steam per volume of dry air. */
export const AIR_STEAM = 0.0161;

/**
 * Combustion of a solid or liquid fuel.
 *
 * V⁰ = 0.0889(C + 0.375S) + 0.265H − 0.0333O;  V_RO₂ = 0.01866(C + 0.375S);
 * V⁰_N₂ = 0.79V⁰ + 0.008N;  V⁰_H₂O = 0.111H + 0.0124M + 0.0161V⁰
 *
 * @returns [m³/kg]
 * @throws Refusal `ultimate-sum` off 100 % ± 0.5 %, `outside-method-range` for a negative share
 * @source GB/T 10180-2017, indirect method (recalled)
 * @example solidCombustion({ C: 58.5, H: 3.8, O: 7.2, N: 0.9, S: 0.8, M: 9.3, A: 19.5 }).air // → 5.99456 (worked example of the method pack)
 */
export function solidCombustion(fuel: Ultimate): Combustion {
  const { C, H, O, N, S, M, A } = fuel;
  needAllWithin({ C, H, O, N, S, M, A }, { min: 0, max: 100, unit: "%" });
  const sum = C + H + O + N + S + M + A;
  if (!(Math.abs(sum - 100) <= SUM_TOLERANCE + 1e-9)) refuse("ultimate-sum", { sum });
  const air = 0.0889 * (C + 0.375 * S) + 0.265 * H - 0.0333 * O;
  if (!(air > 0)) refuse("outside-method-range", { field: "C", given: C, min: 0, max: 100, unit: "%" });
  return {
    air,
    ro2: 0.01866 * (C + 0.375 * S),
    nitrogen: 0.79 * air + 0.008 * N,
    steam: 0.111 * H + 0.0124 * M + AIR_STEAM * air,
  };
}

/** Hydrocarbons that a gas analysis names: atoms of carbon and of hydrogen. */
export const HYDROCARBONS = {
  CH4: [1, 4],
  C2H2: [2, 2],
  C2H4: [2, 4],
  C2H6: [2, 6],
  C3H6: [3, 6],
  C3H8: [3, 8],
  C4H8: [4, 8],
  C4H10: [4, 10],
  C5H12: [5, 12],
  C6H14: [6, 14],
  C6H6: [6, 6],
} as const satisfies Readonly<Record<string, readonly [carbon: number, hydrogen: number]>>;

export type FuelGas = keyof typeof HYDROCARBONS | "CO" | "H2" | "H2S" | "CO2" | "O2" | "N2";

const INORGANIC: ReadonlySet<string> = new Set(["CO", "H2", "H2S", "CO2", "O2", "N2"]);

/**
 * Combustion of a gaseous fuel.
 *
 * V⁰ = 0.0476[0.5CO + 0.5H₂ + 1.5H₂S + Σ(m + n/4)C_mH_n − O₂];  V_RO₂ = 0.01(CO₂ + CO + H₂S + Σm·C_mH_n);
 * V⁰_N₂ = 0.79V⁰ + 0.01N₂;  V⁰_H₂O = 0.01(H₂S + H₂ + Σ(n/2)C_mH_n + 0.124d) + 0.0161V⁰
 *
 * @param fuel by volume [%]
 * @param moistureGM3 of the fuel, d
 * @returns [m³/m³]
 * @throws Refusal `unknown-item`, `ultimate-sum` off 100 % ± 0.5 %, `outside-method-range` for a negative share
 * @source GB/T 10180-2017, indirect method (recalled)
 * @example gasCombustion({ CH4: 95.2, C2H6: 2.1, C3H8: 0.45, CO2: 1.05, N2: 1.2 }, 0).air // → 9.5200 (worked example of the method pack)
 */
export function gasCombustion(fuel: Readonly<Partial<Record<FuelGas, number>>>, moistureGM3: number): Combustion {
  needAllWithin({ ...fuel }, { min: 0, max: 100, unit: "%" });
  needAllWithin({ moistureGM3 }, { min: 0, max: 200, unit: "g/m3" });
  const stranger = Object.keys(fuel).find((gas) => !Object.hasOwn(HYDROCARBONS, gas) && !INORGANIC.has(gas));
  if (stranger !== undefined) refuse("unknown-item", { item: stranger, table: "gas analysis" });
  const sum = Object.values(fuel).reduce((total, share) => total + share, 0);
  if (!(Math.abs(sum - 100) <= SUM_TOLERANCE + 1e-9)) refuse("ultimate-sum", { sum });

  const { CO = 0, H2 = 0, H2S = 0, CO2 = 0, O2 = 0, N2 = 0 } = fuel;
  const over = (weight: (carbon: number, hydrogen: number) => number) =>
    Object.entries(HYDROCARBONS).reduce(
      (total, [gas, [carbon, hydrogen]]) => total + weight(carbon, hydrogen) * (fuel[gas as FuelGas] ?? 0),
      0,
    );
  const air = 0.0476 * (0.5 * CO + 0.5 * H2 + 1.5 * H2S + over((m, n) => m + n / 4) - O2);
  if (!(air > 0)) refuse("outside-method-range", { field: "CH4", given: fuel.CH4 ?? 0, min: 0, max: 100, unit: "%" });
  return {
    air,
    ro2: 0.01 * (CO2 + CO + H2S + over((m) => m)),
    nitrogen: 0.79 * air + 0.01 * N2,
    steam: 0.01 * (H2S + H2 + over((_, n) => n / 2) + 0.124 * moistureGM3) + AIR_STEAM * air,
  };
}

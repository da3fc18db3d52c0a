import { needAllWithin, needAtLeast, needWithin, POSITIVE } from "../../method-guards.ts";
import { type Combustion, type FuelGas, gasCombustion, solidCombustion, type Ultimate } from "./combustion.ts";
import { airEnthalpy, checkFlueGas, excessAir, type FlueGas, flueEnthalpy, flueVolumes } from "./flue-gas.ts";
import { refuse } from "./refusals.ts";

/** What both kinds of firing have. */
export type LossRun = {
  readonly flueGas: FlueGas;
  readonly flueC: number;
  readonly airC: number;
  /** Loss through the surface, q₅, at the load of the test. [%] */
  readonly surfaceLossPercent: number;
  /** Net calorific value, Q_r. [kJ/kg or kJ/m³] */
  readonly heatValueKj: number;
};

/** Where ash leaves the boiler. */
export type AshStream = {
  readonly stream: string;
  /** Share of the fuel's ash, a_i. */
  readonly share: number;
  /** Carbon left in it, C_i. [% by mass] */
  readonly carbonPercent: number;
  /** Heat that it takes along, (cθ)_i; 0 where it leaves cold. [kJ/kg] */
  readonly heatKjKg: number;
};

/** Lost heat by kind, as shares of the heat put in. [%] */
export type HeatLosses = {
  /** Flue gas. */
  readonly q2: number;
  /** Unburnt gas. */
  readonly q3: number;
  /** Unburnt carbon. */
  readonly q4: number;
  /** Surface. */
  readonly q5: number;
  /** Hot ash. */
  readonly q6: number;
};

export type IndirectEfficiency = HeatLosses & {
  readonly combustion: Combustion;
  readonly alpha: number;
  readonly dryM3: number;
  readonly steamM3: number;
  readonly flueKj: number;
  readonly airKj: number;
  /** Share of the fuel that burnt, K = (100 − q₄)/100. */
  readonly burnt: number;
  /** By the net calorific value. [%] */
  readonly efficiencyPercent: number;
};

/** Heat of 1 kg of carbon, by per cent of ash and per cent of carbon in it. [kJ/kg/%] @source GB/T 10180-2017 (recalled) */
const CARBON_KJ = 328.66;

/** Heat of 1 % of a gas in 1 m³ of dry flue gas. [kJ/m³] @source GB/T 10180-2017 (recalled) */
const UNBURNT_KJ = { co: 126.36, h2: 107.98, ch4: 358.18 } as const;

/**
 * Efficiency of a boiler fired with gas by its losses.
 *
 * η₂ = 100 − (q₂ + q₃ + q₅);  q₂ = (H_py − H_lk)/Q_r·100,  q₃ = V_gy(126.36CO + 107.98H₂ + 358.18CH₄)/Q_r·100
 *
 * @param run with the composition of the gas [% by volume] and its moisture [g/m³]
 * @returns losses [%], volumes [m³/m³], heats [kJ/m³], unrounded
 * @throws Refusal `ultimate-sum`, `o2-not-below-21`, `flue-sum-impossible`, `flue-below-air`, `outside-method-range`,
 *   `efficiency-impossible`
 * @source GB/T 10180-2017, indirect method (recalled)
 * @example gasHeatLoss({ fuel: { CH4: 95.2, C2H6: 2.1, C3H8: 0.45, CO2: 1.05, N2: 1.2 }, moistureGM3: 0, flueGas: { ro2: 9.9, o2: 3.4, co: 0.0035, h2: 0, ch4: 0 }, flueC: 128, airC: 27, surfaceLossPercent: 1.7, heatValueKj: 35620 }).efficiencyPercent // → 93.318 (worked example of the method pack)
 */
export function gasHeatLoss(
  run: LossRun & { readonly fuel: Readonly<Partial<Record<FuelGas, number>>>; readonly moistureGM3: number },
): IndirectEfficiency {
  return losses(run, gasCombustion(run.fuel, run.moistureGM3), { q4: 0, q6: 0 });
}

/**
 * Efficiency of a boiler fired with coal, biomass or oil by its losses.
 *
 * η₂ = 100 − (q₂ + q₃ + q₄ + q₅ + q₆);  q₂, q₃ as for gas times K = (100 − q₄)/100,
 * q₄ = 328.66·A_ar/Q_r·100·Σ a_iC_i/(100 − C_i),  q₆ = A_ar/Q_r·Σ a_i(cθ)_i·100/(100 − C_i)
 *
 * The shares of the ash balance are brought to Σa = 1.
 *
 * @returns losses [%], volumes [m³/kg], heats [kJ/kg], unrounded; `ashTerm` is Σ a_iC_i/(100 − C_i)
 * @throws Refusal as `gasHeatLoss`, and `ash-balance` for Σa outside 0.98 to 1.02
 * @source GB/T 10180-2017, indirect method (recalled)
 */
export function solidHeatLoss(
  run: LossRun & { readonly fuel: Ultimate; readonly ash: readonly AshStream[] },
): IndirectEfficiency & { readonly ashTerm: number } {
  const combustion = solidCombustion(run.fuel);
  needWithin("heatValueKj", run.heatValueKj, POSITIVE);
  const { ashTerm, ashHeat } = ashBalance(run.ash, run.fuel.A);
  const perHeat = run.fuel.A / run.heatValueKj;
  return { ashTerm, ...losses(run, combustion, { q4: CARBON_KJ * perHeat * 100 * ashTerm, q6: perHeat * ashHeat }) };
}

function losses(
  { flueGas, flueC, airC, surfaceLossPercent, heatValueKj }: LossRun,
  combustion: Combustion,
  { q4, q6 }: Pick<HeatLosses, "q4" | "q6">,
): IndirectEfficiency {
  needWithin("heatValueKj", heatValueKj, POSITIVE);
  needWithin("surfaceLossPercent", surfaceLossPercent, { min: 0, max: 20, unit: "%" });
  if (!(flueC > airC)) refuse("flue-below-air", { field: "flueC", given: String(flueC), air: String(airC) });
  checkFlueGas(flueGas, combustion);

  const alpha = excessAir(flueGas);
  const { dry, steam } = flueVolumes(combustion, alpha);
  const [flueKj, airKj] = [flueEnthalpy(combustion, alpha, flueC), airEnthalpy(combustion, alpha, airC)];
  const burnt = (100 - q4) / 100;
  const unburnt = UNBURNT_KJ.co * flueGas.co + UNBURNT_KJ.h2 * flueGas.h2 + UNBURNT_KJ.ch4 * flueGas.ch4;
  const q2 = (100 * burnt * (flueKj - airKj)) / heatValueKj;
  const q3 = (100 * burnt * dry * unburnt) / heatValueKj;
  const q5 = surfaceLossPercent;
  const efficiencyPercent = 100 - (q2 + q3 + q4 + q5 + q6);
  if (!(efficiencyPercent > 0)) refuse("efficiency-impossible", { given: String(efficiencyPercent) });
  return {
    ...{ q2, q3, q4, q5, q6, combustion, alpha, flueKj, airKj, burnt, efficiencyPercent },
    dryM3: dry,
    steamM3: steam,
  };
}

/** What may be found of the ash. @source GB/T 10180-2017, ash balance (recalled) */
const ASH_FOUND = { min: 0.98, max: 1.02 } as const;

function ashBalance(streams: readonly AshStream[], ashPercent: number) {
  if (ashPercent === 0 && streams.length === 0) return { ashTerm: 0, ashHeat: 0 };
  needAtLeast("ash", streams, 1);
  for (const { share, carbonPercent, heatKjKg } of streams) {
    needAllWithin({ share }, { min: 0, max: ASH_FOUND.max });
    needAllWithin({ carbonPercent }, { min: 0, below: 100, unit: "%" });
    needAllWithin({ heatKjKg }, { min: 0, unit: "kJ/kg" });
  }
  const sum = streams.reduce((total, { share }) => total + share, 0);
  if (!(sum >= ASH_FOUND.min - 1e-9 && sum <= ASH_FOUND.max + 1e-9)) refuse("ash-balance", { sum, ...ASH_FOUND });
  const total = (part: (stream: AshStream) => number) =>
    streams.reduce((found, stream) => found + ((stream.share / sum) * part(stream)) / (100 - stream.carbonPercent), 0);
  return {
    ashTerm: total(({ carbonPercent }) => carbonPercent),
    ashHeat: total(({ heatKjKg }) => 100 * heatKjKg),
  };
}

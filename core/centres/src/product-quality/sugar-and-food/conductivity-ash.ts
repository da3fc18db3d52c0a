import { refuse } from "./refusals.ts";

/**
 * The two procedures: refined and white sugar at 28 g in 100 g of solution, raw sugar at 5 g in 100 mL.
 * `perK`: relative change of conductivity per kelvin; `waterShare`: share of the water that is subtracted.
 *
 * @source ICUMSA GS2/3-17 (refined) and GS1/3/4/7/8-13 (raw), factors recalled
 */
export const ASH_PROCEDURE = {
  refined: { factor: 6e-4, perK: 0.026, waterShare: 0.35, maxWater: 2 },
  raw: { factor: 18e-4, perK: 0.023, waterShare: 1, maxWater: 15 },
} as const;
export type AshProcedure = keyof typeof ASH_PROCEDURE;

export type AshReading = {
  readonly procedure: AshProcedure;
  readonly solutionUsCm: number;
  readonly solutionC: number;
  readonly waterUsCm: number;
  readonly waterC: number;
};

/**
 * Conductivity ash: what the conductivity of the solution says about its ash.
 *
 * C_20 = C_t/[1 + a·(t − 20)];  C = C_solution,20 − s·C_water,20;  ash = F·C
 *
 * @returns conductivities at 20 °C [µS/cm] and ash [g/100 g], unrounded
 * @throws Refusal `outside-method-range` outside 15 °C to 25 °C or for a negative conductivity,
 *   `water-blank-too-high` above 2 µS/cm (refined) or 15 µS/cm (raw), `blank-above-sample`
 * @source ICUMSA GS2/3-17
 */
export function conductivityAsh({ procedure, solutionUsCm, solutionC, waterUsCm, waterC }: AshReading) {
  const { factor, perK, waterShare, maxWater } = ASH_PROCEDURE[procedure];
  temperate("solutionC", solutionC);
  temperate("waterC", waterC);
  conducting("solutionUsCm", solutionUsCm);
  conducting("waterUsCm", waterUsCm);
  if (waterUsCm > maxWater) refuse("water-blank-too-high", { field: "waterUsCm", given: waterUsCm, max: maxWater });

  const solution20 = solutionUsCm / (1 + perK * (solutionC - 20));
  const water20 = waterUsCm / (1 + perK * (waterC - 20));
  const net = solution20 - waterShare * water20;
  if (net < 0) refuse("blank-above-sample", { field: "solutionUsCm", sample: solutionUsCm, blank: waterUsCm });
  return { solution20, water20, net, ashPercent: factor * net };
}

function temperate(field: string, given: number): void {
  if (!(given >= 15 && given <= 25)) refuse("outside-method-range", { field, given, min: 15, max: 25, unit: "Cel" });
}

function conducting(field: string, given: number): void {
  if (!(given >= 0)) refuse("outside-method-range", { field, given, min: 0, max: "∞", unit: "uS/cm" });
}

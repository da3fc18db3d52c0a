import { refuse } from "./refusals.ts";

/** Rotation of the normal sugar solution in a 200 mm tube at 20 °C by vacuum wavelength. [°] @source ICUMSA SPS-1 */
export const NORMAL_ROTATION_DEG = { "589.4400": 34.626, "546.2271": 40.777 } as const;
export type Wavelength = keyof typeof NORMAL_ROTATION_DEG;

/** The normal sugar solution: 26.000 g weighed in air in 100.00 mL, read in 200.00 mm. @source ICUMSA SPS-1 */
export const NORMAL = { massG: 26, volumeMl: 100, tubeMm: 200 } as const;

/** Relative change of the reading per kelvin, with and without quartz wedge compensation. [1/K] @source GB/T 35887-2018, recalled */
export const TEMPERATURE_FACTOR = { quartzWedge: 0.00032, none: 0.00019 } as const;

export type PolarizationReading = {
  readonly rotationDeg: number;
  readonly wavelength: Wavelength;
  readonly temperatureC: number;
  readonly quartzWedge: boolean;
  /** Control plate: its certified value and what the instrument reads for it. [°Z] */
  readonly plateCertifiedZ: number;
  readonly plateReadZ: number;
  readonly massG: number;
  readonly volumeMl: number;
  readonly tubeMm: number;
};

/**
 * Polarization of one solution, as read and corrected to 20 °C.
 *
 * Pol_t = 100·(α/α_s)·(Q_certified/Q_read)·(26/m)·(V/100)·(200/L);  Pol_20 = Pol_t·[1 + f·(t − 20)]
 *
 * @returns both [°Z], unrounded
 * @throws Refusal `outside-method-range` for a temperature outside 10 °C to 35 °C or quantities that are not positive;
 *   `unknown-item` for a wavelength whose normal rotation is not tabulated
 * @source ICUMSA GS2/3-1; GB/T 35887-2018
 */
export function polarization(reading: PolarizationReading): { readonly polT: number; readonly pol20: number } {
  const { rotationDeg, temperatureC, massG, volumeMl, tubeMm, plateCertifiedZ, plateReadZ } = reading;
  positive({ massG, volumeMl, tubeMm, plateCertifiedZ, plateReadZ });
  if (!(temperatureC >= 10 && temperatureC <= 35)) {
    refuse("outside-method-range", { field: "temperatureC", given: temperatureC, min: 10, max: 35, unit: "Cel" });
  }
  const normalDeg = NORMAL_ROTATION_DEG[reading.wavelength];
  if (normalDeg === undefined) {
    refuse("unknown-item", { item: String(reading.wavelength), table: "ICUMSA SPS-1" });
  }
  const concentration = (NORMAL.massG / massG) * (volumeMl / NORMAL.volumeMl) * (NORMAL.tubeMm / tubeMm);
  const scale = plateCertifiedZ / plateReadZ;
  const polT = ((100 * rotationDeg) / normalDeg) * scale * concentration;
  return { polT, pol20: polT * (1 + temperatureFactor(reading.quartzWedge) * (temperatureC - 20)) };
}

export function temperatureFactor(quartzWedge: boolean): number {
  return quartzWedge ? TEMPERATURE_FACTOR.quartzWedge : TEMPERATURE_FACTOR.none;
}

function positive(quantities: Readonly<Record<string, number>>): void {
  for (const [field, given] of Object.entries(quantities)) {
    if (!(given > 0)) refuse("outside-method-range", { field, given, min: 0, max: "∞", unit: "1" });
  }
}

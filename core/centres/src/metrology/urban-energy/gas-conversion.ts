import { needAllWithin, needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type GasConversion = {
  readonly volumeM3: number;
  readonly absoluteMpa: number;
  readonly tempC: number;
  readonly compressibility: number;
  readonly baseMpa: number;
  readonly baseK: number;
  readonly baseCompressibility: number;
};

/** An absolute pressure below this is a gauge pressure. [MPa] */
const LEAST_ABSOLUTE_MPA = 0.08;

/**
 * Volume of gas at base conditions.
 *
 * V_b = V·(p/p_b)·(T_b/T)·(Z_b/Z)
 *
 * @returns [m³]
 * @throws Refusal `pressure-not-absolute` below 80 kPa, `compressibility-invalid`, `outside-method-range`
 * @source EN 12405-1 (recalled)
 * @example convertedGas({ volumeM3: 1250, absoluteMpa: 0.412, tempC: 27.4, compressibility: 0.99185, baseMpa: 0.101325, baseK: 293.15, baseCompressibility: 1 }) // → 4998.248 (worked example of the method pack)
 */
export function convertedGas(gas: GasConversion): number {
  const { volumeM3, absoluteMpa, tempC, compressibility, baseMpa, baseK, baseCompressibility } = gas;
  needWithin("volumeM3", volumeM3, { min: 0, unit: "m3" });
  needAllWithin({ absoluteMpa, baseMpa, baseK }, POSITIVE);
  needWithin("tempC", tempC, { min: -60, max: 200, unit: "Cel" });
  for (const [field, given] of Object.entries({ absoluteMpa, baseMpa })) {
    if (given < LEAST_ABSOLUTE_MPA) refuse("pressure-not-absolute", { field, given, min: LEAST_ABSOLUTE_MPA });
  }
  for (const [field, given] of Object.entries({ compressibility, baseCompressibility })) {
    if (!(given > 0 && given < 3)) refuse("compressibility-invalid", { field, given: String(given) });
  }
  return volumeM3 * (absoluteMpa / baseMpa) * (baseK / (tempC + 273.15)) * (baseCompressibility / compressibility);
}

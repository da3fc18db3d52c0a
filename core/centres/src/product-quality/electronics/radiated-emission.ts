import { needAtLeast, needWithin } from "../../method-guards.ts";
import {
  assumedUncertainty,
  type Detector,
  type EmissionTable,
  emissionLimit,
  needBandwidth,
} from "./emission-limit.ts";
import { type EmissionVerdict, emissionVerdict } from "./emission-verdict.ts";
import { refuse } from "./refusals.ts";

export type RadiatedReading = {
  readonly frequencyMhz: number;
  /** Receiver reading [dB(µV)], antenna factor [dB(1/m)], cable loss and preamplifier gain [dB]. */
  readonly readingDb: number;
  readonly antennaFactorDb: number;
  readonly cableDb: number;
  readonly gainDb: number;
  readonly bandwidthKhz?: number;
};

export type RadiatedSetup = {
  readonly emcClass: string;
  readonly distanceM: number;
  readonly detector: Detector;
  /** Expanded uncertainty of the laboratory. [dB] */
  readonly labU: number;
};

export type RadiatedRow = EmissionVerdict & { readonly frequencyMhz: number; readonly levelDb: number };

/**
 * Judges the field strength of radiated disturbances by the limits of the distance at which they were measured.
 *
 * E = reading + AF + cable − gain
 *
 * @throws Refusal `unknown-item` for a class the table does not have, `distance-not-tabulated` (no 20 dB per decade is
 *   applied), `frequency-out-of-range`, `detector-mismatch`, `antenna-factor-missing`, `too-few-rows`, `outside-method-range`
 * @source CISPR 32:2015, tables A.2 to A.5; GB/T 9254.1-2021
 */
export function radiatedEmission(
  table: EmissionTable,
  { emcClass, distanceM, detector, labU }: RadiatedSetup,
  readings: readonly RadiatedReading[],
): { readonly rows: readonly RadiatedRow[]; readonly pass: boolean } {
  needAtLeast("readings", readings, 1);
  needWithin("labU", labU, { min: 0, unit: "dB" });
  const distances = Object.hasOwn(table.radiated, emcClass) ? table.radiated[emcClass] : undefined;
  if (!distances) return refuse("unknown-item", { item: `class ${emcClass}`, table: table.document });
  const known = Object.keys(distances);
  const segments =
    distances[String(distanceM)] ??
    refuse("distance-not-tabulated", { field: "distanceM", given: String(distanceM), known });
  const rows = readings.map((reading): RadiatedRow => {
    const { frequencyMhz, bandwidthKhz } = reading;
    const limit = emissionLimit(segments, detector, frequencyMhz, table.document);
    const limitDb =
      limit ?? refuse("detector-mismatch", { field: "detector", given: detector, frequency: frequencyMhz });
    if (bandwidthKhz !== undefined) needBandwidth(table, frequencyMhz, bandwidthKhz);
    const levelDb = fieldStrength(reading);
    return {
      frequencyMhz,
      levelDb,
      ...emissionVerdict(levelDb, limitDb, labU, assumedUncertainty(table, "radiated", frequencyMhz)),
    };
  });
  return { rows, pass: rows.every(({ pass }) => pass) };
}

/**
 * Field strength at the antenna. [dB(µV/m)]
 *
 * @throws Refusal `antenna-factor-missing`, `outside-method-range`
 * @example fieldStrength({ frequencyMhz: 230, readingDb: 17.3, antennaFactorDb: 11.4, cableDb: 2, gainDb: 0 }) // → 30.7
 */
export function fieldStrength({ frequencyMhz, readingDb, antennaFactorDb, cableDb, gainDb }: RadiatedReading): number {
  if (!Number.isFinite(antennaFactorDb)) {
    refuse("antenna-factor-missing", { field: "antennaFactorDb", given: frequencyMhz, min: null, max: null });
  }
  needWithin("readingDb", readingDb, { min: -100, max: 300, unit: "dB" });
  needWithin("antennaFactorDb", antennaFactorDb, { min: -100, max: 200, unit: "dB" });
  needWithin("cableDb", cableDb, { min: 0, max: 100, unit: "dB" });
  needWithin("gainDb", gainDb, { min: 0, max: 100, unit: "dB" });
  return readingDb + antennaFactorDb + cableDb - gainDb;
}

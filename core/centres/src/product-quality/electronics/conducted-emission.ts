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

/** Levels at one frequency of the mains port, corrected for network, cable and limiter. [dB(µV)] */
export type ConductedReading = {
  readonly frequencyMhz: number;
  readonly levels: Readonly<Partial<Record<Detector, number>>>;
  readonly bandwidthKhz?: number;
};

/** A verdict and the detector whose reading it rests on: a lower detector is proved by a higher one below its limit. */
export type DetectorVerdict = EmissionVerdict & { readonly by: Detector };
export type ConductedRow = {
  readonly frequencyMhz: number;
  readonly QP: DetectorVerdict;
  readonly AV: DetectorVerdict;
  readonly pass: boolean;
};

/** The reading that is missing, as the bench names it. */
const FIELD: Readonly<Record<"QP" | "AV", string>> = { QP: "qpDb", AV: "avDb" };

/** From the highest reading to the lowest: peak ≥ quasi-peak ≥ average. */
const UPWARDS: Readonly<Record<"QP" | "AV", readonly Detector[]>> = { QP: ["QP", "PK"], AV: ["AV", "QP", "PK"] };

/**
 * Judges the conducted disturbance voltage at a mains port by quasi-peak and average limits.
 *
 * A missing quasi-peak or average reading is proved by a higher detector that is below its limit; a peak below the average
 * limit proves both.
 *
 * @param labU expanded uncertainty of the laboratory [dB]
 * @throws Refusal `unknown-item` for a class the table does not have, `frequency-out-of-range`, `detector-missing` where no
 *   reading decides, `detector-mismatch` for a wrong bandwidth, `too-few-rows`, `outside-method-range`
 * @source CISPR 32:2015, tables A.9 to A.12 and clause C.2 (recalled); GB/T 9254.1-2021
 */
export function conductedEmission(
  table: EmissionTable,
  emcClass: string,
  readings: readonly ConductedReading[],
  labU: number,
): { readonly rows: readonly ConductedRow[]; readonly pass: boolean } {
  needAtLeast("readings", readings, 1);
  needWithin("labU", labU, { min: 0, unit: "dB" });
  const segments = Object.hasOwn(table.mains, emcClass) ? table.mains[emcClass] : undefined;
  if (!segments) return refuse("unknown-item", { item: `class ${emcClass}`, table: table.document });
  const rows = readings.map((reading): ConductedRow => {
    const { frequencyMhz, bandwidthKhz } = reading;
    const limits = {
      QP: limitOf("QP", emissionLimit(segments, "QP", frequencyMhz, table.document), frequencyMhz),
      AV: limitOf("AV", emissionLimit(segments, "AV", frequencyMhz, table.document), frequencyMhz),
    };
    if (bandwidthKhz !== undefined) needBandwidth(table, frequencyMhz, bandwidthKhz);
    for (const [detector, level] of Object.entries(reading.levels))
      needWithin(detector, level, { min: -100, max: 300, unit: "dB" });
    const assumed = assumedUncertainty(table, "mains", frequencyMhz);
    const [QP, AV] = [
      verdict("QP", reading, limits.QP, labU, assumed),
      verdict("AV", reading, limits.AV, labU, assumed),
    ];
    return { frequencyMhz, QP, AV, pass: QP.pass && AV.pass };
  });
  return { rows, pass: rows.every(({ pass }) => pass) };
}

function verdict(
  detector: "QP" | "AV",
  { frequencyMhz, levels }: ConductedReading,
  limitDb: number,
  labU: number,
  assumed: string,
): DetectorVerdict {
  for (const by of UPWARDS[detector]) {
    const level = levels[by];
    if (level === undefined) continue;
    const judged = emissionVerdict(level, limitDb, labU, assumed);
    if (by === detector || judged.pass) return { ...judged, by };
  }
  return refuse("detector-missing", { field: FIELD[detector], frequency: frequencyMhz, detector });
}

function limitOf(detector: Detector, limit: number | undefined, frequency: number): number {
  return limit ?? refuse("detector-mismatch", { field: "levels", given: detector, frequency });
}

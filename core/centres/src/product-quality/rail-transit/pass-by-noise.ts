import { compare, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { sum } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { energyOf, levelOf } from "./level.ts";
import { refuse } from "./refusals.ts";

/** Levels at one pass, with the samples during which the vehicle stood before the microphone. */
export type PassBy = {
  /** A-weighted levels, FAST, at even steps over the whole passage T. [dB] */
  readonly levelsDb: readonly number[];
  readonly stepS: number;
  /** First sample of T_p, counted from 0, and how many it has. */
  readonly firstSample: number;
  readonly samples: number;
  readonly speedKmh: number;
  readonly nominalKmh: number;
  /** Axles per metre, for wagons only. */
  readonly axlesPerM?: number;
  readonly conditions?: { readonly windMS: number; readonly rain: boolean; readonly trackQualified: boolean };
};

/** Limits and normalisation by nominal speed. Kept in `data/methods`. */
export type PassByLimits = {
  readonly document: string;
  /** By nominal speed: factor of lg(v/v_nominal) that brings a level to it. [dB] */
  readonly speedFactors: Readonly<Record<string, string>>;
  /** A missing or null limit is not loaded. [dB] */
  readonly rows: readonly {
    readonly category: string;
    readonly limits: Readonly<Record<string, string | null>>;
    /** Whether somebody read the limits of this row; those of the table where it is left out. */
    readonly status?: string;
  }[];
};

/** Farthest share from the nominal speed, strongest wind [m/s], reference axles per metre. @source ISO 3095, 1304/2014; recalled */
const SPEED_SHARE = 0.05;
const STRONGEST_WIND = 5;
const REFERENCE_AXLES = 0.225;

/**
 * Pass-by noise of a vehicle at one passage.
 *
 * L_pAeq,Tp = 10·lg(1/T_p·Σ_Tp 10^0.1L·Δt);  TEL = L_pAeq,T + 10·lg(T/T_p);
 * normalised L_pAeq,Tp − f·lg(v/v_nominal), f = 30 at 80 km/h and 50 at 250 km/h; wagons also − 10·lg(APL/0.225)
 *
 * @returns durations [s] and levels [dB], unrounded
 * @throws Refusal `speed-out-of-tolerance` beyond 5 %; `window-outside-record`; `wind-too-strong`,
 *   `rain-during-measurement`, `track-not-qualified` where conditions are given; `limit-not-loaded` for a nominal speed
 *   without normalisation; `outside-method-range`, `too-few-rows`
 * @source ISO 3095:2013, 6; Regulation (EU) No 1304/2014, 4.2.3 and 6.2.2.3
 */
export function passByNoise(passBy: PassBy, { speedFactors, document }: PassByLimits) {
  const { levelsDb, stepS, firstSample, samples, speedKmh, nominalKmh, axlesPerM, conditions } = passBy;
  needEachWithin("levelsDb", levelsDb, { min: 0, max: 160, unit: "dB" });
  needAtLeast("levelsDb", levelsDb, 1);
  needWithin("stepS", stepS, { above: 0, unit: "s" });
  needSpeed(speedKmh, nominalKmh, SPEED_SHARE);
  if (conditions) needConditions(conditions);
  const last = firstSample + samples;
  if (!(Number.isInteger(firstSample) && firstSample >= 0 && samples >= 1 && last <= levelsDb.length)) {
    refuse("window-outside-record", { field: "samples", given: String(last), max: levelsDb.length });
  }
  const factor = speedFactors[String(nominalKmh)];
  if (factor === undefined) return refuse("limit-not-loaded", { item: `${nominalKmh} km/h`, table: document });
  const [Tp, T] = [samples * stepS, levelsDb.length * stepS];
  const energy = (levels: readonly number[]) => sum(levels.map(energyOf)) * stepS;
  const passLevel = levelOf(energy(levelsDb.slice(firstSample, last)) / Tp);
  const wholeLevel = levelOf(energy(levelsDb) / T);
  const normalised = passLevel - Number(factor) * Math.log10(speedKmh / nominalKmh) - axleCorrection(axlesPerM);
  return {
    passS: Tp,
    wholeS: T,
    passDb: passLevel,
    wholeDb: wholeLevel,
    transitExposureDb: wholeLevel + levelOf(T / Tp),
    normalisedDb: normalised,
  };
}

/** The level of a run or a series as it is reported and compared: whole decibels. @source Regulation (EU) No 1304/2014, recalled */
export function reportedLevel(levelDb: number): string {
  return formatDecimal(roundPlaces(cleanNoise(levelDb), 0, "half-even"));
}

/**
 * The limit of a category at a nominal speed, and whether a reported level meets it.
 *
 * @throws Refusal `unknown-item` for a category that the table does not have; `limit-not-loaded` without a limit
 */
export function meetsNoiseLimit(levelDb: number, category: string, nominalKmh: number, table: PassByLimits) {
  const row = table.rows.find((candidate) => candidate.category === category);
  if (!row) return refuse("unknown-item", { item: category, table: table.document });
  const limit = row.limits[String(nominalKmh)] ?? null;
  if (limit === null)
    return refuse("limit-not-loaded", { item: `${category}, ${nominalKmh} km/h`, table: table.document });
  return { limitDb: Number(limit), pass: compare(decimal(reportedLevel(levelDb)), decimal(limit)) <= 0 };
}

/** @throws Refusal `speed-out-of-tolerance`, `outside-method-range` */
export function needSpeed(speedKmh: number, nominalKmh: number, share: number): void {
  needWithin("speedKmh", speedKmh, { above: 0, unit: "km/h" });
  needWithin("nominalKmh", nominalKmh, { above: 0, unit: "km/h" });
  if (Math.abs(speedKmh - nominalKmh) > share * nominalKmh * (1 + 1e-12)) {
    refuse("speed-out-of-tolerance", {
      field: "speedKmh",
      given: speedKmh,
      nominal: nominalKmh,
      tolerance: share * nominalKmh,
    });
  }
}

function axleCorrection(axlesPerM: number | undefined): number {
  if (axlesPerM === undefined) return 0;
  needWithin("axlesPerM", axlesPerM, { above: 0, max: 2, unit: "/m" });
  return levelOf(axlesPerM / REFERENCE_AXLES);
}

function needConditions({ windMS, rain, trackQualified }: NonNullable<PassBy["conditions"]>): void {
  needWithin("windMS", windMS, { min: 0, unit: "m/s" });
  if (windMS > STRONGEST_WIND) refuse("wind-too-strong", { field: "windMS", given: windMS, max: STRONGEST_WIND });
  if (rain) refuse("rain-during-measurement", { field: "rain" });
  if (!trackQualified) refuse("track-not-qualified", { field: "trackQualified" });
}

import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** What happened in a propagation test; an event that did not happen is left out. */
export type PropagationLog = {
  readonly runawayS: number;
  readonly alarmS?: number;
  readonly fireS?: number;
  readonly explosionS?: number;
  readonly cabinSmokeS?: number;
  readonly recordEndS: number;
  /** Temperatures of all monitoring points at the end of the observation. [°C] */
  readonly endTemperaturesC: readonly number[];
};

/** Criteria of both editions. Kept in `data/methods`. */
export type PropagationCriteria = {
  readonly "2020": { readonly alarmBeforeHazardS: number };
  readonly "2025": {
    readonly alarmAfterRunawayS: number;
    readonly observationS: number;
    readonly highestEndC: number;
    readonly smokeAfterAlarmS: number;
  };
};

export type Propagation2025 = {
  /** Absent where no alarm was given. [s] */
  readonly alarmDelayS?: number;
  readonly alarmOk: boolean;
  readonly noFireExplosion: boolean;
  readonly observedS: number;
  readonly observationOk: boolean;
  readonly temperaturesOk: boolean;
  readonly smokeOk: boolean;
  readonly pass: boolean;
};

/** Absent lead where nothing dangerous happened, or no alarm was given. [s] */
export type Propagation2020 = { readonly leadS?: number; readonly pass: boolean };

/**
 * Thermal propagation by both editions of GB 38031 from one event log, as types approved before the change-over need it.
 *
 * 2025: alarm at most 5 min after runaway; no fire or explosion within 2 h after it; all monitoring points at most 60 °C at the
 * end; no smoke in the cabin earlier than 5 min after the alarm. 2020: alarm at least 5 min before fire, explosion or smoke in
 * the cabin; without such a hazard the pack meets it.
 *
 * @throws Refusal `observation-too-short` where the record ends before 2 h and neither fire nor explosion decides;
 *   `too-few-rows` without temperatures; `outside-method-range`
 * @source GB 38031-2025 (text and commentary of the ministry) and GB 38031-2020
 */
export function thermalPropagation(log: PropagationLog, criteria: PropagationCriteria) {
  checkLog(log);
  return { "2025": by2025(log, criteria["2025"]), "2020": by2020(log, criteria["2020"]) };
}

function by2025(log: PropagationLog, limits: PropagationCriteria["2025"]): Propagation2025 {
  const { runawayS, alarmS, fireS, explosionS, cabinSmokeS, recordEndS, endTemperaturesC } = log;
  const observedS = recordEndS - runawayS;
  const observationOk = observedS >= limits.observationS;
  const within = (time: number | undefined) => time !== undefined && time <= runawayS + limits.observationS;
  const noFireExplosion = !within(fireS) && !within(explosionS);
  if (!observationOk && noFireExplosion) {
    refuse("observation-too-short", { given: observedS, needed: limits.observationS });
  }
  const alarmOk = alarmS !== undefined && alarmS - runawayS <= limits.alarmAfterRunawayS;
  const temperaturesOk = endTemperaturesC.every((temperature) => temperature <= limits.highestEndC);
  const smokeOk =
    cabinSmokeS === undefined || (alarmS !== undefined && cabinSmokeS >= alarmS + limits.smokeAfterAlarmS);
  return {
    ...(alarmS === undefined ? {} : { alarmDelayS: alarmS - runawayS }),
    alarmOk,
    noFireExplosion,
    observedS,
    observationOk,
    temperaturesOk,
    smokeOk,
    pass: alarmOk && noFireExplosion && observationOk && temperaturesOk && smokeOk,
  };
}

function by2020(
  { alarmS, fireS, explosionS, cabinSmokeS }: PropagationLog,
  { alarmBeforeHazardS }: PropagationCriteria["2020"],
): Propagation2020 {
  const hazard = Math.min(fireS ?? Infinity, explosionS ?? Infinity, cabinSmokeS ?? Infinity);
  if (hazard === Infinity) return { pass: true };
  if (alarmS === undefined) return { pass: false };
  return { leadS: hazard - alarmS, pass: hazard - alarmS >= alarmBeforeHazardS };
}

function checkLog({ runawayS, recordEndS, endTemperaturesC, ...events }: PropagationLog): void {
  needWithin("runawayS", runawayS, { min: 0, unit: "s" });
  needWithin("recordEndS", recordEndS, { min: runawayS, unit: "s" });
  for (const field of ["alarmS", "fireS", "explosionS", "cabinSmokeS"] as const) {
    const time = events[field];
    if (time !== undefined) needWithin(field, time, { min: 0, max: recordEndS, unit: "s" });
  }
  needAtLeast("endTemperaturesC", endTemperaturesC, 1);
  needEachWithin("endTemperaturesC", endTemperaturesC, { min: -60, max: 2000, unit: "Cel" });
}

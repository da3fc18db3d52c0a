import { absolute, compare, type Decimal, decimal, fromNumber, toNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundStep } from "@quanheng/kernel/rounding.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { needAllWithin, needAtLeast, needWithin, POSITIVE } from "../../method-guards.ts";
import { type ElectricityTable, electricityLimit, type LoadPoint } from "./electricity-limit.ts";
import { refuse } from "./refusals.ts";

/** Steps to which errors are rounded, one tenth of the class. @source JJG 596-2012 (recalled) */
export const ROUNDING_STEP = { "0.2": "0.02", "0.5": "0.05", "1": "0.1", "2": "0.2" } as const;
export type ElectricityClass = keyof typeof ROUNDING_STEP;

export type PulseComparison = {
  /** Pulses of the standard per kilowatt hour, C₀. */
  readonly standardPerKwh: number;
  /** Constant of the meter, C_L. */
  readonly meterPerKwh: number;
  readonly currentRatioKi: number;
  readonly voltageRatioKu: number;
  /** Pulses of the meter in each run, N. */
  readonly meterPulses: number;
  /** Pulses of the standard that were counted in the runs, m_j. */
  readonly counts: readonly number[];
  /** Known error of the equipment, γ₀. [%] */
  readonly systemPercent: number;
};

/**
 * Errors of an electricity meter against a standard meter.
 *
 * m₀ = C₀N/(C_L·K_I·K_U);  γ_j = (m₀ − m_j)/m_j·100 + γ₀
 *
 * @returns the expected count, the errors of the runs and their mean [%], unrounded
 * @throws Refusal `non-positive-count`, `not-whole`, `too-few-rows` below two runs, `outside-method-range`
 * @source JJG 596-2012, basic error (recalled)
 * @example electricityErrors({ standardPerKwh: 6e6, meterPerKwh: 1200, currentRatioKi: 1, voltageRatioKu: 1, meterPulses: 10, counts: [49874, 49866], systemPercent: 0 }).meanPercent // → 0.260678 (worked example of the method pack)
 */
export function electricityErrors(run: PulseComparison) {
  const { standardPerKwh, meterPerKwh, currentRatioKi, voltageRatioKu, meterPulses, counts, systemPercent } = run;
  needAllWithin({ standardPerKwh, meterPerKwh, currentRatioKi, voltageRatioKu }, POSITIVE);
  needWithin("systemPercent", systemPercent, { min: -10, max: 10, unit: "%" });
  pulses("meterPulses", meterPulses);
  for (const count of counts) pulses("counts", count);
  needAtLeast("counts", counts, 2);
  const expected = (standardPerKwh * meterPulses) / (meterPerKwh * currentRatioKi * voltageRatioKu);
  const errorsPercent = counts.map((count) => (100 * (expected - count)) / count + systemPercent);
  return { expected, errorsPercent, meanPercent: mean(errorsPercent) };
}

function pulses(field: string, given: number): void {
  if (!(given > 0)) refuse("non-positive-count", { field, given: String(given) });
  if (!Number.isInteger(given)) refuse("not-whole", { field, given: String(given) });
}

/**
 * An error as it is stated: to one tenth of the class, a tie to the even step.
 *
 * @throws Refusal `unknown-item` for another class, `outside-method-range` for an error that is no number
 * @source JJG 596-2012, rounding (recalled)
 */
export function roundedError(errorPercent: number, accuracyClass: string): Decimal {
  needWithin("errorPercent", errorPercent, { unit: "%" });
  const step = Object.hasOwn(ROUNDING_STEP, accuracyClass)
    ? ROUNDING_STEP[accuracyClass as ElectricityClass]
    : undefined;
  if (step === undefined) return refuse("unknown-item", { item: accuracyClass, table: "JJG 596-2012" });
  return roundStep(cleanNoise(errorPercent), decimal(step), "half-even");
}

/**
 * The verdict at a load: the rounded error against the limit of the class.
 *
 * @throws Refusal as `electricityErrors`, `electricityLimit`
 * @source JJG 596-2012, judgement by the rounded error (recalled)
 */
export function electricityVerdict(run: PulseComparison, point: LoadPoint, table: ElectricityTable) {
  const errors = electricityErrors(run);
  const limitPercent = electricityLimit(point, table);
  const reported = roundedError(errors.meanPercent, point.accuracyClass);
  return {
    ...errors,
    reported,
    reportedPercent: toNumber(reported),
    limitPercent,
    within: compare(absolute(reported), fromNumber(limitPercent)) <= 0,
  };
}

/**
 * Error in use, with what temperature, voltage and frequency add.
 *
 * e_c = √(e² + δ_T² + δ_U² + δ_f²)
 *
 * @returns [%]
 * @throws Refusal `outside-method-range`
 * @source OIML R 46-2, composite error (recalled); Directive 2014/32/EU, annex V
 * @example compositeError({ basePercent: 0.42, temperaturePercent: 0.31, voltagePercent: 0.12, frequencyPercent: 0.05 }) // → 0.537959 (√(0.1764 + 0.0961 + 0.0144 + 0.0025))
 */
export function compositeError(parts: {
  readonly basePercent: number;
  readonly temperaturePercent: number;
  readonly voltagePercent: number;
  readonly frequencyPercent: number;
}): number {
  needAllWithin(parts, { min: -100, max: 100, unit: "%" });
  return Math.hypot(parts.basePercent, parts.temperaturePercent, parts.voltagePercent, parts.frequencyPercent);
}

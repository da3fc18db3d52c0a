import { compare, decimal } from "@quanheng/kernel/decimal.ts";

/** Limits of a place where samples are kept or measured, as digits; a side that is absent is not watched. */
export type EnvironmentProfile = {
  readonly warn?: readonly [low: string | null, high: string | null];
  readonly critical?: readonly [low: string | null, high: string | null];
};

export type EnvironmentStatus = "normal" | "warning" | "critical" | "not-evaluated";

/**
 * What a reading of temperature, humidity or pressure means. A reading on a warning limit, and one up to and on the
 * critical limit, is a warning; beyond the critical limit it is critical. Without limits it is not evaluated: that must
 * never look like a good reading.
 *
 * @source ISO/IEC 17025:2017, 6.3.3
 * @example environmentStatus("-78.0", { warn: ["-82", "-78"], critical: ["-85", "-75"] }) // → "warning" (on the upper limit of warning)
 */
export function environmentStatus(reading: string, profile: EnvironmentProfile | null): EnvironmentStatus {
  const limits = [...(profile?.warn ?? []), ...(profile?.critical ?? [])];
  if (limits.every((limit) => limit === null)) return "not-evaluated";
  if (reaches(reading, profile?.critical, 1)) return "critical";
  return reaches(reading, profile?.warn, 0) || reaches(reading, profile?.critical, 0) ? "warning" : "normal";
}

/** Whether a reading stands at (0) or beyond (1) a limit, on the side away from the allowed range. */
function reaches(reading: string, limits: EnvironmentProfile["warn"], least: 0 | 1): boolean {
  const value = decimal(reading);
  const [low = null, high = null] = limits ?? [];
  return (
    (low !== null && compare(decimal(low), value) >= least) || (high !== null && compare(value, decimal(high)) >= least)
  );
}

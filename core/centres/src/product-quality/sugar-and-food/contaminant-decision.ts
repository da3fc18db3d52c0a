import { needAllWithin, needWithin, POSITIVE } from "../../method-guards.ts";
import { recoveryCorrected } from "./trace-element.ts";

export type ContaminantResult = {
  readonly contentMgKg: number;
  readonly recoveryPercent: number;
  /** Relative expanded uncertainty, k = 2. */
  readonly relativeU: number;
  readonly limitMgKg: number;
};

/**
 * A contaminant against its maximum level, seen three ways.
 *
 * c = x/recovery;  U = c·U_rel. Simple: c ≤ L. Guarded: c + U ≤ L passes, c − U > L fails, else undecided.
 * Enforcement acts only beyond reasonable doubt: c − U > L.
 *
 * @throws Refusal `recovery-out-of-range`; `outside-method-range` for a content or an uncertainty below zero, which is a
 *   result below the limit of detection or a slip, and unless the level is positive
 * @source Codex CXG 54-2004 (practice); ILAC-G8:09/2019, 4.2
 */
export function contaminantDecision({ contentMgKg, recoveryPercent, relativeU, limitMgKg }: ContaminantResult) {
  needAllWithin({ contentMgKg, relativeU }, { min: 0 });
  needWithin("limitMgKg", limitMgKg, POSITIVE);
  const corrected = recoveryCorrected(contentMgKg, recoveryPercent);
  const expanded = corrected * relativeU;
  const lower = corrected - expanded;
  const doubtless = lower > limitMgKg;
  return {
    corrected,
    expanded,
    lower,
    simple: corrected <= limitMgKg ? "pass" : "fail",
    guarded: corrected + expanded <= limitMgKg ? "pass" : doubtless ? "fail" : "undecided",
    enforcement: doubtless ? "noncompliant" : "not-proven-noncompliant",
  } as const;
}

import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { judgeStages, type Stage, stagedCharacteristic } from "./staged-plan.ts";

/**
 * A plan of periodic (type) inspection as a product standard states it: rejectable quality level in per cent, level of
 * discrimination, and one to five samples with their numbers.
 *
 * @source GB/T 2829-2002, 5.9 to 5.11 (recalled)
 */
export type PeriodicPlan = {
  readonly rql: string;
  readonly discrimination: "I" | "II" | "III";
  readonly stages: readonly Stage[];
};

export type PeriodicVerdict = {
  readonly verdict: "accepted" | "not-accepted" | "continue";
  /** Units of the next sample; 0 where the inspection is decided. */
  readonly needed: number;
  /** Probability of acceptance where the process is at RQL: what the plan risks for the consumer. */
  readonly riskAtRql: number;
};

/**
 * Judges a periodic inspection by the numbers found so far, and states its risk. The plan is a value, for the tables of
 * GB/T 2829-2002 are not in the data; `processQualityPlan` derives one from a risk.
 *
 * @example judgePeriodic({ rql: "30", discrimination: "I", stages: [{ n: 3, acceptance: 0, rejection: 1 }] }, [0]).riskAtRql // → 0.343 (0.7³)
 * @throws Refusal `outside-domain` for an RQL outside (0, 100), for more samples than stages, and for numbers that are not whole
 * @source GB/T 2829-2002, 5.11 and 5.12 (recalled)
 */
export function judgePeriodic(plan: PeriodicPlan, found: readonly number[]): PeriodicVerdict {
  const quality = Number(plan.rql) / 100;
  if (!(quality > 0 && quality < 1)) refuse("outside-domain", { name: "RQL", given: plan.rql, min: 0, max: 100 });
  for (const [at, count] of found.entries()) needWhole("found", count, 0, plan.stages[at]?.n ?? null);
  const verdict = judgeStages(plan.stages, found);
  const riskAtRql = stagedCharacteristic(plan.stages, quality).acceptance;
  return { verdict, needed: verdict === "continue" ? (plan.stages[found.length]?.n ?? 0) : 0, riskAtRql };
}

import type { ConformityRule, Process } from "./rule.ts";

/** The largest probability of a false acceptance that Z540.3 leaves. */
export const Z540_RISK = "0.02";

/**
 * The six ways of the Z540.3 handbook to keep the probability of a false acceptance at 2 %, as rules that can be agreed.
 *
 * 1. all items, with data of the test point's population;
 * 2. all items, with the in-tolerance share of the instruments (end-of-period reliability);
 * 3. among the accepted items;
 * 4. this item after its measurement, with the population known before (Bayes);
 * 5. guard band w = U;
 * 6. guard band w = U·M by the test uncertainty ratio, whatever the population.
 *
 * @example z540Rule(5).guard // → "1" (w = 1·U)
 * @example z540Rule(6).method // → "managed-risk" (Dobbert's multiplier)
 * @source ANSI/NCSL Z540.3-2006, 5.3 b; NCSLI, Handbook for the application of Z540.3 (2009), guidance 5.3 (recalled)
 */
export function z540Rule(method: 1 | 2 | 3 | 4, process: Process): ConformityRule;
/**
 * Method 5: guard band w = U.
 *
 * @example z540Rule(5) // → { kind: "guarded", guard: "1" } (w = 1·U)
 * @source ANSI/NCSL Z540.3-2006, 5.3 b; NCSLI handbook (2009), method 5 (recalled)
 */
export function z540Rule(method: 5): Extract<ConformityRule, { guard: string }>;
/**
 * Method 6: guard band w = U·M, M by the test uncertainty ratio.
 *
 * @example z540Rule(6) // → { kind: "ratio", method: "managed-risk" } (Dobbert's multiplier)
 * @source ANSI/NCSL Z540.3-2006, 5.3 b; NCSLI handbook (2009), method 6 (recalled)
 */
export function z540Rule(method: 6): Extract<ConformityRule, { kind: "ratio" }>;
/**
 * A method by its number; only those from 1 to 4 need the population.
 *
 * @example z540Rule(3, { kind: "reliability", inTolerance: "0.95" }) // → { kind: "global-risk", consumer: "0.02", among: "accepted" } (2 % among those that pass)
 * @source ANSI/NCSL Z540.3-2006, 5.3 b (recalled)
 */
export function z540Rule(method: 1 | 2 | 3 | 4 | 5 | 6, process?: Process): ConformityRule {
  if (method === 5 || process === undefined) {
    return method === 5 ? { kind: "guarded", guard: "1" } : { kind: "ratio", method: "managed-risk" };
  }
  if (method === 4) return { kind: "specific-risk", consumer: Z540_RISK, process };
  return { kind: "global-risk", consumer: Z540_RISK, among: method === 3 ? "accepted" : "all", process };
}

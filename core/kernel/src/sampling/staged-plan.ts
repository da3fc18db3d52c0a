import { binomialCdf, poissonCdf } from "../distributions.ts";
import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";

/** One sample of a double or multiple plan; the numbers count all that was found so far. */
export type Stage = {
  readonly n: number;
  /** Accept with at most so many; null where a first sample cannot accept. */
  readonly acceptance: number | null;
  readonly rejection: number;
};

/** Probability of acceptance and average sample number (ASN) at one quality level. */
export type StagedCharacteristic = {
  readonly acceptance: number;
  readonly sampleNumber: number;
  /** Probability that the lot is accepted by each stage. */
  readonly acceptedAt: readonly number[];
};

/**
 * Operating characteristic of a double or multiple sampling plan, without curtailment.
 *
 * @param quality share of nonconforming items ("process"), or nonconformities per item
 * @example stagedCharacteristic([{ n: 1, acceptance: 0, rejection: 2 }, { n: 1, acceptance: 1, rejection: 2 }], 0.1) // → { acceptance: 0.9900, sampleNumber: 1.100, acceptedAt: [0.900, 0.090] } (0.9, then 0.1·0.9; 1 + 0.1)
 * @example stagedCharacteristic([{ n: 50, acceptance: 3, rejection: 7 }, { n: 50, acceptance: 8, rejection: 9 }], 0) // → { acceptance: 1, sampleNumber: 50 } (nothing is found in the first sample)
 * @throws Refusal `outside-domain` where numbers do not rise or the last stage leaves a gap
 * @source ISO 2859-1:1999, clause 11 (double and multiple plans) and 12.5 (average sample size)
 */
export function stagedCharacteristic(
  stages: readonly Stage[],
  quality: number,
  model: "process" | "nonconformities" = "process",
): StagedCharacteristic {
  checkStages(stages);
  let sampleNumber = 0;
  const acceptedAt: number[] = [];
  // Probabilities of the counts with which a further sample is drawn.
  let undecided = new Map<number, number>([[0, 1]]);
  for (const { n, acceptance: ac, rejection } of stages) {
    const next = new Map<number, number>();
    let accepted = 0;
    for (const [found, chance] of undecided) {
      sampleNumber += chance * n;
      const upTo = (k: number): number => (k < 0 ? 0 : countUpTo(k, n, quality, model));
      accepted += ac === null ? 0 : chance * upTo(ac - found);
      for (let count = Math.max((ac ?? -1) + 1, found); count < rejection; count++) {
        const share = upTo(count - found) - upTo(count - found - 1);
        next.set(count, (next.get(count) ?? 0) + chance * share);
      }
    }
    undecided = next;
    acceptedAt.push(accepted);
  }
  return { acceptance: acceptedAt.reduce((sum, each) => sum + each, 0), sampleNumber, acceptedAt };
}

/**
 * Judges the counts that were found so far, one per sample drawn.
 *
 * @returns what is decided, or that the next sample is needed
 * @example judgeStages([{ n: 50, acceptance: 3, rejection: 7 }, { n: 50, acceptance: 8, rejection: 9 }], [4]) // → "continue" (3 < 4 < 7)
 * @example judgeStages([{ n: 50, acceptance: 3, rejection: 7 }, { n: 50, acceptance: 8, rejection: 9 }], [4, 4]) // → "accepted" (4 + 4 ≤ 8)
 * @example judgeStages([{ n: 50, acceptance: 3, rejection: 7 }, { n: 50, acceptance: 8, rejection: 9 }], [7]) // → "not-accepted" (7 ≥ 7)
 * @throws Refusal `outside-domain` for more samples than stages or a count that is not whole
 * @source ISO 2859-1:1999, 11.1.2 and 11.1.3
 */
export function judgeStages(
  stages: readonly Stage[],
  found: readonly number[],
): "accepted" | "not-accepted" | "continue" {
  checkStages(stages);
  needWhole("samples", found.length, 0, stages.length);
  let all = 0;
  for (const [i, count] of found.entries()) {
    needWhole("found", count, 0);
    all += count;
    const stage = stages[i];
    if (stage?.acceptance !== null && stage !== undefined && all <= stage.acceptance) return "accepted";
    if (stage !== undefined && all >= stage.rejection) return "not-accepted";
  }
  return "continue";
}

/** Far beyond every table; it bounds the work. */
const LARGEST = 1000;

function countUpTo(k: number, n: number, quality: number, model: "process" | "nonconformities"): number {
  return model === "process" ? binomialCdf(k, n, quality) : poissonCdf(k, n * quality);
}

function checkStages(stages: readonly Stage[]): void {
  for (const { n, acceptance, rejection } of stages) {
    needWhole("n", n, 1);
    if (acceptance !== null) needWhole("Ac", acceptance, 0);
    needWhole("Re", rejection, (acceptance ?? -1) + 1, LARGEST);
  }
  const last = stages.at(-1);
  if (last?.acceptance === null || last?.rejection !== (last?.acceptance ?? 0) + 1) {
    refuse("outside-domain", { name: "last Re", given: last?.rejection ?? null, min: null, max: null });
  }
}

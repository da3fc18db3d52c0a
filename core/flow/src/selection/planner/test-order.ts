/** A test of one laboratory: what it costs, and how likely its result fails a requirement. */
export type OrderedTest = {
  readonly id: string;
  /** In minor units of money. */
  readonly cost: number;
  /** Probability of a result that fails, 0 to 1. */
  readonly failure: number;
};

export type TestOrder = {
  /** Ids, the test to begin with first. */
  readonly order: readonly string[];
  /** What is spent on average when the first failure stops the rest, in minor units, rounded to whole ones. */
  readonly expectedCost: number;
  /** What all tests cost together. */
  readonly fullCost: number;
};

/**
 * The order in which a laboratory spends least on average if the first failing result stops the rest: ascending by
 * cost/p, with p the probability of failure; tests that never fail come last.
 *
 * E = Σᵢ cᵢ·Πⱼ<ᵢ (1 − pⱼ). Exchanging two neighbours changes E by Π·(c₂p₁ − c₁p₂), so that order is best.
 *
 * @example failureAwareOrder([{ id: "a", cost: 300, failure: 0.1 }, { id: "b", cost: 100, failure: 0.5 }]).expectedCost // → 250 (100 + 0.5·300)
 * @source W. E. Smith, Various optimizers for single-stage production, 1956 (ratio rule; recalled)
 */
export function failureAwareOrder(tests: readonly OrderedTest[]): TestOrder {
  const sorted = [...tests].sort(
    (a, b) => a.cost * b.failure - b.cost * a.failure || b.failure - a.failure || a.cost - b.cost,
  );
  let reached = 1;
  let expected = 0;
  for (const { cost, failure } of sorted) {
    expected += reached * cost;
    reached *= 1 - failure;
  }
  return {
    order: sorted.map(({ id }) => id),
    expectedCost: Math.round(expected),
    fullCost: tests.reduce((sum, { cost }) => sum + cost, 0),
  };
}

/** One failure in twenty is what we take for granted of a characteristic that nobody has judged yet: our choice. */
const PRIOR = { failed: 0.5, judged: 10 };

/**
 * The probability of failure from what was judged so far, never 0 or 1: (failed + ½)/(judged + 10).
 *
 * @example failureShare(0, 0) // → 0.05 (before anything was judged)
 * @source ours: Bayes with one failure in twenty taken for granted (beta distribution with ½ and 9½)
 */
export function failureShare(failed: number, judged: number): number {
  return (failed + PRIOR.failed) / (judged + PRIOR.judged);
}

/**
 * The probability that at least one of several independent characteristics of one test fails: 1 − Π(1 − p).
 *
 * @param shares probabilities p
 * @example anyFails([0.1, 0.5]) // → 0.55 (1 − 0.9·0.5)
 * @source product rule for independent events
 */
export function anyFails(shares: readonly number[]): number {
  return 1 - shares.reduce((kept, share) => kept * (1 - share), 1);
}

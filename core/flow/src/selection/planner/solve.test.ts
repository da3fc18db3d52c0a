import assert from "node:assert/strict";
import { test } from "vitest";
import { bestByEnumeration } from "../testing/enumerate.ts";
import { diceFrom, randomInstance } from "../testing/random-instance.ts";
import { discountTrap, sugarForTwoMarkets } from "../testing/worked-instances.ts";
import { bindingLimits } from "./binding-limits.ts";
import { marketByMarket } from "./market-by-market.ts";
import { readInstance } from "./read-instance.ts";
import { type FoundPlan, type PlanResult, solve } from "./solve.ts";

// Worked by hand: 200 + 250 + 300 + preparation 100 = 850 yuan reaches 800, less 10 % = 765, plus 100 fixed = 865 yuan.
// Days: 1 on the way + 5 for lead. Sample: 100 + 50 + 0 + 5 for the preparation = 155 g.
test("sugar for China and Viet Nam costs 865 yuan at one laboratory, in 6 days, with 155 g", () => {
  const plan = found(solve(readInstance(sugarForTwoMarkets)));

  assert.equal(plan.status, "optimal");
  assert.deepEqual(plan.selection, ["a1", "a2", "a3"]);
  assert.equal(plan.evaluation.cost, 86_500);
  assert.equal(plan.evaluation.days, 6);
  assert.equal(plan.evaluation.sample, 155);
  assert.deepEqual(plan.objective, [86_500, 6]);
});

// China alone is the plan above, 865 yuan. Viet Nam alone at A: colour 200 + lead 300 + preparation 100 + fixed 100 =
// 700; at B: 120 + 180 + fixed 300 = 600 yuan. Sum 1 465 yuan.
test("the same two markets one by one cost 1 465 yuan", () => {
  const { markets, costSum } = marketByMarket(readInstance(sugarForTwoMarkets));

  assert.deepEqual(
    markets.map(({ market, result }) => [market, found(result).evaluation.cost]),
    [
      ["CN", 86_500],
      ["VN", 60_000],
    ],
  );
  assert.equal(costSum, 146_500);
});

// 500 + 450 = 950 stays below 1 000; a test that covers nothing for 60 makes 1 010, less 20 % = 808; plus 120 + 50 at B.
test("a purchase that covers nothing is bought when it lifts the bill over a discount", () => {
  const plan = found(solve(readInstance(discountTrap)));

  assert.deepEqual(plan.selection, ["a1", "a2", "a3", "b3"]);
  assert.equal(plan.evaluation.cost, 97_800);
});

test("a plan may cost the budget exactly, and not a fen more", () => {
  assert.equal(solve(readInstance({ ...sugarForTwoMarkets, budget: 86_500 })).status, "optimal");

  const short = readInstance({ ...sugarForTwoMarkets, budget: 86_499 });
  assert.deepEqual(solve(short), { status: "infeasible", reason: "limits" });
  assert.deepEqual(bindingLimits(short), ["budget"]);
});

test("a plan may use the sample and the deadline exactly, and not more", () => {
  const exact = { ...sugarForTwoMarkets, sample: { available: 155 }, deadlineDays: 6 };
  assert.equal(solve(readInstance(exact)).status, "optimal");
  assert.deepEqual(bindingLimits(readInstance({ ...exact, sample: { available: 154 } })), ["sample"]);
  assert.deepEqual(bindingLimits(readInstance({ ...exact, deadlineDays: 5 })), ["deadline"]);
});

test("requirements that nothing covers are all named", () => {
  const none = { ...sugarForTwoMarkets, offers: sugarForTwoMarkets.offers.filter(({ lab }) => lab === "B") };

  assert.deepEqual(solve(readInstance(none)), {
    status: "infeasible",
    reason: "uncoverable",
    uncoverable: ["cn-colour", "cn-so2", "cn-lead"],
  });
});

test("a held report that covers everything needs no purchase", () => {
  const { offers, requirements, ...rest } = sugarForTwoMarkets;
  const held = { ...offers[0], issued: "2026-06-01" };
  const only = requirements.filter(({ characteristic }) => characteristic === "colour-icumsa");
  const plan = found(solve(readInstance({ ...rest, offers: [], preps: [], requirements: only, evidence: [held] })));

  assert.deepEqual(plan.selection, []);
  assert.deepEqual(plan.objective, [0, 0]);
});

test("a search that is stopped before it found a plan says so", () => {
  assert.deepEqual(solve(readInstance(sugarForTwoMarkets), { onTick: () => true }), { status: "stopped" });
});

test("a plan found before the search is stopped says how much cheaper an unproven one could be, and never too little", () => {
  for (let seed = 1; seed < 100; seed++) {
    const json = { ...randomInstance(diceFrom(seed)), objective: { order: ["cost"] } };
    const stopped = solve(readInstance(json), { onTick: ({ nodes }) => nodes >= 1 });
    if (stopped.status !== "gap") continue;
    const [best = 0] = bestByEnumeration(readInstance(json)) ?? [];
    const { cost } = stopped.evaluation;

    assert.ok(cost >= best, `seed ${seed}`);
    assert.ok(
      stopped.gapPercent !== null && cost * (1 - stopped.gapPercent / 100) <= best + cost / 10_000,
      `seed ${seed}`,
    );
  }
});

test("the same instance gives the same plan every time", () => {
  const instance = readInstance(randomInstance(diceFrom(77)));

  assert.deepEqual(solve(instance), solve(instance));
});

function found(result: PlanResult): FoundPlan {
  assert.ok("selection" in result, `no plan: ${result.status}`);
  return result;
}

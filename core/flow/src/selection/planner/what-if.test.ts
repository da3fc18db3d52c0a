import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { diceFrom, randomInstance } from "../testing/random-instance.ts";
import { sugarForTwoMarkets } from "../testing/worked-instances.ts";
import { whyUncoverable } from "./plan-lines.ts";
import { readInstance } from "./read-instance.ts";
import { solve } from "./solve.ts";
import { anyFails, failureAwareOrder } from "./test-order.ts";
import { whatIf } from "./what-if.ts";

const SEED = Number(process.env["QUANHENG_SEED"] ?? 20_261_125);

// Viet Nam alone costs 600 yuan, China alone 865 (the worked example); both together 865.
test("dropping Viet Nam saves nothing, dropping China 265 yuan", () => {
  const scenarios = whatIf(readInstance(sugarForTwoMarkets));
  const saved = (market: string) =>
    scenarios.find(({ change }) => change.kind === "without-market" && change.market === market)?.saves;

  assert.equal(saved("VN"), 0);
  assert.equal(saved("CN"), 26_500);
});

// 154 g is one too little for the plan of 865 yuan; the sample is what stands in the way.
test("where there is no plan, the limit whose lifting makes one is found, with the price of that plan", () => {
  const scenarios = whatIf(readInstance({ ...sugarForTwoMarkets, sample: { available: 154 } }));
  const unlocking = scenarios.filter(({ unlocks }) => unlocks).map(({ change, cost }) => [change, cost]);

  assert.ok(unlocking.some(([change, cost]) => JSON.stringify(change).includes("sample") && cost === 86_500));
});

test(`lifting a limit or dropping a market never makes the cheapest plan dearer (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31), (number) => {
      const instance = readInstance({ ...randomInstance(diceFrom(number)), objective: { order: ["cost"] } });
      const present = solve(instance);
      for (const { change, saves, cost, unlocks } of whatIf(instance)) {
        if (change.kind === "deadline") continue;
        assert.ok(saves === null || saves >= 0, `${number} ${JSON.stringify(change)}`);
        if (unlocks) assert.ok(!("selection" in present) && cost !== null);
      }
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test(`no other order of tests costs less on average (seed ${SEED})`, () => {
  const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
  const tests = fc.array(fc.record({ cost: fc.integer({ min: 0, max: 900 }), failure: share }), { maxLength: 5 });
  fc.assert(
    fc.property(tests, (given) => {
      const named = given.map((each, index) => ({ ...each, id: `t${index}` }));
      const best = Math.min(...permutations(named).map(averageCost));
      assert.equal(failureAwareOrder(named).expectedCost, Math.round(best));
    }),
    { seed: SEED, numRuns: 200 },
  );
  assert.equal(anyFails([0.5, 0.5]), 0.75);
});

type Test = { readonly cost: number; readonly failure: number };

function averageCost(order: readonly Test[]): number {
  let [reached, total] = [1, 0];
  for (const { cost, failure } of order) {
    total += reached * cost;
    reached *= 1 - failure;
  }
  return total;
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

test("what nothing covers is told with what would cover it", () => {
  const none = { ...sugarForTwoMarkets, offers: sugarForTwoMarkets.offers.filter(({ lab }) => lab === "B") };
  const lead = whyUncoverable(readInstance(none), ["cn-lead"])[0];

  assert.equal(
    lead?.remedy.en,
    "What would cover it: a test by GB 5009.12-2023, accredited by one of CNAS, with 0.5 in its scope, with a quantification limit of at most 0.25, with an expanded uncertainty of at most 0.15.",
  );
});

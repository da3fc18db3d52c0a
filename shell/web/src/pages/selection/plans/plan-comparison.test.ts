import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { expect, test } from "vitest";
import { isPossible, sameAs, savingOf } from "./plan-comparison.ts";

function plan(kind: Plan["kind"], offers: readonly string[], costFen: number | null): Plan {
  return {
    id: `pln-${kind}`,
    kind,
    status: costFen === null ? "infeasible" : "optimal",
    gapPercent: null,
    costFen,
    days: costFen === null ? null : 5,
    sampleG: 10,
    discountFen: 0,
    lines: offers.map((offer) => ({
      offerId: `ofr-${offer}`,
      institutionId: "ins-a",
      institutionName: { zh: "甲", en: "A" },
      method: "M",
      characteristics: [],
      priceFen: 1,
      days: 1,
      covers: [],
      coversNothing: false,
    })),
    refused: [],
    uncoverable: [],
    labs: [],
  };
}

test("a plan that buys the same tests in another order is named as the same; the first is itself", () => {
  const plans = [
    plan("cheapest", ["1", "2"], 100),
    plan("fastest", ["1", "3"], 120),
    plan("balanced", ["2", "1"], 100),
  ];
  expect(plans.map((each) => sameAs(each, plans)?.kind)).toEqual([undefined, undefined, "cheapest"]);
});

test("two impossible plans are not called the same", () => {
  const plans = [plan("cheapest", [], null), plan("fastest", [], null)];
  expect(sameAs(plans[1]!, plans)).toBeUndefined();
  expect(isPossible(plans[0]!)).toBe(false);
});

// 159400 of 371900 fen: 212500 are saved, 57.14 %.
test("the saving is what all markets alone cost more, in whole per cent", () => {
  expect(savingOf(plan("cheapest", ["1"], 159_400), { aloneSumFen: 371_900 })).toEqual({ fen: 212_500, percent: 57 });
});

test("nothing is compared where a market alone is impossible, or the plan is", () => {
  expect(savingOf(plan("cheapest", ["1"], 100), { aloneSumFen: null })).toBeNull();
  expect(savingOf(plan("cheapest", [], null), { aloneSumFen: 100 })).toBeNull();
});

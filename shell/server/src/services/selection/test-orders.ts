import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { anyFails, failureAwareOrder, failureShare } from "@quanheng/flow/selection/planner/test-order.ts";
import type { FailureCounts } from "../../store/failure-shares.ts";
import type { OfferRow } from "../../store/offer.ts";

/**
 * For each laboratory of a plan the order of its tests that costs least on average if the first failure stops the rest.
 * Laboratories with a single test have nothing to order.
 */
export function testOrders(offers: readonly OfferRow[], failures: FailureCounts): Plan["orders"] {
  const labs = [...new Set(offers.map(({ institution_id }) => institution_id))];
  return labs.flatMap((lab) => {
    const own = offers.filter(({ institution_id }) => institution_id === lab);
    if (own.length < 2) return [];
    const { order, expectedCost, fullCost } = failureAwareOrder(
      own.map((offer) => ({ id: offer.id, cost: offer.price_fen, failure: failureOf(offer, failures) })),
    );
    return [
      {
        institutionId: lab as `ins-${string}`,
        offerIds: order.map((id) => id as `ofr-${string}`),
        expectedFen: expectedCost,
        fullFen: fullCost,
      },
    ];
  });
}

function failureOf({ characteristics }: OfferRow, failures: FailureCounts): number {
  return anyFails(
    (characteristics as readonly { id: string }[]).map(({ id }) => {
      const { failed, judged } = failures.get(id) ?? { failed: 0, judged: 0 };
      return failureShare(failed, judged);
    }),
  );
}

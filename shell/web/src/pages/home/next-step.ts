import type { getNextSteps, NEXT_STEPS } from "@quanheng/contract/routes/surveillance.ts";
import type { Answer } from "../../api/client.ts";
import { to, toPage } from "../../paths.ts";

export type NextStep = Answer<typeof getNextSteps>["items"][number];

/** Where a waiting step is done: at its first item when there is exactly one, else at the list. */
export function stepAddress({ step, count, first }: NextStep): string {
  const one = first && count === 1 ? first.id : null;
  return ADDRESS[step](one);
}

const ADDRESS = {
  "state-product": () => toPage("newCommission"),
  "choose-plan": (id) => (id ? to.plans(id) : toPage("commissions")),
  "follow-commission": (id) => (id ? to.commission(id) : toPage("commissions")),
  "review-contract": (id) => (id ? to.contractReview(id) : toPage("contractReviews")),
  "receive-sample": (id) => (id ? to.sample(id) : toPage("samples")),
  "enter-readings": (id) => (id ? to.bench(id) : toPage("tasks")),
  "correct-readings": (id) => (id ? to.bench(id) : toPage("tasks")),
  "review-results": (id) => (id ? to.review(id) : toPage("reviews")),
  "sign-report": (id) => (id ? to.signing(id) : toPage("decisions")),
  "verify-requirement": (id) => (id ? to.requirement(id) : toPage("requirements")),
  "watch-late": () => toPage("clusterDashboard"),
  "read-report": (id) => (id ? to.attestation(id) : toPage("attestations")),
} satisfies Record<(typeof NEXT_STEPS)[number], (id: string | null) => string>;

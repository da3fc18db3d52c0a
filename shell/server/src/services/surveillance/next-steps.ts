import type { Role } from "@quanheng/contract/permission.ts";
import type { getNextSteps as contract } from "@quanheng/contract/routes/surveillance.ts";
import type { RawBuilder } from "kysely";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { countWork, type StepKind, type StepName, titleOf, WORK } from "../../store/next-step.ts";
import { reading } from "../../store/transaction.ts";

type Step = {
  readonly step: StepName;
  readonly kind: StepKind;
  readonly work: RawBuilder<unknown>;
};

/** A report is news for so long. */
const NEWS_MS = 30 * 24 * 3_600_000;

/** What waits for the reader in the role they act in, most urgent first. What nobody waits for is left out. */
export async function getNextSteps(context: Context): Promise<z.infer<(typeof contract)["response"]>> {
  const steps = stepsOf(context);
  return reading(context, async (tx) => {
    const items = [];
    for (const { step, kind, work } of steps) {
      const waiting = await countWork(tx, work);
      const first = waiting.id === null ? null : { kind, id: waiting.id, title: titleOf(waiting) };
      if (waiting.count > 0) items.push({ step, count: waiting.count, first });
    }
    // An enterprise can always begin something new; on the first day it is all there is.
    if (context.actor.role === "enterprise-user") items.push({ step: "state-product" as const, count: 0, first: null });
    return { items };
  });
}

function stepsOf(context: Context): readonly Step[] {
  const own = context.actor.partyId;
  const contracts: Step = { step: "review-contract", kind: "commission", work: WORK.contractsToReview(own) };
  const samples: Step = { step: "receive-sample", kind: "sample", work: WORK.expectedSamples(own) };
  const reports: Step = {
    step: "read-report",
    kind: "attestation",
    work: WORK.newReports(new Date(context.now().getTime() - NEWS_MS)),
  };
  const steps: Readonly<Record<Role, readonly Step[]>> = {
    "enterprise-user": [
      { step: "choose-plan", kind: "commission", work: WORK.commissionsIn(["draft"]) },
      reports,
      {
        step: "follow-commission",
        kind: "commission",
        work: WORK.commissionsIn(["submitted", "agreed", "in-progress"]),
      },
    ],
    analyst: [
      { step: "correct-readings", kind: "task", work: WORK.tasksIn(own, "returned") },
      { step: "enter-readings", kind: "task", work: WORK.tasksIn(own, "ready") },
      samples,
    ],
    reviewer: [{ step: "review-results", kind: "task", work: WORK.tasksIn(own, "entered") }, contracts, samples],
    signatory: [{ step: "sign-report", kind: "commission", work: WORK.reportsToSign(own) }, contracts],
    "standards-engineer": [{ step: "verify-requirement", kind: "requirement", work: WORK.recalledRequirements() }],
    operator: [{ step: "watch-late", kind: "commission", work: WORK.lateCommissions(today(context)) }],
    regulator: [reports],
    public: [],
  };
  return steps[context.actor.role];
}

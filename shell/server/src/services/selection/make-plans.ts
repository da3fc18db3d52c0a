import type { PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import { type PlannerOptions, proposePlans } from "../../adapters/planning/planner.ts";
import { PLAN_KINDS } from "../../adapters/planning/proposals.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { type Commission, findCommission } from "../../store/commission.ts";
import { insertPlans, plansOf } from "../../store/plan.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { lockDraft } from "./commissions.ts";
import { planRecords } from "./plan-records.ts";
import { besideView, planView } from "./plan-view.ts";
import { watched } from "./planning-under-way.ts";
import { planningWorld } from "./planning-world.ts";
import { refuseStale } from "./stale.ts";

/**
 * Computes the plans of a draft, keeps them, and answers them. No transaction is open while the planner searches.
 *
 * @throws Refusal `not-found`, `stale` also when the draft changed meanwhile, `not-a-draft`, `claims-open`,
 *   `no-requirements`, `too-many-requests` and those of the requirements
 */
export async function makePlans(
  context: Context,
  id: string,
  version: number,
  options: PlannerOptions = {},
): Promise<PlanAnswer> {
  const world = await reading(context, async (tx) => {
    const commission = (await findCommission(tx, id)) ?? refuse("not-found");
    if (commission.version !== version) await refuseStale(tx, commission);
    if (commission.state !== "draft") refuse("not-a-draft", { state: commission.state });
    return planningWorld(tx, context, commission);
  });

  const proposals = await watched(id, (own) => proposePlans(world.question, { ...own, ...options }));
  const plans = proposals.plans.map((proposal) => planView(context.newId("pln"), proposal, proposals, world));
  const beside = besideView(proposals, world);
  const answer = { commissionVersion: version, plans, ...beside };
  // A search that was given up in the middle is nothing to keep.
  if (options.signal?.aborted) return answer;

  await inTransaction(context, async (tx) => {
    const commission = await lockDraft(tx, id, version);
    await insertPlans(tx, planRecords(context, commission, plans, world.question, beside));
    await recordAction(tx, context, {
      action: "commission.plan",
      subject: id,
      commissionId: id,
      facts: { version, plans: plans.map((plan) => plan.id) },
    });
  });
  return answer;
}

/** The plans last computed for the present version, or null. @throws Refusal `not-found` */
export async function getPlans(context: Context, id: string): Promise<{ answer: PlanAnswer | null }> {
  return reading(context, async (tx) => {
    const commission: Commission = (await findCommission(tx, id)) ?? refuse("not-found");
    const records = await plansOf(tx, id, commission.version);
    const [first] = records;
    if (!first) return { answer: null };
    const plans = PLAN_KINDS.flatMap((kind) =>
      records.filter((record) => record.kind === kind).map(({ body }) => body.plan),
    );
    return {
      answer: {
        commissionVersion: commission.version,
        plans,
        ...(first.body.beside as Omit<PlanAnswer, "commissionVersion" | "plans">),
      },
    };
  });
}

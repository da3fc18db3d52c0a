import { createHash } from "node:crypto";
import type { AddMarketsAnswer } from "@quanheng/contract/schemas/planning.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import { type PlannerOptions, proposePlans } from "../../adapters/planning/planner.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { agreementCount, awaitedAgreement, insertAgreement } from "../../store/agreement.ts";
import { recordAction } from "../../store/audit.ts";
import { changeCommission, findCommission } from "../../store/commission.ts";
import { announce } from "../../store/outbox.ts";
import { findPlan, insertPlans } from "../../store/plan.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { commissionView } from "./commission-view.ts";
import { lockOwn } from "./commissions.ts";
import { type Extension, type ExtensionWorld, extendedTerms, extensionWorld } from "./extension.ts";
import { planRecords } from "./plan-records.ts";
import { planView } from "./plan-view.ts";
import { refuseStale } from "./stale.ts";

/**
 * Plans what further markets need of a commission under way: what is agreed stays and counts for nothing more, the rest
 * is bought beside it. The plans are kept; nothing is agreed yet.
 *
 * @throws Refusal `not-found`, `stale`, `commission-not-running`, `agreement-awaited`, `market-already-planned`,
 *   `claims-open`, `no-requirements`, `too-many-requests` and those of the requirements
 */
export async function planMarkets(
  context: Context,
  id: string,
  { version, ...extension }: Extension & { version: number },
  options: PlannerOptions = {},
): Promise<AddMarketsAnswer> {
  const world = await reading(context, async (tx) => {
    const commission = (await findCommission(tx, id)) ?? refuse("not-found");
    if (commission.version !== version) await refuseStale(tx, commission);
    return extensionWorld(tx, context, commission, extension);
  });
  const proposals = await proposePlans(world.question, options);
  const plans = proposals.plans.map((each) => ({
    ...planView(context.newId("pln"), each, { ...proposals, held: [] }, world),
    kind: each.kind,
  }));
  await inTransaction(context, async (tx) => {
    const commission = await lockOwn(tx, id, version);
    await insertPlans(tx, planRecords(context, commission, plans, world.question, { extension }));
    await recordAction(tx, context, {
      action: "commission.plan",
      subject: id,
      commissionId: id,
      facts: { version, markets: extension.markets, plans: plans.map((plan) => plan.id) },
    });
  });
  return { commissionVersion: version, plans, kept: keptView(world) };
}

function keptView({ kept, rows, reference, names }: ExtensionWorld): AddMarketsAnswer["kept"] {
  return kept.flatMap(({ line, issuedAs, covers }) =>
    covers.flatMap(({ rowId, because }) => {
      const row = rows.get(rowId);
      if (!row) return [];
      const characteristicName = reference.nameOf(row.characteristic);
      const institutionName = names(line.institutionId);
      return [
        { rowId, market: row.market, characteristicName, method: line.method, institutionName, issuedAs, because },
      ];
    }),
  );
}

/**
 * Agrees to a plan for further markets: a further agreement that keeps what was agreed and adds the rest. It comes into
 * force when all its laboratories have accepted it.
 *
 * @throws Refusal `not-found`, `stale`, `plan-outdated`, `plan-infeasible`, and those of `planMarkets`
 * @source ISO/IEC 17025:2017, 7.1.6 (a contract amended after work has begun is reviewed again)
 */
export async function addMarkets(
  context: Context,
  id: string,
  { version, planId }: { version: number; planId: string },
): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    const commission = await lockOwn(tx, id, version);
    const plan = (await findPlan(tx, id, planId)) ?? refuse("plan-outdated");
    const { extension } = plan.body.beside as { readonly extension?: Extension };
    if (plan.commission_version !== version || !extension) return refuse("plan-outdated");
    if (await awaitedAgreement(tx, id)) refuse("agreement-awaited");

    const world = await extensionWorld(tx, context, commission, extension);
    const { terms, requirements } = extendedTerms(plan, world, addDays(today(context), plan.body.plan.days ?? 0));
    const rule = world.agreement.decision_rule;
    const institutionIds = [...new Set(terms.lines.map(({ institutionId }) => institutionId))];
    const agreement = {
      id: context.newId("agr"),
      commission_id: id,
      enterprise_id: commission.enterprise_id,
      institution_ids: institutionIds,
      plan_id: planId,
      number: (await agreementCount(tx, id)) + 1,
      decision_rule: rule,
      requirements,
      terms,
      sha256: createHash("sha256").update(canonicalJson({ rule, requirements, terms })).digest("hex"),
      agreed_by: context.actor.personId ?? refuse("not-signed-in"),
      agreed_at: context.now(),
    };
    await insertAgreement(tx, agreement);
    await changeCommission(tx, id, {
      institution_ids: [...new Set([...commission.institution_ids, ...institutionIds])],
    });
    await recordAction(tx, context, {
      action: "commission.extend",
      subject: agreement.id,
      commissionId: id,
      facts: { plan: planId, number: agreement.number, markets: extension.markets, sha256: agreement.sha256 },
    });
    await announce(tx, context, {
      topic: "commission.submitted",
      subject: id,
      facts: { number: commission.number, institutions: institutionIds },
    });
    return commissionView(tx, context, id);
  });
}

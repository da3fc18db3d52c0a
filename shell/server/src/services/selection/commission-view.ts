import type { CommissionDetail, CommissionSummary } from "@quanheng/contract/schemas/selection.ts";
import { ruleStatement } from "@quanheng/flow/decision/sentence.ts";
import { daysBetween } from "@quanheng/kernel/calendar.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type AgreementRecord, awaitedAgreement, currentAgreement } from "../../store/agreement.ts";
import { type CommissionListRow, findCommission, taskCountsOf } from "../../store/commission.ts";
import { type CommissionWork, workOf } from "../../store/commission-work.ts";
import { findContractReview } from "../../store/contract-review.ts";
import { enterpriseNames, institutionNames, type Names, personNames } from "../../store/names.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import type { Transaction } from "../../store/transaction.ts";
import { actionsOf } from "./actions.ts";
import { shownByReports } from "./shown-by-reports.ts";
import { timelineOf } from "./timeline.ts";

/** A commission in a list. */
export function summaryView(
  row: CommissionListRow,
  reference: Reference,
  enterprises: Names,
  day: string,
): CommissionSummary {
  const open = isOpen(row.state);
  return {
    id: row.id as CommissionSummary["id"],
    number: row.number,
    state: row.state,
    version: row.version,
    product: row.product,
    productName: reference.products.get(row.product)?.name ?? { zh: row.product, en: row.product },
    itemName: row.item.name,
    lotNumber: row.item.lotNumber,
    markets: [...row.markets],
    enterpriseName: enterprises(row.enterprise_id),
    createdAt: row.created_at.toISOString(),
    dueOn: row.due_on,
    late: open && row.due_on !== null && row.due_on < day,
    tasksTotal: Number(row.tasks_total),
    tasksApproved: Number(row.tasks_approved),
    awaitedMarkets: [...(row.awaited_markets ?? [])],
  };
}

/** Whether somebody still has work on it. */
function isOpen(state: CommissionListRow["state"]): boolean {
  return state === "submitted" || state === "agreed" || state === "in-progress";
}

/**
 * One commission with everything its reader may know of its progress.
 *
 * @throws Refusal `not-found`
 */
export async function commissionView(tx: Transaction, context: Context, id: string): Promise<CommissionDetail> {
  const commission = (await findCommission(tx, id)) ?? refuse("not-found");
  const reference = await readReference(tx);
  const enterprises = await enterpriseNames(tx, [commission.enterprise_id]);
  const agreement = context.actor.role === "operator" ? undefined : await currentAgreement(tx, id);
  const awaited = context.actor.role === "operator" ? undefined : await awaitedAgreement(tx, id);
  const awaitsOwn =
    awaited !== undefined &&
    context.actor.partyId !== null &&
    awaited.institution_ids.includes(context.actor.partyId) &&
    (await findContractReview(tx, awaited.id, context.actor.partyId)) === undefined;
  const work = await workOf(tx, id);
  const institutions = await institutionNames(tx, [
    ...commission.institution_ids,
    ...work.tasks.map((task) => task.institution_id),
  ]);
  const people = await personNames(tx, [agreement?.agreed_by ?? null]);
  const summary = summaryView(
    { ...commission, ...(await taskCountsOf(tx, id)) },
    reference,
    enterprises,
    today(context),
  );
  return {
    ...summary,
    ginc: commission.ginc,
    item: commission.item,
    claims: commission.claims,
    appliesOn: commission.applies_on,
    neededBy: commission.needed_by,
    sampleAvailableG: commission.sample_available,
    agreement: agreement ? agreementView(agreement, people, context) : null,
    awaitedMarkets: [...(awaited?.terms.extension?.markets ?? [])],
    declineReason: commission.decline_reason,
    timeline: timelineOf(commission, agreement, work, context.actor),
    daysLeft:
      commission.due_on !== null && isOpen(commission.state) ? daysBetween(today(context), commission.due_on) : null,
    ...workView(work, reference, institutions),
    shown: agreement ? await shownByReports(tx, agreement, work.attestations, reference) : [],
    actions: actionsOf(context, commission, { ...work, awaits: awaited !== undefined, awaitsOwn }),
  };
}

/** Prices are the client's and the laboratories' own business. */
function agreementView(agreement: AgreementRecord, people: Names, { actor }: Context): CommissionDetail["agreement"] {
  const { terms } = agreement;
  const own = terms.labs.filter(
    ({ institutionId }) => actor.partyKind === "enterprise" || institutionId === actor.partyId,
  );
  return {
    id: agreement.id as NonNullable<CommissionDetail["agreement"]>["id"],
    number: agreement.number,
    planId: agreement.plan_id as NonNullable<CommissionDetail["agreement"]>["planId"],
    rule: { ...agreement.decision_rule },
    ruleSentence: ruleStatement(agreement.decision_rule),
    sha256: agreement.sha256,
    agreedBy: people(agreement.agreed_by),
    agreedAt: agreement.agreed_at.toISOString(),
    costFen: own.reduce((sum, lab) => sum + lab.fixedFen + lab.subtotalFen - lab.discountFen, 0),
    days: terms.days,
  };
}

function workView(
  work: CommissionWork,
  reference: Reference,
  institutions: Names,
): Pick<CommissionDetail, "tasks" | "samples" | "attestations"> {
  return {
    tasks: work.tasks.map((task) => ({
      id: task.id as `tsk-${string}`,
      characteristic: task.characteristic,
      characteristicName: reference.nameOf(task.characteristic),
      method: task.method,
      institutionName: institutions(task.institution_id),
      state: task.state,
      dueOn: task.due_on,
    })),
    samples: work.samples.map((sample) => ({
      id: sample.id as `smp-${string}`,
      number: sample.number,
      institutionName: institutions(sample.institution_id),
      state: sample.state,
      receivedAt: sample.received_at?.toISOString() ?? null,
      condition: sample.condition,
    })),
    attestations: work.attestations.map((attestation) => ({
      id: attestation.id as `att-${string}`,
      number: attestation.number,
      status: attestation.status,
      issuedAt: attestation.issued_at.toISOString(),
      institutionName: institutions(attestation.institution_id),
    })),
  };
}

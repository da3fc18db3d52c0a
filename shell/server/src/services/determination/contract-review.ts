import { definitionById } from "@quanheng/centres/registry.ts";
import type { ContractReviewView } from "@quanheng/contract/schemas/laboratory.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { ruleStatement } from "@quanheng/flow/decision/sentence.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import {
  type AgreementRecord,
  awaitedAgreement,
  currentAgreement,
  endRefusedWork,
  releaseWork,
} from "../../store/agreement.ts";
import { recordAction } from "../../store/audit.ts";
import { type Commission, changeCommission, findCommission, lockCommission } from "../../store/commission.ts";
import { competencesOn } from "../../store/competence.ts";
import { acceptanceCount, findContractReview, insertContractReview } from "../../store/contract-review.ts";
import { evidenceOf } from "../../store/evidence.ts";
import { findInstitution, scopeOf } from "../../store/institution.ts";
import { instrumentsOfTypes } from "../../store/instrument.ts";
import { enterpriseNames } from "../../store/names.ts";
import { labTermsOf, offersOn } from "../../store/offer.ts";
import { announce } from "../../store/outbox.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { openTaskCount } from "../../store/task.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { commissionView } from "../selection/commission-view.ts";
import { evidenceView } from "../selection/evidence.ts";
import { refuseStale } from "../selection/stale.ts";
import { documentedMethods } from "./carried-out.ts";
import { blockingFindings, contractFindings, type Finding } from "./contract-findings.ts";
import { openWork } from "./open-work.ts";

/**
 * What the laboratory must know before it accepts.
 *
 * @throws Refusal `not-found` also for a laboratory that is not part of the plan
 */
export async function getContractReview(context: Context, id: string): Promise<z.infer<typeof ContractReviewView>> {
  return reading(context, async (tx) => {
    const commission = (await findCommission(tx, id)) ?? refuse("not-found");
    const agreement = await ownAgreement(tx, context, commission);
    const reference = await readReference(tx);
    const findings = await findingsOf(tx, context, commission, agreement, reference);
    const past = await findContractReview(tx, agreement.id, laboratoryOf(context));
    const awaited = await isAwaited(tx, commission, agreement);
    const why = whyNotAccept(awaited, past?.outcome, findings);
    return {
      commissionId: id as `com-${string}`,
      number: commission.number,
      enterpriseName: (await enterpriseNames(tx, [commission.enterprise_id]))(commission.enterprise_id),
      itemName: commission.item.name,
      lotNumber: commission.item.lotNumber,
      markets: [...commission.markets],
      dueOn: dueOnOf(commission),
      ruleSentence: ruleStatement(agreement.decision_rule),
      lines: ownLines(agreement, context).map((line) => ({
        offerId: line.offerId as `ofr-${string}`,
        method: line.method,
        characteristicNames: line.characteristics.map(reference.nameOf),
        markets: [...new Set(line.covers.map(({ market }) => market))],
      })),
      evidence: (await evidenceOf(tx, id)).map((row) => evidenceView(row, reference)),
      findings: [...(past ? (past.findings as readonly Finding[]) : findings)],
      mayAccept: why === null,
      mayDecline: past === undefined && awaited,
      why,
    };
  });
}

/**
 * Accepts or declines a commission for the acting laboratory. When the last laboratory of the plan has accepted, the
 * commission is agreed; when one declines, it ends.
 *
 * @throws Refusal `not-found`, `stale`, `not-awaiting-review`, `already-reviewed`, `reason-needed`,
 *   `contract-not-acceptable`
 * @source ISO/IEC 17025:2017, 7.1
 */
export async function recordContractReview(
  context: Context,
  id: string,
  { version, outcome, note }: { version: number; outcome: "accepted" | "declined"; note: string | null },
): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    const commission = (await lockCommission(tx, id)) ?? refuse("not-found");
    const agreement = await ownAgreement(tx, context, commission);
    const past = await findContractReview(tx, agreement.id, laboratoryOf(context));
    if (past) refuse("already-reviewed", OUTCOME[past.outcome]);
    if (commission.version !== version) await refuseStale(tx, commission);
    if (!(await isAwaited(tx, commission, agreement))) refuse("not-awaiting-review", { state: commission.state });
    if (outcome === "declined" && !note?.trim()) refuse("reason-needed");

    const findings = await findingsOf(tx, context, commission, agreement, await readReference(tx));
    const blocking = blockingFindings(findings);
    if (outcome === "accepted" && blocking.length > 0)
      refuse("contract-not-acceptable", {
        findings_zh: blocking.map(({ subject, sentence }) => `${subject}：${sentence.zh.replace(/。$/, "")}`),
        findings_en: blocking.map(({ subject, sentence }) => `${subject}: ${sentence.en.replace(/\.$/, "")}`),
      });
    await insertContractReview(tx, {
      id: context.newId("rev"),
      commission_id: id,
      institution_id: laboratoryOf(context),
      enterprise_id: commission.enterprise_id,
      agreement_id: agreement.id,
      outcome,
      findings,
      note: note?.trim() || null,
      reviewed_by: context.actor.personId ?? refuse("not-signed-in"),
      reviewed_at: context.now(),
    });
    await (outcome === "accepted"
      ? accept(tx, context, commission, agreement)
      : decline(tx, context, commission, agreement, note?.trim() ?? ""));
    return commissionView(tx, context, id);
  });
}

const OUTCOME = {
  accepted: { outcome: "accepted", outcome_zh: "已受理", outcome_en: "accepted" },
  declined: { outcome: "declined", outcome_zh: "已拒绝", outcome_en: "declined" },
} as const;

async function accept(tx: Transaction, context: Context, commission: Commission, agreement: AgreementRecord) {
  const found = await findInstitution(tx, laboratoryOf(context));
  invariant(found, "the acting laboratory is an institution");
  const opened = await openWork(tx, context, commission, agreement, found.institution);
  const all = (await acceptanceCount(tx, agreement.id)) === agreement.institution_ids.length;
  if (all) await takeEffect(tx, commission, agreement);
  await recordAction(tx, context, {
    action: "contract.accept",
    subject: commission.id,
    commissionId: commission.id,
    facts: { agreement: agreement.id, sample: opened.sampleNumber, tasks: opened.tasks, agreed: all },
  });
  await announce(tx, context, {
    topic: all ? "commission.agreed" : "contract.accepted",
    subject: commission.id,
    facts: { number: commission.number, institution: laboratoryOf(context), sample: opened.sampleNumber },
  });
}

/** The first agreement makes the commission an agreed one; a further one adds its markets and lets its tests begin. */
async function takeEffect(tx: Transaction, commission: Commission, { id, terms }: AgreementRecord) {
  const { extension } = terms;
  if (!extension) return changeCommission(tx, commission.id, { state: "agreed" });
  await changeCommission(tx, commission.id, {
    markets: [...commission.markets, ...extension.markets],
    claims: { ...commission.claims, ...extension.claims },
    due_on: extension.dueOn,
  });
  await releaseWork(tx, id);
}

/** Whether the laboratory's answer is asked for: to the commission, or to what is added to one under way. */
async function isAwaited(tx: Transaction, { id, state }: Commission, agreement: AgreementRecord): Promise<boolean> {
  if (state === "submitted") return true;
  if (state !== "agreed" && state !== "in-progress") return false;
  return (await awaitedAgreement(tx, id))?.id === agreement.id;
}

/** Declining the first agreement ends the commission; declining a further one leaves it as it was agreed before. */
async function decline(
  tx: Transaction,
  context: Context,
  commission: Commission,
  agreement: AgreementRecord,
  reason: string,
) {
  if (agreement.number > 1) {
    await endRefusedWork(tx, agreement.id);
    await changeCommission(tx, commission.id, {});
  } else await changeCommission(tx, commission.id, { state: "declined", decline_reason: reason });
  await recordAction(tx, context, {
    action: "contract.decline",
    subject: commission.id,
    commissionId: commission.id,
    facts: { reason },
  });
  await announce(tx, context, {
    topic: "contract.declined",
    subject: commission.id,
    facts: { number: commission.number, institution: laboratoryOf(context), reason },
  });
}

/** Somebody else's agreement is not there for a laboratory that is no part of it. */
async function ownAgreement(tx: Transaction, context: Context, commission: Commission): Promise<AgreementRecord> {
  const awaited = await awaitedAgreement(tx, commission.id);
  const agreement = awaited ?? (await currentAgreement(tx, commission.id));
  if (!agreement?.institution_ids.includes(laboratoryOf(context))) return refuse("not-found");
  return agreement;
}

async function findingsOf(
  tx: Transaction,
  context: Context,
  commission: Commission,
  agreement: AgreementRecord,
  reference: Reference,
): Promise<readonly Finding[]> {
  const institutionId = laboratoryOf(context);
  const lines = ownLines(agreement, context);
  const dueOn = dueOnOf(commission);
  const types = lines.flatMap(({ definition }) =>
    (definitionById(definition)?.inputs ?? []).flatMap(({ instrumentType }) => instrumentType ?? []),
  );
  const [terms] = await labTermsOf(tx, [institutionId]);
  return contractFindings({
    lines,
    definitionOf: await documentedMethods(),
    nameOf: reference.nameOf,
    offers: new Set((await offersOn(tx, today(context))).map((offer) => offer.id)),
    scope: await scopeOf(tx, institutionId),
    testers: await competencesOn(tx, { institutionId, activity: "test", day: dueOn }),
    reviewers: await competencesOn(tx, { institutionId, activity: "review", day: dueOn }),
    signatories: await competencesOn(tx, { institutionId, activity: "sign", day: dueOn }),
    instruments: await instrumentsOfTypes(tx, institutionId, [...new Set(types)]),
    openTasks: (await openTaskCount(tx, institutionId)).open,
    dailyCapacity: terms?.daily_capacity ?? 0,
    today: today(context),
    dueOn,
  });
}

function whyNotAccept(
  awaited: boolean,
  past: "accepted" | "declined" | undefined,
  findings: readonly Finding[],
): Bilingual | null {
  if (past) return { zh: `贵实验室${OUTCOME[past].outcome_zh}。`, en: `Your laboratory has ${past} it.` };
  if (!awaited) return { zh: "委托不在合同评审阶段。", en: "It does not await a contract review." };
  const blocking = blockingFindings(findings);
  if (blocking.length === 0) return null;
  return {
    zh: blocking.map(({ sentence }) => sentence.zh).join(""),
    en: blocking.map(({ sentence }) => sentence.en).join(" "),
  };
}

function ownLines({ terms }: AgreementRecord, context: Context): AgreementRecord["terms"]["lines"] {
  return terms.lines.filter(({ institutionId }) => institutionId === context.actor.partyId);
}

function laboratoryOf({ actor }: Context): string {
  return actor.partyId ?? refuse("not-permitted", { role: actor.role });
}

function dueOnOf({ due_on, applies_on }: Commission): string {
  return due_on ?? applies_on;
}

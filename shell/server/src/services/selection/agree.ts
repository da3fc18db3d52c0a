import { createHash } from "node:crypto";
import type { CommissionDetail, DecisionRuleChoice, Plan } from "@quanheng/contract/schemas/selection.ts";
import { type DecisionRule, guardOf, OFFERED_RULES } from "@quanheng/flow/decision/rule.ts";
import { riskSentence, ruleSentence } from "@quanheng/flow/decision/sentence.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type FrozenRequirement, type FrozenTerms, insertAgreement } from "../../store/agreement.ts";
import { recordAction } from "../../store/audit.ts";
import { changeCommission, findCommission } from "../../store/commission.ts";
import { labTermsOf, offersOn } from "../../store/offer.ts";
import { announce } from "../../store/outbox.ts";
import { findPlan, type PlanRecord } from "../../store/plan.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { today } from "../library/library.ts";
import { commissionView } from "./commission-view.ts";
import { lockOwn, questionOf } from "./commissions.ts";
import { type Applicable, applicableNow } from "./requirement-answer.ts";

/** The rules a client may choose from, in plain words with what they risk. @throws Refusal `not-found` */
export async function getDecisionRules(
  context: Context,
  id: string,
): Promise<{ choices: z.infer<typeof DecisionRuleChoice>[] }> {
  await reading(context, async (tx) => (await findCommission(tx, id)) ?? refuse("not-found"));
  return {
    choices: OFFERED_RULES.map((rule, index) => ({
      rule: { ...rule },
      sentence: ruleSentence(rule),
      risk: riskSentence(rule),
      recommended: index === 0,
    })),
  };
}

/**
 * Agrees to a plan and a decision rule: freezes both with the editions of everything that applies, and hands the
 * commission to the laboratories of the plan.
 *
 * @throws Refusal `not-found`, `stale`, `not-a-draft`, `plan-outdated`, `plan-infeasible`, `rule-unknown`
 * @source ISO/IEC 17025:2017, 7.1.1 and 7.1.3
 */
export async function agree(
  context: Context,
  id: string,
  { version, planId, rule }: { version: number; planId: string; rule: DecisionRule },
): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    const commission = await lockOwn(tx, id, version);
    if (commission.state !== "draft") refuse("not-a-draft", { state: commission.state });
    const plan = (await findPlan(tx, id, planId)) ?? refuse("plan-outdated");
    if (plan.commission_version !== version) refuse("plan-outdated");
    checkRule(rule);

    const now = await applicableNow(tx, context, questionOf(commission));
    const terms = await freezeTerms(tx, context, plan, now, commission.applies_on);
    const requirements = freezeRequirements(now);
    const institutionIds = [...new Set(terms.lines.map(({ institutionId }) => institutionId))];
    const agreement = {
      id: context.newId("agr"),
      commission_id: id,
      enterprise_id: commission.enterprise_id,
      institution_ids: institutionIds,
      plan_id: planId,
      number: 1,
      decision_rule: rule,
      requirements,
      terms,
      sha256: createHash("sha256").update(canonicalJson({ rule, requirements, terms })).digest("hex"),
      agreed_by: context.actor.personId ?? refuse("not-signed-in"),
      agreed_at: context.now(),
    };
    await insertAgreement(tx, agreement);
    await changeCommission(tx, id, {
      state: "submitted",
      submitted_at: context.now(),
      institution_ids: institutionIds,
      due_on: addDays(today(context), terms.days),
    });
    await recordAction(tx, context, {
      action: "commission.agree",
      subject: agreement.id,
      commissionId: id,
      facts: { plan: planId, rule: rule.kind, sha256: agreement.sha256 },
    });
    await announce(tx, context, {
      topic: "commission.submitted",
      subject: id,
      facts: { number: commission.number, institutions: institutionIds },
    });
    return commissionView(tx, context, id);
  });
}

/** Only rules that were offered, so that every sentence on a report has been thought through. */
function checkRule(rule: DecisionRule): void {
  const offered = OFFERED_RULES.some(
    ({ kind, coverageProbability }) => kind === rule.kind && coverageProbability === rule.coverageProbability,
  );
  if (!offered) refuse("rule-unknown", { rule: rule.kind });
  guardOf(rule);
}

/** The plan as bought, checked against offers and requirements as they are now: what changed since must be planned anew. */
async function freezeTerms(
  tx: Transaction,
  context: Context,
  { id, body }: PlanRecord,
  now: Applicable,
  appliesOn: string,
): Promise<FrozenTerms> {
  const { plan } = body;
  if (plan.status === "infeasible" || plan.costFen === null || plan.days === null)
    return refuse("plan-infeasible", { why: plan.uncoverable.map(({ rowId }) => rowId).join(", ") || "—" });
  const offers = new Map((await offersOn(tx, today(context))).map((offer) => [offer.id, offer]));
  const shipDays = new Map(
    (
      await labTermsOf(
        tx,
        plan.labs.map(({ institutionId }) => institutionId),
      )
    ).map((row) => [row.institution_id, row.ship_days]),
  );
  const known = new Set(now.rows.map((row) => row.id));
  const covered = new Set(plan.lines.flatMap(({ covers }) => covers.map(({ rowId }) => rowId)));
  const beside = body.beside as { notTested: FrozenTerms["notTested"] };
  const answered = new Set([...covered, ...beside.notTested.map(({ rowId }) => rowId)]);
  if (known.size !== answered.size || [...known].some((rowId) => !answered.has(rowId))) refuse("plan-outdated");

  const assigned = assignRows(plan.lines, now.rows);
  const lines = plan.lines.map((line) => {
    const offer = offers.get(line.offerId);
    if (!offer || offer.definition === null || offer.price_fen !== line.priceFen) return refuse("plan-outdated");
    return {
      offerId: line.offerId,
      institutionId: line.institutionId,
      method: line.method,
      definition: offer.definition,
      characteristics: line.characteristics.map((each) => each.id),
      priceFen: line.priceFen,
      leadDays: line.days,
      sampleG: offer.sample_qty,
      covers: line.covers.filter(({ rowId }) => assigned.get(rowId) === line.offerId),
    };
  });
  return {
    planId: id,
    lines,
    costFen: plan.costFen,
    days: plan.days,
    labs: plan.labs.map(({ institutionId, days, subtotalFen, fixedFen, discountFen }) => ({
      institutionId,
      shipDays: shipDays.get(institutionId) ?? 0,
      days,
      sampleG: lines
        .filter((line) => line.institutionId === institutionId)
        .reduce((sum, line) => sum + line.sampleG, 0),
      subtotalFen,
      fixedFen,
      discountFen,
    })),
    appliesOn,
    knownOn: now.knownOn,
    notTested: beside.notTested.map(({ rowId, market, because }) => ({
      rowId,
      market,
      because,
      characteristic: now.rows.find((row) => row.id === rowId)?.characteristic ?? "",
    })),
  };
}

/**
 * Which result decides a requirement that several bought tests answer, fixed before anything is measured: the one by a
 * method that the document names, else the first of the plan.
 */
function assignRows(lines: Plan["lines"], rows: Applicable["rows"]): ReadonlyMap<string, string> {
  const assigned = new Map<string, string>();
  for (const { id, methods } of rows) {
    const answering = lines.filter(({ covers }) => covers.some(({ rowId }) => rowId === id));
    const chosen = answering.find(({ method }) => methods.includes(method)) ?? answering[0];
    if (chosen) assigned.set(id, chosen.offerId);
  }
  return assigned;
}

function freezeRequirements({ rows, reference }: Applicable): readonly FrozenRequirement[] {
  return rows.map((row) => ({
    ...row,
    documentTitle: reference.titleOf(row.document),
    characteristicName: reference.nameOf(row.characteristic),
  }));
}

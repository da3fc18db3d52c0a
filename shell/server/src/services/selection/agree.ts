import { createHash } from "node:crypto";
import type { CommissionDetail, DecisionRuleChoice } from "@quanheng/contract/schemas/selection.ts";
import { type DecisionRule, OFFERED_RULES, readDecisionRule } from "@quanheng/flow/decision/rule.ts";
import { riskSentence, ruleSentence } from "@quanheng/flow/decision/sentence.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type FrozenRequirement, insertAgreement } from "../../store/agreement.ts";
import { recordAction } from "../../store/audit.ts";
import { changeCommission, findCommission } from "../../store/commission.ts";
import { announce } from "../../store/outbox.ts";
import { findPlan } from "../../store/plan.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { agreedTerms, frozenRequirements } from "./agreed-terms.ts";
import { commissionView } from "./commission-view.ts";
import { lockDraft } from "./commissions.ts";
import { planningWorld } from "./planning-world.ts";

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
 * @throws Refusal `not-found`, `stale`, `not-a-draft`, `plan-outdated`, `plan-infeasible`, `malformed-rule`,
 *   `rule-unknown`, `claims-open`, `no-requirements` and those of the requirements
 * @source ISO/IEC 17025:2017, 7.1.1 and 7.1.3
 */
export async function agree(
  context: Context,
  id: string,
  { version, planId, rule: chosen }: { version: number; planId: string; rule: DecisionRule },
): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    const commission = await lockDraft(tx, id, version);
    const plan = (await findPlan(tx, id, planId)) ?? refuse("plan-outdated");
    if (plan.commission_version !== version) refuse("plan-outdated");
    const agreed = readDecisionRule(chosen);

    const world = await planningWorld(tx, context, commission);
    const terms = agreedTerms(plan, world, commission.applies_on);
    const requirements = frozenRequirements(world);
    const rule = withNames(agreed, requirements);
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

/** Exceptions hold only for what is required, under the names that the library has for it. */
function withNames(rule: DecisionRule, requirements: readonly FrozenRequirement[]): DecisionRule {
  const { exceptions } = rule;
  if (!exceptions) return rule;
  const names = new Map(requirements.map((each) => [each.characteristic, each.characteristicName]));
  return {
    ...rule,
    exceptions: exceptions.map((each) => ({
      ...each,
      name: names.get(each.characteristic) ?? refuse("rule-unknown", { rule: each.characteristic }),
    })),
  };
}

import { createHash } from "node:crypto";
import type { SigningView } from "@quanheng/contract/schemas/attestation.ts";
import type { CommissionSummary } from "@quanheng/contract/schemas/selection.ts";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import type { ReportKind } from "@quanheng/flow/attestation/report-kind.ts";
import { ruleStatement } from "@quanheng/flow/decision/sentence.ts";
import { allowanceSentence, maySign } from "@quanheng/flow/review/independence.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import { missingItems } from "@quanheng/formats/report/validate-report.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { awaitedAgreement } from "../../store/agreement.ts";
import { competencesOn, covers } from "../../store/competence.ts";
import { awaitingDecision, currentDecision } from "../../store/decision.ts";
import { enterpriseNames, personNames } from "../../store/names.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { readReference } from "../../store/reference.ts";
import { reportLanguage } from "../../store/report-language.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import { summaryView } from "../selection/commission-view.ts";
import { type DecisionFacts, decisionFacts } from "./decision-facts.ts";
import { chosenDocument, NOTHING_ADDED, possibleKinds } from "./document-kind.ts";
import { reportFacts } from "./report-facts.ts";

/** Commissions that await a decision of the acting laboratory. */
export async function pageAwaiting(context: Context, ask: PageAsk): Promise<PageOf<CommissionSummary>> {
  return reading(context, async (tx) => {
    const page = await awaitingDecision(tx, laboratoryOf(context), ask, (row) => row);
    const reference = await readReference(tx);
    const enterprises = await enterpriseNames(
      tx,
      page.items.map(({ enterprise_id }) => enterprise_id),
    );
    return {
      items: page.items.map((row) => summaryView(row, reference, enterprises, today(context))),
      next: page.next,
    };
  });
}

/**
 * All that a signatory decides on, with the verdict per requirement and market and what the report would still lack.
 *
 * @throws Refusal `not-found`
 */
export async function getSigning(context: Context, commissionId: string): Promise<SigningView> {
  return reading(context, async (tx) => {
    const facts = await decisionFacts(tx, context, commissionId, laboratoryOf(context));
    const people = await personNames(tx, [...facts.enteredBy, ...facts.reviewedBy]);
    const { commission } = facts;
    const reason = await whyNotSign(tx, context, facts);
    const missingOf = (kind: ReportKind) =>
      missingItems(reportSnapshot(reportFacts(facts, provisional(context, kind), people)));
    return {
      commissionId: commission.id as SigningView["commissionId"],
      commissionNumber: commission.number,
      itemName: commission.item.name,
      lotNumber: commission.item.lotNumber,
      enterpriseName: { zh: facts.client.name_zh, en: facts.client.name_en },
      ruleSentence: ruleStatement(facts.agreement.decision_rule),
      results: facts.tasks.map(({ task, result, observation, approval, inScope }) => ({
        taskId: task.id as `tsk-${string}`,
        characteristicName: facts.reference.nameOf(task.characteristic),
        method: task.method,
        reported: result?.reported ?? "",
        expanded: result?.evaluation.view.reportedExpanded ?? "",
        unit: result?.unit ?? "",
        inScope,
        flags: result?.evaluation.view.flags.map(({ code }) => code) ?? [],
        reviewedBy: people(approval?.reviewed_by ?? null),
        enteredBy: people(observation?.entered_by ?? null),
      })),
      verdicts: [...facts.verdicts],
      markets: facts.decided.markets.map((each) => ({ ...each, counts: { ...each.counts } })),
      missing: missingOf(chosenDocument(facts, undefined).kind),
      kinds: possibleKinds(facts).map((kind) => ({ kind, missing: missingOf(kind) })),
      language: (await reportLanguage(tx, commissionId)) ?? "en",
      openTasks: facts.openTasks,
      shownSha256: shownSha256(facts),
      maySign: { allowed: reason === null, reason },
    };
  });
}

/**
 * Hash of what a signatory is shown: results with their figures, verdicts and rule. A signature that carries it covers
 * exactly that, and anything newer has another.
 */
export function shownSha256({ commission, agreement, laboratory, tasks, verdicts, decided }: DecisionFacts): string {
  const shown = {
    commission: commission.id,
    laboratory: laboratory.id,
    agreement: agreement.sha256,
    rule: agreement.decision_rule,
    results: tasks.map(({ task, observation, result, approval, inScope }) => ({
      task: task.id,
      state: task.state,
      observation: observation?.id ?? null,
      approval: approval?.id ?? null,
      operator: result?.operator ?? null,
      value: result?.value ?? null,
      u: result?.u ?? null,
      reported: result?.reported ?? null,
      unit: result?.unit ?? null,
      inScope,
    })),
    verdicts,
    markets: decided.markets,
  };
  return createHash("sha256").update(canonicalJson(shown)).digest("hex");
}

/**
 * Why the acting person may not sign now; null when they may. The database holds whoever measured or reviewed back as well.
 *
 * @source ISO/IEC 17025:2017, 7.8.1.1; ISO/IEC 17065:2012, 7.6.2
 */
export async function whyNotSign(tx: Transaction, context: Context, facts: DecisionFacts): Promise<Bilingual | null> {
  const { personId, role } = context.actor;
  const { commission, laboratory, tasks, enteredBy, reviewedBy, openTasks } = facts;
  const decided = await currentDecision(tx, commission.id, laboratory.id);
  if (decided) return { zh: "贵实验室已就该委托作出决定。", en: "Your laboratory has decided on this commission." };
  if (commission.state !== "in-progress" || tasks.length === 0)
    return { zh: "委托不在检测阶段。", en: "The commission is not in progress." };
  const awaited = await awaitedAgreement(tx, commission.id);
  if (awaited?.institution_ids.includes(laboratory.id))
    return {
      zh: `第 ${awaited.number} 份约定（增加市场）尚待实验室受理；受理或拒绝之后再签发。`,
      en: `Agreement no. ${awaited.number}, which adds markets, awaits the laboratories; sign once it is accepted or declined.`,
    };
  const own = await competencesOn(tx, {
    institutionId: laboratory.id,
    activity: "sign",
    day: today(context),
    personId,
  });
  const competent = tasks.every(({ task }) => covers(own, task.definition));
  const person = { personId: personId ?? "", hasRole: role === "signatory", competent };
  return allowanceSentence(maySign(person, { enteredBy, reviewedBy }, openTasks));
}

/** Stands in for what is only known when the report goes out, so that everything else can be checked before. */
function provisional(context: Context, kind: ReportKind) {
  const gdti = "provisional";
  return {
    // The signatory says until when a verification holds; the day after stands in for it.
    document: { ...NOTHING_ADDED, kind, validUntil: addDays(today(context), 1) },
    number: "provisional",
    gdti,
    verifyUrl: gdti,
    issuedAt: context.now(),
    demonstration: false,
    signatory: context.actor.name ?? { zh: "", en: "" },
    contact: "",
    remarks: [],
  };
}

function laboratoryOf({ actor }: Context): string {
  return actor.partyId ?? refuse("not-permitted", { role: actor.role });
}

import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { type Evaluation, evaluate } from "@quanheng/flow/selection/planner/cost.ts";
import { coverage } from "@quanheng/flow/selection/planner/coverage.ts";
import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import { objectiveOf } from "@quanheng/flow/selection/planner/objective.ts";
import { planLines } from "@quanheng/flow/selection/planner/plan-lines.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { refuse } from "../../refusals.ts";
import type { FrozenLine, FrozenRequirement, FrozenTerms } from "../../store/agreement.ts";
import type { EvidenceRow } from "../../store/evidence.ts";
import type { PlanRecord } from "../../store/plan.ts";
import type { NotTested } from "./plan-instance.ts";
import { billView } from "./plan-view.ts";
import type { PlanningWorld } from "./planning-world.ts";

/**
 * What is bought under a plan, checked against requirements, offers and terms as they are now: the plan is priced and
 * explained again, and has to read as it did when it was chosen.
 *
 * @throws Refusal `plan-infeasible`, `plan-outdated`
 */
export function agreedTerms({ id, body: { plan } }: PlanRecord, world: PlanningWorld, appliesOn: string): FrozenTerms {
  if (plan.status === "infeasible" || plan.costFen === null) refuse("plan-infeasible", whyInfeasible(plan));
  const instance: PlanInstance = { ...world.question, objective: objectiveOf(plan.kind) };
  const evaluation = stillHolds(plan, instance, world);
  const lines = frozenLines(plan, world);
  const shipDays = new Map(instance.labs.map((lab) => [lab.id, lab.shipDays]));
  return {
    planId: id,
    lines,
    costFen: evaluation.cost,
    days: evaluation.days,
    labs: evaluation.labs.map(({ lab, days, sample, subtotal, fixedCost, discount }) => ({
      institutionId: lab,
      shipDays: shipDays.get(lab) ?? 0,
      days,
      sampleG: sample,
      subtotalFen: subtotal,
      fixedFen: fixedCost,
      discountFen: discount,
    })),
    appliesOn,
    knownOn: world.now.knownOn,
    notTested: [...world.notTested, ...heldRows(instance, plan, world)].map(({ row, because }) => ({
      rowId: row.id,
      market: row.market,
      because,
      characteristic: row.characteristic,
    })),
  };
}

/** The requirement versions that hold from now on, with the names they have today. */
export function frozenRequirements({ now, reference }: PlanningWorld): readonly FrozenRequirement[] {
  return now.rows.map((row) => ({
    ...row,
    documentTitle: reference.titleOf(row.document),
    characteristicName: reference.nameOf(row.characteristic),
  }));
}

export function stillHolds(plan: Plan, instance: PlanInstance, world: PlanningWorld): Evaluation {
  const selection = plan.lines.map(({ offerId }) => offerId);
  const offered = new Set(instance.offers.map(({ id }) => id));
  if (selection.some((id) => !offered.has(id))) refuse("plan-outdated");
  const evaluation = evaluate(instance, new Set(selection));
  const lines = planLines(instance, selection);
  const { costFen, days, sampleG, discountFen, labs } = plan;
  const shown = { costFen, days, sampleG, discountFen, lines: plan.lines, labs };
  if (canonicalJson(billView(lines, evaluation, world)) !== canonicalJson(shown)) refuse("plan-outdated");

  const held = coverage(instance).byEvidence;
  const covered = new Set(lines.flatMap(({ covers }) => covers.map(({ requirement }) => requirement)));
  if (instance.requirements.some(({ id }) => !covered.has(id) && !held.has(id))) refuse("plan-outdated");
  if (instance.sampleAvailable !== null && evaluation.sample > instance.sampleAvailable) refuse("plan-outdated");
  if (instance.deadlineDays !== null && evaluation.days > instance.deadlineDays) refuse("plan-outdated");
  return evaluation;
}

/** Requirements that no bought test answers because a report already held does; the laboratory reports them as such. */
function heldRows(instance: PlanInstance, plan: Plan, { rows, evidence }: PlanningWorld): readonly NotTested[] {
  const tested = new Set(plan.lines.flatMap(({ covers }) => covers.map((each) => each.rowId)));
  return [...coverage(instance).byEvidence].flatMap(([rowId, ids]) => {
    if (tested.has(rowId)) return [];
    const row = rows.get(rowId);
    const report = evidence.find(({ id }) => ids.includes(id));
    return row && report ? [{ row, because: heldBecause(report) }] : [];
  });
}

function heldBecause({ issuer, number, issued_on: day }: EvidenceRow): Bilingual {
  return {
    zh: `由委托方已有的报告 ${number}（${issuer}，${day}）证明，不再检测。`,
    en: `Shown by a report the client already holds: ${number} (${issuer}, ${day}); not tested again.`,
  };
}

export function frozenLines(plan: Plan, world: PlanningWorld): readonly FrozenLine[] {
  const assigned = assignRows(plan.lines, world.now.rows);
  return plan.lines.map((line) => {
    const offer = world.offers.get(line.offerId);
    if (!offer || offer.definition === null) return refuse("plan-outdated");
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
}

/**
 * Which result decides a requirement that several bought tests answer, fixed before anything is measured: the one by a
 * method that the document names, else the first of the plan.
 */
function assignRows(lines: Plan["lines"], rows: PlanningWorld["now"]["rows"]): ReadonlyMap<string, string> {
  const assigned = new Map<string, string>();
  for (const { id, methods } of rows) {
    const answering = lines.filter(({ covers }) => covers.some(({ rowId }) => rowId === id));
    const chosen = answering.find(({ method }) => methods.includes(method)) ?? answering[0];
    if (chosen) assigned.set(id, chosen.offerId);
  }
  return assigned;
}

/** The reasons of a plan that is none, in both languages. */
function whyInfeasible({ limits, uncoverable }: Plan): { why_zh: string; why_en: string } {
  const reasons = [
    ...limits.map(({ because }) => because),
    ...uncoverable.map(({ market, characteristicName: name, because }) => ({
      zh: `${market} ${name.zh}：${because.zh}`,
      en: `${market} ${name.en}: ${because.en}`,
    })),
  ];
  if (reasons.length === 0) reasons.push({ zh: "搜索被中止", en: "the search was stopped before it found one" });
  const sentence = (texts: readonly string[]) => texts.join(" ").replace(/[。.]+$/, "");
  return { why_zh: sentence(reasons.map(({ zh }) => zh)), why_en: sentence(reasons.map(({ en }) => en)) };
}

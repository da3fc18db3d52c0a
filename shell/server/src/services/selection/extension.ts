import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import { objectiveOf } from "@quanheng/flow/selection/planner/objective.ts";
import { planLines } from "@quanheng/flow/selection/planner/plan-lines.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import {
  type AgreementRecord,
  awaitedAgreement,
  currentAgreement,
  type FrozenLine,
  type FrozenRequirement,
  type FrozenTerms,
} from "../../store/agreement.ts";
import type { Commission } from "../../store/commission.ts";
import { workOf } from "../../store/commission-work.ts";
import type { PlanRecord } from "../../store/plan.ts";
import type { Transaction } from "../../store/transaction.ts";
import { agreedTerms, frozenRequirements } from "./agreed-terms.ts";
import { type PlanningWorld, planningWorldFor } from "./planning-world.ts";

/** Markets that are added to a commission under way, and as what the goods are sold there. */
export type Extension = {
  readonly markets: readonly string[];
  readonly claims: Readonly<Record<string, string>>;
};

/** One agreed test with the requirements of the further markets that it answers as well. */
export type KeptLine = {
  readonly line: FrozenLine;
  /** Number of the report that states its result already; null while the report is still to come. */
  readonly issuedAs: string | null;
  readonly covers: FrozenLine["covers"];
};

/** The world of the further markets: only what they ask, with the agreed tests as evidence. */
export type ExtensionWorld = PlanningWorld & {
  readonly agreement: AgreementRecord;
  readonly kept: readonly KeptLine[];
  readonly extension: Extension;
};

/**
 * Reads what further markets ask of a commission under way, and which of it the agreed tests answer.
 *
 * Agreed tests are kept and free, whether their results are issued or still to come; their laboratories' fixed cost is
 * paid, and the sample they need is not there any more.
 *
 * @throws Refusal `commission-not-running`, `agreement-awaited`, `market-already-planned` and those of `planningWorld`
 */
export async function extensionWorld(
  tx: Transaction,
  context: Context,
  commission: Commission,
  extension: Extension,
): Promise<ExtensionWorld> {
  if (commission.state !== "agreed" && commission.state !== "in-progress")
    refuse("commission-not-running", { state: commission.state });
  for (const market of extension.markets)
    if (commission.markets.includes(market)) refuse("market-already-planned", { market });
  if (await awaitedAgreement(tx, commission.id)) refuse("agreement-awaited");
  const agreement = (await currentAgreement(tx, commission.id)) ?? refuse("not-found");
  const used = agreement.terms.labs.reduce((sum, { sampleG }) => sum + sampleG, 0);
  const world = await planningWorldFor(tx, context, {
    ...commission,
    markets: [...extension.markets],
    claims: extension.claims,
    sample_available: Math.max(0, commission.sample_available - used),
    evidence: [],
  });
  const issued = new Map(
    (await workOf(tx, commission.id)).attestations.map((each) => [each.institution_id, each.number]),
  );
  return { ...world, agreement, extension, ...keptOf(world.question, agreement, issued) };
}

function keptOf(
  question: PlanningWorld["question"],
  { terms, requirements }: AgreementRecord,
  issued: ReadonlyMap<string, string>,
): Pick<ExtensionWorld, "kept" | "question"> {
  const agreed = new Map(terms.lines.map((line) => [line.offerId, line]));
  const offers = question.offers.filter(({ id }) => agreed.has(id));
  const paid = new Set(terms.labs.map(({ institutionId }) => institutionId));
  const instance: PlanInstance = { ...question, objective: objectiveOf("cheapest") };
  const known = new Set(requirements.map(({ id }) => id));
  const taken = new Set<string>();
  const kept = planLines(
    instance,
    offers.map(({ id }) => id),
  ).flatMap(({ offer, covers }): readonly KeptLine[] => {
    const line = agreed.get(offer);
    if (!line) return [];
    const own = covers.filter(({ requirement }) => !taken.has(requirement) && !known.has(requirement));
    for (const { requirement } of own) taken.add(requirement);
    return [
      {
        line,
        issuedAs: issued.get(line.institutionId) ?? null,
        covers: own.map(({ requirement, because }) => {
          const asked = question.requirements.find(({ id }) => id === requirement);
          return {
            rowId: requirement,
            market: asked?.market ?? "",
            characteristic: asked?.characteristic ?? "",
            because,
          };
        }),
      },
    ];
  });
  return {
    kept,
    question: {
      ...question,
      offers: question.offers.filter(({ id }) => !agreed.has(id)),
      labs: question.labs.map((lab) => (paid.has(lab.id) ? { ...lab, fixedCost: 0 } : lab)),
      evidence: offers.map((offer) => ({ ...offer, issued: question.date })),
    },
  };
}

/**
 * The terms of the further agreement: the agreed lines with what they answer besides, the lines of the plan, and the sum
 * of both bills. Rows that an issued report shows are stated as such and decided on its results.
 *
 * @throws Refusal `plan-infeasible`, `plan-outdated`
 */
export function extendedTerms(
  plan: PlanRecord,
  world: ExtensionWorld,
  dueOn: string,
): { readonly terms: FrozenTerms; readonly requirements: readonly FrozenRequirement[] } {
  const { agreement, kept, extension } = world;
  const added = agreedTerms(plan, { ...world, evidence: [] }, agreement.terms.appliesOn);
  const answered = new Set(kept.flatMap(({ covers }) => covers.map(({ rowId }) => rowId)));
  const old = agreement.terms;
  const keptBy = new Map(kept.map((each) => [each.line.offerId, each]));
  const lines = old.lines.map((line) => {
    const further = keptBy.get(line.offerId);
    return further && further.issuedAs === null ? { ...line, covers: [...line.covers, ...further.covers] } : line;
  });
  const fresh = added.lines.map((line) => ({
    ...line,
    covers: line.covers.filter(({ rowId }) => !answered.has(rowId)),
  }));
  const shown = kept.flatMap(({ issuedAs, line, covers }) =>
    issuedAs === null
      ? []
      : covers.map(({ rowId, market, characteristic }) => ({
          rowId,
          market,
          characteristic,
          because: shownBecause(issuedAs, line.method),
        })),
  );
  const byReports = kept.flatMap(({ issuedAs, line: { institutionId, method }, covers }) =>
    issuedAs === null
      ? []
      : covers.map(({ rowId, characteristic }) => ({ rowId, characteristic, institutionId, method })),
  );
  return {
    requirements: [...agreement.requirements, ...frozenRequirements(world)],
    terms: {
      ...old,
      planId: plan.id,
      lines: [...lines, ...fresh],
      costFen: old.costFen + added.costFen,
      days: Math.max(old.days, added.days),
      labs: mergedLabs(old.labs, added.labs),
      knownOn: added.knownOn,
      extension: { markets: [...extension.markets], claims: extension.claims, dueOn },
      notTested: [...old.notTested, ...added.notTested, ...shown],
      shown: [...(old.shown ?? []), ...byReports],
    },
  };
}

function mergedLabs(old: FrozenTerms["labs"], added: FrozenTerms["labs"]): FrozenTerms["labs"] {
  const fresh = added.filter((lab) => !old.some(({ institutionId }) => institutionId === lab.institutionId));
  const both = old.map((lab) => {
    const more = added.find(({ institutionId }) => institutionId === lab.institutionId);
    if (!more) return lab;
    return {
      ...lab,
      days: Math.max(lab.days, more.days),
      sampleG: lab.sampleG + more.sampleG,
      subtotalFen: lab.subtotalFen + more.subtotalFen,
      fixedFen: lab.fixedFen + more.fixedFen,
      discountFen: lab.discountFen + more.discountFen,
    };
  });
  return [...both, ...fresh];
}

function shownBecause(number: string, method: string): Bilingual {
  return {
    zh: `由已签发的报告 ${number} 中 ${method} 的结果证明，不再检测。`,
    en: `Shown by the result of ${method} in the issued report ${number}; not tested again.`,
  };
}

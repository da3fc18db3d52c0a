import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import type { RequirementVersion } from "@quanheng/flow/selection/requirement.ts";
import { daysBetween } from "@quanheng/kernel/calendar.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import type { Commission } from "../../store/commission.ts";
import { type EvidenceRow, evidenceOf } from "../../store/evidence.ts";
import { type FailureCounts, failureCounts } from "../../store/failure-shares.ts";
import { institutionNames, type Names } from "../../store/names.ts";
import { labTermsOf, type OfferRow, offersOn } from "../../store/offer.ts";
import type { Reference } from "../../store/reference.ts";
import type { Transaction } from "../../store/transaction.ts";
import { type NotTested, preparePlanning } from "./plan-instance.ts";
import { type Applicable, applicableNow } from "./requirement-answer.ts";

/** Everything a plan of one commission is made from and told with, as it is now. */
export type PlanningWorld = {
  readonly now: Applicable;
  readonly reference: Reference;
  readonly rows: ReadonlyMap<string, RequirementVersion>;
  readonly offers: ReadonlyMap<string, OfferRow>;
  readonly names: Names;
  readonly notTested: readonly NotTested[];
  readonly question: Omit<PlanInstance, "objective">;
  /** How often what is asked failed so far. */
  readonly failures: FailureCounts;
  readonly evidence: readonly EvidenceRow[];
};

/** What planning needs to know of a commission, or of a question that is none yet. */
export type PlanningFor = Pick<
  Commission,
  "product" | "markets" | "applies_on" | "claims" | "sample_available" | "needed_by"
> &
  Partial<Pick<Commission, "item">> & { readonly evidence: readonly EvidenceRow[] };

/**
 * Reads what applies to a commission now, who offers what, and on which terms.
 *
 * @throws Refusal `claims-open`, `no-requirements` and those of the requirements
 */
export async function planningWorld(tx: Transaction, context: Context, commission: Commission): Promise<PlanningWorld> {
  return planningWorldFor(tx, context, { ...commission, evidence: await evidenceOf(tx, commission.id) });
}

/** The same for a question that nobody has stored. */
export async function planningWorldFor(
  tx: Transaction,
  context: Context,
  commission: PlanningFor,
): Promise<PlanningWorld> {
  const now = await applicableNow(tx, context, questionOf(commission));
  if (now.open.length > 0)
    refuse("claims-open", {
      claims: now.open.map(({ market, key, values }) => `${market}.${key} (${values.join(", ")})`),
    });
  if (now.rows.length === 0) refuse("no-requirements");

  const day = today(context);
  const offers = await offersOn(tx, day);
  const terms = await labTermsOf(tx, [...new Set(offers.map(({ institution_id }) => institution_id))]);
  const names = await institutionNames(
    tx,
    terms.map(({ institution_id }) => institution_id),
  );
  const { question, notTested } = preparePlanning({
    rows: now.rows,
    reference: now.reference,
    offers,
    terms,
    day,
    sampleG: commission.sample_available,
    evidence: commission.evidence,
    sampledBy: commission.item?.sampling?.by ?? "client",
    deadlineDays: commission.needed_by === null ? null : daysBetween(day, commission.needed_by),
  });
  return {
    now,
    reference: now.reference,
    rows: new Map(now.rows.map((row) => [row.id, row])),
    offers: new Map(offers.map((offer) => [offer.id, offer])),
    names,
    notTested,
    question,
    failures: await failureCounts(tx, commission.product),
    evidence: commission.evidence,
  };
}

/** What a commission asks of the library. */
export function questionOf({
  product,
  markets,
  applies_on,
  claims,
}: Pick<Commission, "product" | "markets" | "applies_on" | "claims">) {
  return { product, markets, on: applies_on, claims };
}

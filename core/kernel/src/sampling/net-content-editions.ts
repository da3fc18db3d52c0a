import { type CalendarDate, calendarDate } from "../calendar.ts";
import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { type NetContentEdition, type NetContentPlan, netContentPlan } from "./net-content.ts";

/** The edition by which a lot is judged, and those that a party may point to instead. */
export type ApplicableEdition = {
  readonly edition: NetContentEdition;
  /** Earlier editions under which goods of that age may still be sold. */
  readonly alternatives: readonly NetContentEdition[];
};

/**
 * The edition of a rule on the day of the inspection. `validUntil` is the first day on which an edition no longer applies.
 * Goods made before the edition applied may be sold under the one before, where the edition says so.
 *
 * @param madeOn the day on which the goods were made or imported; left out where it is not known
 * @example netContentEditionOn([{ family: "JJF 1070", document: "JJF 1070-2005", validFrom: "2006-01-01", validUntil: "2024-10-12" }, { family: "JJF 1070", document: "JJF 1070-2023", validFrom: "2024-10-12", validUntil: null }], "JJF 1070", "2024-10-12").edition.document // → "JJF 1070-2023" (its first day: amendment no. 1 of 2024-04-09, 3)
 * @throws Refusal `not-a-date`; `no-sampling-plan` where no edition applied on that day
 * @source JJF 1070-2023, amendment no. 1 (SAMR announcement 13 of 2024), 3 (read in a secondary source)
 */
export function netContentEditionOn(
  editions: readonly NetContentEdition[],
  family: NetContentEdition["family"],
  day: CalendarDate,
  madeOn?: CalendarDate,
): ApplicableEdition {
  const applied = (on: CalendarDate) =>
    editions.find(
      (each) => each.family === family && each.validFrom <= on && (each.validUntil === null || on < each.validUntil),
    );
  const edition = applied(calendarDate(day));
  if (!edition) return refuse("no-sampling-plan", { name: family, given: day });
  const older = madeOn === undefined || !edition.olderGoodsUntilExpiry ? undefined : applied(calendarDate(madeOn));
  const earlier = older !== undefined && older.validFrom < edition.validFrom;
  return { edition, alternatives: earlier ? [older] : [] };
}

/** What one edition asks for a lot; `plan` is undefined where it has none. */
export type EditionPlan = {
  readonly edition: NetContentEdition;
  readonly plan: (NetContentPlan & { readonly size: number }) | undefined;
};

/**
 * What several editions ask for the same lot, beside each other, and whether they ask for the same.
 *
 * @example comparePlans([{ plans: [{ from: 1, to: null, n: 10, lambda: "1.028", maxT1: 0, maxT2: 0 }] }, { plans: [{ from: 1, to: null, n: 32, lambda: "0.22", maxT1: 1, maxT2: 0 }] }], 40).agree // → false (ten packages by one rule, 32 by the other)
 * @throws Refusal `outside-domain` unless the lot is whole and has a package
 * @source ours: a comparison of the tables
 */
export function comparePlans(
  editions: readonly NetContentEdition[],
  lotSize: number,
): { readonly plans: readonly EditionPlan[]; readonly agree: boolean } {
  needWhole("lotSize", lotSize, 1);
  const covers = ({ from, to }: NetContentPlan) => lotSize >= from && (to === null || lotSize <= to);
  const plans = editions.map((edition) => ({
    edition,
    plan: edition.plans.some(covers) ? netContentPlan(edition, lotSize) : undefined,
  }));
  const asked = plans.map(({ plan }) => plan && [plan.size, plan.lambda, plan.maxT1, plan.maxT2].join(" "));
  return { plans, agree: new Set(asked).size <= 1 };
}

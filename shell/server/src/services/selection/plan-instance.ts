import { convertBound } from "@quanheng/flow/selection/convert-bound.ts";
import type { IntervalLimit } from "@quanheng/flow/selection/limit.ts";
import type { Capability, Evidence, Offer, PlanInstance, Sampler } from "@quanheng/flow/selection/planner/instance.ts";
import { objectiveOf } from "@quanheng/flow/selection/planner/objective.ts";
import { statedValue } from "@quanheng/flow/selection/planner/stated-value.ts";
import { planningInstance } from "@quanheng/flow/selection/planning-instance.ts";
import type { RequirementVersion } from "@quanheng/flow/selection/requirement.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import type { EvidenceRow } from "../../store/evidence.ts";
import type { LabTermsRow, OfferRow } from "../../store/offer.ts";
import type { Reference } from "../../store/reference.ts";

/** Requirements that no test of the cluster can answer, with the reason a reader sees. */
export type NotTested = { readonly row: RequirementVersion; readonly because: Bilingual };
export type Prepared = {
  /** The closed world of the planner; which goal counts is left open. */
  readonly question: Omit<PlanInstance, "objective">;
  readonly notTested: readonly NotTested[];
};

/**
 * The planner's closed world for one commission: what is asked that somebody tests, by whose rules, offered by whom.
 *
 * @param day the day of planning
 * @param sampleG sample there is [g]
 * @param deadlineDays calendar days until it is needed, or null
 */
export function preparePlanning(input: {
  readonly rows: readonly RequirementVersion[];
  readonly reference: Reference;
  readonly offers: readonly OfferRow[];
  readonly terms: readonly LabTermsRow[];
  readonly day: string;
  readonly sampleG: number;
  readonly deadlineDays: number | null;
  readonly evidence: readonly EvidenceRow[];
  /** Who drew the sample that is tested. */
  readonly sampledBy: Sampler;
}): Prepared {
  const { rows, reference, terms } = input;
  const withTerms = new Set(terms.map(({ institution_id }) => institution_id));
  const offers = input.offers
    .filter(({ institution_id }) => withTerms.has(institution_id))
    .map((offer) => planOffer(offer, input.sampledBy));
  const known = [...offers, ...input.evidence];
  const offered = new Set(known.flatMap(({ characteristics }) => characteristics.map(({ id }) => id)));
  const notTested: NotTested[] = [];
  const asked: RequirementVersion[] = [];
  for (const row of rows) {
    const comparable = inUsualUnit(row, reference);
    if (!offered.has(row.characteristic)) notTested.push({ row, because: NOBODY_OFFERS });
    else if (comparable === undefined) notTested.push({ row, because: otherUnit(row, reference) });
    else asked.push(comparable);
  }
  const characteristics = new Set(asked.map(({ characteristic }) => characteristic));
  const relevant = offers.filter((offer) => offer.characteristics.some(({ id }) => characteristics.has(id)));
  const labs = new Set(relevant.map(({ lab }) => lab));
  const own = terms.filter(({ institution_id }) => labs.has(institution_id));
  const supply = {
    date: input.day,
    labs: own.map((row) => ({
      id: row.institution_id,
      fixedCost: row.fixed_fen,
      shipDays: row.ship_days,
      discount: row.discount as PlanInstance["labs"][number]["discount"],
    })),
    preps: own.flatMap((row) => row.preps as PlanInstance["preps"]),
    instruments: own.flatMap((row) => row.instruments as PlanInstance["instruments"]),
    offers: relevant,
    evidence: input.evidence.map(heldReport),
    sampleAvailable: input.sampleG,
    deadlineDays: input.deadlineDays,
    budget: null,
  };
  const objective = objectiveOf("cheapest");
  return { notTested, question: planningInstance(asked, reference.acceptance, { ...supply, objective }) };
}

function planOffer(row: OfferRow, sampledBy: Sampler): Offer {
  const figures = row.characteristics as readonly {
    id: string;
    min?: string;
    max?: string;
    loq?: string;
    U?: string;
  }[];
  return {
    id: row.id,
    lab: row.institution_id,
    method: row.method,
    characteristics: figures.map(
      ({ id, ...bounds }) =>
        ({
          id,
          ...Object.fromEntries(Object.entries(bounds).map(([name, digits]) => [name, decimal(digits)])),
        }) satisfies Capability,
    ),
    accreditedBy: row.accredited_by,
    sampledBy,
    ...(row.severity === null ? {} : { severity: decimal(row.severity) }),
    price: row.price_fen,
    leadDays: row.lead_days,
    sample: { qty: row.sample_qty, destructive: row.destructive },
    ...(row.instrument === null ? {} : { instrument: row.instrument }),
    hours: row.hours ?? 0,
    ...(row.prep === null ? {} : { prep: row.prep }),
  };
}

/** A report as the planner reads it: its laboratory counts for designation only where it is one of the cluster's. */
function heldReport(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    lab: row.institution_id ?? row.id,
    method: row.method,
    characteristics: row.characteristics.map(({ id, loq, U, value = null }) => ({
      id,
      ...(value === null ? {} : { value: statedValue(value) }),
      ...(loq === null ? {} : { loq: decimal(loq) }),
      ...(U === null ? {} : { U: decimal(U) }),
    })),
    accreditedBy: row.accredited_by,
    issued: row.issued_on,
    report: row.kind,
    ...(row.sampled_by === null ? {} : { sampledBy: row.sampled_by }),
  };
}

const NOBODY_OFFERS: Bilingual = {
  zh: "集聚区内没有实验室提供该项检测，请另行安排。",
  en: "No laboratory of the cluster offers this test; arrange it elsewhere.",
};

/** The row with its limit in the unit in which laboratories state what they can do; undefined where that is not exact. */
function inUsualUnit(row: RequirementVersion, reference: Reference): RequirementVersion | undefined {
  const usual = usualUnit(row, reference);
  if (row.unit === usual) return row;
  if (row.unit === null || usual === null || row.limit.kind !== "interval") return undefined;
  const limit = converted(row.limit, row.unit, usual);
  return limit && { ...row, limit, unit: usual };
}

function converted(limit: IntervalLimit, from: string, to: string): IntervalLimit | undefined {
  const ends: { min?: string; max?: string } = {};
  for (const side of ["min", "max"] as const) {
    const digits = limit[side];
    if (digits === undefined) continue;
    const bound = convertBound(decimal(digits), from, to);
    if (bound === undefined) return undefined;
    ends[side] = formatDecimal(bound);
  }
  return { ...limit, ...ends };
}

function otherUnit(row: RequirementVersion, reference: Reference): Bilingual {
  const usual = usualUnit(row, reference);
  return {
    zh: `限值以 ${row.unit ?? "无单位"} 表示，实验室能力以 ${usual ?? "无单位"} 表示，无法直接比较。`,
    en: `Its limit is stated in ${row.unit ?? "no unit"}, the laboratories' capability in ${usual ?? "no unit"}; the two cannot be compared.`,
  };
}

function usualUnit({ characteristic }: RequirementVersion, reference: Reference): string | null {
  return reference.characteristics.get(characteristic)?.unit ?? null;
}

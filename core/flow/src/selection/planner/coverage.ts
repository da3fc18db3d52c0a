import { daysBetween } from "@quanheng/kernel/calendar.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { type Acceptance, acceptance } from "./acceptance.ts";
import { type CapabilityGap, capabilityGap } from "./capability.ts";
import { type ConditionGap, conditionGap, isProvisional } from "./conditions.ts";
import type { Capability, Evidence, PlanInstance, PlanMarket, PlanRequirement, ResultSource } from "./instance.ts";
import { type MethodBridge, methodClosure } from "./method-closure.ts";
import { type ValueGap, valueGap } from "./stated-value.ts";

/** Why a result would not be accepted: the first rule that fails, in the order of the rules, with what it compared. */
export type Exclusion =
  | { readonly rule: "characteristic" }
  | { readonly rule: "method"; readonly listed: readonly string[]; readonly policy: PlanMarket["methodPolicy"] }
  | Extract<Acceptance, { accepted: false }>
  | { readonly rule: "age"; readonly days: number; readonly maxDays: number | null }
  | ConditionGap
  | CapabilityGap
  | ValueGap;

/** Whether a source covers a requirement, with the reason either way. `bridge` is null where the method is open. */
export type Judgement =
  | {
      readonly covers: true;
      readonly bridge: MethodBridge | null;
      readonly acceptance: Extract<Acceptance, { accepted: true }>;
      /** Counts only until a final report replaces it. */
      readonly provisional?: true;
    }
  | { readonly covers: false; readonly exclusion: Exclusion };

/** Judges sources against requirements of one instance; method closures are worked out once. */
export type Judge = (source: ResultSource | Evidence, requirement: PlanRequirement) => Judgement;

/**
 * Makes the judge of an instance.
 *
 * A source covers a requirement when all rules hold: same characteristic; method open or in the closure of the listed
 * ones; laboratory accepted, by an arrangement as of the day of planning or of the report; a held report young enough;
 * the market's conditions (edition, kind of report, sampling); capability (severity, scope, quantification,
 * uncertainty); and the value, where a held report states it, meets the limit.
 *
 * @example judgeOf({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } })({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }.offers[0], { date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }.requirements[0]) // → { covers: true, bridge: null, acceptance: { by: "any" } } (the method is open, any laboratory is accepted)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function judgeOf(instance: PlanInstance): Judge {
  const markets = new Map(instance.markets.map((market) => [market.code, market]));
  const closures = new Map<string, ReadonlyMap<string, MethodBridge>>();
  const closureOf = (requirement: PlanRequirement, market: PlanMarket) => {
    const key = JSON.stringify([market.methodPolicy, requirement.characteristic, requirement.methods]);
    const known = closures.get(key);
    if (known) return known;
    const relations = instance.methodRelations.filter(
      ({ characteristics }) => characteristics === undefined || characteristics.includes(requirement.characteristic),
    );
    const closure = methodClosure(requirement.methods, market.methodPolicy, relations);
    closures.set(key, closure);
    return closure;
  };

  return (source, requirement) => {
    const market = markets.get(requirement.market);
    invariant(market, "an instance lists the market of every requirement");
    const capabilities = source.characteristics.filter(({ id }) => id === requirement.characteristic);
    if (capabilities.length === 0) return excluded({ rule: "characteristic" });

    const bridge = requirement.methods.length === 0 ? null : closureOf(requirement, market).get(source.method);
    if (bridge === undefined) {
      return excluded({ rule: "method", listed: requirement.methods, policy: market.methodPolicy });
    }
    const accepted = acceptance(source, requirement, market.accreditation, {
      groups: instance.accreditationGroups,
      ...(instance.memberships ? { memberships: instance.memberships } : {}),
      day: "issued" in source ? source.issued : instance.date,
    });
    if (!accepted.accepted) return excluded(accepted);

    const age = "issued" in source ? daysBetween(source.issued, instance.date) : 0;
    if (age < 0 || (market.reportMaxAgeDays !== null && age > market.reportMaxAgeDays)) {
      return excluded({ rule: "age", days: age, maxDays: market.reportMaxAgeDays });
    }
    const unmet = conditionGap(source, bridge, { ...market.conditions, ...requirement.conditions });
    if (unmet) return excluded(unmet);
    const gaps = capabilities.map((one) => gapOf(source, one, requirement, instance.policy));
    const gap = gaps.includes(undefined) ? undefined : gaps[0];
    if (gap) return excluded(gap);
    return { covers: true, bridge, acceptance: accepted, ...(isProvisional(source) ? { provisional: true } : {}) };
  };
}

function gapOf(
  source: ResultSource | Evidence,
  capability: Capability,
  { demand }: PlanRequirement,
  policy: PlanInstance["policy"],
): CapabilityGap | ValueGap | undefined {
  const gap = capabilityGap(source, capability, demand, policy);
  return gap ?? (capability.value && "issued" in source ? valueGap(capability.value, demand) : undefined);
}

/** Which sources cover which requirements, ids in the order of the instance. */
export type CoverageMap = {
  readonly byOffer: ReadonlyMap<string, readonly string[]>;
  /** Only requirements that some held report covers. */
  readonly byEvidence: ReadonlyMap<string, readonly string[]>;
  /** Requirements that neither an offer nor a held report covers. */
  readonly uncoverable: readonly string[];
};

/**
 * The coverage of the whole instance.
 *
 * @example coverage({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }).byOffer.get("o") // → ["r"] (the offer covers the requirement)
 * @example coverage({ ...{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, offers: [] }).uncoverable // → ["r"] (nothing does)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function coverage(instance: PlanInstance, judge: Judge = judgeOf(instance)): CoverageMap {
  const covered = (source: ResultSource | Evidence) =>
    instance.requirements.filter((requirement) => judge(source, requirement).covers).map(({ id }) => id);
  const byOffer = new Map(instance.offers.map((offer) => [offer.id, covered(offer)]));

  const byEvidence = new Map<string, string[]>();
  for (const report of instance.evidence) {
    for (const id of covered(report)) byEvidence.set(id, [...(byEvidence.get(id) ?? []), report.id]);
  }
  const met = new Set([...byEvidence.keys(), ...[...byOffer.values()].flat()]);
  const uncoverable = instance.requirements.filter(({ id }) => !met.has(id)).map(({ id }) => id);
  return { byOffer, byEvidence, uncoverable };
}

function excluded(exclusion: Exclusion): Judgement {
  return { covers: false, exclusion };
}

import { refuse } from "../refusals.ts";
import type { PlanInstance } from "./instance.ts";

/**
 * Declines an instance in which an id is used twice or names nothing.
 *
 * @example refusalOf(() => checkReferences({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } })) // → "accepted" (every id names something)
 * @example refusalOf(() => checkReferences({ ...{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, labs: [] })) // → "malformed-instance" (the offer's laboratory is not there)
 * @throws Refusal `malformed-instance` with where and problem
 * @source ours: the statement of the planner is in the README of this folder
 */
export function checkReferences(instance: PlanInstance): void {
  const markets = uniqueIds(
    "markets",
    instance.markets.map(({ code }) => code),
  );
  const labs = uniqueIds(
    "labs",
    instance.labs.map(({ id }) => id),
  );
  const preps = uniqueIds(
    "preps",
    instance.preps.map(({ id }) => id),
  );
  const instruments = uniqueIds(
    "instruments",
    instance.instruments.map(({ id }) => id),
  );
  uniqueIds(
    "requirements",
    instance.requirements.map(({ id }) => id),
  );
  uniqueIds(
    "offers",
    instance.offers.map(({ id }) => id),
  );
  uniqueIds(
    "evidence",
    instance.evidence.map(({ id }) => id),
  );

  for (const { id, market } of instance.requirements) known(markets, market, `requirement ${id}, market`);
  for (const { id, lab } of instance.preps) known(labs, lab, `prep ${id}, lab`);
  for (const { id, lab } of instance.instruments) known(labs, lab, `instrument ${id}, lab`);
  for (const offer of instance.offers) {
    known(labs, offer.lab, `offer ${offer.id}, lab`);
    known(preps, offer.prep, `offer ${offer.id}, prep`);
    known(instruments, offer.instrument, `offer ${offer.id}, instrument`);
    const prep = instance.preps.find(({ id }) => id === offer.prep);
    if (prep && prep.lab !== offer.lab) fail(`offer ${offer.id}, prep`, `${prep.id} belongs to ${prep.lab}`);
  }
}

function uniqueIds(table: string, ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) fail(table, `${id} appears twice`);
    seen.add(id);
  }
  return seen;
}

function known(ids: ReadonlySet<string>, id: string | undefined, where: string): void {
  if (id !== undefined && !ids.has(id)) fail(where, `${id} is not in the instance`);
}

function fail(where: string, problem: string): never {
  return refuse("malformed-instance", { where, problem });
}

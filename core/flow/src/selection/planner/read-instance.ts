import { checkReferences } from "./check-references.ts";
import type {
  AccreditationRule,
  Capability,
  Demand,
  Evidence,
  Objective,
  Offer,
  PlanInstance,
  PlanMarket,
  PlanRequirement,
  ResultSource,
} from "./instance.ts";
import { InstanceReader as Reader } from "./instance-reader.ts";
import {
  ACTIVITIES,
  conditionsOf,
  REPORT_KINDS,
  readMembership,
  readStatedValue,
  SAMPLERS,
} from "./read-conditions.ts";

/**
 * Reads a planning instance from JSON: money, days, hours and sample as integers, figures of capability and limits as
 * numbers or decimal text, everything that does not apply left out.
 *
 * @example refusalOf(() => readInstance({})) // → "malformed-instance" (everything is missing)
 * @example readInstance({ date: "2026-11-01", policy: { loqFraction: 0.5, uFraction: "0.3" }, objective: { order: ["cost"] }, markets: [], requirements: [], labs: [], offers: [] }).objective // → { order: ["cost"] } (what does not apply is left out)
 * @throws Refusal `malformed-instance` with where and problem
 * @source ours: the statement of the planner is in the README of this folder
 */
export function readInstance(json: unknown): PlanInstance {
  const root = new Reader(json, "instance");
  const policy = root.child("policy");
  const instance: PlanInstance = {
    date: root.date("date"),
    policy: { loqFraction: policy.decimal("loqFraction"), uFraction: policy.decimal("uFraction") },
    accreditationGroups: readGroups(root),
    ...(root.has("memberships") ? { memberships: root.children("memberships").map(readMembership) } : {}),
    markets: root.children("markets").map(readMarket),
    methodRelations: root.children("methodRelations").map((relation) => ({
      a: relation.text("a"),
      b: relation.text("b"),
      type: relation.oneOf("type", ["identical", "equivalent", "stricter"]),
      ...(relation.has("characteristics") ? { characteristics: relation.texts("characteristics") } : {}),
    })),
    requirements: root.children("requirements").map(readRequirement),
    labs: root.children("labs").map((lab) => ({
      id: lab.text("id"),
      fixedCost: lab.count("fixedCost"),
      shipDays: lab.count("shipDays"),
      discount: lab
        .children("discount")
        .map((tier) => ({ minSubtotal: tier.count("minSubtotal"), bp: tier.count("bp", 10_000) })),
    })),
    preps: root.children("preps").map((prep) => ({
      id: prep.text("id"),
      lab: prep.text("lab"),
      cost: prep.count("cost"),
      sampleQty: prep.count("sampleQty"),
    })),
    instruments: root.children("instruments").map((instrument) => ({
      id: instrument.text("id"),
      lab: instrument.text("lab"),
      hoursAvailable: instrument.count("hoursAvailable"),
    })),
    offers: root.children("offers").map(readOffer),
    evidence: root.children("evidence").map(readEvidence),
    sampleAvailable: root.has("sample") ? root.child("sample").optionalCount("available") : null,
    deadlineDays: root.optionalCount("deadlineDays"),
    budget: root.optionalCount("budget"),
    objective: readObjective(root.child("objective")),
  };
  checkReferences(instance);
  return instance;
}

function readGroups(root: Reader): PlanInstance["accreditationGroups"] {
  if (!root.has("accreditationGroups")) return {};
  const groups = root.child("accreditationGroups");
  return Object.fromEntries(Object.keys(groups.fields).map((name) => [name, groups.texts(name)]));
}

function readMarket(market: Reader): PlanMarket {
  return {
    code: market.text("code"),
    ...conditionsOf(market),
    methodPolicy: market.oneOf("methodPolicy", ["listed", "equivalent", "stricter"]),
    accreditation: readAccreditation(market.child("accreditation")),
    reportMaxAgeDays: market.optionalCount("reportMaxAgeDays"),
  };
}

function readAccreditation(rule: Reader): AccreditationRule {
  const mode = rule.oneOf("mode", ["any", "accredited", "designated"]);
  switch (mode) {
    case "any":
      return { mode };
    case "accredited":
      return { mode, bodies: rule.texts("bodies"), groups: rule.texts("groups") };
    case "designated":
      return { mode, labs: rule.texts("labs") };
  }
}

function readRequirement(requirement: Reader): PlanRequirement {
  return {
    id: requirement.text("id"),
    market: requirement.text("market"),
    characteristic: requirement.text("characteristic"),
    methods: requirement.texts("methods"),
    demand: readDemand(requirement),
    ...(requirement.has("designatedLabs") ? { designatedLabs: requirement.texts("designatedLabs") } : {}),
    ...conditionsOf(requirement),
  };
}

function readDemand(requirement: Reader): Demand {
  const kinds = ["limit", "severity", "conform"].filter((kind) => requirement.has(kind));
  if (kinds.length !== 1) requirement.fail("needs exactly one of limit, severity, conform");
  if (kinds[0] === "conform") return { kind: "conform" };
  if (kinds[0] === "severity") return { kind: "severity", level: requirement.decimal("severity") };
  const limit = requirement.child("limit");
  const [min, max] = [limit.optionalDecimal("min"), limit.optionalDecimal("max")];
  if (!min && !max) requirement.fail("limit has neither min nor max");
  return {
    kind: "limit",
    ...(min ? { min } : {}),
    ...(max ? { max } : {}),
    ...(limit.fields["minExclusive"] === true ? { minExclusive: true } : {}),
    ...(limit.fields["maxExclusive"] === true ? { maxExclusive: true } : {}),
  };
}

function readSource(source: Reader): ResultSource {
  const severity = source.optionalDecimal("severity");
  return {
    id: source.text("id"),
    lab: source.text("lab"),
    method: source.text("method"),
    characteristics: source.children("characteristics").map(readCapability),
    accreditedBy: source.texts("accreditedBy"),
    ...(severity ? { severity } : {}),
    ...(source.has("activity") ? { activity: source.oneOf("activity", ACTIVITIES) } : {}),
    ...(source.has("sampledBy") ? { sampledBy: source.oneOf("sampledBy", SAMPLERS) } : {}),
  };
}

function readCapability(capability: Reader): Capability {
  const figures = (["min", "max", "loq", "U"] as const).map(
    (name) => [name, capability.optionalDecimal(name)] as const,
  );
  return {
    id: capability.text("id"),
    ...Object.fromEntries(figures.filter(([, value]) => value !== undefined)),
    ...(capability.has("value") ? { value: readStatedValue(capability) } : {}),
  };
}

function readOffer(offer: Reader): Offer {
  const sample = offer.child("sample");
  return {
    ...readSource(offer),
    price: offer.count("price"),
    leadDays: offer.count("leadDays"),
    sample: { qty: sample.count("qty"), destructive: sample.fields["destructive"] === true },
    ...(offer.has("instrument") ? { instrument: offer.text("instrument") } : {}),
    hours: offer.has("hours") ? offer.count("hours") : 0,
    ...(offer.has("prep") ? { prep: offer.text("prep") } : {}),
  };
}

function readEvidence(report: Reader): Evidence {
  const kind = report.has("report") ? { report: report.oneOf("report", REPORT_KINDS) } : {};
  return { ...readSource(report), issued: report.date("issued"), ...kind };
}

function readObjective(objective: Reader): Objective {
  if (objective.has("weighted")) return { weighted: { perDay: objective.child("weighted").count("perDay") } };
  const order = objective.texts("order");
  if (order.length === 0 || !order.every((goal) => goal === "cost" || goal === "days")) {
    objective.fail("order names cost and days");
  }
  return { order: order as readonly ("cost" | "days")[] };
}

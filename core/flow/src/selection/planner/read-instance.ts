import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { type Decimal, decimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { refuse } from "../refusals.ts";
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
  return { kind: "limit", ...(min ? { min } : {}), ...(max ? { max } : {}) };
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
  };
}

function readCapability(capability: Reader): Capability {
  const figures = (["min", "max", "loq", "U"] as const).map(
    (name) => [name, capability.optionalDecimal(name)] as const,
  );
  return { id: capability.text("id"), ...Object.fromEntries(figures.filter(([, value]) => value !== undefined)) };
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
  return { ...readSource(report), issued: report.date("issued") };
}

function readObjective(objective: Reader): Objective {
  if (objective.has("weighted")) return { weighted: { perDay: objective.child("weighted").count("perDay") } };
  const order = objective.texts("order");
  if (order.length === 0 || !order.every((goal) => goal === "cost" || goal === "days")) {
    objective.fail("order names cost and days");
  }
  return { order: order as readonly ("cost" | "days")[] };
}

/** Fields of one JSON object; null counts as left out. */
class Reader {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly where: string;

  constructor(value: unknown, where: string) {
    this.where = where;
    if (typeof value !== "object" || value === null || Array.isArray(value)) this.fail("is not an object");
    this.fields = value as Readonly<Record<string, unknown>>;
  }

  fail(problem: string): never {
    return refuse("malformed-instance", { where: this.where, problem });
  }

  has(key: string): boolean {
    return Object.hasOwn(this.fields, key) && this.fields[key] !== null;
  }

  child(key: string): Reader {
    return new Reader(this.fields[key], `${this.where}.${key}`);
  }

  children(key: string): readonly Reader[] {
    const list = this.fields[key] ?? [];
    if (!Array.isArray(list)) this.fail(`${key} is not a list`);
    return (list as readonly unknown[]).map((item, index) => new Reader(item, `${this.where}.${key}[${index}]`));
  }

  text(key: string): string {
    const value = this.fields[key];
    return typeof value === "string" && value !== "" ? value : this.fail(`${key} is not a text`);
  }

  texts(key: string): readonly string[] {
    const list = this.fields[key] ?? [];
    if (!Array.isArray(list) || !list.every((item) => typeof item === "string"))
      this.fail(`${key} is not a list of texts`);
    return list as readonly string[];
  }

  date(key: string): string {
    const text = this.text(key);
    return isCalendarDate(text) ? text : this.fail(`${key} is not a date`);
  }

  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice {
    const text = this.text(key);
    return choices.find((choice) => choice === text) ?? this.fail(`${key} is none of ${choices.join(", ")}`);
  }

  /** A whole number from 0 on that binary arithmetic keeps exact. */
  count(key: string, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.fields[key];
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0 || value > most) {
      this.fail(`${key} is not a whole number from 0`);
    }
    return value as number;
  }

  optionalCount(key: string): number | null {
    return this.has(key) ? this.count(key) : null;
  }

  decimal(key: string): Decimal {
    const value = this.fields[key];
    if (typeof value === "number" && Number.isFinite(value)) return fromNumber(value);
    if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return decimal(value);
    return this.fail(`${key} is not a number`);
  }

  optionalDecimal(key: string): Decimal | undefined {
    return this.has(key) ? this.decimal(key) : undefined;
  }
}

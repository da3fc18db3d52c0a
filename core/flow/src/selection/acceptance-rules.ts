import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { MethodRelation, PlanInstance, PlanMarket } from "./planner/instance.ts";
import { malformed, Shape } from "./shape.ts";

/** Where a rule comes from and how far it may be trusted; `recalled` rules are a planning aid, not legal advice. */
type Provenance = { readonly source: string; readonly date: string; readonly status: "read" | "recalled" };

export type MarketAcceptance = PlanMarket & Provenance & { readonly name: Bilingual; readonly note: Bilingual };
export type AccreditationGroup = Provenance & {
  readonly id: string;
  readonly name: Bilingual;
  readonly bodies: readonly string[];
};
export type AcceptedRelation = MethodRelation & Provenance & { readonly note: string };

/** What markets accept from whom, by which method: the content of `data/acceptance`. */
export type AcceptanceRules = {
  readonly markets: readonly MarketAcceptance[];
  readonly groups: readonly AccreditationGroup[];
  readonly relations: readonly AcceptedRelation[];
};

/**
 * Reads the three files of `data/acceptance`.
 *
 * @example readAcceptanceRules({ markets: { markets: [{ code: "CN", name: { zh: "中", en: "E" }, methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null, note: { zh: "中", en: "E" }, source: "S", date: "2026-01-01", status: "recalled" }] }, groups: { groups: [] }, relations: { relations: [] } }).markets // → [{ code: "CN", methodPolicy: "listed", status: "recalled" }] (one market, with its provenance)
 * @example refusalOf(() => readAcceptanceRules({ markets: {}, groups: {}, relations: {} })) // → "malformed-reference" (no list of markets)
 * @throws Refusal `malformed-reference` with where and problem
 * @source ours: the form of data/acceptance, whose SOURCE.md names the documents
 */
export function readAcceptanceRules(files: {
  readonly markets: unknown;
  readonly groups: unknown;
  readonly relations: unknown;
}): AcceptanceRules {
  return {
    markets: listOf(files.markets, "markets").map(readMarket),
    groups: listOf(files.groups, "groups").map(readGroup),
    relations: listOf(files.relations, "relations").map(readRelation),
  };
}

/**
 * The part of a planning instance that the rules decide, for the markets asked; a market without a rule is refused.
 *
 * @example planningRules({ markets: [{ code: "CN" }], groups: [{ id: "APAC-MRA", bodies: ["CNAS", "BoA"] }], relations: [] }, ["CN"]) // → { markets: [{ code: "CN" }], accreditationGroups: { "APAC-MRA": ["CNAS", "BoA"] } } (bodies by arrangement)
 * @throws Refusal `malformed-reference` for a market without a rule
 * @source ours: the rules of data/acceptance as the planner takes them
 */
export function planningRules(
  rules: AcceptanceRules,
  markets: readonly string[],
): Pick<PlanInstance, "markets" | "accreditationGroups" | "methodRelations"> {
  return {
    markets: markets.map(
      (code) => rules.markets.find((rule) => rule.code === code) ?? malformed(`market ${code}`, "no acceptance rule"),
    ),
    accreditationGroups: Object.fromEntries(rules.groups.map(({ id, bodies }) => [id, bodies])),
    methodRelations: rules.relations,
  };
}

function listOf(file: unknown, table: string): readonly unknown[] {
  const list = new Shape(file, table, [table]).fields[table];
  return Array.isArray(list) ? (list as readonly unknown[]) : malformed(table, "not a list");
}

function readMarket(value: unknown): MarketAcceptance {
  const fields = ["code", "name", "methodPolicy", "accreditation", "reportMaxAgeDays", "note", ...PROVENANCE];
  const code = new Shape(value, "market").text("code");
  const shape = new Shape(value, `market ${code}`, fields);
  const age = shape.fields["reportMaxAgeDays"];
  if (age !== null && !(Number.isInteger(age) && (age as number) >= 0)) malformed(shape.where, "reportMaxAgeDays");
  return {
    code,
    name: bilingual(shape, "name"),
    methodPolicy: shape.oneOf("methodPolicy", ["listed", "equivalent", "stricter"]),
    accreditation: readAccreditation(shape),
    reportMaxAgeDays: age as number | null,
    note: bilingual(shape, "note"),
    ...provenance(shape),
  };
}

function readAccreditation(market: Shape): PlanMarket["accreditation"] {
  const rule = new Shape(market.fields["accreditation"], market.where, ["mode", "bodies", "groups", "labs"]);
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

function readGroup(value: unknown): AccreditationGroup {
  const shape = new Shape(value, "group", ["id", "name", "bodies", ...PROVENANCE]);
  return { id: shape.text("id"), name: bilingual(shape, "name"), bodies: shape.texts("bodies"), ...provenance(shape) };
}

function readRelation(value: unknown): AcceptedRelation {
  const shape = new Shape(value, "relation", ["a", "b", "type", "characteristics", "note", ...PROVENANCE]);
  return {
    a: shape.text("a"),
    b: shape.text("b"),
    type: shape.oneOf("type", ["identical", "equivalent", "stricter"]),
    ...(shape.fields["characteristics"] === undefined ? {} : { characteristics: shape.texts("characteristics") }),
    note: shape.text("note"),
    ...provenance(shape),
  };
}

const PROVENANCE = ["source", "date", "status"] as const;

function provenance(shape: Shape): Provenance {
  return {
    source: shape.text("source"),
    date: shape.date("date") ?? malformed(shape.where, "date is missing"),
    status: shape.oneOf("status", ["read", "recalled"]),
  };
}

function bilingual(shape: Shape, key: string): Bilingual {
  const text = new Shape(shape.fields[key], `${shape.where}, ${key}`, ["zh", "en"]);
  return { zh: text.text("zh"), en: text.text("en") };
}

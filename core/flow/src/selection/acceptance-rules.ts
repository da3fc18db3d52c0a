import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type AccreditationGroup, type Member, membershipsOf, membersOn } from "./arrangements.ts";
import type { Activity, Conditions, Membership, MethodRelation, PlanInstance, PlanMarket } from "./planner/instance.ts";
import type { Provenance } from "./provenance.ts";
import { readConditions } from "./read-conditions.ts";
import { malformed, Shape } from "./shape.ts";

/** Conditions that a market sets for some products or characteristics, or for all; an empty list names all. */
export type ConditionRule = Provenance & {
  readonly products: readonly string[];
  readonly characteristics: readonly string[];
  readonly conditions: Conditions;
  readonly note: Bilingual;
};
export type MarketAcceptance = Omit<PlanMarket, "conditions"> &
  Provenance & {
    readonly name: Bilingual;
    readonly note: Bilingual;
    readonly conditionRules: readonly ConditionRule[];
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
 * The part of a planning instance that the rules decide, for the markets asked, as of the day of planning; a market
 * without a rule is refused. What was signed in an arrangement that another replaced counts for its own time.
 *
 * @param day the day of planning
 * @example planningRules({ markets: [{ code: "CN", conditionRules: [] }], groups: [{ id: "G", from: "2026-01-01", until: null, replaces: null, members: [{ body: "BoA", activity: "testing", from: null, until: null }] }], relations: [] }, ["CN"], "2026-11-25") // → { accreditationGroups: { G: ["BoA"] }, memberships: [{ group: "G", body: "BoA", activity: "testing", from: "2026-01-01", until: null }] } (a member no longer than the arrangement)
 * @throws Refusal `malformed-reference` for a market without a rule
 * @source ours: the rules of data/acceptance as the planner takes them
 */
export function planningRules(
  rules: AcceptanceRules,
  markets: readonly string[],
  day: string,
): Pick<PlanInstance, "markets" | "accreditationGroups" | "memberships" | "methodRelations"> {
  const memberships = rules.groups.flatMap((group) => membershipsOf(group, rules.groups));
  return {
    markets: markets.map(
      (code) => rules.markets.find((rule) => rule.code === code) ?? malformed(`market ${code}`, "no acceptance rule"),
    ),
    accreditationGroups: Object.fromEntries(rules.groups.map(({ id }) => [id, membersOn(memberships, id, day)])),
    memberships,
    methodRelations: rules.relations,
  };
}

/**
 * The conditions of a market for one product and characteristic: of several rules that apply, a later one prevails.
 *
 * @example conditionsFor({ conditionRules: [{ products: ["led-lamp"], characteristics: [], conditions: { provisional: true } }] }, "led-lamp", "lumen") // → { provisional: true } (the rule names the product)
 * @example conditionsFor({ conditionRules: [{ products: ["led-lamp"], characteristics: [], conditions: { provisional: true } }] }, "sugar", "lead") // → {} (another product)
 * @source ours: the rules of data/acceptance as the planner takes them
 */
export function conditionsFor(
  { conditionRules }: Pick<MarketAcceptance, "conditionRules">,
  product: string,
  characteristic: string,
): Conditions {
  const names = (list: readonly string[], one: string) => list.length === 0 || list.includes(one);
  const own = conditionRules.filter(
    (rule) => names(rule.products, product) && names(rule.characteristics, characteristic),
  );
  return Object.assign({}, ...own.map(({ conditions }) => conditions)) as Conditions;
}

function listOf(file: unknown, table: string): readonly unknown[] {
  const list = new Shape(file, table, [table]).fields[table];
  return Array.isArray(list) ? (list as readonly unknown[]) : malformed(table, "not a list");
}

function readMarket(value: unknown): MarketAcceptance {
  const fields = [
    "code",
    "name",
    "methodPolicy",
    "accreditation",
    "reportMaxAgeDays",
    "note",
    "conditions",
    ...PROVENANCE,
  ];
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
    conditionRules: objectsOf(shape, "conditions").map((rule) => readConditionRule(rule, shape.where)),
    ...provenance(shape),
  };
}

function readConditionRule(value: unknown, market: string): ConditionRule {
  const known = ["products", "characteristics", "minEdition", "fullReportOnly", "provisional", "sampledBy", "note"];
  const shape = new Shape(value, `${market}, condition`, [...known, ...PROVENANCE]);
  return {
    products: shape.texts("products"),
    characteristics: shape.texts("characteristics"),
    conditions: readConditions(shape),
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
  const shape = new Shape(value, "group", [
    "id",
    "name",
    "from",
    "until",
    "replaces",
    "members",
    "bodies",
    ...PROVENANCE,
  ]);
  const id = shape.text("id");
  return {
    id,
    name: bilingual(shape, "name"),
    ...period(shape),
    replaces: shape.optionalText("replaces"),
    members: [...objectsOf(shape, "members").map((each) => readMember(each, id)), ...untimedMembers(shape)],
    ...provenance(shape),
  };
}

/** Former records of a library name bodies only: signatories for testing, their days unknown. */
function untimedMembers(group: Shape): readonly Member[] {
  const unknown = { activity: "testing", from: null, until: null } as const;
  return group.texts("bodies").map((body) => ({ body, ...unknown, ...provenance(group) }));
}

function readMember(value: unknown, group: string): Member {
  const shape = new Shape(value, `member of ${group}`, ["body", "activity", "from", "until", ...PROVENANCE]);
  return {
    body: shape.text("body"),
    activity: shape.oneOf("activity", ["testing", "calibration", "inspection", "certification"] satisfies Activity[]),
    ...period(shape),
    ...provenance(shape),
  };
}

function period(shape: Shape): Pick<Membership, "from" | "until"> {
  const [from, until] = [shape.date("from"), shape.date("until")];
  if (from !== null && until !== null && until <= from) malformed(shape.where, "until does not come after from");
  return { from, until };
}

function objectsOf(shape: Shape, key: string): readonly unknown[] {
  const list = shape.fields[key] ?? [];
  return Array.isArray(list) ? (list as readonly unknown[]) : malformed(shape.where, `${key} is not a list`);
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

const PROVENANCE = ["source", "document", "clause", "date", "status"] as const;

function provenance(shape: Shape): Provenance {
  return {
    source: shape.text("source"),
    document: shape.optionalText("document"),
    clause: shape.optionalText("clause"),
    date: shape.date("date") ?? malformed(shape.where, "date is missing"),
    status: shape.oneOf("status", ["read", "secondary", "recalled"]),
  };
}

function bilingual(shape: Shape, key: string): Bilingual {
  const text = new Shape(shape.fields[key], `${shape.where}, ${key}`, ["zh", "en"]);
  return { zh: text.text("zh"), en: text.text("en") };
}

import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { refuse } from "../../refusals.ts";

/** A number that stands in a column of the table, or one that counts for every row. */
export type Given = { readonly column: string } | { readonly fixed: string };

/** What becomes of one column: a list of values with their unit and, where it is stated, their uncertainty. */
export type ColumnPlan = {
  readonly column: string;
  readonly name: Bilingual;
  /** UCUM code, or a symbol as reports print it. */
  readonly unit: string;
  /** Token of the DCC, e.g. `basic_measuredValue`; empty for none. */
  readonly refType: string;
  /** Expanded uncertainty in the unit of the values, coverage factor and probability as a fraction; all or none. */
  readonly uncertainty?: { readonly expanded: Given; readonly k: Given; readonly p: Given };
};

/** A number, a day or a name in a cell outside the table, by its address: `{ "number": "B1" }`. */
export const CELL_FACTS = ["number", "received", "begin", "end", "issued", "serial"] as const;
export type CellFact = (typeof CELL_FACTS)[number];
type Party = { readonly name: Bilingual; readonly address: Bilingual };

/** How a table becomes a certificate. */
export type TableProfile = {
  readonly facts: Readonly<Partial<Record<CellFact, string>>>;
  readonly cells: Readonly<Partial<Record<CellFact, string>>>;
  readonly country: string;
  readonly laboratory: Party & { readonly code: string };
  readonly customer: Party;
  readonly person: Bilingual;
  readonly item: { readonly name: Bilingual; readonly manufacturer: string; readonly model: string };
  readonly method: { readonly name: Bilingual; readonly norm: string };
  readonly conditions: readonly { readonly name: Bilingual; readonly value: string }[];
  readonly title: Bilingual;
  /** Line of the headings, counted from 1. */
  readonly headings: number;
  readonly columns: readonly ColumnPlan[];
};

const MOST_COLUMNS = 100;

/**
 * Reads a profile that somebody wrote as JSON. A text that is the same in both languages may stand plain.
 *
 * @throws Refusal `dcc-profile-wrong` with the place and what belongs there
 * @example refusalOf(() => readProfile({ country: 7 })) // → "dcc-profile-wrong" (a country is a text)
 * @source ours: the way from a table to a certificate is data, which a laboratory keeps beside its tables
 */
export function readProfile(value: unknown): TableProfile {
  const top = object(value, "");
  known(top, "", [
    "facts",
    "cells",
    "country",
    "laboratory",
    "customer",
    "person",
    "item",
    "method",
    "conditions",
    "title",
    "headings",
    "columns",
  ]);
  const [laboratory, item, method] = (["laboratory", "item", "method"] as const).map((name) => object(top[name], name));
  return {
    facts: factsOf(top["facts"] ?? {}, "facts"),
    cells: factsOf(top["cells"] ?? {}, "cells"),
    country: text(top["country"] ?? "CN", "country"),
    laboratory: { ...party(laboratory, "laboratory"), code: text(laboratory?.["code"] ?? "", "laboratory.code") },
    customer: party(top["customer"], "customer"),
    person: both(top["person"], "person"),
    item: {
      name: both(item?.["name"], "item.name"),
      manufacturer: text(item?.["manufacturer"] ?? "", "item.manufacturer"),
      model: text(item?.["model"] ?? "", "item.model"),
    },
    method: { name: both(method?.["name"], "method.name"), norm: text(method?.["norm"] ?? "", "method.norm") },
    conditions: list(top["conditions"], "conditions").map((one, i) => {
      const condition = object(one, `conditions[${i}]`);
      const at = `conditions[${i}]`;
      return { name: both(condition["name"], `${at}.name`), value: filledText(condition["value"], `${at}.value`) };
    }),
    title: both(top["title"], "title"),
    headings: line(top["headings"] ?? 1),
    columns: list(top["columns"], "columns").map((one, i) => columnOf(one, `columns[${i}]`)),
  };
}

type Members = Readonly<Record<string, unknown>>;

function columnOf(value: unknown, at: string): ColumnPlan {
  const own = object(value, at);
  known(own, at, ["column", "name", "unit", "refType", "uncertainty"]);
  const plan = {
    column: filledText(own["column"], `${at}.column`),
    name: both(own["name"] ?? own["column"], `${at}.name`),
    unit: text(own["unit"], `${at}.unit`),
    refType: text(own["refType"] ?? "", `${at}.refType`),
  };
  if (own["uncertainty"] === undefined) return plan;
  const stated = object(own["uncertainty"], `${at}.uncertainty`);
  const given = (name: string) => givenOf(stated[name], `${at}.uncertainty.${name}`);
  return { ...plan, uncertainty: { expanded: given("expanded"), k: given("k"), p: given("p") } };
}

function givenOf(value: unknown, at: string): Given {
  const own = object(value, at);
  if (own["column"] !== undefined) return { column: filledText(own["column"], `${at}.column`) };
  return { fixed: filledText(own["fixed"], `${at}.fixed`) };
}

function factsOf(value: unknown, at: string): Partial<Record<CellFact, string>> {
  const own = object(value, at);
  known(own, at, CELL_FACTS);
  const entries = Object.entries(own).map(([name, one]) => [name, filledText(one, `${at}.${name}`)] as const);
  for (const [name, one] of at === "facts" ? entries : []) {
    const isDay = name !== "number" && name !== "serial";
    if (isDay && !isCalendarDate(one)) return wrong(`${at}.${name}`, "YYYY-MM-DD");
  }
  for (const [name, one] of at === "cells" ? entries : []) {
    if (!/^[A-Z]{1,2}[1-9]\d{0,5}$/.test(one)) return wrong(`${at}.${name}`, "B2");
  }
  return Object.fromEntries(entries);
}

function party(value: unknown, at: string): Party {
  const own = object(value, at);
  return { name: both(own["name"], `${at}.name`), address: both(own["address"], `${at}.address`) };
}

function both(value: unknown, at: string): Bilingual {
  if (typeof value === "string") return { zh: filledText(value, at), en: value };
  const own = object(value, at);
  return { zh: filledText(own["zh"], `${at}.zh`), en: filledText(own["en"], `${at}.en`) };
}

function object(value: unknown, at: string): Members {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : wrong(at, "{…}");
}

function list(value: unknown, at: string): readonly unknown[] {
  const isList = Array.isArray(value) && value.length > 0 && value.length <= MOST_COLUMNS;
  return isList ? (value as readonly unknown[]) : wrong(at, `[…], 1–${MOST_COLUMNS}`);
}

function text(value: unknown, at: string): string {
  return typeof value === "string" && value.length <= 1000 ? value : wrong(at, "“…”");
}

function filledText(value: unknown, at: string): string {
  return text(value, at).trim() === "" ? wrong(at, "“…”") : text(value, at);
}

function line(value: unknown): number {
  const isLine = typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1000;
  return isLine ? value : wrong("headings", "1–1000");
}

/** A name that is written wrongly would be passed over in silence. */
function known(own: Members, at: string, names: readonly string[]): void {
  const stranger = Object.keys(own).find((name) => !names.includes(name));
  if (stranger !== undefined) wrong(at === "" ? stranger : `${at}.${stranger}`, names.join(", "));
}

function wrong(at: string, wants: string): never {
  return refuse("dcc-profile-wrong", { at: at === "" ? "{" : at, wants });
}

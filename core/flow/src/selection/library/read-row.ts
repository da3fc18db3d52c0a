import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { isConvertible } from "@quanheng/kernel/units/convert.ts";
import { isUnit } from "@quanheng/kernel/units/parse.ts";
import type { IntervalLimit, Limit } from "../limit.ts";
import type { RequirementRow } from "../requirement.ts";
import { ROW_FIELDS, type RowField, type RowProblem, type RowTexts, rowProblem } from "./row-problem.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { outsideDocument } from "./within-document.ts";

/** A row that may be proposed, or everything that is wrong with it. */
export type ReadRow =
  | { readonly row: RequirementRow; readonly problems: readonly [] }
  | { readonly row: null; readonly problems: readonly RowProblem[] };

/**
 * Reads a row as it was typed, sent or imported, and checks it against the library: names that are known, one family of
 * limit, min not above max, a unit of the dimension of its characteristic, days that exist and follow each other. All
 * problems are found at once, each with its field.
 *
 * Lists are parted by semicolons, pairs are `name=value`. A limit `<0.5` is exclusive. A field left empty for
 * confidence
 * is `medium`, for basis `expert-knowledge`, for force `mandatory`.
 *
 * @example readRow({ product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", min: "30", max: "20", unit: "mg/kg" }, { products: new Set(["sugar"]), markets: new Set(["CN"]), documents: new Set(["D"]), methods: new Set(), characteristics: new Map([["so2", "mg/kg"]]) }).row // → null (30 > 20)
 * @example readRow({ product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", max: "30", unit: "mg/kg" }, { products: new Set(["sugar"]), markets: new Set(["CN"]), documents: new Set(["D"]), methods: new Set(), characteristics: new Map([["so2", "mg/kg"]]) }).row // → { force: "mandatory", confidence: "medium", basis: "expert-knowledge" } (what was left empty)
 * @source data/requirements (README of the requirement data set, 2: a row)
 */
export function readRow(texts: RowTexts, vocabulary: Vocabulary): ReadRow {
  const reader = new Reader(texts);
  const known = (field: RowField, set: { has(id: string): boolean }) => {
    const value = reader.needed(field);
    if (value !== "" && !set.has(value)) reader.complain(field, "row-value-unknown", { value });
    return value;
  };
  const row = {
    product: known("product", vocabulary.products),
    market: known("market", vocabulary.markets),
    document: known("document", vocabulary.documents),
    clause: reader.needed("clause"),
    characteristic: known("characteristic", vocabulary.characteristics),
    variant: reader.pairs("variant"),
    limit: readLimitTexts(reader),
    unit: readUnit(reader, vocabulary),
    methods: readMethods(reader, vocabulary),
    force: reader.choice("force", ["mandatory", "voluntary", "conditional"], "mandatory"),
    effective: readInterval(reader),
    confidence: reader.choice("confidence", ["medium", "high"], "medium"),
    basis: reader.choice("basis", ["expert-knowledge", "source-read"], "expert-knowledge"),
    source: reader.text("source") || null,
    note: reader.text("note") || null,
    basisOf: reader.text("basisOf") || null,
    condition: reader.text("condition") || null,
    sampling: null,
    decisionRule: null,
  };
  const id = reader.text("id") || rowIdOf(row);
  if (id.length > LONGEST_ID) reader.complain("id", "row-text-too-long", { max: LONGEST_ID });
  const record = vocabulary.records?.get(row.document);
  const problems = [...reader.problems];
  // Days or a market that cannot be read are one problem, not two.
  if (record && !problems.some(({ field }) => AGAINST_DOCUMENT.includes(field)))
    problems.push(...outsideDocument(row, record));
  return problems.length > 0 || row.limit === null
    ? { row: null, problems }
    : { row: { ...row, limit: row.limit, id }, problems: [] };
}

const AGAINST_DOCUMENT: readonly RowField[] = ["market", "document", "from", "to"];
const LONGEST_ID = 120;
const LONGEST = 2000;
const SHORT = 200;
const LONG_FIELDS: readonly RowField[] = ["conform", "note", "source", "formula", "oneOf", "allOf", "condition"];

/** The id of a row that names none: market, document, characteristic and variant, as in the data that is delivered. */
function rowIdOf({
  market,
  document,
  characteristic,
  variant,
}: Pick<RequirementRow, "market" | "document" | "characteristic" | "variant">): string {
  const parts = [market, document, characteristic, ...Object.values(variant ?? {})];
  return parts
    .map((part) =>
      part
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
        .replaceAll(/^-|-$/g, ""),
    )
    .join(".");
}

/** Takes fields one by one and keeps what is wrong with them. */
class Reader {
  readonly problems: RowProblem[] = [];
  readonly #texts: RowTexts;

  constructor(texts: RowTexts) {
    this.#texts = texts;
    for (const field of ROW_FIELDS) {
      const max = LONG_FIELDS.includes(field) ? LONGEST : SHORT;
      if ((texts[field] ?? "").length > max) this.complain(field, "row-text-too-long", { max });
    }
  }

  complain(...[field, code, facts]: Parameters<typeof rowProblem>): void {
    this.problems.push(rowProblem(field, code, facts));
  }

  text(field: RowField): string {
    return (this.#texts[field] ?? "").trim();
  }

  needed(field: RowField): string {
    const text = this.text(field);
    if (text === "") this.complain(field, "row-field-missing");
    return text;
  }

  list(field: RowField): readonly string[] {
    return this.text(field)
      .split(/[;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  }

  pairs(field: RowField): Readonly<Record<string, string>> | null {
    const parts = this.list(field).map((part): readonly [string, string] => {
      const at = part.indexOf("=");
      return at < 0 ? ["", part] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    });
    const wrong = parts.find(([name]) => name === "");
    if (wrong) this.complain(field, "row-pair-unreadable", { value: wrong[1] });
    return parts.length === 0 ? null : Object.fromEntries(parts);
  }

  choice<Choice extends string>(field: RowField, choices: readonly Choice[], usual: Choice): Choice {
    const text = this.text(field);
    const found = choices.find((choice) => choice === text);
    if (text !== "" && found === undefined) this.complain(field, "row-value-unknown", { value: text });
    return found ?? usual;
  }

  day(field: "from" | "to"): string | null {
    const text = this.text(field);
    if (text === "") return null;
    // A standard of before 1850 or of the next century is a slip of the pen.
    if (!isCalendarDate(text) || text < "1850" || text >= "2100") {
      this.complain(field, "row-date-impossible", { value: text });
      return null;
    }
    return text;
  }
}

function readInterval(reader: Reader): RequirementRow["effective"] {
  const [from, to] = [reader.day("from"), reader.day("to")];
  if (from !== null && to !== null && from >= to) reader.complain("to", "row-interval-empty", { from, to });
  return { from, to };
}

function readMethods(reader: Reader, { methods }: Vocabulary): readonly string[] {
  const named = reader.list("methods");
  for (const method of named)
    if (!methods.has(method)) reader.complain("methods", "row-value-unknown", { value: method });
  return named;
}

function readUnit(reader: Reader, { characteristics }: Vocabulary): string | null {
  const characteristic = reader.text("characteristic");
  const expected = characteristics.get(characteristic) ?? null;
  const unit = reader.text("unit");
  const measured = reader.text("min") !== "" || reader.text("max") !== "";
  if (unit === "") return measured ? expected : null;
  if (unit === expected) return unit;
  if (!isUnit(unit)) reader.complain("unit", "row-unit-unknown", { unit });
  else if (expected !== null && !isConvertible(unit, expected))
    reader.complain("unit", "row-unit-dimension", { unit, expected, characteristic });
  return unit;
}

const FAMILIES = [
  ["min", "max"],
  ["notDetectedIn"],
  ["plan"],
  ["level"],
  ["formula"],
  ["conform"],
  ["oneOf"],
  ["allOf"],
] as const;

function readLimitTexts(reader: Reader): Limit | null {
  const filled = FAMILIES.filter((family) => family.some((field) => reader.text(field) !== ""));
  const [family] = filled;
  if (family === undefined || filled.length > 1) {
    const given = filled.flatMap((each) => each.filter((field) => reader.text(field) !== ""));
    reader.complain(given[1] ?? "max", "row-limit-count", { given: given.length });
    return null;
  }
  switch (family[0]) {
    case "min":
      return intervalOf(reader);
    case "notDetectedIn":
      return { kind: "not-detected", amount: reader.text("notDetectedIn") };
    case "plan":
      return { kind: "plan", plan: reader.pairs("plan") ?? {} };
    case "level":
      return { kind: "severity", level: digitsOf(reader, "level")?.text ?? "", scale: reader.needed("scale") };
    case "formula": {
      const side = reader.choice("side", ["max", "min", "eq", "abs"], "max");
      return { kind: "formula", side, expr: reader.text("formula"), vars: {} };
    }
    case "conform":
      return { kind: "conform", text: reader.text("conform") };
    case "oneOf":
      return { kind: "one-of", values: reader.list("oneOf") };
    case "allOf":
      return { kind: "all-of", values: reader.list("allOf") };
  }
}

function intervalOf(reader: Reader): IntervalLimit | null {
  const [min, max] = [digitsOf(reader, "min"), digitsOf(reader, "max")];
  if (min && max) {
    const order = compare(decimal(min.text), decimal(max.text));
    const touching = order === 0 && (min.exclusive || max.exclusive);
    if (order > 0 || touching) reader.complain("max", "limits-contradict", { min: min.text, max: max.text });
  }
  if (!min && !max) return null;
  return {
    kind: "interval",
    ...(min ? { min: min.text } : {}),
    ...(max ? { max: max.text } : {}),
    ...(min?.exclusive ? { minExclusive: true as const } : {}),
    ...(max?.exclusive ? { maxExclusive: true as const } : {}),
  };
}

/** A limit's digits; `>` before a lower and `<` before an upper limit make it exclusive, the other way round is no number. */
function digitsOf(
  reader: Reader,
  field: "min" | "max" | "level",
): { readonly text: string; readonly exclusive: boolean } | null {
  const given = reader.text(field);
  if (given === "") return null;
  const parsed = parseNumber(given);
  const exclusive = parsed.ok && parsed.operator === (field === "min" ? ">" : "<");
  if (!parsed.ok || (parsed.operator !== "=" && (!exclusive || field === "level"))) {
    reader.complain(field, "row-number-unreadable", { value: given });
    return null;
  }
  return { text: parsed.text, exclusive };
}

import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { isConvertible } from "@quanheng/kernel/units/convert.ts";
import { isUnit } from "@quanheng/kernel/units/parse.ts";
import {
  SCOPE_FIELDS,
  type ScopeField,
  type ScopeLine,
  type ScopeProblem,
  type ScopeTexts,
  scopeProblem,
} from "./scope-line.ts";

/** A scope line, or everything that is wrong with it. */
export type ReadScopeLine =
  | { readonly line: ScopeLine; readonly problems: readonly [] }
  | { readonly line: null; readonly problems: readonly ScopeProblem[] };

/**
 * Reads one line of a scope file: all problems at once, each with its column. An empty unit is the characteristic's own;
 * an object named in one language stands for both.
 *
 * @param characteristics the unit of each characteristic that the library knows, null where it has none
 * @example readScopeLine({ method: "M", characteristic: "lead", objectZh: "食糖", rangeMin: "0.02", rangeMax: "5", cmc: "0.01", validFrom: "2026-01-01", validTo: "2029-12-31" }, new Map([["lead", "mg/kg"]])).line // → { unit: "mg/kg", objectEn: "食糖", rangeMax: "5" } (what was left empty)
 * @example readScopeLine({ method: "M", characteristic: "lead", objectZh: "食糖", rangeMin: "6", rangeMax: "5", validFrom: "2026-01-01", validTo: "2029-12-31" }, new Map([["lead", "mg/kg"]])).problems.map(({ field, code }) => [field, code]) // → [["rangeMax", "limits-contradict"]] (6 > 5)
 * @source ISO/IEC 17011:2017, 7.8.3 (what a scope states); recalled
 */
export function readScopeLine(texts: ScopeTexts, characteristics: ReadonlyMap<string, string | null>): ReadScopeLine {
  const problems: ScopeProblem[] = [];
  const complain = (...problem: Parameters<typeof scopeProblem>) => problems.push(scopeProblem(...problem));
  const text = (field: ScopeField) => (texts[field] ?? "").trim();
  const needed = (field: ScopeField) => {
    if (text(field) === "") complain(field, "row-field-missing");
    return text(field);
  };
  const number = (field: "rangeMin" | "rangeMax" | "cmc") => {
    if (text(field) === "") return null;
    const parsed = parseNumber(text(field));
    if (parsed.ok && parsed.operator === "=") return parsed.text;
    complain(field, "row-number-unreadable", { value: text(field) });
    return null;
  };
  const day = (field: "validFrom" | "validTo") => {
    const given = needed(field);
    const possible = isCalendarDate(given) && given >= "1950" && given < "2100";
    if (given !== "" && !possible) complain(field, "row-date-impossible", { value: given });
    return possible ? given : "";
  };

  for (const field of SCOPE_FIELDS)
    if (text(field).length > LONGEST) complain(field, "row-text-too-long", { max: LONGEST });
  const characteristic = needed("characteristic");
  if (characteristic !== "" && !characteristics.has(characteristic))
    complain("characteristic", "row-value-unknown", { value: characteristic });
  const expected = characteristics.get(characteristic) ?? null;
  const unit = text("unit") || (expected ?? "");
  if (unit === "") complain("unit", "row-field-missing");
  else if (unit !== expected && !isUnit(unit)) complain("unit", "row-unit-unknown", { unit });
  else if (expected !== null && unit !== expected && !isConvertible(unit, expected))
    complain("unit", "row-unit-dimension", { unit, expected, characteristic });

  const object = text("objectZh") || text("objectEn");
  if (object === "") complain("objectZh", "row-field-missing");
  const line: ScopeLine = {
    method: needed("method"),
    characteristic,
    objectZh: object,
    objectEn: text("objectEn") || object,
    rangeMin: number("rangeMin"),
    rangeMax: number("rangeMax"),
    unit,
    cmc: number("cmc"),
    validFrom: day("validFrom"),
    validTo: day("validTo"),
  };
  const { rangeMin: min, rangeMax: max, cmc, validFrom: from, validTo: to } = line;
  if (min !== null && max !== null && compare(decimal(min), decimal(max)) > 0)
    complain("rangeMax", "limits-contradict", { min, max });
  if (cmc !== null && compare(decimal(cmc), decimal("0")) <= 0)
    complain("cmc", "row-number-unreadable", { value: cmc });
  if (from !== "" && to !== "" && to < from) complain("validTo", "row-interval-empty", { from, to });
  return problems.length > 0 ? { line: null, problems } : { line, problems: [] };
}

const LONGEST = 200;

import { normal, rectangular } from "@quanheng/flow/determination/budget.ts";
import type { DescribedInput } from "@quanheng/flow/determination/description.ts";
import type { Finding, MethodInput, Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import type { BudgetLine } from "@quanheng/kernel/measurement.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";

type Label = readonly [zh: string, en: string];
/** Ends of what is possible, as texts; an empty text leaves that end open. */
type Range = readonly [min: string, max: string];
type More = Partial<Omit<DescribedInput, "name" | "label" | "unit" | "kind" | "range">>;

/** One number that is read or known. */
export function quantity(
  name: string,
  [zh, en]: Label,
  unit: string,
  [min, max]: Range,
  more: More = {},
): DescribedInput {
  const range = { ...(min === "" ? {} : { min }), ...(max === "" ? {} : { max }) };
  return { name, label: { zh, en }, unit, kind: "number", range, ...more };
}

/** A column of a table of readings, between so many rows. */
export function column(
  table: string,
  name: string,
  label: Label,
  unit: string,
  range: Range,
  [min, max]: readonly [number, number],
  more: More = {},
): DescribedInput {
  return quantity(name, label, unit, range, { table, replicates: { min, max }, ...more });
}

/** A choice of words. */
export function choice(
  name: string,
  [zh, en]: Label,
  choices: MethodInput["choices"],
  more: More = {},
): DescribedInput {
  return { name, label: { zh, en }, unit: "1", kind: "choice", ...(choices ? { choices } : {}), ...more };
}

/** A choice of words, each as its value and its name in both languages. */
export function choiceOf(
  name: string,
  label: Label,
  choices: readonly (readonly [value: string, zh: string, en: string])[],
  more: More = {},
): DescribedInput {
  return choice(
    name,
    label,
    choices.map(([value, zh, en]) => ({ value, label: { zh, en } })),
    more,
  );
}

/** A number of the surroundings. */
export function condition(name: string, label: Label, unit: string, range: Range, more: More = {}): DescribedInput {
  return quantity(name, label, unit, range, { group: "conditions", ...more });
}

/** A number that belongs to the equipment, offered as a preset. */
export function equipment(
  name: string,
  label: Label,
  unit: string,
  range: Range,
  preset: string,
  more: More = {},
): DescribedInput {
  return quantity(name, label, unit, range, { group: "instrument", preset, ...more });
}

/** A limit of the specification that applies: entered with the readings, for limits are data of the order. */
export function limit(name: string, label: Label, unit: string, more: More = {}): DescribedInput {
  return quantity(name, label, unit, ["0", ""], { group: "conditions", optional: true, ...more });
}

/** Whether the limits were read in the document or are recalled; what rests on recalled ones is indicative. */
export const LIMIT_BASIS: DescribedInput = choice(
  "limitBasis",
  ["限值来源", "Limits come from"],
  [
    { value: "published", label: { zh: "已核对标准文本", en: "the text of the document" } },
    { value: "recalled", label: { zh: "未核对，仅供参考", en: "memory, indicative only" } },
  ],
  { group: "conditions", preset: "recalled" },
);

/** A figure that may have been left out. */
export function optional(readings: Readings, name: string): number | undefined {
  return readings[name] === undefined ? undefined : single(readings, name);
}

/** Whether a figure keeps its limit, said by the method itself. */
export function limitFinding(
  readings: Readings,
  name: string,
  [zh, en]: Label,
  source: string,
  kept: boolean,
): Finding {
  return {
    name,
    label: { zh, en },
    outcome: kept ? { zh: "符合", en: "kept" } : { zh: "不符合", en: "not kept" },
    kept,
    basis: readings["limitBasis"] === "published" ? "published" : "recalled",
    source,
  };
}

/** What a table says, or undefined where it holds no figure for the case: then the method finds nothing. */
export function ifLoaded<Figure>(look: () => Figure): Figure | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Refusal && error.code === "limit-not-loaded") return undefined;
    throw error;
  }
}

/** A line of the budget whose half width is a reading of its own; its name is that reading's. */
export function halfWidth(readings: Readings, name: string, sensitivity: number, unit: string): BudgetLine {
  return rectangular(name, optional(readings, name) ?? 0, sensitivity, { unit });
}

/** A line of the budget whose expanded uncertainty (k = 2) is a reading of its own; its name is that reading's. */
export function expandedBy2(readings: Readings, name: string, sensitivity: number, unit: string): BudgetLine {
  return normal(name, (optional(readings, name) ?? 0) / 2, sensitivity, { unit });
}

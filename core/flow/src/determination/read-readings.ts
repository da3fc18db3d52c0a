import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { MethodDefinition, MethodInput, RawReadings, Readings } from "./method.ts";
import type { ReadingProblem } from "./refusals.ts";
import { isUnitName, splitUnit, unitSymbol } from "./unit-name.ts";

export type { RawReadings } from "./method.ts";

/** `field` is the input's name, `index` the replicate (from 0) or null; a code of the kernel's numbers or of `ReadingProblem`. */
export type FieldProblem = {
  readonly field: string;
  readonly index: number | null;
  readonly code: string;
  readonly facts: Facts;
};

export type ReadReadings =
  | { readonly ok: true; readonly readings: Readings }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * Parses the raw texts of a form or file against the inputs of a method. Nothing is guessed, clamped or filled in:
 * an empty field is absent, a comma that could mean two things is refused, every problem is reported at once.
 *
 * @returns the readings, or every problem at once
 * @example readReadings({ inputs: [{ name: "massMg", label: { zh: "质量", en: "Mass" }, unit: "mg", kind: "number", range: { min: "0" }, replicates: { min: 2, max: 4 } }] }, { massMg: ["1.25", "1.27 mg"] }).readings // → { massMg: [1.25, 1.27] } (the unit of the input may be typed)
 * @example readReadings({ inputs: [{ name: "massMg", label: { zh: "质量", en: "Mass" }, unit: "mg", kind: "number", range: { min: "0" }, replicates: { min: 2, max: 4 } }] }, { massMg: ["1.25", "-1"] }).problems // → [{ field: "massMg", index: 1, code: "reading-out-of-range" }] (below 0, never clamped)
 * @source ISO/IEC 17025:2017, 7.5.1 (records as they were made)
 */
export function readReadings({ inputs }: MethodDefinition, raw: RawReadings): ReadReadings {
  const readings: Record<string, Exclude<Readings[string], undefined>> = {};
  const problems: FieldProblem[] = unknownNames(inputs, raw);
  for (const input of inputs) {
    const outcome = readInput(input, Object.hasOwn(raw, input.name) ? raw[input.name] : undefined);
    if ("problems" in outcome) problems.push(...outcome.problems);
    else if (outcome.value !== undefined) readings[input.name] = outcome.value;
  }
  if (problems.length === 0) problems.push(...unevenColumns(inputs, readings));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, readings };
}

/** The columns of one table have equally many rows; a column that may be left out is absent as a whole. */
function unevenColumns(inputs: readonly MethodInput[], readings: Readings): FieldProblem[] {
  const columns = inputs.filter(({ table, name }) => table !== undefined && readings[name] !== undefined);
  return columns.flatMap(({ table, name }) => {
    const given = rowsOf(readings[name]);
    const needed = Math.max(
      ...columns.filter((each) => each.table === table).map((each) => rowsOf(readings[each.name])),
    );
    return given < needed ? [problem(name, given, "reading-missing", {})] : [];
  });
}

function rowsOf(value: Readings[string]): number {
  return Array.isArray(value) ? value.length : 1;
}

type Outcome = { readonly value: Readings[string] } | { readonly problems: readonly FieldProblem[] };

function unknownNames(inputs: readonly MethodInput[], raw: RawReadings): FieldProblem[] {
  const known = inputs.map((input) => input.name);
  return Object.keys(raw)
    .filter((name) => !known.includes(name))
    .map((name) => problem(name, null, "unknown-input", { given: name, known }));
}

function readInput(input: MethodInput, raw: string | readonly string[] | undefined): Outcome {
  const texts = (typeof raw === "string" ? [raw] : (raw ?? [])).map((text) => text.trim());
  const last = texts.findLastIndex((text) => text !== "");
  const filled = texts.slice(0, last + 1);
  if (filled.length === 0) {
    const absent = input.optional === true || input.kind === "flag";
    return absent ? { value: undefined } : { problems: [problem(input.name, null, "reading-missing", {})] };
  }
  const count = wrongCount(input, filled.length);
  if (count) return { problems: [count] };
  if (input.kind === "number") return readNumbers(input, filled);
  return input.replicates ? readWords(input, filled) : readWord(input, filled[0] ?? "", null);
}

/** A column of choices, e.g. the detector of each reading; an empty cell between others is a missing one. */
function readWords(input: MethodInput, texts: readonly string[]): Outcome {
  const words = texts.map(
    (text, row): Outcome =>
      text === "" ? { problems: [problem(input.name, row, "reading-missing", {})] } : readWord(input, text, row),
  );
  const problems = words.flatMap((word) => ("problems" in word ? word.problems : []));
  if (problems.length > 0) return { problems };
  return { value: words.flatMap((word) => ("value" in word && word.value !== undefined ? String(word.value) : [])) };
}

/** A gap between two filled replicates is a missing reading, not a shorter series. */
function readNumbers(input: MethodInput, texts: readonly string[]): Outcome {
  const values: number[] = [];
  const problems: FieldProblem[] = [];
  for (const [position, text] of texts.entries()) {
    const outcome = readNumber(input, text, input.replicates ? position : null);
    if (typeof outcome === "number") values.push(outcome);
    else problems.push(outcome);
  }
  if (problems.length > 0) return { problems };
  return { value: input.replicates ? values : values[0] };
}

function readNumber(input: MethodInput, text: string, index: number | null): number | FieldProblem {
  const { name, unit } = input;
  if (text === "") return problem(name, index, "reading-missing", {});
  const { number, unit: typed } = splitUnit(text);
  if (typed !== "" && !isUnitName(typed, unit)) {
    return problem(name, index, "wrong-unit", { given: typed, expected: unitSymbol(unit) });
  }
  const parsed = parseNumber(number);
  if (!parsed.ok) return problem(name, index, parsed.code, parsed.facts);
  if (parsed.operator !== "=") return problem(name, index, "operator-not-allowed", { given: text });
  if (!withinRange(parsed.text, input)) {
    const { min = null, max = null } = input.range ?? {};
    return problem(name, index, "reading-out-of-range", { given: parsed.text, min, max, unit: unitSymbol(unit) });
  }
  return parsed.value;
}

function withinRange(text: string, { range }: MethodInput): boolean {
  const value = decimal(text);
  return (
    (range?.min === undefined || compare(value, decimal(range.min)) >= 0) &&
    (range?.max === undefined || compare(value, decimal(range.max)) <= 0)
  );
}

function wrongCount({ name, replicates }: MethodInput, given: number): FieldProblem | undefined {
  const { min, max } = replicates ?? { min: 1, max: 1 };
  if (given < min) return problem(name, null, "too-few-readings", { given, needed: min });
  if (given > max) return problem(name, null, "too-many-readings", { given, needed: max });
  return undefined;
}

const YES = ["true", "yes", "1", "是", "有"];
const NO = ["false", "no", "0", "否", "无"];

function readWord(input: MethodInput, text: string, row: number | null): Outcome {
  const word = text.toLowerCase();
  if (input.kind === "flag") {
    if (YES.includes(word)) return { value: true };
    if (NO.includes(word)) return { value: false };
    return { problems: [problem(input.name, row, "not-yes-or-no", { given: text })] };
  }
  const choices = input.choices ?? [];
  const choice = choices.find(
    ({ value, label }) => value === text || label.zh === text || label.en.toLowerCase() === word,
  );
  if (choice) return { value: choice.value };
  const facts = { given: text, choices: choices.map(({ value }) => value) };
  return { problems: [problem(input.name, row, "unknown-choice", facts)] };
}

function problem(
  field: string,
  index: number | null,
  code: ReadingProblem | (string & {}),
  facts: Facts,
): FieldProblem {
  return { field, index, code, facts };
}

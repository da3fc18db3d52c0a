import type { Facts } from "@quanheng/kernel/refusal.ts";
import { csvRows } from "./csv-cells.ts";
import type { MethodDefinition, MethodInput } from "./method.ts";
import { type FieldProblem, type RawReadings, readReadings } from "./read-readings.ts";
import type { CsvProblem } from "./refusals.ts";
import { isUnitName, isUnitText, unitSymbol } from "./unit-name.ts";

/** Characters of an instrument file that are read, and of one that brings a curve. */
export const MAX_CSV_CHARACTERS = 1_000_000;
const MAX_CURVE_CHARACTERS = 60_000_000;
/** Rows, columns and characters of a cell: more than any run of a method has, few enough for a form to show. */
export const MAX_CSV = { rows: 200, columns: 100, cell: 200 } as const;

/** A method with tables takes as many rows as its longest one may have. */
function boundsOf({ inputs, tables = [] }: MethodDefinition): { readonly characters: number; readonly rows: number } {
  if (tables.length === 0) return { characters: MAX_CSV_CHARACTERS, rows: MAX_CSV.rows };
  const rows = Math.max(MAX_CSV.rows, ...inputs.map(({ replicates }) => replicates?.max ?? 1));
  return { characters: MAX_CURVE_CHARACTERS, rows };
}

/** `row` is the line of the file (from 1), or null where the problem is not of one line. */
export type CsvFieldProblem = FieldProblem & { readonly row: number | null };

export type CsvReadings = {
  /** Texts as they stand in the file, for the analyst to check; what the file does not hold is absent. */
  readonly readings: RawReadings;
  readonly environment: { readonly temperatureC: string | null; readonly humidityPercent: string | null } | null;
  readonly problems: readonly CsvFieldProblem[];
};
/** The same with the lines of the file on which the texts of each reading stand, in their order. */
export type LocatedReadings = CsvReadings & { readonly lines: Readonly<Record<string, readonly number[]>> };

/**
 * Readings from an instrument's CSV file: one column per input, named by the input's name or by its label in either
 * language, with or without a unit in parentheses; one row per replicate. An empty cell is absent, never zero.
 * A file of two columns "name, value" is understood as well. Nothing is corrected: a problem names its row.
 *
 * Texts are returned even where they are in trouble, so that the form shows them beside the problem. An input that the
 * file does not mention is no problem here: the analyst types it.
 *
 * @example readCsv({ inputs: [{ name: "massMg", label: { zh: "质量", en: "Mass" }, unit: "mg", kind: "number", range: { min: "0" }, replicates: { min: 2, max: 4 } }] }, "Mass (mg)\n1.25\n1.27\n").readings // → { massMg: ["1.25", "1.27"] } (one column by its label, two replicates)
 * @example readCsv({ inputs: [{ name: "massMg", label: { zh: "质量", en: "Mass" }, unit: "mg", kind: "number", range: { min: "0" }, replicates: { min: 2, max: 4 } }] }, "Mass (kg)\n1.25\n1.27\n").problems[0].code // → "wrong-unit" (kg is not mg)
 * @source RFC 4180 with the separators of spreadsheet programs; ISO/IEC 17025:2017, 7.11.6
 */
export function readCsv(definition: MethodDefinition, text: string): CsvReadings {
  const { readings, environment, problems } = locatedReadings(definition, text);
  return { readings, environment, problems };
}

/**
 * The same as `readCsv`, with where each text stands.
 *
 * @example locatedReadings({ inputs: [{ name: "massMg", label: { zh: "质量", en: "Mass" }, unit: "mg", kind: "number", range: { min: "0" }, replicates: { min: 2, max: 4 } }] }, "Mass (mg)\n1.25\n\n1.27\n").lines // → { massMg: [2, 4] } (the third line is empty)
 * @source ours: an analyst mends a file by its rows
 */
export function locatedReadings(definition: MethodDefinition, text: string): LocatedReadings {
  const bounds = boundsOf(definition);
  if (text.length > bounds.characters) return refused("csv-too-large", { given: text.length, max: bounds.characters });
  const { rows, openQuote } = csvRows(text);
  if (openQuote) return refused("csv-open-quote", {});
  const excess = beyondBounds(rows, bounds.rows);
  if (excess) return excess;
  const table = upright(rows, definition);
  const [header, ...body] = table;
  if (!header || body.length === 0) return refused("csv-empty", {});

  const columns = header.cells.map((cell) => columnOf(cell, definition));
  if (!columns.some((column) => column !== null))
    return refused("csv-no-known-column", { columns: header.cells.slice(0, 20) });
  // A column in another unit is left out: its figures would be taken for what they are not.
  const units = unitProblems(header.line, header.cells, columns);
  const usable = columns.map((column, at) => (units.some(({ position }) => position === at) ? null : column));
  const collected = collect(usable, body);
  return {
    readings: collected.readings,
    environment: collected.environment,
    problems: [
      ...units.map(({ problem: each }) => each),
      ...columnProblems(header.line, header.cells, columns),
      ...collected.problems,
      ...valueProblems(definition, collected),
    ],
    lines: Object.fromEntries(collected.lines),
  };
}

function beyondBounds(rows: readonly Row[], most: number): LocatedReadings | undefined {
  if (rows.length > most + 1) return refused("csv-too-many-rows", { given: rows.length - 1, max: most });
  const wide = rows.find(({ cells }) => cells.length > MAX_CSV.columns);
  if (wide) return refused("csv-too-many-columns", { given: wide.cells.length, max: MAX_CSV.columns }, wide.line);
  const long = rows.find(({ cells }) => cells.some((cell) => cell.length > MAX_CSV.cell));
  return long ? refused("csv-cell-too-long", { max: MAX_CSV.cell }, long.line) : undefined;
}

type Row = { readonly line: number; readonly cells: readonly string[] };
type Column =
  | { readonly kind: "input"; readonly input: MethodInput }
  | { readonly kind: "environment"; readonly name: EnvironmentName }
  | null;
type EnvironmentName = "temperatureC" | "humidityPercent";

const ENVIRONMENT: Readonly<Record<EnvironmentName, readonly string[]>> = {
  temperatureC: ["ambienttemperature", "ambient", "roomtemperature", "环境温度", "室温"],
  humidityPercent: ["humidity", "humiditypercent", "relativehumidity", "环境湿度", "相对湿度", "湿度"],
};

/** Turns a list of "name, value" into the table of columns that the rest understands. */
function upright(rows: readonly Row[], definition: MethodDefinition): readonly Row[] {
  const names = rows.map(({ cells }) => columnOf(cells[0] ?? "", definition));
  const listed = rows.length > 1 && rows.every(({ cells }) => cells.length === 2);
  const [first, ...others] = names;
  const sideways =
    listed && columnOf(rows[0]?.cells[1] ?? "", definition) === null && others.some((name) => name !== null);
  if (!sideways) return rows;
  const data = first === null ? rows.slice(1) : rows;
  const keys = [...new Set(data.map(({ cells }) => cells[0] ?? ""))];
  const series = keys.map((key) => data.filter(({ cells }) => cells[0] === key));
  const height = Math.max(...series.map((list) => list.length));
  const body = Array.from({ length: height }, (_, index) => ({
    line: series.find((list) => list[index])?.[index]?.line ?? 1,
    cells: series.map((list) => list[index]?.cells[1] ?? ""),
  }));
  return [{ line: rows[0]?.line ?? 1, cells: keys }, ...body];
}

function columnOf(cell: string, { inputs }: MethodDefinition): Column {
  const name = plain(cell);
  const input = inputs.find((candidate) =>
    [candidate.name, candidate.label.zh, candidate.label.en].some((key) => plain(key) === name),
  );
  if (input) return { kind: "input", input };
  const [environment] = (Object.keys(ENVIRONMENT) as EnvironmentName[]).filter((key) =>
    ENVIRONMENT[key].includes(name),
  );
  return environment ? { kind: "environment", name: environment } : null;
}

/** Names are compared without case, blanks, punctuation and a unit in parentheses or brackets at the end. */
function plain(name: string): string {
  return name
    .replace(/\s*[([（【][^)\]）】]*[)\]）】]\s*$/u, "")
    .replace(/[\s_\-,，、:：.]/gu, "")
    .toLowerCase();
}

type UnitProblem = { readonly position: number; readonly problem: CsvFieldProblem };

/** A unit in the header must be the unit of its input; text in brackets that is no unit belongs to the label. */
function unitProblems(line: number, cells: readonly string[], columns: readonly Column[]): readonly UnitProblem[] {
  return columns.flatMap((column, position) => {
    const given = /[([（【]([^)\]）】]*)[)\]）】]\s*$/u.exec(cells[position] ?? "")?.[1]?.trim() ?? "";
    if (column === null || !isUnitText(given)) return [];
    const [field, unit] =
      column.kind === "input"
        ? [column.input.name, column.input.unit]
        : ["", column.name === "temperatureC" ? "Cel" : "%"];
    if (isUnitName(given, unit)) return [];
    const facts = { given, expected: unitSymbol(unit), column: cells[position] ?? "" };
    return [{ position, problem: { field, index: null, code: "wrong-unit", facts, row: line } }];
  });
}

type Collected = Pick<CsvReadings, "readings" | "environment" | "problems"> & {
  readonly lines: ReadonlyMap<string, readonly number[]>;
};

function collect(columns: readonly Column[], body: readonly Row[]): Collected {
  const texts = new Map<string, string[]>();
  const lines = new Map<string, readonly number[]>();
  const environment: Record<EnvironmentName, string | null> = { temperatureC: null, humidityPercent: null };
  const problems: CsvFieldProblem[] = [];
  /** By group the line of each portion: a gap belongs to the line that lacks the cell. */
  const portions = new Map<string, number[]>();
  for (const { line, cells } of body) {
    if (cells.length > columns.length) {
      problems.push(problem("csv-row-too-long", { given: cells.length, needed: columns.length }, line));
    }
    for (const [position, column] of columns.entries()) {
      const text = cells[position] ?? "";
      if (column === null || text === "") continue;
      if (column.kind === "environment") environment[column.name] ??= text;
      else if (column.input.replicates) {
        const own = portions.get(groupOf(column.input)) ?? [];
        if (own.at(-1) !== line) own.push(line);
        portions.set(groupOf(column.input), own);
        place(column.input.name, text, own, texts, lines);
      } else once(column.input.name, text, line, texts, lines);
    }
  }
  const series = columns.flatMap((column) =>
    column?.kind === "input" && column.input.replicates ? [column.input] : [],
  );
  problems.push(...openEnds([...new Set(series)], texts, portions));
  const several = new Set(series.map(({ name }) => name));
  const readings = Object.fromEntries(
    [...texts].map(([name, list]) => [name, several.has(name) || list.length > 1 ? list : (list[0] ?? "")]),
  );
  const seen = environment.temperatureC !== null || environment.humidityPercent !== null;
  return { readings, environment: seen ? environment : null, problems, lines };
}

/** The columns of one table are read row by row; so are the series that the method takes equally often at most. */
function groupOf({ table, replicates }: MethodInput): string {
  return table ?? `up to ${replicates?.max}`;
}

/** Last portions whose cell is empty or not there: absent, and said, because a shorter series would hide it. */
function openEnds(
  series: readonly MethodInput[],
  texts: Texts,
  portions: ReadonlyMap<string, readonly number[]>,
): CsvFieldProblem[] {
  return series.flatMap((input) => {
    const { name } = input;
    const length = texts.get(name)?.length ?? 0;
    if (length === 0 && input.optional) return [];
    return (portions.get(groupOf(input)) ?? [])
      .slice(length)
      .map(
        (row, at): CsvFieldProblem => ({ field: name, index: length + at, code: "reading-missing", facts: {}, row }),
      );
  });
}

type Texts = Map<string, string[]>;
type Lines = Map<string, readonly number[]>;

/** Keeps the cell at the place of its portion, so that an empty cell never shifts the readings of the next ones. */
function place(name: string, text: string, portions: readonly number[], texts: Texts, lines: Lines): void {
  const list = texts.get(name) ?? [];
  while (list.length < portions.length - 1) list.push("");
  list[portions.length - 1] = text;
  texts.set(name, list);
  lines.set(name, portions);
}

/** A figure that holds for the whole run may be repeated on every row: the same text counts once. */
function once(name: string, text: string, line: number, texts: Texts, lines: Lines): void {
  const list = texts.get(name) ?? [];
  if (list.includes(text)) return;
  texts.set(name, [...list, text]);
  lines.set(name, [...(lines.get(name) ?? []), line]);
}

function columnProblems(
  line: number,
  cells: readonly string[],
  columns: readonly Column[],
): readonly CsvFieldProblem[] {
  const unknown = cells.filter((cell, index) => cell !== "" && columns[index] === null);
  const names = columns.flatMap((column) => (column?.kind === "input" ? [column.input.name] : []));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...unknown.map((column) => problem("csv-unknown-column", { column }, line)),
    ...twice.map((name) => ({ ...problem("csv-column-twice", { column: name }, line), field: name })),
  ];
}

/** What is wrong with the texts themselves; what is merely not in the file stays for the analyst. */
function valueProblems(definition: MethodDefinition, { readings, lines }: Collected): readonly CsvFieldProblem[] {
  const read = readReadings(definition, readings);
  if (read.ok) return [];
  return read.problems
    .filter(({ field }) => Object.hasOwn(readings, field))
    .map((item) => ({ ...item, row: lines.get(item.field)?.[item.index ?? 0] ?? null }));
}

function problem(code: CsvProblem, facts: Facts, row: number): CsvFieldProblem {
  return { field: "", index: null, code, facts, row };
}

function refused(code: CsvProblem, facts: Facts, row: number | null = null): LocatedReadings {
  return { readings: {}, environment: null, problems: [{ field: "", index: null, code, facts, row }], lines: {} };
}

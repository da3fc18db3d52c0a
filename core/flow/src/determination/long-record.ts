import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { refuse } from "./refusals.ts";
import { isUnitName, unitSymbol } from "./unit-name.ts";

/** A column of a long record, found by its name or one of its labels; the unit may stand behind it in brackets. */
export type RecordColumn = {
  readonly name: string;
  readonly label: Bilingual;
  /** UCUM code. */
  readonly unit: string;
  readonly optional?: true;
};

/** A record as it was read: as many values in every column that the file has. */
export type LongRecord = {
  readonly rows: number;
  readonly columns: Readonly<Record<string, Float64Array>>;
};

/** Rows of a record that are read: a day at 80 Hz, or an hour at 2 kHz. */
export const MAX_RECORD_ROWS = 8_000_000;
/** A step may differ from the usual one by this share before it counts as a gap: clocks print few digits. */
const GAP = 1.5;
/** Days since 1900 of the years 1955 to 2064: what a spreadsheet writes for a date. */
const EXCEL = { from: 20_000, to: 60_000, stepDays: 1 } as const;

/**
 * Reads a record of readings over even time, piece by piece, as a file streams in. The first column asked for is the time.
 *
 * @returns `push` takes the next piece of text, `end` gives the record
 * @throws Refusal from either: `record-no-header`, `record-column-missing`, `csv-column-twice`, `wrong-unit`,
 *   `record-not-a-number`, `record-cells-missing`, `record-excel-date`, `record-time-twice`, `record-reversed`,
 *   `record-gap`, `record-too-short`, `record-too-long`; each with the line of the file where it has one
 * @example longRecordReader([{ name: "timeS", label: { zh: "时间", en: "Time" }, unit: "s" }, { name: "a", label: { zh: "加速度", en: "Acceleration" }, unit: "m/s2" }]).end("Time (s),Acceleration (m/s2)\n0,1\n0.5,2\n1,3\n").rows // → 3 (three lines below the header)
 * @example refusalOf(() => longRecordReader([{ name: "timeS", label: { zh: "时间", en: "Time" }, unit: "s" }]).end("Time (s)\n0\n1\n1\n")) // → "record-time-twice" (line 4)
 * @source ISO/IEC 17025:2017, 7.11.6 (transfers of data are checked)
 */
export function longRecordReader(wanted: readonly RecordColumn[]): {
  readonly push: (text: string) => void;
  readonly end: (text?: string) => LongRecord;
} {
  let rest = "";
  let line = 0;
  let layout: Layout | null = null;
  const store = growing(wanted.length);

  const take = (text: string, last: boolean) => {
    const all = rest + text;
    let start = 0;
    for (let stop = all.indexOf("\n"); stop >= 0; stop = all.indexOf("\n", start)) {
      row(all, start, stop);
      start = stop + 1;
    }
    rest = all.slice(start);
    if (last && rest.length > 0) row(`${rest}\n`, 0, rest.length);
  };
  const row = (text: string, start: number, stop: number) => {
    line++;
    const end = text.charCodeAt(stop - 1) === 13 && stop > start ? stop - 1 : stop;
    if (isBlank(text, start, end)) return;
    if (!layout) {
      layout = layoutOf(text.slice(start, end).replace(/^\uFEFF/, ""), wanted);
      return;
    }
    store.next(line);
    readRow(text, start, end, layout, wanted, store, line);
  };
  return {
    push: (text) => take(text, false),
    end(text = "") {
      take(text, true);
      if (!layout) return refuse("record-no-header", { columns: namesOf(wanted) });
      const record = store.record(wanted, layout);
      const [time] = wanted;
      if (record.rows < 3) refuse("record-too-short", { given: record.rows, needed: 3 });
      if (time) checkTime(record.columns[time.name]!, store.lines());
      return record;
    },
  };
}

/** Which cell of a row belongs to which wanted column; −1 for a cell that is not read. */
type Layout = { readonly separator: number; readonly places: readonly number[]; readonly cells: number };

function layoutOf(header: string, wanted: readonly RecordColumn[]): Layout {
  const separator = [9, 59, 44].find((code) => header.includes(String.fromCharCode(code))) ?? 44;
  const cells = header.split(String.fromCharCode(separator)).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const numeric = cells.filter((cell) => cell !== "" && Number.isFinite(Number(cell))).length;
  if (numeric > 0 && numeric === cells.filter((cell) => cell !== "").length)
    refuse("record-no-header", { columns: namesOf(wanted) });
  const places = cells.map((cell) => wanted.findIndex((column) => isColumn(cell, column)));
  for (const [at, column] of wanted.entries()) {
    const found = places.filter((place) => place === at).length;
    if (found > 1) refuse("csv-column-twice", { column: column.label.en });
    if (found === 0 && !column.optional)
      refuse("record-column-missing", { column_zh: column.label.zh, column_en: column.label.en, columns: cells });
  }
  return { separator, places, cells: cells.length };
}

function isColumn(cell: string, { name, label, unit }: RecordColumn): boolean {
  const match = /^(.*?)\s*[([（【]([^)\]）】]*)[)\]）】]$/.exec(cell);
  const title = (match?.[1] ?? cell).trim().toLowerCase();
  if (![name, label.zh, label.en].some((known) => known.toLowerCase() === title)) return false;
  const stated = match?.[2]?.trim();
  if (stated !== undefined && stated !== unitSymbol(unit) && !isUnitName(stated, unit))
    refuse("wrong-unit", { given: stated, expected: unitSymbol(unit) });
  return true;
}

function namesOf(wanted: readonly RecordColumn[]): readonly string[] {
  return wanted.map(({ label, unit }) => `${label.en} (${unitSymbol(unit)})`);
}

function readRow(
  text: string,
  start: number,
  end: number,
  { separator, places, cells }: Layout,
  wanted: readonly RecordColumn[],
  store: ReturnType<typeof growing>,
  line: number,
): void {
  let from = start;
  let cell = 0;
  for (let at = start; at <= end; at++) {
    if (at < end && text.charCodeAt(at) !== separator) continue;
    const place = cell < cells ? places[cell]! : -1;
    if (place >= 0) {
      const value = numberAt(text, from, at);
      if (Number.isNaN(value)) badCell(text.slice(from, at).trim(), wanted[place]!, place === 0, line);
      store.set(place, value);
    }
    cell++;
    from = at + 1;
  }
  if (cell < cells) refuse("record-cells-missing", { row: line, given: cell, needed: cells });
}

function badCell(given: string, column: RecordColumn, time: boolean, line: number): never {
  const dated = time && /\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}|\d{1,2}:\d{2}/.test(given);
  if (dated) return refuse("record-excel-date", { row: line, given: given.slice(0, 40) });
  return refuse("record-not-a-number", {
    row: line,
    given: given.slice(0, 40),
    ...{ column_zh: column.label.zh, column_en: column.label.en },
  });
}

/**
 * The number in a stretch of text; NaN where it is none. Up to fifteen digits and 22 places the quotient of two exact
 * numbers is the nearest binary number; everything else is left to the language.
 */
function numberAt(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  const sign = text.charCodeAt(at);
  const negative = sign === 45;
  if (negative || sign === 43) at++;
  let digits = 0;
  let mantissa = 0;
  let places = -1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + code - 48;
      digits++;
      if (places >= 0) places++;
    } else if (code === 46 && places < 0) places = 0;
    else break;
  }
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  if (at < end || digits === 0 || digits > 15) return slowNumber(text.slice(start, end));
  const value = places > 0 ? mantissa / TENS[places]! : mantissa;
  return negative ? -value : value;
}

const TENS = Float64Array.from({ length: 23 }, (_, n) => 10 ** n);

function slowNumber(text: string): number {
  const typed = text.trim().replace(/^"(.*)"$/, "$1");
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** Columns that grow as rows come; remembers where the lines of the file and the rows part, for blank lines between. */
function growing(width: number) {
  let columns = Array.from({ length: width }, () => new Float64Array(65_536));
  let rows = 0;
  const jumps: { readonly row: number; readonly line: number }[] = [];
  let expected = 0;
  return {
    next(line: number) {
      if (rows >= MAX_RECORD_ROWS) refuse("record-too-long", { max: MAX_RECORD_ROWS });
      if (line !== expected) jumps.push({ row: rows, line });
      expected = line + 1;
      if (rows === columns[0]!.length)
        columns = columns.map((column) => {
          const wider = new Float64Array(column.length * 2);
          wider.set(column);
          return wider;
        });
      rows++;
    },
    set(column: number, value: number) {
      columns[column]![rows - 1] = value;
    },
    record(wanted: readonly RecordColumn[], { places }: Layout): LongRecord {
      const named = wanted.flatMap(({ name }, at) =>
        places.includes(at) ? [[name, columns[at]!.subarray(0, rows)] as const] : [],
      );
      return { rows, columns: Object.fromEntries(named) };
    },
    /** The line of the file on which a row stands. */
    lines: () => (row: number) => {
      const jump = jumps.findLast((each) => each.row <= row);
      return jump ? jump.line + row - jump.row : row + 2;
    },
  };
}

/** Time goes on in even steps: what stands still, goes back or jumps is said with its line and how often. */
function checkTime(time: Float64Array, lineOf: (row: number) => number): void {
  const usual = usualStep(time);
  let [twice, back, gaps] = [0, 0, 0];
  let [firstTwice, firstBack, firstGap] = [-1, -1, -1];
  for (let row = 1; row < time.length; row++) {
    const step = time[row]! - time[row - 1]!;
    if (step === 0) {
      if (twice++ === 0) firstTwice = row;
    } else if (step < 0) {
      if (back++ === 0) firstBack = row;
    } else if (step > GAP * usual && gaps++ === 0) firstGap = row;
  }
  const [first] = time;
  const serial = first! > EXCEL.from && time.at(-1)! < EXCEL.to && Math.abs(usual) < EXCEL.stepDays / 24;
  if (serial) refuse("record-excel-date", { row: lineOf(0), given: String(first) });
  const at = (row: number) => ({ row: lineOf(row), given: String(time[row]) });
  if (back > 0) refuse("record-reversed", { ...at(firstBack), count: back });
  if (twice > 0) refuse("record-time-twice", { ...at(firstTwice), count: twice });
  if (gaps > 0) {
    const given = time[firstGap]! - time[firstGap - 1]!;
    refuse("record-gap", {
      row: lineOf(firstGap),
      given: Number(given.toPrecision(6)),
      expected: Number(usual.toPrecision(6)),
      count: gaps,
    });
  }
}

/** The middle of up to a thousand steps spread over the record: one gap does not hide itself in it. */
function usualStep(time: Float64Array): number {
  const count = Math.min(1000, time.length - 1);
  const steps = Array.from({ length: count }, (_, at) => {
    const row = 1 + Math.floor((at * (time.length - 1)) / count);
    return time[row]! - time[row - 1]!;
  }).sort((one, other) => one - other);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

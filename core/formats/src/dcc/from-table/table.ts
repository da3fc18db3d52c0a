import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import { CELL_FACTS, type CellFact, type ColumnPlan, type Given, type TableProfile } from "./profile.ts";

/** A row as it stands in a file, with its line, counted from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** What a table can have wrong, beside what can be wrong with a number. */
export const TABLE_FAULTS = [
  "dcc-table-empty",
  "dcc-table-long",
  "dcc-table-column-missing",
  "dcc-table-column-doubled",
  "dcc-table-fact-missing",
  "dcc-table-not-a-day",
  "dcc-table-operator",
  "dcc-table-negative",
  "dcc-table-probability",
] as const;

/** One thing that is wrong with a table, and where. */
export type TableFault = {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly facts: Facts;
};

/** The numbers of one column as texts, each with every digit that stands in the table. */
export type ReadColumn = {
  readonly plan: ColumnPlan;
  readonly values: readonly string[];
  readonly uncertainty?: {
    readonly expanded: readonly string[];
    readonly k: readonly string[];
    readonly p: readonly string[];
  };
};
export type ReadTable = {
  readonly facts: Readonly<Partial<Record<CellFact, string>>>;
  readonly columns: readonly ReadColumn[];
  readonly faults: readonly TableFault[];
};

/** A certificate with more rows is no certificate that anybody reads. */
const MOST_ROWS = 10_000;
/** A reader mends the first faults first. */
const MOST_FAULTS = 100;

/** Reads a table by a profile. Everything that is wrong is said with its line and column; nothing is guessed. */
export function readTable(profile: TableProfile, rows: readonly TableRow[]): ReadTable {
  const faults: TableFault[] = [];
  const note = (fault: TableFault) => void (faults.length < MOST_FAULTS && faults.push(fault));
  const headings = rows.find(({ line }) => line === profile.headings)?.cells.map((cell) => cell.trim()) ?? [];
  const body = rows.filter(({ line, cells }) => line > profile.headings && cells.some((cell) => cell.trim() !== ""));
  if (body.length === 0) note({ line: profile.headings, column: "", code: "dcc-table-empty", facts: {} });
  if (body.length > MOST_ROWS) {
    note({ line: profile.headings, column: "", code: "dcc-table-long", facts: { rows: body.length, most: MOST_ROWS } });
    return { facts: {}, columns: [], faults };
  }
  const read = reader(profile.headings, headings, body, note);
  const columns = profile.columns.map((plan): ReadColumn => {
    const values = read({ column: plan.column }, "value");
    if (!plan.uncertainty) return { plan, values };
    const { expanded, k, p } = plan.uncertainty;
    return { plan, values, uncertainty: { expanded: read(expanded, "size"), k: read(k, "size"), p: read(p, "p") } };
  });
  return { facts: factsIn(profile, rows, note), columns, faults };
}

type Note = (fault: TableFault) => void;
type Kind = "value" | "size" | "p";

function reader(line: number, headings: readonly string[], body: readonly TableRow[], note: Note) {
  return (given: Given, kind: Kind): readonly string[] => {
    if ("fixed" in given)
      return [numberOf(given.fixed, kind, (code, facts) => note({ line, column: "", code, facts }))];
    const at = headings.indexOf(given.column.trim());
    const column = given.column;
    if (at < 0 || headings.indexOf(column.trim(), at + 1) >= 0) {
      const code = at < 0 ? "dcc-table-column-missing" : "dcc-table-column-doubled";
      note({ line, column, code, facts: { column, found: headings.filter((one) => one !== "").slice(0, 30) } });
      return [];
    }
    return body.map(({ line: own, cells }) =>
      numberOf(cells[at] ?? "", kind, (code, facts) => note({ line: own, column, code, facts })),
    );
  };
}

/** The number of a cell with a point and all its digits; what it cannot be is said, and stands as 0 in a table that is refused. */
function numberOf(cell: string, kind: Kind, say: (code: string, facts: Facts) => void): string {
  const parsed = parseNumber(cell);
  if (!parsed.ok) say(parsed.code, parsed.facts);
  else if (parsed.operator !== "=") say("dcc-table-operator", { given: parsed.given.slice(0, 40) });
  else if (kind !== "value" && !(parsed.value > 0)) say("dcc-table-negative", { given: parsed.given.slice(0, 40) });
  else if (kind === "p" && parsed.value > 1) say("dcc-table-probability", { given: parsed.given.slice(0, 40) });
  else return parsed.text;
  return "0";
}

function factsIn(profile: TableProfile, rows: readonly TableRow[], note: Note): Partial<Record<CellFact, string>> {
  const facts: Partial<Record<CellFact, string>> = { ...profile.facts };
  for (const name of CELL_FACTS) {
    const address = profile.cells[name];
    if (address !== undefined) {
      const { line, column } = placeOf(address);
      const found = rows.find((row) => row.line === line)?.cells[column]?.trim() ?? "";
      if (found === "") note({ line, column: address, code: "dcc-table-fact-missing", facts: { name } });
      else if (isDay(name) && !isCalendarDate(found)) {
        note({ line, column: address, code: "dcc-table-not-a-day", facts: { given: found.slice(0, 40) } });
      } else facts[name] = found;
    } else if (facts[name] === undefined && (name === "number" || name === "begin")) {
      note({ line: 0, column: "", code: "dcc-table-fact-missing", facts: { name } });
    }
  }
  return facts;
}

const isDay = (name: CellFact): boolean => name !== "number" && name !== "serial";

function placeOf(address: string): { readonly line: number; readonly column: number } {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = letters.split("").reduce((sum, letter) => 26 * sum + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
  return { line: Number(digits), column };
}

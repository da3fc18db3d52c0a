import { compare, decimal } from "../decimal.ts";
import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import type { AttributeTables, Counting, InspectionLevel, Severity } from "./attribute-tables.ts";

/** What is agreed before a series of lots is inspected. */
export type AttributeScheme = {
  readonly level: InspectionLevel;
  /** Acceptance quality limit as the table prints it, in per cent or per 100 items. */
  readonly aql: string;
  readonly counting: Counting;
};

/** A single sampling plan: accept with at most Ac, do not accept with Re or more. */
export type AttributePlan = {
  /** The letter that lot size and level give, and the one to which the arrows of the table lead. */
  readonly initialLetter: string;
  readonly letter: string;
  /** Sample size of the table, and what is inspected: never more than the lot. */
  readonly tableSize: number;
  readonly sampleSize: number;
  readonly acceptance: number;
  readonly rejection: number;
  /** True where the plan asks for the lot or more: every item is inspected. */
  readonly fullInspection: boolean;
};

/**
 * The single sampling plan for a lot.
 *
 * @param tables of the edition, as in data/sampling; in the example only what it needs
 * @example attributePlan({ aql: ["0.65", "1.0"], levels: ["II"], lots: [{ from: 1201, to: 3200, letters: "K" }], plans: { normal: [{ letter: "K", n: 125, cells: "2 3" }], tightened: [{ letter: "K", n: 125, cells: "1 2" }], reduced: [{ letter: "K", n: 50, cells: "1 2" }] } }, 2000, { level: "II", aql: "1.0", counting: "nonconforming-items" }, "normal") // → { letter: "K", sampleSize: 125, acceptance: 3, rejection: 4, fullInspection: false } (GB/T 2828.1-2012, tables 1 and 2-A)
 * @throws Refusal `outside-domain` unless the lot is whole and has two items; `no-sampling-plan` for an AQL that the
 *   table
 *   does not have, or above 10 where items are counted
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 10.1 to 10.3, tables 1, 2-A, 2-B and 2-C
 */
export function attributePlan(
  tables: AttributeTables,
  lotSize: number,
  scheme: AttributeScheme,
  severity: Severity,
): AttributePlan {
  const initialLetter = codeLetter(tables, lotSize, scheme.level);
  const column = aqlColumn(tables, scheme);
  const { letter, n, acceptance } = followArrows(tables, initialLetter, column, severity);
  return {
    initialLetter,
    letter,
    tableSize: n,
    sampleSize: Math.min(n, lotSize),
    acceptance,
    rejection: acceptance + 1,
    fullInspection: n >= lotSize,
  };
}

/**
 * Code letter of a lot size at an inspection level.
 *
 * @example codeLetter({ levels: ["I", "II", "III"], lots: [{ from: 1201, to: 3200, letters: "HKL" }] }, 2000, "II") // → "K" (GB/T 2828.1-2012, table 1)
 * @throws Refusal `outside-domain` unless the lot is whole and has two items; `no-sampling-plan` for a level that the
 *   table does not have
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), table 1
 */
export function codeLetter({ lots, levels }: AttributeTables, lotSize: number, level: InspectionLevel): string {
  needWhole("lotSize", lotSize, 2);
  const letters = lots.find(({ from, to }) => lotSize >= from && (to === null || lotSize <= to))?.letters;
  const letter = letters?.[levels.indexOf(level)];
  return letter ?? refuse("no-sampling-plan", { name: "level", given: level });
}

/**
 * Acceptance number one AQL step tighter at the same letter, which the switching score compares with; undefined where
 * the table has none there.
 *
 * @example tighterAcceptance({ aql: ["0.65", "1.0"], levels: ["II"], lots: [{ from: 1201, to: 3200, letters: "K" }], plans: { normal: [{ letter: "K", n: 125, cells: "2 3" }], tightened: [{ letter: "K", n: 125, cells: "1 2" }], reduced: [{ letter: "K", n: 50, cells: "1 2" }] } }, "K", { level: "II", aql: "1.0", counting: "nonconforming-items" }, "normal") // → 2 (GB/T 2828.1-2012, table 2-A: AQL 0.65 stands before 1.0)
 * @throws Refusal `no-sampling-plan` for an AQL that the table does not have
 * @source GB/T 2828.1-2012, 9.3.3.2
 */
export function tighterAcceptance(
  tables: AttributeTables,
  letter: string,
  scheme: AttributeScheme,
  severity: Severity,
): number | undefined {
  return acceptanceOf(cellsOf(tables, letter, severity)?.[aqlColumn(tables, scheme) - 1]);
}

function aqlColumn({ aql }: AttributeTables, scheme: AttributeScheme): number {
  const asked = decimal(scheme.aql);
  const column = aql.findIndex((printed) => compare(decimal(printed), asked) === 0);
  const meaningless = scheme.counting === "nonconforming-items" && compare(asked, decimal("10")) > 0;
  return column >= 0 && !meaningless ? column : refuse("no-sampling-plan", { name: "AQL", given: scheme.aql });
}

type Found = { readonly letter: string; readonly n: number; readonly acceptance: number };

function followArrows(tables: AttributeTables, start: string, column: number, severity: Severity): Found {
  const rows = tables.plans[severity];
  let place = rows.findIndex(({ letter }) => letter === start);
  // A table that is damaged could lead back and forth; each row is entered once at most.
  for (let steps = 0; steps <= rows.length; steps++) {
    const row = rows[place];
    const cell = row?.cells.split(" ")[column];
    const acceptance = acceptanceOf(cell);
    if (row && acceptance !== undefined) return { letter: row.letter, n: row.n, acceptance };
    if (cell !== "↓" && cell !== "↑") break;
    place += cell === "↓" ? 1 : -1;
  }
  return refuse("no-sampling-plan", { name: "letter", given: start });
}

function cellsOf(tables: AttributeTables, letter: string, severity: Severity): readonly string[] | undefined {
  return tables.plans[severity].find((row) => row.letter === letter)?.cells.split(" ");
}

function acceptanceOf(cell: string | undefined): number | undefined {
  return cell !== undefined && /^\d+$/.test(cell) ? Number(cell) : undefined;
}

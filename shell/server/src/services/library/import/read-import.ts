import { type FieldChange, rowDifference, withUnshown } from "@quanheng/flow/selection/library/difference.ts";
import { Places } from "@quanheng/flow/selection/library/overlap.ts";
import { readRow } from "@quanheng/flow/selection/library/read-row.ts";
import { refuse } from "@quanheng/flow/selection/library/refusals.ts";
import {
  ROW_FIELDS,
  type RowField,
  type RowProblem,
  type RowTexts,
  rowProblem,
} from "@quanheng/flow/selection/library/row-problem.ts";
import type { Vocabulary } from "@quanheng/flow/selection/library/vocabulary.ts";
import type { RequirementRow } from "@quanheng/flow/selection/requirement.ts";
import type { SheetRow } from "../../../adapters/sheet/read-sheet.ts";

/** One line of an import: what it is beside the library, or what is wrong with it. */
export type ImportLine = {
  readonly line: number;
  readonly kind: "new" | "changed" | "same" | "bad";
  readonly row: RequirementRow | null;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly RowProblem[];
};

/** Rows of one import; more are divided into several. */
export const MOST_ROWS = 100_000;

/** Which column holds which field. */
export type Columns = readonly (RowField | null)[];

/**
 * Reads the first line: every column is named by its field, in any case.
 *
 * @throws Refusal `import-empty`, `import-without-header`, `import-columns-unknown`, `import-columns`, `import-too-long`
 */
export function columnsOf(rows: readonly SheetRow[], name: string): Columns {
  const [header, ...body] = rows;
  if (!header || body.length === 0) return refuse("import-empty", { name });
  if (body.length > MOST_ROWS) refuse("import-too-long", { given: body.length, max: MOST_ROWS });
  const columns = header.cells.map((cell) => ROW_FIELDS.find((field) => plain(field) === plain(cell)) ?? null);
  const unknown = header.cells.filter((cell, at) => cell !== "" && columns[at] === null).slice(0, 20);
  const missing = NEEDED.filter((field) => !columns.includes(field));
  const twice = columns.filter((field, at) => field !== null && columns.indexOf(field) !== at) as readonly RowField[];
  if (columns.every((field) => field === null)) refuse("import-without-header", { name });
  if (missing.length === 0 && unknown.length > 0) refuse("import-columns-unknown", { unknown });
  if (unknown.length > 0 || missing.length > 0 || twice.length > 0)
    refuse("import-columns", { unknown: [...unknown, ...twice], missing });
  return columns;
}

const NEEDED = ["product", "market", "document", "clause", "characteristic"] as const satisfies readonly RowField[];
const plain = (name: string) => name.replaceAll(/[\s_-]/g, "").toLowerCase();

/** The first pass: each line by itself, and whether its row stood further up. */
export class LineReader {
  readonly lines: { line: number; row: RequirementRow | null; problems: RowProblem[] }[] = [];
  readonly #seen = new Map<string, number>();
  readonly #columns: Columns;
  readonly #vocabulary: Vocabulary;

  constructor(columns: Columns, vocabulary: Vocabulary) {
    this.#columns = columns;
    this.#vocabulary = vocabulary;
  }

  read({ line, cells }: SheetRow): void {
    const texts: Partial<Record<RowField, string>> = {};
    for (const [at, field] of this.#columns.entries()) if (field !== null) texts[field] = cells[at] ?? "";
    const { row, problems } = readRow(texts satisfies RowTexts, this.#vocabulary);
    const before = row && this.#seen.get(row.id);
    if (row && before !== undefined && before !== null) {
      this.lines.push({ line, row: null, problems: [rowProblem("id", "row-repeated", { row: row.id, line: before })] });
      return;
    }
    if (row) this.#seen.set(row.id, line);
    this.lines.push({ line, row, problems: [...problems] });
  }
}

/** The second pass: each good row beside the library as it would be with all good rows of the file. */
export class LineComparer<Version extends RequirementRow> {
  readonly #library: ReadonlyMap<string, Version>;
  readonly #places: Places;

  /** @param library the newest versions that the rows of the file may meet */
  constructor(library: readonly Version[], rows: readonly RequirementRow[]) {
    this.#library = new Map(library.map((row) => [row.id, row]));
    const replaced = new Set(rows.map(({ id }) => id));
    this.#places = new Places([...library.filter(({ id }) => !replaced.has(id)), ...rows]);
  }

  compare({ line, row, problems }: LineReader["lines"][number]): ImportLine & { readonly before: Version | undefined } {
    const before = row ? this.#library.get(row.id) : undefined;
    if (row === null) return { line, kind: "bad", row, changes: [], problems, before };
    const overlap = this.#places.overlapOf(row);
    if (overlap) return { line, kind: "bad", row: null, changes: [], problems: [overlap], before };
    const whole = withUnshown(before, row);
    return { line, row: whole, ...rowDifference(before, whole), problems: [], before };
  }
}

import { Refusal } from "@quanheng/kernel/refusal.ts";
import { readSheetFile, type SheetRow } from "../../../adapters/sheet/read-sheet.ts";
import type { Context } from "../../../context.ts";
import {
  findImport,
  insertImportRows,
  lockImport,
  moveImport,
  type NewImportRow,
} from "../../../store/library-import.ts";
import { readReference } from "../../../store/reference.ts";
import { newestRequirements } from "../../../store/requirement.ts";
import { asJson } from "../../../store/tables/column.ts";
import { inTransaction, reading } from "../../../store/transaction.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { columnsOf, type ImportLine, LineComparer, LineReader } from "./read-import.ts";

/** Lines between two looks at whether somebody cancelled; the house answers others in between. */
const BATCH = 500;

/**
 * Reads a file into the preview of its import: each line checked and compared, in batches that show progress. Ends early
 * and quietly when the import is cancelled; a file that cannot be read makes the import fail with the reason.
 */
export async function runImport(context: Context, id: string, name: string, bytes: Uint8Array): Promise<void> {
  try {
    const rows = await readSheetFile(bytes);
    if (rows === undefined) throw new Refusal("import-unreadable", { name });
    await readRows(context, id, name, rows);
  } catch (error) {
    const problem =
      error instanceof Refusal
        ? { code: error.code, facts: error.facts }
        : { code: "internal", facts: { incident: id } };
    await inTransaction(context, async (tx) => {
      const record = await lockImport(tx, id);
      if (record?.state === "reading")
        await moveImport(tx, id, { state: "failed", problem: asJson(problem) }, context.now());
    });
    if (!(error instanceof Refusal)) throw error;
  }
}

async function readRows(context: Context, id: string, name: string, rows: readonly SheetRow[]): Promise<void> {
  const columns = columnsOf(rows, name);
  const body = rows.slice(1);
  const reader = new LineReader(columns, await reading(context, async (tx) => vocabularyOf(await readReference(tx))));
  // The first pass counts for half: a line is done when it has been compared as well.
  for (let from = 0; from < body.length; from += BATCH) {
    for (const row of body.slice(from, from + BATCH)) reader.read(row);
    if (from % (8 * BATCH) === 0 && !(await progress(context, id, Math.floor(from / 2), body.length))) return;
    await breathe();
  }
  const good = reader.lines.flatMap(({ row }) => (row ? [row] : []));
  const documents = [...new Set(good.map(({ document }) => document))];
  const library = await reading(context, (tx) => newestRequirements(tx, documents.length > 0 ? { documents } : {}));
  const comparer = new LineComparer(
    await withMoved(
      context,
      library,
      good.map((row) => row.id),
    ),
    good,
  );
  const counts = { new: 0, changed: 0, same: 0, bad: 0 };
  const half = Math.floor(body.length / 2);
  for (let from = 0; from < reader.lines.length; from += BATCH) {
    const compared = reader.lines.slice(from, from + BATCH).map((line) => comparer.compare(line));
    for (const { kind } of compared) counts[kind]++;
    const done = half + Math.floor((from + compared.length) / 2);
    const goes = await inTransaction(context, async (tx) => {
      const record = await lockImport(tx, id);
      if (record?.state !== "reading") return false;
      await insertImportRows(
        tx,
        id,
        compared.map((line) => stored(line, line.before?.versionId ?? null)),
      );
      const last = from + BATCH >= reader.lines.length;
      const change = last ? { state: "ready" as const, done: body.length } : { done };
      await moveImport(tx, id, { ...change, total: body.length, counts: asJson(counts) }, context.now());
      return true;
    });
    if (!goes) return;
    await breathe();
  }
}

type Known = Awaited<ReturnType<typeof newestRequirements>>;

/** Rows of the file that stood under another document until now belong to what they are compared with. */
async function withMoved(context: Context, library: Known, ids: readonly string[]): Promise<Known> {
  const here = new Set(library.map(({ id }) => id));
  const others = ids.filter((id) => !here.has(id));
  const moved: Known[number][] = [];
  for (let from = 0; from < others.length; from += 10_000) {
    const rowIds = others.slice(from, from + 10_000);
    moved.push(...(await reading(context, (tx) => newestRequirements(tx, { rowIds }))));
  }
  return [...library, ...moved];
}

function stored({ line, kind, row, changes, problems }: ImportLine, before: string | null): NewImportRow {
  return {
    line,
    kind,
    row_id: row?.id ?? null,
    body: row === null ? null : asJson(row),
    before_version: before,
    changes: asJson(changes),
    problems: asJson(problems),
  };
}

/** @returns whether the import still wants to be read */
async function progress(context: Context, id: string, done: number, total: number): Promise<boolean> {
  return inTransaction(context, async (tx) => {
    const record = await findImport(tx, id);
    if (record?.state !== "reading") return false;
    await moveImport(tx, id, { done, total }, context.now());
    return true;
  });
}

/** Lets others be answered between two batches. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

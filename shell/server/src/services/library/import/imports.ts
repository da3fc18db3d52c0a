import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import {
  IMPORT_BYTES,
  type ImportRow,
  type LibraryImport,
  type listImportRows,
} from "@quanheng/contract/routes/library-editing.ts";
import type { FieldChange } from "@quanheng/flow/selection/library/difference.ts";
import { refuse as refuseRow } from "@quanheng/flow/selection/library/refusals.ts";
import type { RowProblem } from "@quanheng/flow/selection/library/row-problem.ts";
import type { RequirementRow } from "@quanheng/flow/selection/requirement.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../refusals.ts";
import { recordAction } from "../../../store/audit.ts";
import {
  changingRows,
  findImport,
  type ImportRecord,
  importPage,
  importRowPage,
  importStanding,
  insertImport,
  lockImport,
  moveImport,
} from "../../../store/library-import.ts";
import { type Names, personNames } from "../../../store/names.ts";
import type { PageAsk, PageOf } from "../../../store/page.ts";
import { announceRequirements, insertRequirements, lockLibrary } from "../../../store/requirement.ts";
import { inTransaction, reading, type Transaction } from "../../../store/transaction.ts";
import { problemView } from "../problem-view.ts";
import { CHANGED, instantAfter } from "../requirement-versions.ts";
import { runImport } from "./run-import.ts";

type View = z.infer<typeof LibraryImport>;

/**
 * Begins to read a file of requirements. The answer comes at once; the reading goes on and is followed with `getImport`.
 *
 * @returns the import, and its end for whoever waits for it
 * @throws Refusal `file-empty`, `too-large`
 */
export async function startImport(
  context: Context,
  file: { readonly name: string; readonly stream: AsyncIterable<Uint8Array> },
): Promise<{ readonly started: View; readonly finished: Promise<void> }> {
  const bytes = await collected(file.stream);
  if (bytes.length === 0) refuse("file-empty", { name: file.name });
  const person = context.actor.personId ?? refuse("not-signed-in");
  const id = context.newId("imp");
  const started = await inTransaction(context, async (tx) => {
    await insertImport(tx, { id, person_id: person, file_name: file.name, at: context.now() });
    return one(tx, context, id);
  });
  return { started, finished: runImport(context, id, file.name, bytes) };
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > IMPORT_BYTES) refuse("too-large", { limit: "20 MB" });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export async function pageImports(context: Context, ask: PageAsk): Promise<PageOf<View>> {
  return reading(context, async (tx) => {
    const page = await importPage(tx, ask, (record) => record);
    const names = await personNames(
      tx,
      page.items.map(({ person_id }) => person_id),
    );
    return { ...page, items: page.items.map((record) => view(context, record, names)) };
  });
}

/** @throws Refusal `not-found` */
export async function getImport(context: Context, id: string): Promise<View> {
  return reading(context, (tx) => one(tx, context, id));
}

/** @throws Refusal `not-found` */
export async function pageImportRows(
  context: Context,
  id: string,
  { kind, ...ask }: z.output<(typeof listImportRows)["query"]>,
): Promise<PageOf<z.infer<typeof ImportRow>>> {
  return reading(context, async (tx) => {
    if (!(await findImport(tx, id))) refuse("not-found");
    return importRowPage(tx, id, kind, ask, (row) => ({
      line: row.line,
      kind: row.kind,
      rowId: row.row_id,
      changes: (row.changes as FieldChange[]).map((change) => ({ ...change })),
      problems: (row.problems as RowProblem[]).map(problemView),
    }));
  });
}

/**
 * Proposes every row of a preview that changes something, in one transaction.
 *
 * @throws Refusal `not-found`, `import-not-open`, `import-outdated` when a row changed since, `import-without-change`
 */
export async function confirmImport(context: Context, id: string, reason: string): Promise<View> {
  return inTransaction(context, async (tx) => {
    await lockLibrary(tx);
    const record = (await lockImport(tx, id)) ?? refuse("not-found");
    if (record.state !== "ready") refuse("import-not-open", { state: record.state });
    const rows = await changingRows(tx, id);
    if (rows.length === 0) refuseRow("import-without-change");
    const { outdated, newest } = await importStanding(tx, id);
    if (outdated > 0) refuse("import-outdated", { count: outdated });
    const now = context.now();
    const recordedAt = newest ? instantAfter(newest.toISOString(), now) : now.toISOString();
    await insertRequirements(
      tx,
      rows.map(({ body }) => ({
        ...(body as RequirementRow),
        versionId: context.newId("req"),
        status: "proposed",
        recordedAt,
        recordedBy: context.actor.personId,
        verifiedBy: null,
        verifiedOn: null,
        reason,
        verification: null,
      })),
    );
    await moveImport(tx, id, { state: "confirmed", reason }, now);
    const { counts } = record;
    await recordAction(tx, context, {
      action: "library.import",
      subject: id,
      facts: { new: counts.new ?? 0, changed: counts.changed ?? 0, bad: counts.bad ?? 0, reason },
    });
    await announceRequirements(
      tx,
      rows.map(({ row_id }) => row_id ?? ""),
      CHANGED.proposed,
      now,
    );
    return one(tx, context, id);
  });
}

/** @throws Refusal `not-found`, `import-not-open` for one that is confirmed, cancelled or failed already */
export async function cancelImport(context: Context, id: string): Promise<View> {
  return inTransaction(context, async (tx) => {
    const record = (await lockImport(tx, id)) ?? refuse("not-found");
    if (record.state !== "reading" && record.state !== "ready") refuse("import-not-open", { state: record.state });
    await moveImport(tx, id, { state: "cancelled" }, context.now());
    return one(tx, context, id);
  });
}

async function one(tx: Transaction, context: Context, id: string): Promise<View> {
  const record = (await findImport(tx, id)) ?? refuse("not-found");
  return view(context, record, await personNames(tx, [record.person_id]));
}

/** An import that has not moved for so long was cut off with the server. [ms] */
const SILENT_MS = 120_000;

function view(context: Context, record: ImportRecord, names: Names): View {
  const silent = record.state === "reading" && context.now().getTime() - record.changed_at.getTime() > SILENT_MS;
  const problem = silent
    ? { code: "import-cut-off", facts: {} }
    : (record.problem as { code: string; facts: Facts } | null);
  return {
    id: record.id as View["id"],
    fileName: record.file_name,
    by: names(record.person_id),
    own: record.person_id === context.actor.personId,
    state: silent ? "failed" : record.state,
    total: record.total,
    done: record.done,
    counts: { new: 0, changed: 0, same: 0, bad: 0, ...record.counts },
    problem: problem && { code: problem.code, sentence: problemSentence(problem.code, problem.facts) },
    createdAt: record.created_at.toISOString(),
    reason: record.reason,
  };
}

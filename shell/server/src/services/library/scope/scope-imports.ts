import { createHash } from "node:crypto";
import { SCOPE_FILE_BYTES } from "@quanheng/contract/routes/scope.ts";
import type { ScopeLine } from "@quanheng/contract/schemas/party.ts";
import { refuse as refuseRow } from "@quanheng/flow/selection/library/refusals.ts";
import { type HeldScopeLine, scopeDifferences } from "@quanheng/flow/selection/scope/scope-difference.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import type { z } from "zod";
import { readSheetFile } from "../../../adapters/sheet/read-sheet.ts";
import { today } from "../../../china-time.ts";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../refusals.ts";
import { recordAction } from "../../../store/audit.ts";
import { findInstitution } from "../../../store/institution.ts";
import type { PageAsk, PageOf } from "../../../store/page.ts";
import { readReference } from "../../../store/reference.ts";
import {
  findAccreditation,
  findScopeImport,
  insertScopeImport,
  insertScopeImportRows,
  type ScopeLineRow,
  scopeImportPage,
  scopeImportRowPage,
  scopeInUse,
  scopeOfAccreditation,
  scopePage,
} from "../../../store/scope-import.ts";
import { asJson } from "../../../store/tables/column.ts";
import { inTransaction, reading, type Transaction } from "../../../store/transaction.ts";
import { scopeLineView } from "../library.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { readScopeFile } from "./read-scope-file.ts";
import { type ImportView, importViews, type RowView, rowView } from "./scope-view.ts";

/**
 * Lays a file of the whole scope of one accreditation beside the scope that holds. Nothing changes before a second person
 * confirms.
 *
 * @throws Refusal `not-found` for an accreditation of another house, `file-empty`, `too-large`, `import-unreadable`,
 *   `import-empty`, `import-columns`, `import-too-long`
 */
export async function startScopeImport(
  context: Context,
  accreditationId: string,
  file: { readonly name: string; readonly stream: AsyncIterable<Uint8Array> },
): Promise<ImportView> {
  const bytes = await collected(file);
  const rows = (await readSheetFile(bytes)) ?? refuseRow("import-unreadable", { name: file.name });
  return inTransaction(context, async (tx) => {
    const accreditation = await findAccreditation(tx, accreditationId);
    if (!accreditation || accreditation.institution_id !== context.actor.partyId) return refuse("not-found");
    const { characteristics } = vocabularyOf(await readReference(tx));
    const held = await scopeOfAccreditation(tx, accreditationId, today(context));
    const used = Map.groupBy(await scopeInUse(tx, accreditation.institution_id), testOf);
    const found = scopeDifferences(readScopeFile(rows, file.name, characteristics), held.map(heldLine));
    const id = context.newId("sci");
    const counts = { new: 0, changed: 0, ended: 0, same: 0, bad: 0 };
    for (const { kind } of found) counts[kind]++;
    const resting = found.flatMap(({ kind, held: line }) =>
      line && kind !== "same" ? (used.get(testOf(line)) ?? []) : [],
    );
    const inUse = new Set(resting.map(({ commission }) => commission)).size;
    await insertScopeImport(tx, {
      id,
      accreditation_id: accreditationId,
      institution_id: accreditation.institution_id,
      person_id: context.actor.personId ?? refuse("not-signed-in"),
      file_name: file.name,
      state: "ready",
      counts: asJson({ ...counts, inUse }),
      beside: fingerprint(held),
      created_at: context.now(),
    });
    await insertScopeImportRows(
      tx,
      found.map((each, serial) => ({
        import_id: id,
        serial,
        line: each.at,
        kind: each.kind,
        line_id: each.held?.id ?? null,
        before: each.held && asJson(each.held),
        after: each.kind === "bad" || each.line === null ? null : asJson(each.line),
        changes: asJson(each.kind === "changed" ? each.changes : []),
        problems: asJson(each.kind === "bad" ? each.problems : []),
        in_use: each.held && each.kind !== "same" ? (used.get(testOf(each.held))?.length ?? 0) : 0,
      })),
    );
    await recordAction(tx, context, {
      action: "scope.propose",
      subject: id,
      facts: { accreditation: accreditationId, ...counts },
    });
    return oneView(tx, context, id);
  });
}

async function collected({
  name,
  stream,
}: {
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array>;
}): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > SCOPE_FILE_BYTES) refuse("too-large", { limit: "5 MB" });
    parts.push(part);
  }
  if (size === 0) refuse("file-empty", { name });
  return Buffer.concat(parts);
}

export async function pageScopeImports(context: Context, ask: PageAsk): Promise<PageOf<ImportView>> {
  return reading(context, async (tx) => {
    const page = await scopeImportPage(tx, ask);
    return { ...page, items: await importViews(tx, context, page.items) };
  });
}

/** The scope of one institution, line by line. @throws Refusal `not-found` */
export async function pageScope(
  context: Context,
  institutionId: string,
  ask: PageAsk & { readonly text?: string | undefined },
): Promise<PageOf<z.infer<typeof ScopeLine>>> {
  return reading(context, async (tx) => {
    if (!(await findInstitution(tx, institutionId))) refuse("not-found");
    const reference = await readReference(tx);
    return scopePage(tx, institutionId, ask, (row) => scopeLineView(row, reference));
  });
}

/** @throws Refusal `not-found` */
export async function getScopeImport(context: Context, id: string): Promise<ImportView> {
  return reading(context, (tx) => oneView(tx, context, id));
}

/** @throws Refusal `not-found` */
export async function pageScopeImportRows(
  context: Context,
  id: string,
  { kind, ...ask }: PageAsk & { readonly kind: RowView["kind"] },
): Promise<PageOf<RowView>> {
  return reading(context, async (tx) => {
    if (!(await findScopeImport(tx, id))) refuse("not-found");
    return scopeImportRowPage(tx, id, kind, ask, rowView);
  });
}

export async function oneView(tx: Transaction, context: Context, id: string): Promise<ImportView> {
  const record = (await findScopeImport(tx, id)) ?? refuse("not-found");
  const [view] = await importViews(tx, context, [record]);
  return view ?? refuse("not-found");
}

/** What tells one state of a scope from another. */
export function fingerprint(lines: readonly ScopeLineRow[]): string {
  return createHash("sha256")
    .update(canonicalJson(lines.map(heldLine)))
    .digest("hex");
}

export function heldLine(row: ScopeLineRow): HeldScopeLine {
  return {
    id: row.id,
    method: row.method,
    characteristic: row.characteristic,
    objectZh: row.object_zh,
    objectEn: row.object_en,
    rangeMin: row.range_min,
    rangeMax: row.range_max,
    unit: row.unit,
    cmc: row.cmc,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function testOf({ method, characteristic }: { readonly method: string; readonly characteristic: string }): string {
  return JSON.stringify([method, characteristic]);
}

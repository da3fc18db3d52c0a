import { refuse as refuseRow } from "@quanheng/flow/selection/library/refusals.ts";
import type { ScopeLine } from "@quanheng/flow/selection/scope/scope-line.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import { today } from "../../../china-time.ts";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../refusals.ts";
import { recordAction } from "../../../store/audit.ts";
import {
  announceScope,
  changingScopeRows,
  decideScopeImport,
  insertScopeChanges,
  keepScopeLines,
  lockScopeImport,
  type ScopeImportRecord,
  type ScopeImportRow,
  type ScopeLineRow,
  scopeOfAccreditation,
} from "../../../store/scope-import.ts";
import { asJson } from "../../../store/tables/column.ts";
import { inTransaction, type Transaction } from "../../../store/transaction.ts";
import { refuseOwn } from "../four-eyes.ts";
import { fingerprint, oneView } from "./scope-imports.ts";
import type { ImportView } from "./scope-view.ts";

/**
 * Puts the good lines of a scope file into force and ends what the file no longer holds; all in one transaction. Open
 * commissions that rest on a changed or ended line are told.
 *
 * @throws Refusal `not-found`, `import-not-open`, `not-independent` for whoever handed the file in,
 *   `import-without-change`, `import-outdated` when the scope changed since
 */
export async function confirmScopeImport(context: Context, id: string, reason: string): Promise<ImportView> {
  return inTransaction(context, async (tx) => {
    const record = await openImport(tx, id);
    const person = context.actor.personId ?? refuse("not-signed-in");
    if (record.person_id === person) refuseOwn();
    const rows = await changingScopeRows(tx, id);
    if (rows.length === 0) refuseRow("import-without-change");
    const day = today(context);
    if (fingerprint(await scopeOfAccreditation(tx, record.accreditation_id, day)) !== record.beside)
      refuse("import-outdated", { count: rows.length });

    const now = context.now();
    await decideScopeImport(tx, id, { state: "confirmed", decided_by: person, reason, decided_at: now });
    const lines = rows.map((row) => lineOf(row, record, day, () => context.newId("scp")));
    await keepScopeLines(tx, lines);
    await insertScopeChanges(
      tx,
      rows.map((row, at) => ({
        import_id: id,
        line_id: lines[at]?.id ?? "",
        kind: row.kind as "new" | "changed" | "ended",
        before: row.before === null ? null : asJson(row.before),
        after: row.after === null ? null : asJson(row.after),
        reason,
        recorded_at: now,
      })),
    );
    await announceScope(tx, id, now);
    await recordAction(tx, context, { action: "scope.confirm", subject: id, facts: { reason, lines: rows.length } });
    return oneView(tx, context, id);
  });
}

/** @throws Refusal `not-found`, `import-not-open` */
export async function declineScopeImport(context: Context, id: string, reason: string): Promise<ImportView> {
  return inTransaction(context, async (tx) => {
    await openImport(tx, id);
    const decided_by = context.actor.personId ?? refuse("not-signed-in");
    await decideScopeImport(tx, id, { state: "declined", decided_by, reason, decided_at: context.now() });
    await recordAction(tx, context, { action: "scope.decline", subject: id, facts: { reason } });
    return oneView(tx, context, id);
  });
}

async function openImport(tx: Transaction, id: string): Promise<ScopeImportRecord> {
  const record = (await lockScopeImport(tx, id)) ?? refuse("not-found");
  if (record.state !== "ready") refuse("import-not-open", { state: record.state });
  return record;
}

/** The line as it is from now on; one that ends did so yesterday. */
function lineOf(row: ScopeImportRow, record: ScopeImportRecord, day: string, newId: () => string): ScopeLineRow {
  const ended = row.kind === "ended";
  const line = (ended ? row.before : row.after) as ScopeLine;
  return {
    id: row.line_id ?? newId(),
    accreditation_id: record.accreditation_id,
    institution_id: record.institution_id,
    method: line.method,
    characteristic: line.characteristic,
    object_zh: line.objectZh,
    object_en: line.objectEn,
    range_min: line.rangeMin,
    range_max: line.rangeMax,
    unit: line.unit,
    cmc: line.cmc,
    valid_from: line.validFrom,
    valid_to: ended ? addDays(day, -1) : line.validTo,
  };
}

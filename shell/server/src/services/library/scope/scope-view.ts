import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { ScopeImport, ScopeImportRow } from "@quanheng/contract/routes/scope.ts";
import type { ScopeChange } from "@quanheng/flow/selection/scope/scope-difference.ts";
import { SCOPE_FIELDS, type ScopeLine, type ScopeProblem } from "@quanheng/flow/selection/scope/scope-line.ts";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { personNames } from "../../../store/names.ts";
import { accreditationsById, type ScopeImportRow as Row, type ScopeImportRecord } from "../../../store/scope-import.ts";
import type { Transaction } from "../../../store/transaction.ts";

export type ImportView = z.infer<typeof ScopeImport>;
export type RowView = z.infer<typeof ScopeImportRow>;

/** Scope files as their house reads them. */
export async function importViews(
  tx: Transaction,
  context: Context,
  records: readonly ScopeImportRecord[],
): Promise<ImportView[]> {
  const people = records.flatMap(({ person_id, decided_by }) => (decided_by ? [person_id, decided_by] : [person_id]));
  const names = await personNames(tx, people);
  const bodies = await accreditationsById(
    tx,
    records.map(({ accreditation_id }) => accreditation_id),
  );
  return records.map((record) => {
    const accreditation = bodies.find(({ id }) => id === record.accreditation_id);
    const { inUse = 0, ...counts } = record.counts;
    return {
      id: record.id as ImportView["id"],
      accreditation: {
        id: record.accreditation_id,
        body: accreditation?.body ?? "",
        number: accreditation?.number ?? "",
      },
      fileName: record.file_name,
      by: names(record.person_id),
      own: record.person_id === context.actor.personId,
      state: record.state,
      counts: { new: 0, changed: 0, ended: 0, same: 0, bad: 0, ...counts },
      inUse,
      reason: record.reason,
      decidedBy: record.decided_by === null ? null : names(record.decided_by),
      createdAt: record.created_at.toISOString(),
    };
  });
}

export function rowView(row: Row): RowView {
  const shown = (row.after ?? row.before) as ScopeLine | null;
  return {
    serial: row.serial,
    line: row.line,
    kind: row.kind,
    shown: shown && (Object.fromEntries(SCOPE_FIELDS.map((field) => [field, shown[field]])) as RowView["shown"]),
    changes: (row.changes as readonly ScopeChange[]).map((change) => ({ ...change })),
    problems: (row.problems as readonly ScopeProblem[]).map(({ field, code, facts }) => ({
      field,
      code,
      sentence: problemSentence(code, facts),
    })),
    inUse: row.in_use,
  };
}

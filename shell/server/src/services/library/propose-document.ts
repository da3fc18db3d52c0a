import type { proposeDocument as ProposeContract } from "@quanheng/contract/routes/library-documents.ts";
import { editionOverlap } from "@quanheng/flow/selection/library/edition-overlap.ts";
import { refuse as refuseRow } from "@quanheng/flow/selection/library/refusals.ts";
import { supersessionsOf } from "@quanheng/flow/selection/library/standing.ts";
import { requireNoCycle, type Supersession } from "@quanheng/flow/selection/library/supersession.ts";
import { INTERNATIONAL } from "@quanheng/flow/selection/library/within-document.ts";
import type { NormativeDocument } from "@quanheng/flow/selection/reference.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { recordAction } from "../../store/audit.ts";
import { insertRuleVersion, readReference, ruleVersions } from "../../store/reference.ts";
import { lockLibrary } from "../../store/requirement.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { instantAfter } from "./requirement-versions.ts";

type Proposed = z.output<(typeof ProposeContract)["body"]>;

/**
 * Records a new document, or a new version of the record of one, as proposed.
 *
 * @throws Refusal `row-interval-empty`, `row-value-unknown` for a market that nobody knows, `supersession-cycle` with the
 *   documents of the circle, `editions-overlap` unless both are said to hold side by side
 */
export async function proposeDocument(context: Context, id: string, proposed: Proposed) {
  return inTransaction(context, async (tx) => {
    await lockLibrary(tx);
    return recordDocument(tx, context, id, proposed);
  });
}

/** The same within a larger change, whose transaction holds the library's lock. */
export async function recordDocument(tx: Transaction, context: Context, id: string, proposed: Proposed) {
  const { documents, relations, markets } = await readReference(tx);
  const document = bodyOf(id, proposed);
  const { from, to } = document.effective;
  if (from !== null && to !== null && from >= to) refuseRow("row-interval-empty", { field: "effectiveTo", from, to });
  if (!markets.has(document.market) && !INTERNATIONAL.includes(document.market))
    refuseRow("row-value-unknown", { field: "market", value: document.market });
  requireAdoptions(document);
  requireKnown(document, documents, relations);
  const others = [...documents.values()].filter((each) => each.id !== id);
  const edges = supersessionsOf([...others, document], relations);
  requireNoCycle(edges);
  if (proposed.sideBySide !== true) requireOneEdition(document, others, edges);

  const [newest] = await ruleVersions(tx, "document", id, FAR);
  const now = context.now();
  const recordedAt = newest ? instantAfter(newest.recorded_at.toISOString(), now) : now.toISOString();
  await insertRuleVersion(tx, {
    id: context.newId("req"),
    kind: "document",
    rowId: id,
    body: document,
    status: "proposed",
    effective: document.effective,
    recordedAt,
    recordedBy: context.actor.personId,
    reason: proposed.reason,
  });
  await recordAction(tx, context, { action: "document.propose", subject: id, facts: { reason: proposed.reason } });
  return { id, status: "proposed" as const, recordedAt };
}

/** Of one document one edition holds at a time. */
function requireOneEdition(
  document: NormativeDocument,
  others: readonly NormativeDocument[],
  edges: readonly Supersession[],
): void {
  const withEdges = ({ id, effective }: NormativeDocument) => ({
    id,
    effective,
    supersedes: edges.filter(({ source }) => source === id).map(({ target }) => target),
  });
  const other = editionOverlap(withEdges(document), others.map(withEdges));
  if (!other) return;
  const { from, to } = other.effective;
  refuseRow("editions-overlap", { field: "effectiveFrom", other: other.id, from: from ?? "…", to: to ?? "…" });
}

/** What a document newly says it supersedes is known; that of records so far is left as it was stated. */
function requireKnown(
  { id, supersedes }: NormativeDocument,
  documents: ReadonlyMap<string, NormativeDocument>,
  relations: Parameters<typeof supersessionsOf>[1],
): void {
  const told = new Set(supersessionsOf(documents.values(), relations).map(({ target }) => target));
  const unknown = supersedes.find((each) => each !== id && !documents.has(each) && !told.has(each));
  if (unknown !== undefined) refuseRow("row-value-unknown", { field: "supersedes", value: unknown });
}

/** A document does not adopt itself, and another one in one degree only. */
function requireAdoptions({ id, adopts }: NormativeDocument): void {
  for (const [at, { to }] of adopts.entries()) {
    if (to === id) refuseRow("row-value-unknown", { field: "adopts", value: to });
    const before = adopts.findIndex((each) => each.to === to);
    if (before < at) refuseRow("row-repeated", { field: "adopts", row: to, line: before + 1 });
  }
}

const FAR = new Date("9999-12-31T00:00:00Z");

function bodyOf(id: string, proposed: Proposed): NormativeDocument {
  const { effectiveFrom, effectiveTo, precision, reason: _, sideBySide: __, ...rest } = proposed;
  return {
    ...rest,
    id,
    effective: { from: effectiveFrom, to: effectiveTo, precision },
    confidence: "medium",
    basis: "expert-knowledge",
  };
}

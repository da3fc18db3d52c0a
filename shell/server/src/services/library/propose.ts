import type { checkProposal as CheckContract } from "@quanheng/contract/routes/library-editing.ts";
import type { FieldChange } from "@quanheng/flow/selection/library/difference.ts";
import { rowDifference, withUnshown } from "@quanheng/flow/selection/library/difference.ts";
import { Places } from "@quanheng/flow/selection/library/overlap.ts";
import { readRow } from "@quanheng/flow/selection/library/read-row.ts";
import { refuse as refuseRow } from "@quanheng/flow/selection/library/refusals.ts";
import type { RowProblem, RowTexts } from "@quanheng/flow/selection/library/row-problem.ts";
import { rowTexts } from "@quanheng/flow/selection/library/row-texts.ts";
import type { RequirementRow } from "@quanheng/flow/selection/requirement.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { readReference } from "../../store/reference.ts";
import {
  announceRequirements,
  insertRequirement,
  lockRequirement,
  newestRequirements,
  requirementVersions,
  type StoredRequirement,
} from "../../store/requirement.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { refuseOwn } from "./four-eyes.ts";
import { problemView } from "./problem-view.ts";
import { CHANGED, instantAfter, refuseNewer, versionViewer } from "./requirement-versions.ts";
import { vocabularyOf } from "./vocabulary.ts";

type Checked = {
  readonly row: RequirementRow | null;
  readonly before: StoredRequirement | undefined;
  readonly kind: "new" | "changed" | "same" | "bad";
  readonly changes: readonly FieldChange[];
  readonly problems: readonly RowProblem[];
};

/** What is wrong with a row as typed and what it would change; nothing is recorded. */
export async function checkProposal(
  context: Context,
  texts: RowTexts,
): Promise<z.output<(typeof CheckContract)["response"]>> {
  const { row, before, kind, changes, problems } = await reading(context, (tx) => check(tx, texts));
  return {
    rowId: row?.id ?? null,
    kind,
    before: (before?.versionId ?? null) as Id<"req"> | null,
    changes: changes.map((change) => ({ ...change })),
    problems: problems.map(problemView),
  };
}

/**
 * Records a new row or a new version of one as proposed: it decides nothing until a second person verifies it.
 *
 * @throws Refusal with the code of the row's first problem, `stale` when the row changed meanwhile,
 *   `proposal-without-change`
 */
export async function proposeRequirement(context: Context, proposal: Proposal) {
  return inTransaction(context, async (tx) => {
    const proposed = await recordProposal(tx, context, proposal);
    return (await versionViewer(tx, context, [proposed]))(proposed);
  });
}

type Proposal = { readonly row: RowTexts; readonly before: string | null; readonly reason: string };

/** The same within a change that is larger than the row: what publishes a draft proposes all its rows or none. */
export async function recordProposal(
  tx: Transaction,
  context: Context,
  { row: texts, before: seen, reason }: Proposal,
): Promise<StoredRequirement> {
  const first = await check(tx, texts);
  const { row } = first;
  if (row === null) return refuseFirst(first.problems);
  await lockRequirement(tx, row.id);
  const { before, kind, problems } = await check(tx, texts);
  if (before && before.versionId !== seen) await refuseNewer(tx, before);
  if (problems.length > 0) refuseFirst(problems);
  if (kind === "same") refuseRow("proposal-without-change", { row: row.id });
  const now = context.now();
  const proposed: StoredRequirement = {
    ...withUnshown(before, row),
    versionId: context.newId("req"),
    status: "proposed",
    recordedAt: before ? instantAfter(before.recordedAt, now) : now.toISOString(),
    recordedBy: context.actor.personId,
    verifiedBy: null,
    verifiedOn: null,
    reason,
    verification: null,
  };
  await insertRequirement(tx, proposed);
  await recordAction(tx, context, {
    action: "requirement.propose",
    subject: row.id,
    facts: { version: proposed.versionId, kind, reason },
  });
  await announceRequirements(tx, [row.id], CHANGED.proposed, now);
  return proposed;
}

/**
 * Declines a proposed version: the version before it is recorded again as it was; a row that had none is retired.
 *
 * @throws Refusal `not-found`, `stale`, `requirement-not-open` for a version that is not proposed, `not-independent`
 */
export async function declineRequirement(
  context: Context,
  rowId: string,
  { versionId, reason }: { versionId: string; reason: string },
) {
  return inTransaction(context, async (tx) => {
    await lockRequirement(tx, rowId);
    const versions = await requirementVersions(tx, rowId);
    const [newest] = versions;
    if (!newest) return refuse("not-found");
    if (newest.versionId !== versionId) await refuseNewer(tx, newest);
    if (newest.status !== "proposed") refuse("requirement-not-open", { status: newest.status });
    if (newest.recordedBy === context.actor.personId) refuseOwn();
    const former = versions.find(({ status }) => status !== "proposed");
    const restored: StoredRequirement = {
      ...(former ?? { ...newest, status: "retired", recordedBy: context.actor.personId }),
      versionId: context.newId("req"),
      recordedAt: instantAfter(newest.recordedAt, context.now()),
      reason,
    };
    await insertRequirement(tx, restored);
    await recordAction(tx, context, {
      action: "requirement.decline",
      subject: rowId,
      facts: { declined: versionId, version: restored.versionId, reason },
    });
    await announceRequirements(tx, [rowId], CHANGED.declined, context.now());
    return (await versionViewer(tx, context, [restored]))(restored);
  });
}

/**
 * The newest version of a row as the form edits it.
 *
 * @throws Refusal `not-found`
 */
export async function getRowTexts(context: Context, rowId: string) {
  return reading(context, async (tx) => {
    const [newest] = await requirementVersions(tx, rowId);
    if (!newest) return refuse("not-found");
    return { versionId: newest.versionId as Id<"req">, row: { ...rowTexts(newest) } };
  });
}

async function check(tx: Transaction, texts: RowTexts): Promise<Checked> {
  const { row, problems } = readRow(texts, vocabularyOf(await readReference(tx)));
  if (row === null) return { row, before: undefined, kind: "bad", changes: [], problems };
  const [before] = await requirementVersions(tx, row.id);
  const { product, market, characteristic } = row;
  const beside = await newestRequirements(tx, { product, markets: [market], characteristic });
  const overlap = new Places(beside).overlapOf(row);
  if (overlap) return { row, before, kind: "bad", changes: [], problems: [overlap] };
  // A retired row may be proposed again, whatever it says.
  const difference = rowDifference(before?.status === "retired" ? undefined : before, withUnshown(before, row));
  return { row, before, kind: difference.kind, changes: difference.changes, problems: [] };
}

function refuseFirst([first]: readonly RowProblem[]): never {
  return first ? refuseRow(first.code, first.facts) : refuse("malformed");
}

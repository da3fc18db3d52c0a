import type { Draft } from "@quanheng/flow/selection/drafting/draft.ts";
import { type DraftStep, stepFrom } from "@quanheng/flow/selection/drafting/step.ts";
import { clockText } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import {
  type DraftRecord,
  draftVersions,
  findDraft,
  insertDraftStep,
  lockDraft,
  updateDraft,
  type VersionRecord,
} from "../../store/drafting.ts";
import { personNames } from "../../store/names.ts";
import type { Transaction } from "../../store/transaction.ts";

/** A draft with the version that is read, and every version that the reader may see. */
export type OpenDraft = {
  readonly draft: DraftRecord;
  readonly versions: readonly VersionRecord[];
  readonly version: VersionRecord;
  /** The reader belongs to the drafting house. */
  readonly own: boolean;
};

/**
 * A draft as the reader may see it: the newest version for the drafting house, the newest that was put to comment or
 * published for everybody else, or the one asked for.
 *
 * @throws Refusal `not-found`
 */
export async function openDraft(tx: Transaction, context: Context, id: string, asked?: number): Promise<OpenDraft> {
  const draft = (await findDraft(tx, id)) ?? refuse("not-found");
  const versions = await draftVersions(tx, id);
  const version =
    (asked === undefined ? versions[0] : versions.find(({ number }) => number === asked)) ?? refuse("not-found");
  return { draft, versions, version, own: isOwn(context, draft) };
}

/** Whether the reader drafts for the institution. */
export function isOwn({ actor }: Context, { institution_id }: Pick<DraftRecord, "institution_id">): boolean {
  return actor.role === "standards-engineer" && actor.partyId === institution_id;
}

/**
 * The draft locked for a change of the drafting house, at its newest version.
 *
 * @throws Refusal `not-found`
 */
export async function draftForChange(tx: Transaction, context: Context, id: string): Promise<OpenDraft> {
  const draft = (await lockDraft(tx, id)) ?? refuse("not-found");
  if (!isOwn(context, draft)) refuse("not-found");
  const versions = await draftVersions(tx, id);
  return { draft, versions, version: versions[0] ?? refuse("not-found"), own: true };
}

/** @throws Refusal `stale` with who kept the newer version, when and why */
export async function refuseOutdated(tx: Transaction, { draft, version }: OpenDraft, seen: number): Promise<void> {
  if (seen === draft.version) return;
  const name = (await personNames(tx, [version.recorded_by]))(version.recorded_by);
  refuse("stale", {
    ...{ changedBy_zh: name.zh, changedBy_en: name.en, changed: version.reason },
    ...{ changedAt: clockText(version.recorded_at), at: version.recorded_at.toISOString() },
  });
}

/**
 * Takes a step: the draft moves, and the step is kept with its reason and its audit entry.
 *
 * @throws Refusal `draft-step-impossible`
 */
export async function takeStep(
  tx: Transaction,
  context: Context,
  draft: DraftRecord,
  step: DraftStep,
  {
    reason = null,
    ...change
  }: { readonly reason?: string | null } & Partial<
    Pick<DraftRecord, "kind" | "number" | "title_zh" | "title_en" | "version" | "approved_by">
  > = {},
): Promise<DraftRecord["state"]> {
  const state = stepFrom(draft.state, step);
  const at = context.now();
  await updateDraft(tx, draft.id, { ...change, state, changed_at: at });
  await keepStep(tx, context, draft, step, reason, at);
  return state;
}

/** Keeps that something was done to a draft, for the drafting house and in the audit trail. */
export async function keepStep(
  tx: Transaction,
  context: Context,
  { id, institution_id }: Pick<DraftRecord, "id" | "institution_id">,
  step: string,
  reason: string | null,
  at: Date,
): Promise<void> {
  const person_id = context.actor.personId ?? refuse("not-signed-in");
  await insertDraftStep(tx, { draft_id: id, institution_id, step, reason, person_id, at });
  await recordAction(tx, context, { action: `draft.${step}`, subject: id, facts: reason === null ? {} : { reason } });
}

/** The head of a version as the list shows it. */
export function headOf({ kind, number, title }: Draft) {
  return { kind, number, title_zh: title.zh, title_en: title.en };
}

import type { RequirementVersion as View } from "@quanheng/contract/routes/library.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { z } from "zod";
import { clockText, today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { mayDo } from "../../permissions.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { type Names, personNames } from "../../store/names.ts";
import { offeredCharacteristics } from "../../store/offer.ts";
import { announce } from "../../store/outbox.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import {
  announceRequirements,
  insertRequirement,
  lockRequirement,
  requirementVersions,
  type StoredRequirement,
} from "../../store/requirement.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { requireComparedDay } from "./compared-day.ts";
import { refuseOwn } from "./four-eyes.ts";
import { type Offered, requirementView } from "./requirement-view.ts";

type RequirementVersionView = z.infer<typeof View>;

/**
 * Every version of one requirement, newest first, and whether the reader may verify it.
 *
 * @throws Refusal `not-found`
 */
export async function getRequirement(context: Context, rowId: string) {
  return reading(context, async (tx) => {
    const versions = await requirementVersions(tx, rowId);
    const [newest] = versions;
    if (!newest) return refuse("not-found");
    const view = await versionViewer(tx, context, versions);
    const reason = whyNotVerify(context, newest);
    return { rowId, versions: versions.map(view), mayVerify: { allowed: reason === null, reason } };
  });
}

/** What a person says of the comparison; clause and day are those of the row and of today unless they are stated. */
export type Comparison = {
  readonly versionId: string;
  /** The official text: edition, page or address. */
  readonly source: string;
  readonly clause?: string;
  readonly comparedOn?: string;
  readonly reason: string;
};

/**
 * Records that a named person compared the newest version with its document; the verified version is a new row.
 *
 * @throws Refusal `not-found`, `stale` when a newer version exists, `requirement-not-open`, `not-independent`,
 *   `compared-day-ahead`, `compared-day-early`
 */
export async function verifyRequirement(
  context: Context,
  rowId: string,
  { versionId, source, reason, clause, comparedOn = today(context) }: Comparison,
) {
  return inTransaction(context, async (tx) => {
    await lockRequirement(tx, rowId);
    const versions = await requirementVersions(tx, rowId);
    const [newest] = versions;
    if (!newest) return refuse("not-found");
    if (newest.versionId !== versionId) await refuseNewer(tx, newest);
    if (newest.status !== "recalled" && newest.status !== "proposed")
      refuse("requirement-not-open", { status: newest.status });
    if (newest.recordedBy !== null && newest.recordedBy === context.actor.personId) refuseOwn();
    requireComparedDay(comparedOn, today(context), (await readReference(tx)).documents.get(newest.document));

    const verified: StoredRequirement = {
      ...newest,
      versionId: context.newId("req"),
      status: "verified",
      source,
      recordedAt: instantAfter(newest.recordedAt, context.now()),
      recordedBy: null,
      verifiedBy: context.actor.personId,
      verifiedOn: today(context),
      reason,
      verification: { edition: source, clause: clause ?? newest.clause, comparedOn, note: reason },
    };
    await insertRequirement(tx, verified);
    await recordAction(tx, context, {
      action: "requirement.verify",
      subject: rowId,
      facts: { version: verified.versionId, source },
    });
    await announceRequirements(tx, [rowId], CHANGED.verified, context.now());
    await announce(tx, context, {
      topic: "requirement.verified",
      subject: rowId,
      facts: { version: verified.versionId },
    });
    return (await versionViewer(tx, context, [verified]))(verified);
  });
}

/** The words of a notice for what became of a requirement. */
export const CHANGED = {
  proposed: { zh: "已提出新版本，尚待核对", en: "proposed, not verified yet" },
  verified: { zh: "已与原文核对", en: "verified against the official text" },
  declined: { zh: "拟定的版本已退回", en: "the proposed version was declined" },
} as const;

/** @throws Refusal `stale` with who recorded the newer version, when and why */
export async function refuseNewer(tx: Transaction, { recordedBy, verifiedBy, recordedAt, reason }: StoredRequirement) {
  const by = recordedBy ?? verifiedBy;
  const name = (await personNames(tx, [by]))(by);
  refuse("stale", {
    ...{ changedBy_zh: name.zh, changedBy_en: name.en },
    changedAt: clockText(new Date(recordedAt)),
    at: recordedAt,
    changed: reason,
  });
}

/** Now, or one millisecond after the newest version where a clock stands still or was set back: versions have an order. */
export function instantAfter(newest: string, now: Date): string {
  return new Date(Math.max(now.getTime(), Date.parse(newest) + 1)).toISOString();
}

function whyNotVerify(context: Context, newest: StoredRequirement): Bilingual | null {
  if (!mayDo(context.actor, "requirement.verify"))
    return { zh: "只有标准工程师可以核对要求。", en: "Only a standards engineer verifies requirements." };
  if (newest.status !== "recalled" && newest.status !== "proposed")
    return { zh: "该要求已核对。", en: "This requirement is verified already." };
  if (newest.recordedBy !== null && newest.recordedBy === context.actor.personId)
    return { zh: "您录入了该版本，须由他人核对。", en: "You recorded this version; someone else must verify it." };
  return null;
}

const ENGINEER: Bilingual = { zh: "标准工程师", en: "a standards engineer" };

export async function versionViewer(
  tx: Transaction,
  context: Context,
  versions: readonly StoredRequirement[],
): Promise<(version: StoredRequirement) => RequirementVersionView> {
  const reference: Reference = await readReference(tx);
  const characteristics = await offeredCharacteristics(tx, today(context));
  const offered: Offered = (characteristic) => characteristics.has(characteristic);
  const names: Names = await personNames(
    tx,
    versions.flatMap(({ recordedBy, verifiedBy }) => [recordedBy, verifiedBy]),
  );
  // A visitor learns that a person vouches for a row, and when, but not who it is.
  const visitor = context.actor.role === "public";
  const named = (id: string | null) => (id === null ? null : visitor ? ENGINEER : names(id));
  return (version) => ({
    ...requirementView(version, reference, offered),
    recordedAt: version.recordedAt,
    recordedBy: named(version.recordedBy),
    verifiedBy: named(version.verifiedBy),
    verifiedOn: version.verifiedOn,
    verification: version.verification,
    reason: version.reason,
  });
}

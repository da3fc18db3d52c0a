import type {
  declineDocument as DeclineContract,
  verifyDocument as VerifyContract,
} from "@quanheng/contract/routes/library-documents.ts";
import type { NormativeDocument } from "@quanheng/flow/selection/reference.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { z } from "zod";
import { clockText, today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { mayDo } from "../../permissions.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { personNames } from "../../store/names.ts";
import { insertRuleVersion, type RuleVersion, ruleVersions } from "../../store/reference.ts";
import { lockLibrary } from "../../store/requirement.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { requireComparedDay } from "./compared-day.ts";
import { refuseOwn } from "./four-eyes.ts";
import { instantAfter } from "./requirement-versions.ts";

type Verified = z.output<(typeof VerifyContract)["body"]>;
type Declined = z.output<(typeof DeclineContract)["body"]>;
type Settled = z.output<(typeof VerifyContract)["response"]>;
type Version = Awaited<ReturnType<typeof ruleVersions>>[number];

const FAR = new Date("9999-12-31T00:00:00Z");

/**
 * Records that a second person compared the newest version of a document's record with the official text.
 *
 * @throws Refusal `not-found`, `stale`, `requirement-not-open`, `not-independent`, `compared-day-ahead`,
 *   `compared-day-early`
 */
export async function verifyDocument(context: Context, id: string, verified: Verified): Promise<Settled> {
  const { source, clause, comparedOn, reason } = verified;
  return inTransaction(context, async (tx) => {
    const [newest] = await openVersions(tx, id, verified.recordedAt);
    if (newest.status !== "proposed" && newest.status !== "recalled")
      refuse("requirement-not-open", { status: newest.status });
    requireSecond(context, newest);
    requireComparedDay(comparedOn, today(context), newest.body as NormativeDocument);
    const verification = { edition: source, clause, comparedOn, note: reason };
    return record(tx, context, id, newest, { status: "verified", reason, body: newest.body, verification }, "verify");
  });
}

/**
 * Declines a proposed version: what held before holds again, a document of its own is retired.
 *
 * @throws Refusal `not-found`, `stale`, `requirement-not-open`, `not-independent`
 */
export async function declineDocument(
  context: Context,
  id: string,
  { recordedAt, reason }: Declined,
): Promise<Settled> {
  return inTransaction(context, async (tx) => {
    const [newest, ...older] = await openVersions(tx, id, recordedAt);
    if (newest.status !== "proposed") refuse("requirement-not-open", { status: newest.status });
    requireSecond(context, newest);
    const before = older.find(({ status }) => status !== "proposed");
    const body = before?.body ?? newest.body;
    const status = before?.status ?? "retired";
    const compared = status === "verified" && before?.verification ? { verification: before.verification } : {};
    return record(tx, context, id, newest, { status, reason, body, ...compared }, "decline");
  });
}

/** Why the reader does not settle the newest version; null where it may. */
export function whyNotSettle(context: Context, newest: Version | undefined): Bilingual | null {
  if (!mayDo(context.actor, "requirement.verify"))
    return { zh: "由标准工程师核对。", en: "Standards engineers verify documents." };
  if (newest?.status !== "proposed" && newest?.status !== "recalled")
    return { zh: "没有待核对的版本。", en: "No version awaits verification." };
  if (newest.recorded_by !== null && newest.recorded_by === context.actor.personId)
    return { zh: "须由提出人以外的人核对。", en: "Somebody other than the proposer verifies it." };
  return null;
}

/** What is shown of the past is not settled. */
export const PAST: Bilingual = { zh: "这是过去所知的记录。", en: "This is the record as it was known in the past." };

async function openVersions(
  tx: Transaction,
  id: string,
  recordedAt: string,
): Promise<readonly [Version, ...Version[]]> {
  await lockLibrary(tx);
  const [newest, ...older] = await ruleVersions(tx, "document", id, FAR);
  if (!newest) return refuse("not-found");
  if (newest.recorded_at.toISOString() !== recordedAt) {
    const name = (await personNames(tx, [newest.recorded_by]))(newest.recorded_by);
    const changedAt = clockText(newest.recorded_at);
    refuse("stale", {
      changedBy_zh: name.zh,
      changedBy_en: name.en,
      changedAt,
      at: recordedAt,
      changed: newest.reason,
    });
  }
  return [newest, ...older];
}

function requireSecond(context: Context, { recorded_by }: Version): void {
  if (recorded_by !== null && recorded_by === context.actor.personId) refuseOwn();
}

async function record(
  tx: Transaction,
  context: Context,
  id: string,
  newest: Version,
  version: Pick<RuleVersion, "status" | "reason" | "body" | "verification">,
  act: "verify" | "decline",
): Promise<Settled> {
  const recordedAt = instantAfter(newest.recorded_at.toISOString(), context.now());
  await insertRuleVersion(tx, {
    ...version,
    id: context.newId("req"),
    kind: "document",
    rowId: id,
    effective: (version.body as NormativeDocument).effective,
    recordedAt,
    recordedBy: context.actor.personId,
  });
  await recordAction(tx, context, { action: `document.${act}`, subject: id, facts: { reason: version.reason } });
  return { id, status: version.status, recordedAt };
}

import { createHash } from "node:crypto";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { Transaction } from "./transaction.ts";

/** What was done to what; `commissionId` puts it into that commission's chain. */
export type Action = {
  readonly action: string;
  readonly subject: string;
  readonly commissionId?: string | null;
  readonly facts: Facts;
};

/** One entry as it is hashed; the actor is the one of the transaction. */
export type AuditEntry = {
  readonly action: string;
  readonly actor: string | null;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly facts: Facts;
  readonly id: string;
  readonly party: string | null;
  readonly role: string;
  /** The chain: a commission's id, else the acting party's id, else `cluster`. */
  readonly stream: string;
  readonly subject: string;
};

/**
 * Appends to the audit trail, in the transaction of the change it tells of.
 *
 * The chain stays locked until the transaction ends, so this comes last but for the announcement.
 *
 * @returns the position of the entry in its chain, from 1
 */
export async function recordAction(tx: Transaction, context: Context, action: Action): Promise<number> {
  const { rows } = await sql<{
    seq: number;
  }>`SELECT append_audit(${canonicalJson(auditEntry(context, action))}) AS seq`.execute(tx);
  return rows[0]!.seq;
}

/** Appends many entries in the order given, in one statement; chains are taken in the order of their first entry. */
export async function recordActions(tx: Transaction, context: Context, actions: readonly Action[]): Promise<void> {
  const bodies = actions.map((action) => canonicalJson(auditEntry(context, action)));
  await sql`SELECT append_audit(entry.body)
    FROM (SELECT body FROM unnest(${bodies}::text[]) WITH ORDINALITY AS u (body, place) ORDER BY place) AS entry`.execute(
    tx,
  );
}

function auditEntry(context: Context, action: Action): AuditEntry {
  return {
    action: action.action,
    actor: context.actor.personId,
    at: context.now().toISOString(),
    facts: action.facts,
    id: context.newId("aud"),
    party: context.actor.partyId,
    role: context.actor.role,
    stream: action.commissionId ?? context.actor.partyId ?? "cluster",
    subject: action.subject,
  };
}

/** The hash that links an entry to the one before: SHA-256(previous ‖ position ‖ canonical entry), see `append_audit`. */
export function auditHash(previous: Uint8Array, seq: number, entry: AuditEntry): Buffer {
  const position = Buffer.alloc(8);
  position.writeBigInt64BE(BigInt(seq));
  return createHash("sha256").update(previous).update(position).update(canonicalJson(entry), "utf8").digest();
}

/** Hash of the newest record of a chain, whoever wrote it; null for a chain without records. */
export async function auditHead(tx: Transaction, stream: string): Promise<Buffer | null> {
  const { rows } = await sql<{ head: Buffer | null }>`SELECT audit_head(${stream}) AS head`.execute(tx);
  return rows[0]?.head ?? null;
}

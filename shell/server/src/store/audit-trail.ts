import { anchorId } from "@quanheng/formats/log/anchor.ts";
import { type Kysely, sql } from "kysely";
import { type AuditEntry, auditHash } from "./audit.ts";
import type { Tables } from "./tables.ts";

/**
 * What a check of the whole trail found; `broken` names the first entry that does not follow from the one before, or the
 * anchor of the transparency log whose record is gone (`cut`).
 */
export type TrailCheck = {
  readonly streams: number;
  readonly entries: number;
  readonly broken: { readonly stream: string; readonly seq: number; readonly why: "gap" | "hash" | "cut" } | null;
};

/** Entries that are held in memory at once. */
const PAGE = 5000;

/**
 * Recomputes every hash of every chain.
 *
 * That the end of a chain was not cut off is shown by the transparency log, where the ends are anchored.
 *
 * @param db connections of the owner, who sees every chain
 */
export async function checkTrail(db: Kysely<Tables>): Promise<TrailCheck> {
  const streams = await db.selectFrom("audit").select("stream").distinct().orderBy("stream").execute();
  const missing = await anchorsIn(db);
  let entries = 0;
  for (const { stream } of streams) {
    const end = await checkChain(db, stream, missing);
    if ("why" in end) return { streams: streams.length, entries, broken: { stream, ...end } };
    entries += end.seq;
  }
  const [cut] = missing;
  return { streams: streams.length, entries, broken: cut ? { stream: cut, seq: 0, why: "cut" } : null };
}

/** The anchors of audit chains that the transparency log holds. */
async function anchorsIn(db: Kysely<Tables>): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT convert_from(entry, 'UTF8')::jsonb ->> 'id' AS id FROM log_entry
    WHERE attestation_id IS NULL AND convert_from(entry, 'UTF8')::jsonb ->> 'event' = 'anchor'`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

type End = { seq: number; hash: Buffer } | { seq: number; why: "gap" | "hash" };

/** @param missing anchors that no record was found for yet */
async function checkChain(db: Kysely<Tables>, stream: string, missing: Set<string>): Promise<End> {
  let seq = 0;
  let hash: Buffer = Buffer.alloc(32);
  for (;;) {
    const page = await db
      .selectFrom("audit")
      .selectAll()
      .where("stream", "=", stream)
      .where("seq", ">", seq)
      .orderBy("seq")
      .limit(PAGE)
      .execute();
    for (const row of page) {
      seq += 1;
      if (row.seq !== seq || !row.prev_hash.equals(hash)) return { seq, why: "gap" };
      hash = auditHash(hash, seq, entryOf(row));
      if (!row.hash.equals(hash)) return { seq, why: "hash" };
      missing.delete(anchorId(stream, hash));
    }
    if (page.length < PAGE) return { seq, hash };
  }
}

type AuditRow = Omit<AuditEntry, "actor" | "at" | "party" | "role"> & {
  at: Date;
  actor_id: string | null;
  actor_role: string;
  actor_party: string | null;
};

function entryOf(row: AuditRow): AuditEntry {
  return {
    action: row.action,
    actor: row.actor_id,
    at: row.at.toISOString(),
    facts: row.facts,
    id: row.id,
    party: row.actor_party,
    role: row.actor_role,
    stream: row.stream,
    subject: row.subject,
  };
}

import type { AttestationEvent } from "@quanheng/flow/attestation/status.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "./page.ts";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** A statement with its present state and what lists show of its snapshot. */
export type AttestationRow = {
  readonly id: string;
  readonly number: string;
  readonly gdti: string;
  readonly kind: string;
  readonly commission_id: string;
  readonly institution_id: string;
  readonly issued_by: string;
  readonly issued_at: Date;
  readonly status: AttestationEvent;
  readonly commission_number: string;
  readonly item_name: Bilingual;
  readonly institution_name: Bilingual;
  readonly markets: ReportSnapshot["markets"];
  readonly verify_url: string;
};

export type AttestationFilter = PageAsk & {
  readonly status?: AttestationEvent | undefined;
  readonly text?: string | undefined;
  readonly commissionId?: string | undefined;
};

/** Statements the reader sees, newest first. */
export async function attestationPage<Item>(
  tx: Transaction,
  ask: AttestationFilter,
  item: (row: AttestationRow) => Item,
): Promise<PageOf<Item>> {
  const after = instantCursor(ask.after);
  let query = rows(tx)
    .orderBy("a.issued_at", "desc")
    .orderBy("a.id", "desc")
    .limit(ask.limit + 1);
  if (after) query = query.where(sql<boolean>`(a.issued_at, a.id) < (${after[0]}::timestamptz, ${after[1]})`);
  if (ask.commissionId !== undefined) query = query.where("a.commission_id", "=", ask.commissionId);
  if (ask.status !== undefined) query = query.where("current.status", "=", ask.status);
  const text = ask.text?.trim();
  if (text) {
    const found = sql<string>`(SELECT attestation_search(${text}, ${ask.commissionId ?? null},
      ${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}, ${ask.status ?? null}, ${ask.limit + 1}))`;
    query = query.where("a.id", "in", found);
  }
  const found = (await query.execute()) as AttestationRow[];
  return pageOf(found, ask.limit, item, (row) => cursorOf(row.issued_at.toISOString(), row.id));
}

export async function findAttestation(tx: Transaction, id: string): Promise<AttestationRow | undefined> {
  return (await rows(tx).where("a.id", "=", id).executeTakeFirst()) as AttestationRow | undefined;
}

function rows(tx: Transaction) {
  return currentStatus(tx.selectFrom("attestation as a")).select([
    "a.id",
    "a.number",
    "a.gdti",
    "a.kind",
    "a.commission_id",
    "a.institution_id",
    "a.issued_by",
    "a.issued_at",
    "current.status",
    sql<string>`a.snapshot ->> 'commissionNumber'`.as("commission_number"),
    sql<Bilingual>`a.snapshot -> 'item' -> 'name'`.as("item_name"),
    sql<Bilingual>`a.snapshot -> 'issuer' -> 'name'`.as("institution_name"),
    sql<ReportSnapshot["markets"]>`a.snapshot -> 'markets'`.as("markets"),
    sql<string>`a.snapshot ->> 'verifyUrl'`.as("verify_url"),
  ]);
}

type Statements = Tables & { a: Tables["attestation"] };

/** Joins the last state of each statement; two of one moment are told apart by their ids, which sort by age. */
function currentStatus<Output>(query: SelectQueryBuilder<Statements, "a", Output>) {
  return query.innerJoinLateral(
    (by) =>
      by
        .selectFrom("attestation_status as s")
        .whereRef("s.attestation_id", "=", "a.id")
        .select("s.status")
        .orderBy("s.set_at", "desc")
        .orderBy("s.id", "desc")
        .limit(1)
        .as("current"),
    (join) => join.onTrue(),
  );
}

/** Keeps the statement for this transaction, so that two changes of its state follow each other. */
export async function lockAttestation(
  tx: Transaction,
  id: string,
): Promise<Pick<Selectable<Tables["attestation"]>, "id" | "number" | "institution_id" | "commission_id"> | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 2))`.execute(tx);
  return tx
    .selectFrom("attestation")
    .select(["id", "number", "institution_id", "commission_id"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The report that a laboratory has issued for a commission, if it has. */
export async function issuedNumber(
  tx: Transaction,
  commissionId: string,
  institutionId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("attestation")
    .select("number")
    .where("commission_id", "=", commissionId)
    .where("institution_id", "=", institutionId)
    .orderBy("issued_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.number;
}

/** Whether a document went out under a number. */
export async function numberIssued(tx: Transaction, number: string): Promise<boolean> {
  const row = await tx.selectFrom("attestation").select("id").where("number", "=", number).executeTakeFirst();
  return row !== undefined;
}

/** Laboratories that have issued for a commission, also those whose statements the reader does not see. */
export async function issuersOf(tx: Transaction, commissionId: string): Promise<readonly string[]> {
  const { rows: found } = await sql<{
    institution_id: string;
  }>`SELECT * FROM commission_issuers(${commissionId})`.execute(tx);
  return found.map(({ institution_id }) => institution_id);
}

export type NewAttestation = Omit<Selectable<Tables["attestation"]>, "snapshot" | "public_view"> & {
  readonly snapshot: ReportSnapshot;
  readonly public_view: unknown;
};

export async function insertAttestation(tx: Transaction, attestation: NewAttestation): Promise<void> {
  const { snapshot, public_view } = attestation;
  await tx
    .insertInto("attestation")
    .values({ ...attestation, snapshot: asJson(snapshot), public_view: asJson(public_view) })
    .execute();
}

export async function insertStatus(tx: Transaction, status: Selectable<Tables["attestation_status"]>): Promise<void> {
  await tx.insertInto("attestation_status").values(status).execute();
}

/** A statement as it was frozen, with the hash of its report; of the own institution, or undefined. */
export async function frozenAttestation(tx: Transaction, id: string): Promise<FrozenAttestation | undefined> {
  const row = await tx
    .selectFrom("attestation as a")
    .innerJoin("document as d", (join) => join.onRef("d.attestation_id", "=", "a.id").on("d.role", "=", "pdf"))
    .select([
      "a.id",
      "a.commission_id",
      "a.institution_id",
      "a.decision_id",
      "a.kind",
      "a.snapshot",
      "d.sha256 as pdf_sha256",
    ])
    .where("a.id", "=", id)
    .executeTakeFirst();
  return row as FrozenAttestation | undefined;
}

export type FrozenAttestation = {
  readonly id: string;
  readonly commission_id: string;
  readonly institution_id: string;
  readonly decision_id: string;
  readonly kind: Tables["attestation"]["kind"];
  readonly snapshot: ReportSnapshot;
  readonly pdf_sha256: string;
};

/** Documents that came after this one and those made of it, oldest first, and the one before it. */
export async function relatedDocuments(
  tx: Transaction,
  id: string,
): Promise<
  readonly { readonly id: string; readonly number: string; readonly relation: string; readonly later: boolean }[]
> {
  const { rows: found } = await sql<{ id: string; number: string; relation: string; later: boolean }>`
    SELECT r.id, r.number, coalesce(r.relation, 'replacement') AS relation, true AS later
      FROM attestation r WHERE r.replaces = ${id}
    UNION ALL
    SELECT p.id, p.number, coalesce(a.relation, 'replacement'), false
      FROM attestation a JOIN attestation p ON p.id = a.replaces WHERE a.id = ${id}
    ORDER BY later, number`.execute(tx);
  return found;
}

/** What happened to a statement, newest first. */
export async function statusHistory(
  tx: Transaction,
  attestationId: string,
): Promise<readonly Selectable<Tables["attestation_status"]>[]> {
  return tx
    .selectFrom("attestation_status")
    .selectAll()
    .where("attestation_id", "=", attestationId)
    .orderBy("set_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** What anyone may know, as the database hands it out (`public_attestation`). */
export type PublicRow = {
  readonly id: string;
  readonly number: string;
  readonly gdti: string;
  readonly kind: string;
  readonly institution_id: string;
  readonly public_view: unknown;
  readonly status: AttestationEvent;
  readonly status_reason: string;
  readonly status_at: Date;
  readonly replaced_by: string | null;
  readonly supplemented_by: string | null;
  readonly log_index: number | null;
  readonly pdf_sha256: string | null;
};

/** @param needle number, GDTI, or SHA-256 of a document in lower-case hexadecimal */
export async function findPublic(tx: Transaction, needle: string): Promise<PublicRow | undefined> {
  const { rows: found } = await sql<PublicRow>`SELECT * FROM public_attestation(${needle})`.execute(tx);
  return found[0];
}

/**
 * What changes with the state of each of these statements, and with what takes its place. It asks outside any transaction and
 * as nobody, for anyone may know it: one way to the database, however many ask at once.
 */
export async function statementStamps(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows: found } = await sql<{
    id: string;
    stamp: string;
  }>`SELECT * FROM statement_stamps(${[...ids]})`.execute(db);
  return new Map(found.map(({ id, stamp }) => [id, stamp]));
}

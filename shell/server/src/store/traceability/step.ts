import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { type Kysely, sql } from "kysely";
import type { SampleKey } from "../sample.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

type Identifier = { readonly scheme: string; readonly value: string };
/** The lot that something happened to, where it happened and whose it is. */
type Happened = {
  readonly enterprise_id: string;
  readonly item: { readonly lotNumber: string; readonly gtin?: string | null };
  readonly identifiers: readonly Identifier[];
  readonly at: Date;
};
export type Receipt = Happened & { readonly sample: SampleKey };
export type Issue = Happened & { readonly gdti: string; readonly snapshot: ReportSnapshot };

/** @param owner a transaction of the owner, for whom announcements are delivered */
export async function receiptOf(owner: Kysely<Tables>, sampleId: string): Promise<Receipt | undefined> {
  const { rows } = await sql<Receipt>`
    SELECT s.enterprise_id, c.item, i.identifiers, s.key AS sample, r.received_at AS at
    FROM sample s JOIN commission c ON c.id = s.commission_id JOIN institution i ON i.id = s.institution_id
      JOIN sample_receipt r ON r.sample_id = s.id
    WHERE s.id = ${sampleId} ORDER BY r.received_at DESC, r.id DESC LIMIT 1`.execute(owner);
  return rows[0];
}

/** @param owner a transaction of the owner, for whom announcements are delivered */
export async function issueOf(owner: Kysely<Tables>, attestationId: string): Promise<Issue | undefined> {
  const { rows } = await sql<Issue>`
    SELECT a.enterprise_id, c.item, i.identifiers, a.gdti, a.snapshot, a.issued_at AS at
    FROM attestation a JOIN commission c ON c.id = a.commission_id JOIN institution i ON i.id = a.institution_id
    WHERE a.id = ${attestationId}`.execute(owner);
  return rows[0];
}

/** The lot that a report is about, where the reader may see the report. */
export async function lotOfReport(
  tx: Transaction,
  gdti: string,
): Promise<Pick<Happened, "enterprise_id" | "item"> | undefined> {
  const { rows } = await sql<Pick<Happened, "enterprise_id" | "item">>`
    SELECT a.enterprise_id, c.item FROM attestation a JOIN commission c ON c.id = a.commission_id WHERE a.gdti = ${gdti}`.execute(
    tx,
  );
  return rows[0];
}

/** Lets a part of the owner's transaction fail alone, acting for a party. @throws what the work throws, all else is kept */
export async function actingFor(owner: Kysely<Tables>, partyId: string, work: () => Promise<void>): Promise<void> {
  await sql`SAVEPOINT step`.execute(owner);
  try {
    await sql`SELECT set_config('qh.party', ${partyId}, true)`.execute(owner);
    await work();
    await sql`SELECT set_config('qh.party', '', true)`.execute(owner);
    await sql`RELEASE SAVEPOINT step`.execute(owner);
  } catch (error) {
    await sql`ROLLBACK TO SAVEPOINT step`.execute(owner);
    throw error;
  }
}

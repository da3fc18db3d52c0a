import type { AttestationEvent } from "@quanheng/flow/attestation/status.ts";
import { sql } from "kysely";
import type { Transaction } from "./transaction.ts";

/** The place that a new statement takes in the status lists. */
export async function nextStatusIndex(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ index: string }>`SELECT nextval('attestation_status_index')::text AS index`.execute(tx);
  return Number(rows[0]!.index);
}

export type RegisterVersion = {
  /** The highest place that a statement takes; null while there is none. */
  readonly lastIndex: number | null;
  /** Changes whenever a list would. */
  readonly version: string;
};

export async function registerVersion(tx: Transaction): Promise<RegisterVersion> {
  const { rows } = await sql<{
    last_index: number | null;
    version: string;
  }>`SELECT * FROM status_register_version()`.execute(tx);
  return { lastIndex: rows[0]!.last_index, version: rows[0]!.version };
}

/** The state of every statement that ever left the state in which it was issued. */
export async function registerStates(tx: Transaction): Promise<{ index: number; status: AttestationEvent }[]> {
  const { rows } = await sql<{
    status_index: number;
    status: AttestationEvent;
  }>`SELECT * FROM status_register()`.execute(tx);
  return rows.map(({ status_index, status }) => ({ index: status_index, status }));
}

/** Institutions whose statements are in circulation. */
export async function issuingInstitutions(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ institution_id: string }>`SELECT * FROM issuing_institutions()`.execute(tx);
  return rows.map(({ institution_id }) => institution_id);
}

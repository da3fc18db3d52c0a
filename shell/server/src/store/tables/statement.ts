import type { Big, Instant, Json, MaybeInstant } from "./column.ts";

type Kind =
  | "test-report"
  | "calibration-certificate"
  | "verification-certificate"
  | "inspection-report"
  | "certificate-of-conformity"
  | "certification-certificate";

/** What leaves the house: attestations, their bytes, their status over time, the log, and notices to the parties. */
export type StatementTables = {
  attestation: {
    id: string;
    number: string;
    gdti: string;
    kind: Kind;
    commission_id: string;
    institution_id: string;
    enterprise_id: string;
    decision_id: string;
    snapshot: Json;
    snapshot_sha256: string;
    public_view: Json;
    status_index: number;
    replaces: string | null;
    issued_by: string;
    issued_at: Instant;
  };
  report_identity: {
    commission_id: string;
    institution_id: string;
    number: string;
    gdti: string;
    status_index: number;
  };
  attestation_status: {
    id: string;
    attestation_id: string;
    institution_id: string;
    status: "issued" | "amended" | "suspended" | "reinstated" | "withdrawn" | "expired";
    reason: string;
    set_by: string;
    set_at: Instant;
  };
  document: {
    id: string;
    attestation_id: string;
    institution_id: string;
    enterprise_id: string;
    role: "pdf" | "credential" | "proof" | "snapshot";
    media_type: string;
    sha256: string;
    size: Big;
    created_at: Instant;
  };
  log_entry: {
    index: Big;
    attestation_id: string | null;
    entry: Buffer;
    leaf_hash: Buffer;
    added_at: Instant;
  };
  log_tile: {
    level: number;
    tile: Big;
    hashes: Buffer;
  };
  log_checkpoint: {
    size: Big;
    root: Buffer;
    note: string | null;
    signed_at: MaybeInstant;
  };
  log_cosignature: {
    size: Big;
    witness: string;
    line: string;
    at: Instant;
  };
  notification: {
    id: string;
    party_id: string;
    role: string | null;
    topic: string;
    commission_id: string | null;
    facts: Json;
    created_at: Instant;
  };
  notification_read: {
    notification_id: string;
    person_id: string;
    read_at: Instant;
  };
};

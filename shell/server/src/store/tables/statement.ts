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
    relation: "amendment" | "replacement" | "supplement" | null;
    issued_by: string;
    issued_at: Instant;
  };
  report_identity: {
    commission_id: string;
    institution_id: string;
    /** `report`, or what the document is made of or comes after. */
    purpose: string;
    number: string;
    gdti: string;
    status_index: number;
  };
  report_language: {
    id: string;
    commission_id: string;
    enterprise_id: string;
    language: "en" | "vi" | "th" | "lo" | "km" | "my" | "id" | "ms";
    chosen_by: string;
    chosen_at: Instant;
  };
  report_design: {
    id: string;
    institution_id: string;
    accent: string;
    footer_zh: string;
    footer_en: string;
    logo_sha256: string | null;
    logo_media_type: "image/png" | "image/svg+xml" | null;
    set_by: string;
    set_at: Instant;
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

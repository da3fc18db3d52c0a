import type { Big, Day, Instant, Json } from "./column.ts";

/** Licences of company prefixes, keys from them, and where they lead. */
export type NumberingTables = {
  number_licence: {
    id: string;
    prefix: string;
    party_kind: "institution" | "enterprise";
    party_id: string;
    demonstration: boolean;
    granted_by: string | null;
    granted_at: Instant;
  };
  number_licence_term: {
    licence_id: string;
    term: number;
    party_id: string;
    valid_from: Day;
    valid_to: Day;
    set_by: string | null;
    set_at: Instant;
  };
  number_application: {
    id: string;
    party_kind: "institution" | "enterprise";
    party_id: string;
    products: number;
    reason: string;
    submitted_by: string;
    submitted_at: Instant;
  };
  number_application_decision: {
    application_id: string;
    party_id: string;
    outcome: "granted" | "declined";
    licence_id: string | null;
    reason: string;
    decided_by: string;
    decided_at: Instant;
  };
  number_series: {
    licence_id: string;
    series: string;
    party_id: string;
    /** The number that the next key gets. */
    next: Big;
  };
  numbered_key: {
    ai: string;
    value: string;
    kind: string;
    licence_id: string;
    party_id: string;
    purpose: string;
    origin: "allocated" | "imported";
    allocation_id: string;
    position: number;
    allocated_by: string;
    allocated_at: Instant;
  };
  key_withdrawal: {
    ai: string;
    value: string;
    party_id: string;
    reason: string;
    withdrawn_by: string;
    withdrawn_at: Instant;
  };
  product_record: {
    gtin: string;
    version: number;
    party_id: string;
    data: Json;
    recorded_by: string;
    recorded_at: Instant;
  };
  label_design: {
    id: string;
    version: number;
    party_id: string;
    name: string;
    design: Json;
    recorded_by: string;
    recorded_at: Instant;
  };
  resolver_item: {
    path: string;
    version: number;
    party_id: string;
    description: string;
    withdrawn: boolean;
    links: Json;
    recorded_by: string;
    recorded_at: Instant;
  };
};

import type { Generated, GeneratedAlways } from "kysely";
import type { Instant, Json, MaybeInstant } from "./column.ts";

/** Events of traceability, what they are about, and recalls. */
export type TraceabilityTables = {
  epcis_capture: {
    id: string;
    party_id: string;
    captured_by: string;
    behaviour: "rollback" | "proceed";
    state: "running" | "kept" | "refused";
    read: number;
    kept: number;
    known: number;
    wrong: number;
    errors: Json;
    begun_at: Instant;
    changed_at: Instant;
  };
  epcis_event: {
    number: Generated<number>;
    party_id: string;
    capture_id: string;
    event_id: string;
    hash: string;
    declares: boolean;
    type: string;
    event_time: Instant;
    record_time: Instant;
    action: string | null;
    biz_step: string | null;
    disposition: string | null;
    read_point: string | null;
    biz_location: string | null;
    process: string;
    event: Json;
    context: Json;
    /** What a trace reads of it, its names in the compared form. */
    light: Json;
  };
  epcis_event_thing: {
    thing: string;
    event: number;
    role: "object" | "parent" | "child" | "input" | "output";
    class: boolean;
    party_id: string;
    process: string;
    thing_key: GeneratedAlways<string>;
    process_key: GeneratedAlways<string>;
    side: GeneratedAlways<number>;
  };
  epcis_share: {
    owner_id: string;
    reader_id: string;
    shared_by: string;
    shared_at: Instant;
  };
  epcis_recall: {
    id: string;
    party_id: string;
    thing: string;
    reason: string;
    reached: Json;
    holders: Json;
    notified: string[];
    called_by: string;
    called_at: Instant;
  };
  epcis_query: {
    party_id: string;
    name: string;
    query: Json;
    created_by: string;
    created_at: Instant;
  };
  epcis_subscription: {
    id: string;
    party_id: string;
    query_name: string;
    person_id: string;
    role: string;
    dest: string;
    secret: Buffer;
    schedule: Json | null;
    report_if_empty: boolean;
    initial_time: MaybeInstant;
    created_at: Instant;
    last_notified_at: MaybeInstant;
    next_at: MaybeInstant;
    attempts: Generated<number>;
    failure: string | null;
  };
  epcis_due: {
    subscription_id: string;
    first: number;
    last: number;
    capture_id: string;
  };
};

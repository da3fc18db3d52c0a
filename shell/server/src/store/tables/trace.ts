import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { Generated, GeneratedAlways } from "kysely";
import type { Big, Instant, Json, MaybeInstant } from "./column.ts";

/** What happened and what is still to be told: the audit chains and the outbox. */
export type TraceTables = {
  audit: {
    /** The chain: a commission's id, or `party:…` / `cluster` for what belongs to no commission. */
    stream: string;
    /** Position in the chain, from 1 without gaps. */
    seq: Big;
    id: string;
    at: Instant;
    actor_id: string | null;
    actor_role: string;
    actor_party: string | null;
    action: string;
    subject: string;
    facts: Json<Facts>;
    prev_hash: Buffer;
    hash: Buffer;
  };
  outbox: {
    id: GeneratedAlways<number>;
    topic: string;
    subject: string;
    facts: Json<Facts>;
    actor_party: string | null;
    announced_at: Instant;
    delivered_at: MaybeInstant;
    attempts: Generated<number>;
  };
};

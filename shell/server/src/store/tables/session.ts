import type { Instant, MaybeInstant } from "./column.ts";

/** What a signature needs of a session; everything else about signing in stands in the schema `auth`. */
export type SessionTables = {
  reauthentication: {
    token_sha256: string;
    person_id: string;
    session_id: string;
    created_at: Instant;
    expires_at: Instant;
    used_at: MaybeInstant;
  };
};

import type { Role } from "@quanheng/contract/permission.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Id, IdKind } from "@quanheng/kernel/id.ts";
import type { Kysely } from "kysely";
import type { Tables } from "./store/tables.ts";

/** Who asks, and for which party; a visitor has neither id nor party and the role `public`. */
export type Actor = {
  readonly personId: Id<"per"> | null;
  readonly name: Bilingual | null;
  readonly membershipId: Id<"mem"> | null;
  readonly role: Role;
  readonly partyKind: "institution" | "enterprise" | null;
  readonly partyId: string | null;
};

/** What a service needs from the world: the actor, the database, the time and new ids, all of them replaceable in a test. */
export type Context = {
  readonly actor: Actor;
  /** The browser session that asks; absent for an API key, a job or a visitor, none of which can sign. */
  readonly sessionId?: string;
  readonly db: Kysely<Tables>;
  now(): Date;
  newId<Kind extends IdKind>(kind: Kind): Id<Kind>;
};

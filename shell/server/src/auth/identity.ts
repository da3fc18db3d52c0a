import type { IncomingHttpHeaders } from "node:http";
import type { Id } from "@quanheng/kernel/id.ts";
import { dayOf } from "../china-time.ts";
import type { Actor } from "../context.ts";
import { refuse } from "../refusals.ts";
import { type AuthDatabase, type IdentityRow, identityOf, type MembershipRow } from "../store/account.ts";
import type { Library } from "./library.ts";

/** A browser's signed-in session; a request with an API key has none. */
export type SignedSession = { readonly id: string; readonly token: string };

/** Who sent a request: the actor, and what the session page shows of the person behind it. */
export type Identified = {
  readonly actor: Actor;
  readonly memberships: readonly MembershipRow[];
  readonly email: string | null;
  readonly session: SignedSession | null;
};

/** Someone who is not signed in. */
export const VISITOR: Identified = {
  actor: { personId: null, name: null, membershipId: null, role: "public", partyKind: null, partyId: null },
  memberships: [],
  email: null,
  session: null,
};

/** Where someone is recognised. */
export type Desk = {
  readonly library: Library;
  readonly db: AuthDatabase;
  /** Whether the invented people, whose password is public, may come in. */
  readonly demo: boolean;
};

/** Header of a key that acts for one membership without a session. */
export const KEY_HEADER = "x-api-key";

/**
 * Who sent these headers: a key when one is given, else the session of the cookie, else a visitor.
 *
 * A key or session that is no longer good reads as a visitor; a key whose membership has ended is refused, because a
 * silent change of rights would be worse.
 *
 * @throws Refusal `not-permitted` for a key that names no present membership of its owner
 */
export async function identify(desk: Desk, headers: IncomingHttpHeaders, now: Date): Promise<Identified> {
  const key = headers[KEY_HEADER];
  if (typeof key === "string" && key !== "") return ofKey(desk, key, now);
  return headers.cookie === undefined ? VISITOR : ofCookie(desk, headers.cookie, now);
}

async function ofKey(desk: Desk, key: string, now: Date): Promise<Identified> {
  const { valid, key: known } = await desk.library.api.verifyApiKey({ body: { key } });
  if (!valid || !known) return VISITOR;
  const named = (known.metadata as { membershipId?: unknown } | null)?.membershipId;
  const identity = await present(desk, known.referenceId, now);
  const membership = identity?.memberships.find(({ id }) => id === named);
  if (!identity || !membership) return refuse("not-permitted", { role: "public" });
  return { actor: actorOf(identity.person, membership), memberships: [membership], email: null, session: null };
}

/** The person behind an account; an invented one only while the demonstration is on. */
async function present({ db, demo }: Desk, userId: string, now: Date): Promise<IdentityRow | null> {
  const identity = await identityOf(db, userId, dayOf(now));
  return identity?.person.invented && !demo ? null : identity;
}

async function ofCookie(desk: Desk, cookie: string, now: Date): Promise<Identified> {
  const signed = await desk.library.api.getSession({ headers: new Headers({ cookie }) });
  if (!signed) return VISITOR;
  const { user, session } = signed;
  const identity = await present(desk, user.id, now);
  if (!identity) return VISITOR;
  const chosen = identity.memberships.find(({ id }) => id === session.actingMembershipId);
  return {
    actor: actorOf(identity.person, chosen ?? identity.memberships[0] ?? null),
    memberships: identity.memberships,
    email: user.email,
    session: { id: session.id, token: session.token },
  };
}

function actorOf(
  person: { readonly id: Id<"per">; readonly name: Actor["name"] },
  membership: MembershipRow | null,
): Actor {
  return {
    personId: person.id,
    name: person.name,
    membershipId: membership?.id ?? null,
    role: membership?.role ?? "public",
    partyKind: membership?.partyKind ?? null,
    partyId: membership?.partyId ?? null,
  };
}

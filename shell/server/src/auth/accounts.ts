import type { IncomingHttpHeaders } from "node:http";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { dayOf } from "../china-time.ts";
import { refuse } from "../refusals.ts";
import { type DemoPersonRow, demoPeopleOf } from "../store/account.ts";
import { type Desk, type Identified, identify, type SignedSession } from "./identity.ts";
import type { Library } from "./library.ts";
import { attempt } from "./lockout.ts";

/** One new account of a person. The hash may serve several demonstration accounts, whose password is public. */
export type NewAccount = { readonly email: string; readonly name: string; readonly passwordHash: string };

/** All that the rest of the house asks of sign-in. */
export type Accounts = {
  /** Who sent these headers. @throws Refusal `not-permitted` for a key whose membership has ended */
  identify(headers: IncomingHttpHeaders, now: Date): Promise<Identified>;
  /** The sign-in library's own doors (`account-routes.ts` opens some of them). */
  handle(request: Request): Promise<Response>;
  /** Signs in by password. @throws Refusal `wrong-credentials` through `succeeds`, `locked-out` */
  attempt<Outcome>(
    account: string,
    now: Date,
    tried: () => Promise<Outcome>,
    succeeds: (outcome: Outcome) => boolean,
  ): Promise<Outcome>;
  /** From now on the session acts for this membership; the caller has checked that it is the person's own. */
  actAs(session: SignedSession, membershipId: string): Promise<void>;
  /** Whether password and, where the account has one, authenticator code are right. @throws Refusal `second-factor-needed` */
  provesPresence(cookie: string, password: string, code: string | null): Promise<boolean>;
  hash(password: string): Promise<string>;
  /** @returns the account's id, which the person's row then names; the one that this address has already, if any */
  add(account: NewAccount): Promise<string>;
  demoPeople(now: Date): Promise<readonly DemoPersonRow[]>;
};

/** Puts the sign-in library and its tables behind the few things the platform asks of them. */
export function accountsOf(desk: Desk): Accounts {
  const { library, db } = desk;
  return {
    identify: (headers, now) => identify(desk, headers, now),
    handle: (request) => library.handler(request),
    attempt: (account, now, tried, succeeds) => attempt(db, account, now, tried, succeeds),
    actAs: async (session, membershipId) => {
      const { internalAdapter } = await library.$context;
      await internalAdapter.updateSession(session.token, { actingMembershipId: membershipId });
    },
    provesPresence: (cookie, password, code) => provesPresence(library, cookie, password, code),
    hash: async (password) => (await library.$context).password.hash(password),
    add: (account) => addAccount(library, account),
    demoPeople: (now) => demoPeopleOf(db, dayOf(now)),
  };
}

async function provesPresence(
  library: Library,
  cookie: string,
  password: string,
  code: string | null,
): Promise<boolean> {
  const headers = new Headers({ cookie });
  const signed = await library.api.getSession({ headers });
  if (!signed) return false;
  if (signed.user.twoFactorEnabled && code === null) refuse("second-factor-needed");
  const known = await library.api.verifyPassword({ body: { password }, headers, asResponse: true });
  if (!known.ok || !signed.user.twoFactorEnabled) return known.ok;
  const verified = await library.api.verifyTOTP({ body: { code: code ?? "" }, headers, asResponse: true });
  return verified.ok;
}

async function addAccount(library: Library, { email, name, passwordHash }: NewAccount): Promise<string> {
  const { internalAdapter } = await library.$context;
  const existing = await internalAdapter.findUserByEmail(email);
  if (existing) return existing.user.id;
  const user = await internalAdapter.createUser(
    { email: email.toLowerCase(), name, emailVerified: true },
    { method: "admin" },
  );
  invariant(user, "an account is created or its creation fails");
  await internalAdapter.createAccount({
    userId: user.id,
    accountId: user.id,
    providerId: "credential",
    password: passwordHash,
  });
  return user.id;
}

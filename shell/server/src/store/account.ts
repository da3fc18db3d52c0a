import type { Role } from "@quanheng/contract/permission.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { Kysely, PostgresDialect, sql } from "kysely";
import type { Pool } from "pg";

/** Connections of the role quanheng_auth: it reaches the schema `auth` and nothing else. */
export type AuthDatabase = Kysely<Record<never, never>>;

export function authDatabase(pool: Pool): AuthDatabase {
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** One party and role that a person may act for. */
export type MembershipRow = {
  readonly id: Id<"mem">;
  readonly role: Role;
  readonly partyKind: "institution" | "enterprise";
  readonly partyId: string;
  readonly partyName: Bilingual;
};

export type IdentityRow = {
  readonly person: { readonly id: Id<"per">; readonly name: Bilingual; readonly invented: boolean };
  readonly memberships: readonly MembershipRow[];
};

/** The person behind an account and what they may act as today, oldest membership first; null for an account of nobody. */
export async function identityOf(db: AuthDatabase, userId: string, today: string): Promise<IdentityRow | null> {
  const { rows } = await sql<{
    person_id: Id<"per">;
    name_zh: string;
    name_en: string;
    invented: boolean;
    membership_id: Id<"mem"> | null;
    role: Role;
    party_kind: "institution" | "enterprise";
    party_id: string;
    party_zh: string;
    party_en: string;
  }>`SELECT * FROM auth.identity_of(${userId}, ${today}::date)`.execute(db);
  const [first] = rows;
  if (!first) return null;
  return {
    person: { id: first.person_id, name: { zh: first.name_zh, en: first.name_en }, invented: first.invented },
    memberships: rows.flatMap((row) =>
      row.membership_id === null
        ? []
        : {
            id: row.membership_id,
            role: row.role,
            partyKind: row.party_kind,
            partyId: row.party_id,
            partyName: { zh: row.party_zh, en: row.party_en },
          },
    ),
  };
}

export type DemoPersonRow = {
  readonly id: Id<"per">;
  readonly email: string;
  readonly name: Bilingual;
  readonly roles: { readonly role: Role; readonly partyName: Bilingual }[];
};

/** The invented people who have an account, with what each is for whom. */
export async function demoPeopleOf(db: AuthDatabase, today: string): Promise<readonly DemoPersonRow[]> {
  const { rows } = await sql<{
    person_id: Id<"per">;
    email: string;
    name_zh: string;
    name_en: string;
    role: Role;
    party_zh: string;
    party_en: string;
  }>`SELECT * FROM auth.demo_people(${today}::date)`.execute(db);
  const people = new Map<string, DemoPersonRow>();
  for (const row of rows) {
    const name = { zh: row.name_zh, en: row.name_en };
    const person = people.get(row.person_id) ?? { id: row.person_id, email: row.email, name, roles: [] };
    person.roles.push({ role: row.role, partyName: { zh: row.party_zh, en: row.party_en } });
    people.set(row.person_id, person);
  }
  return [...people.values()];
}

/**
 * Counts an attempt before it is tried, so that many at once cannot slip past the count.
 *
 * @param lockS seconds the account is locked after so many failures in a row
 * @returns 0 when the attempt may be tried, else the seconds until it may
 */
export async function claimAttempt(
  db: AuthDatabase,
  subject: string,
  now: Date,
  lockS: (failures: number) => number,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`INSERT INTO auth.failed_attempt (subject, failures, last_at) VALUES (${subject}, 0, ${now}) ON CONFLICT DO NOTHING`.execute(
      tx,
    );
    const { rows } = await sql<{ failures: number; locked_until: Date | null }>`
      SELECT failures, locked_until FROM auth.failed_attempt WHERE subject = ${subject} FOR UPDATE`.execute(tx);
    const { failures, locked_until: lockedUntil } = rows[0] ?? { failures: 0, locked_until: null };
    const waitMs = lockedUntil === null ? 0 : lockedUntil.getTime() - now.getTime();
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    const until = new Date(now.getTime() + lockS(failures + 1) * 1000);
    await sql`UPDATE auth.failed_attempt SET failures = ${failures + 1}, last_at = ${now}, locked_until = ${until}
      WHERE subject = ${subject}`.execute(tx);
    return 0;
  });
}

/** Forgets failed attempts after one succeeded. */
export async function clearAttempts(db: AuthDatabase, subject: string): Promise<void> {
  await sql`DELETE FROM auth.failed_attempt WHERE subject = ${subject}`.execute(db);
}

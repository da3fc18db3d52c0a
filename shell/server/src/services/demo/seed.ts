import type { Id, IdKind } from "@quanheng/kernel/id.ts";
import type { Kysely } from "kysely";
import type { Accounts } from "../../auth/accounts.ts";
import { today } from "../../china-time.ts";
import type { Tables } from "../../store/tables.ts";
import { insertLaboratories, readLaboratories } from "./laboratories.ts";
import { insertLicences } from "./licences.ts";
import { laboratoriesOn } from "./on-day.ts";
import { addDemoAccounts, insertParties, readParties } from "./parties.ts";

/** What seeding needs: the owner's connection, because no actor exists yet whom row-level security could go by. */
export type SeedContext = {
  readonly owner: Kysely<Tables>;
  readonly accounts: Accounts;
  readonly now: () => Date;
  readonly newId: <Kind extends IdKind>(kind: Kind) => Id<Kind>;
};

/**
 * Loads the demonstration cluster into an empty database: all of it, or nothing.
 *
 * Accounts come first and are found again by their address, so that a start that was cut off can simply run once more.
 */
export async function seedDemo(context: SeedContext): Promise<void> {
  const [parties, laboratories] = await Promise.all([readParties(), readLaboratories()]);
  const userIds = await addDemoAccounts(context.accounts, parties.people);
  await context.owner.transaction().execute(async (tx) => {
    await insertParties(tx, parties, userIds, context.now());
    await insertLicences(tx, parties, context.now());
    await insertLaboratories(tx, laboratoriesOn(today(context), laboratories));
  });
}

/** Whether nobody takes part yet, so that a demonstration may be loaded. */
export async function isEmpty(owner: Kysely<Tables>): Promise<boolean> {
  const found = await owner.selectFrom("institution").select("id").limit(1).executeTakeFirst();
  return found === undefined;
}

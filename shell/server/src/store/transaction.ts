import { type Transaction as KyselyTransaction, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Tables } from "./tables.ts";

/** A running transaction whose statements see what the actor may see. */
export type Transaction = KyselyTransaction<Tables>;

/**
 * Runs the work as the actor in one transaction: all of it happens, or none. Where two transactions stand in each
 * other's way and the database ends this one, nothing has happened and the work is done again, a few times at most.
 *
 * Row-level security goes by the actor that is set here for this transaction only; a pooled connection keeps nothing of it.
 */
export function inTransaction<Outcome>(
  context: Context,
  work: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  return againOnConflict(() =>
    context.db.transaction().execute(async (tx) => {
      await actAs(tx, context);
      return work(tx);
    }),
  );
}

const ATTEMPTS = 3;
/** Serialization failure and deadlock: the database undid everything and asks to try again. */
const CONFLICT: readonly unknown[] = ["40001", "40P01"];

/** Does the work again after a conflict that passes; any other failure, and the last one, rises. */
export async function againOnConflict<Outcome>(work: () => Promise<Outcome>, attempts = ATTEMPTS): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const { code } = (error ?? {}) as { readonly code?: unknown };
      if (attempt >= attempts || !CONFLICT.includes(code)) throw error;
    }
  }
}

/** The same for work that only reads; the database refuses a write. All its statements see one moment. */
export function reading<Outcome>(context: Context, work: (tx: Transaction) => Promise<Outcome>): Promise<Outcome> {
  const transaction = context.db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return transaction.execute(async (tx) => {
    await actAs(tx, context);
    return work(tx);
  });
}

async function actAs(tx: Transaction, { actor }: Context): Promise<void> {
  await sql`SELECT set_config('role', 'quanheng_app', true), set_config('qh.person', ${actor.personId ?? ""}, true),
    set_config('qh.party', ${actor.partyId ?? ""}, true), set_config('qh.role', ${actor.role}, true)`.execute(tx);
}

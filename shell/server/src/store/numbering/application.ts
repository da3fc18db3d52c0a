import { type Selectable, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "../page.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type ApplicationRow = Selectable<Tables["number_application"]> & {
  readonly outcome: "granted" | "declined" | null;
  readonly decision_reason: string | null;
  readonly prefix: string | null;
};

/** Applications that the reader may see, newest first. */
export async function applicationPage(tx: Transaction, ask: PageAsk): Promise<PageOf<ApplicationRow>> {
  const after = instantCursor(ask.after);
  let query = joined(tx)
    .orderBy("a.submitted_at", "desc")
    .orderBy("a.id", "desc")
    .limit(ask.limit + 1);
  if (after) query = query.where(sql<boolean>`(a.submitted_at, a.id) < (${after[0]}::timestamptz, ${after[1]})`);
  return pageOf(
    await query.execute(),
    ask.limit,
    (row) => row,
    ({ submitted_at, id }) => cursorOf(submitted_at.toISOString(), id),
  );
}

export async function findApplication(tx: Transaction, id: string): Promise<ApplicationRow | undefined> {
  return joined(tx).where("a.id", "=", id).executeTakeFirst();
}

function joined(tx: Transaction) {
  return tx
    .selectFrom("number_application as a")
    .leftJoin("number_application_decision as d", "d.application_id", "a.id")
    .leftJoin("number_licence as l", "l.id", "d.licence_id")
    .selectAll("a")
    .select(["d.outcome", "d.reason as decision_reason", "l.prefix"]);
}

export async function insertApplication(
  tx: Transaction,
  application: Omit<Selectable<Tables["number_application"]>, "submitted_at"> & { readonly submitted_at: Date },
): Promise<void> {
  await tx.insertInto("number_application").values(application).execute();
}

/** @returns false where it was decided already */
export async function insertDecision(
  tx: Transaction,
  decision: Omit<Selectable<Tables["number_application_decision"]>, "decided_at"> & { readonly decided_at: Date },
): Promise<boolean> {
  const rows = await tx
    .insertInto("number_application_decision")
    .values(decision)
    .onConflict((conflict) => conflict.doNothing())
    .returning("application_id")
    .execute();
  return rows.length === 1;
}

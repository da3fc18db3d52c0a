import type { DecisionRule } from "@quanheng/flow/decision/rule.ts";
import type { VerdictView } from "@quanheng/flow/decision/verdict-view.ts";
import type { MarketSummary } from "@quanheng/flow/decision/verdicts-by-market.ts";
import { type Selectable, sql } from "kysely";
import type { CommissionListRow } from "./commission.ts";
import { cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "./page.ts";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type Decision = Omit<Selectable<Tables["decision"]>, "rule" | "verdicts" | "summary"> & {
  readonly rule: DecisionRule;
  readonly verdicts: readonly VerdictView[];
  readonly summary: DecisionSummary;
};
/** One verdict per market, and the hash of what the signatory was shown. */
export type DecisionSummary = { readonly markets: readonly MarketSummary[]; readonly shownSha256: string };

/** Records a decision; the database refuses one by a person who measured or reviewed. */
export async function insertDecision(tx: Transaction, decision: Decision): Promise<void> {
  const { rule, verdicts, summary } = decision;
  await tx
    .insertInto("decision")
    .values({ ...decision, rule: asJson(rule), verdicts: asJson(verdicts), summary: asJson(summary) })
    .execute();
}

/** The decision of a laboratory on a commission that holds: the newest. */
export async function currentDecision(
  tx: Transaction,
  commissionId: string,
  institutionId: string,
): Promise<Decision | undefined> {
  const row = await tx
    .selectFrom("decision")
    .selectAll()
    .where("commission_id", "=", commissionId)
    .where("institution_id", "=", institutionId)
    .orderBy("decided_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row as Decision | undefined;
}

/**
 * Commissions whose results of a laboratory are all reviewed and not yet decided, the longest waiting first.
 *
 * Counts are those of the laboratory's own tasks.
 */
export async function awaitingDecision<Entry>(
  tx: Transaction,
  institutionId: string,
  ask: PageAsk,
  entry: (row: CommissionListRow) => Entry,
): Promise<PageOf<Entry>> {
  const after = readCursor(ask.after, 2);
  let query = tx
    .selectFrom("commission")
    .selectAll("commission")
    .select((by) => {
      const own = by
        .selectFrom("task")
        .whereRef("task.commission_id", "=", "commission.id")
        .where("task.institution_id", "=", institutionId)
        .where("task.state", "<>", "cancelled");
      return [
        own.select((t) => t.fn.countAll<number>().as("n")).as("tasks_total"),
        own
          .where("task.state", "=", "approved")
          .select((t) => t.fn.countAll<number>().as("n"))
          .as("tasks_approved"),
      ];
    })
    .where("commission.state", "=", "in-progress")
    .where(sql<boolean>`commission.institution_ids @> ARRAY[${institutionId}]::text[]`)
    .where(
      sql<boolean>`EXISTS (SELECT 1 FROM task t WHERE t.commission_id = commission.id AND t.institution_id = ${institutionId} AND t.state = 'approved')`,
    )
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM task t WHERE t.commission_id = commission.id AND t.institution_id = ${institutionId} AND t.state NOT IN ('approved', 'cancelled'))`,
    )
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM decision d WHERE d.commission_id = commission.id AND d.institution_id = ${institutionId})`,
    )
    .orderBy("commission.created_at")
    .orderBy("commission.id")
    .limit(ask.limit + 1);
  if (after)
    query = query.where(sql<boolean>`(commission.created_at, commission.id) > (${after[0]}::timestamptz, ${after[1]})`);
  const rows = (await query.execute()) as unknown as readonly CommissionListRow[];
  return pageOf(rows, ask.limit, entry, (row) => cursorOf(row.created_at.toISOString(), row.id));
}

import type { DecisionRule } from "@quanheng/flow/decision/rule.ts";
import type { VerdictView } from "@quanheng/flow/decision/verdict-view.ts";
import type { MarketSummary } from "@quanheng/flow/decision/verdicts-by-market.ts";
import type { Selectable } from "kysely";
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

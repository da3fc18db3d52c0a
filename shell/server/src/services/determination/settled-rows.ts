import { answerText, conditionStanding } from "@quanheng/flow/determination/item-facts.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type Conditions, readConditions } from "../../adapters/data/conditions.ts";
import type { FrozenRequirement } from "../../store/agreement.ts";
import { itemFactsOf } from "../../store/item-fact.ts";
import type { Transaction } from "../../store/transaction.ts";

/** A frozen requirement with what was found out about its condition. */
export type SettledRow = FrozenRequirement & {
  readonly standing?: "holds" | "other-limit";
  readonly asks?: Bilingual;
};
/** A frozen requirement that does not apply, with the statement of the item that says so. */
export type SetAsideRow = FrozenRequirement & { readonly because: Bilingual };
export type SettledRows = {
  /** Rows to decide on. */
  readonly rows: readonly SettledRow[];
  /** Rows that do not apply to the item as it was stated. */
  readonly setAside: readonly SetAsideRow[];
};

/** Settles the conditions of requirements by what was stated of the item. */
export type Settle = (rows: readonly FrozenRequirement[]) => SettledRows;

/** Reads what was stated of the item of a commission. */
export async function settlementOf(tx: Transaction, commissionId: string): Promise<Settle> {
  const conditions = await readConditions();
  const stated = await itemFactsOf(tx, commissionId);
  const facts = new Map(stated.map(({ question, value }) => [question, value]));
  return (rows) => {
    const settled = rows.map((row) => settledRow(row, conditions, facts));
    return {
      rows: settled.flatMap(({ row }) => row ?? []),
      setAside: settled.flatMap(({ aside }) => aside ?? []),
    };
  };
}

function settledRow(
  row: FrozenRequirement,
  { conditions, questions }: Conditions,
  facts: ReadonlyMap<string, string>,
): { readonly row?: SettledRow; readonly aside?: SetAsideRow } {
  if (row.condition === null) return { row };
  const statement = (id: string) => {
    const question = questions.get(id);
    const answer = facts.get(id) ?? "";
    return question ? answerText(question, answer) : { zh: answer, en: answer };
  };
  const known = conditions.find(({ product, condition }) => product === row.product && condition === row.condition);
  const standing = conditionStanding(known, facts);
  if (standing.kind === "does-not-apply") return { aside: { ...row, because: statement(standing.by) } };
  if (standing.kind !== "open") return { row: { ...row, standing: standing.kind } };
  const labels = standing.asks.flatMap((id) => questions.get(id)?.label ?? []);
  if (labels.length === 0) return { row };
  const asks = {
    zh: labels.map(({ zh }) => zh).join("、"),
    en: labels.map(({ en }) => en.charAt(0).toLowerCase() + en.slice(1)).join(", "),
  };
  return { row: { ...row, asks } };
}

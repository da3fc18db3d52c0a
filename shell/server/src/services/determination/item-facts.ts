import { commissionStateNames } from "@quanheng/contract/messages/terms.ts";
import type { ItemAnswers, ItemFact, ItemFactsView } from "@quanheng/contract/schemas/item-facts.ts";
import { type ItemQuestion, readAnswer } from "@quanheng/flow/determination/item-facts.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import { type Conditions, readConditions } from "../../adapters/data/conditions.ts";
import type { Context } from "../../context.ts";
import { mayDo } from "../../permissions.ts";
import { refuse } from "../../refusals.ts";
import { currentAgreement, type FrozenRequirement } from "../../store/agreement.ts";
import { recordAction } from "../../store/audit.ts";
import { type Commission, type CommissionState, findCommission, lockCommission } from "../../store/commission.ts";
import { type ItemFactRow, insertItemFacts, itemFactsOf } from "../../store/item-fact.ts";
import { enterpriseNames, institutionNames, type Names } from "../../store/names.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { refuseStale } from "../selection/stale.ts";

/** Until a laboratory has reported, facts of the item can be stated; afterwards the report stands on those it had. */
const OPEN: readonly CommissionState[] = ["draft", "submitted", "agreed", "in-progress"];

/** What is asked of the item of a commission, and who answered what. @throws Refusal `not-found` */
export async function getItemFacts(context: Context, id: string): Promise<ItemFactsView> {
  return reading(context, async (tx) =>
    itemFactsView(tx, context, (await findCommission(tx, id)) ?? refuse("not-found")),
  );
}

/**
 * States facts of the item for the acting party; an answer that is held already is not stated again.
 *
 * @throws Refusal `not-found`, `facts-closed`, `stale`, `question-unknown`, and the problem of an answer that cannot be
 *   read
 */
export async function stateItemFacts(
  context: Context,
  id: string,
  { version, answers }: z.output<typeof ItemAnswers>,
): Promise<ItemFactsView> {
  return inTransaction(context, async (tx) => {
    const commission = (await lockCommission(tx, id)) ?? refuse("not-found");
    const state = commissionStateNames[commission.state];
    if (!OPEN.includes(commission.state)) refuse("facts-closed", { state_zh: state.zh, state_en: state.en });
    const former = await itemFactsOf(tx, id);
    if (former.length !== version) await refuseStale(tx, commission);
    const asked = await askedOf(tx, commission);
    const rows = answers.flatMap(({ question, value }) => {
      const known = asked.questions.get(question) ?? refuse("question-unknown", { question });
      return statement(context, commission, former, known, value);
    });
    if (rows.length > 0) {
      await insertItemFacts(tx, rows);
      await recordAction(tx, context, {
        action: "item.state",
        subject: id,
        commissionId: id,
        facts: { facts: rows.map(({ question, value }) => `${question}: ${value}`) },
      });
    }
    return itemFactsView(tx, context, commission);
  });
}

function statement(
  context: Context,
  commission: Commission,
  former: readonly ItemFactRow[],
  question: ItemQuestion,
  typed: string,
): ItemFactRow[] {
  const read = readAnswer(question, typed);
  if (!read.ok) throw new Refusal(read.code, read.facts);
  const last = former.findLast((row) => row.question === question.id);
  if (last?.value === read.value) return [];
  return [
    {
      id: context.newId("evt"),
      commission_id: commission.id,
      enterprise_id: commission.enterprise_id,
      question: question.id,
      value: read.value,
      number: (last?.number ?? 0) + 1,
      stated_by: context.actor.personId ?? refuse("not-signed-in"),
      stated_party: context.actor.partyId ?? refuse("not-signed-in"),
      stated_at: context.now(),
    },
  ];
}

/** The questions of a commission: those of its agreed requirements, before there are any those of its product. */
type Asked = Pick<Conditions, "conditions" | "unasked"> & {
  readonly questions: ReadonlyMap<string, ItemQuestion>;
  readonly rows: readonly FrozenRequirement[];
};

async function askedOf(tx: Transaction, commission: Commission): Promise<Asked> {
  const all = await readConditions();
  const rows = (await currentAgreement(tx, commission.id))?.requirements ?? [];
  const inUse = ({ product, condition }: { readonly product: string; readonly condition: string }) =>
    rows.length === 0
      ? product === commission.product
      : rows.some((row) => row.product === product && row.condition === condition);
  const conditions = all.conditions.filter(inUse);
  const wanted = new Set(conditions.flatMap(({ tests }) => tests.map(({ question }) => question)));
  return {
    rows,
    conditions,
    unasked: all.unasked.filter(inUse),
    questions: new Map([...all.questions].filter(([id]) => wanted.has(id))),
  };
}

async function itemFactsView(tx: Transaction, context: Context, commission: Commission): Promise<ItemFactsView> {
  const asked = await askedOf(tx, commission);
  const stated = await itemFactsOf(tx, commission.id);
  const parties = stated.map(({ stated_party }) => stated_party);
  const clients = await enterpriseNames(tx, [commission.enterprise_id]);
  const laboratories = await institutionNames(tx, parties);
  const nameOf: Names = (party) => (party === commission.enterprise_id ? clients(party) : laboratories(party));
  const reason = whyNotState(context, commission);
  return {
    commissionId: commission.id as `com-${string}`,
    number: commission.number,
    itemName: commission.item.name,
    version: stated.length,
    facts: [...asked.questions.values()].map((question) =>
      factView(
        question,
        asked,
        stated.filter((row) => row.question === question.id),
        nameOf,
      ),
    ),
    unasked: asked.unasked.map(({ condition, because }) => ({ condition, because })),
    mayState: { allowed: reason === null, reason },
  };
}

function factView(
  question: ItemQuestion,
  { conditions, rows }: Asked,
  stated: readonly ItemFactRow[],
  nameOf: Names,
): ItemFact {
  const number = question.kind === "number" ? question : null;
  return {
    question: question.id,
    label: question.label,
    hint: question.hint ?? null,
    kind: question.kind,
    choices: question.kind === "choice" ? [...question.choices] : [],
    ...{ unit: number?.unit ?? null, least: number?.least ?? null, most: number?.most ?? null },
    conditions: conditions
      .filter(({ tests }) => tests.some((each) => each.question === question.id))
      .map(({ product, condition, label }) => ({
        label,
        rows: rows.filter((row) => row.product === product && row.condition === condition).length,
      })),
    value: stated.at(-1)?.value ?? null,
    statements: stated.map((row) => ({
      value: row.value,
      by: nameOf(row.stated_party),
      at: row.stated_at.toISOString(),
    })),
  };
}

function whyNotState({ actor }: Context, { state }: Commission): Bilingual | null {
  if (!mayDo(actor, "item.state"))
    return { zh: "您当前的角色不能说明样品情况。", en: "Your present role may not state facts of the item." };
  if (OPEN.includes(state)) return null;
  const { zh, en } = commissionStateNames[state];
  return {
    zh: `委托状态为“${zh}”，不能再补充样品情况。`,
    en: `The commission is “${en}”; facts of its item can no longer be stated.`,
  };
}

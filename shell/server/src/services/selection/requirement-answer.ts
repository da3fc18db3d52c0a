import type { RequirementAnswer } from "@quanheng/contract/schemas/selection.ts";
import { applicable, asKnown, type Question } from "@quanheng/flow/selection/applicable.ts";
import { checkClaims, openClaims } from "@quanheng/flow/selection/claims.ts";
import { convertBound } from "@quanheng/flow/selection/convert-bound.ts";
import type { RequirementVersion } from "@quanheng/flow/selection/requirement.ts";
import { strictest } from "@quanheng/flow/selection/strictest.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { offeredCharacteristics } from "../../store/offer.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { requirementsAsKnown } from "../../store/requirement.ts";
import type { Transaction } from "../../store/transaction.ts";
import { requirementView } from "../library/requirement-view.ts";

export type Applicable = {
  readonly reference: Reference;
  readonly rows: readonly RequirementVersion[];
  readonly open: ReturnType<typeof openClaims>;
  readonly knownOn: string;
};

/**
 * The requirement versions that apply, as known now.
 *
 * @throws Refusal `product-unknown`, `market-unknown`, `unknown-claim`, `claim-not-asked`, `ambiguous-requirement`
 */
export async function applicableNow(tx: Transaction, context: Context, question: Question): Promise<Applicable> {
  const reference = await readReference(tx);
  if (!reference.products.has(question.product)) refuse("product-unknown", { product: question.product });
  const known = new Set(reference.acceptance.markets.map(({ code }) => code));
  for (const market of question.markets) if (!known.has(market)) refuse("market-unknown", { market });

  const at = context.now();
  const versions = await requirementsAsKnown(tx, { product: question.product, markets: question.markets }, at);
  const rows = asKnown(versions, at.toISOString());
  checkClaims(rows, question);
  return { reference, rows: applicable(rows, question), open: openClaims(rows, question), knownOn: at.toISOString() };
}

/** Everything that applies with its strictest limits and the claims still open, as pages show it. */
export async function requirementAnswer(
  tx: Transaction,
  context: Context,
  question: Question,
): Promise<z.infer<typeof RequirementAnswer>> {
  const { reference, rows, open, knownOn } = await applicableNow(tx, context, question);
  return answerOf(tx, context, { reference, rows, open, knownOn, on: question.on });
}

export async function answerOf(
  tx: Transaction,
  context: Context,
  { reference, rows, open, knownOn, on }: Applicable & { readonly on: string },
): Promise<z.infer<typeof RequirementAnswer>> {
  const offered = await offeredCharacteristics(tx, today(context));
  return {
    date: on,
    knownOn,
    requirements: rows.map((row) => requirementView(row, reference, (characteristic) => offered.has(characteristic))),
    strictest: strictest(rows, convertBound).map(
      ({ minExclusive: _min, maxExclusive: _max, minBy, maxBy, setByMarkets, rows: of, ...limit }) => ({
        ...limit,
        characteristicName: reference.nameOf(limit.characteristic),
        minBy: [...minBy],
        maxBy: [...maxBy],
        setByMarkets: [...setByMarkets],
        rows: [...of],
      }),
    ),
    openClaims: open.map(({ market, key, values }) => ({ market, key, values: [...values] })),
  };
}

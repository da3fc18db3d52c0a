import type { CompareLine, Comparison, RequirementChange } from "@quanheng/contract/routes/compare.ts";
import { inForce } from "@quanheng/flow/selection/applicable.ts";
import type { OpenClaim } from "@quanheng/flow/selection/claims.ts";
import { differences } from "@quanheng/flow/selection/compare/difference.ts";
import { limitMatrix, type MatrixLine } from "@quanheng/flow/selection/compare/matrix.ts";
import { convertBound } from "@quanheng/flow/selection/convert-bound.ts";
import type { Limit } from "@quanheng/flow/selection/limit.ts";
import { limitText } from "@quanheng/flow/selection/limit-text.ts";
import type { RequirementVersion } from "@quanheng/flow/selection/requirement.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { offeredCharacteristics } from "../../store/offer.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { requirementsAsKnown } from "../../store/requirement.ts";
import { reading } from "../../store/transaction.ts";
import { type Offered, requirementView } from "../library/requirement-view.ts";
import { applicableNow } from "../selection/requirement-answer.ts";
import { type Asked, knownMarkets, knownProduct, readQuestion } from "./question.ts";

/**
 * Limits of one product across markets on a day.
 *
 * @throws Refusal `product-unknown`, `market-unknown`, `malformed`, `unknown-claim`, `claim-not-asked`, `ambiguous-requirement`
 */
export async function compareMarkets(context: Context, asked: Asked): Promise<Comparison> {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    const question = readQuestion(asked, reference);
    const { rows, open, knownOn } = await applicableNow(tx, context, question);
    const known = await offeredCharacteristics(tx, today(context));
    const all = await requirementsAsKnown(tx, { product: question.product, markets: question.markets }, context.now());
    const view = lineViewer(
      reference,
      (characteristic) => known.has(characteristic),
      unclaimed(inForce(all, question), open),
    );
    return {
      product: question.product,
      productName: reference.products.get(question.product)?.name ?? { zh: question.product, en: question.product },
      markets: [...question.markets],
      on: question.on,
      knownOn,
      lines: limitMatrix(rows, question.markets, convertBound).map(view),
      openClaims: open.map(({ market, key, values }) => ({ market, key, values: [...values] })),
    };
  });
}

/**
 * What changed between two days: new editions, transitions and withdrawals, for every variant of the product.
 *
 * @throws Refusal `product-unknown`, `market-unknown`, `malformed`
 */
export async function compareDays(
  context: Context,
  asked: { readonly product: string; readonly markets: string; readonly from: string; readonly to: string },
): Promise<{ from: string; to: string; items: RequirementChange[] }> {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    const product = knownProduct(asked.product, reference);
    const markets = knownMarkets(asked.markets, reference);
    const rows = await requirementsAsKnown(tx, { product, markets }, context.now());
    const known = await offeredCharacteristics(tx, today(context));
    const on = (day: string) => inForce(rows, { product, markets, on: day });
    const view = (row: RequirementVersion) =>
      requirementView(row, reference, (characteristic) => known.has(characteristic));
    return {
      from: asked.from,
      to: asked.to,
      items: differences(on(asked.from), on(asked.to)).map((each) => ({
        characteristic: each.characteristic,
        characteristicName: reference.nameOf(each.characteristic),
        market: each.market,
        change: each.change,
        before: each.before.map(view),
        after: each.after.map(view),
      })),
    };
  });
}

function lineViewer(
  reference: Reference,
  offered: Offered,
  waiting: ReadonlySet<string>,
): (line: MatrixLine<RequirementVersion>) => CompareLine {
  return (line) => {
    const { strictest } = line;
    return {
      characteristic: line.characteristic,
      characteristicName: reference.nameOf(line.characteristic),
      kind: line.kind,
      unit: line.unit,
      cells: line.cells.map(({ market, limit, empty, sets, rows }) => ({
        market,
        limitText: limit && limitText(limit),
        ends: endsOf(limit),
        empty,
        sets,
        requirements: rows.map((row) => requirementView(row, reference, offered)),
      })),
      strictest: strictest && limitText(strictest),
      strictestEnds: endsOf(strictest),
      empty: line.empty,
      mixedBasis: line.mixedBasis,
      relations: line.relations.map((pair) => ({ ...pair })),
      missing: line.missing.filter((market) => !waiting.has(`${market} ${line.characteristic}`)),
      unclaimed: line.missing.filter((market) => waiting.has(`${market} ${line.characteristic}`)),
    };
  };
}

/** Market and characteristic of the rows that would count if an open claim were made: silence there is no gap. */
function unclaimed(rows: readonly RequirementVersion[], open: readonly OpenClaim[]): ReadonlySet<string> {
  const keys = new Set(open.map(({ market, key }) => `${market} ${key}`));
  const waiting = rows.filter(({ market, variant }) =>
    Object.keys(variant ?? {}).some((key) => keys.has(`${market} ${key}`)),
  );
  return new Set(waiting.map(({ market, characteristic }) => `${market} ${characteristic}`));
}

function endsOf(limit: Limit | null): CompareLine["strictestEnds"] {
  return limit?.kind === "interval" ? { min: limit.min ?? null, max: limit.max ?? null } : null;
}

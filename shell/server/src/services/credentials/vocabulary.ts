import { isEffective } from "@quanheng/flow/selection/applicable.ts";
import { limitText } from "@quanheng/flow/selection/limit-text.ts";
import { mayDecide } from "@quanheng/flow/selection/requirement.ts";
import type { JsonObject } from "@quanheng/formats/credential/jws.ts";
import {
  type CriterionFacts,
  conformityCriterion,
  conformityProfile,
  conformityScheme,
} from "@quanheng/formats/credential/scheme.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import type { Reference } from "../../store/reference.ts";
import { requirementsAsKnown, type StoredRequirement } from "../../store/requirement.ts";
import { reading } from "../../store/transaction.ts";
import type { PublicNames } from "../attestation/names.ts";
import { momentOf } from "../library/documents.ts";

/**
 * The rules of a market as a conformity scheme: the profiles are the products for which the library has requirements
 * that are in force today.
 *
 * @throws Refusal `not-found` for a market without any
 */
export async function publishedScheme(context: Context, names: PublicNames, market: string): Promise<JsonObject> {
  return reading(context, async (tx) => {
    const { reference, on, knownOn } = await momentOf(tx, context, {});
    const rows = await requirementsAsKnown(tx, { markets: [market] }, knownOn);
    const ids = new Set(rows.filter(({ effective }) => isEffective(effective, on)).map(({ product }) => product));
    if (ids.size === 0) return refuse("not-found");
    return conformityScheme(names.origin, {
      ...marketIn(reference, market),
      publisher: { id: names.houseDid, name: "Standards centre of the platform" },
      documentation: `${names.origin}/library`,
      products: [...ids].sort().map((id) => productIn(reference, id)),
    });
  });
}

/**
 * What a market asks of a product today.
 *
 * @throws Refusal `not-found` where it asks for nothing
 */
export async function publishedProfile(
  context: Context,
  names: PublicNames,
  market: string,
  product: string,
): Promise<JsonObject> {
  return reading(context, async (tx) => {
    const { reference, on, knownOn } = await momentOf(tx, context, {});
    const rows = await requirementsAsKnown(tx, { markets: [market], product }, knownOn);
    const current = rows.filter(({ effective }) => isEffective(effective, on));
    if (current.length === 0) return refuse("not-found");
    return conformityProfile(names.origin, {
      ...marketIn(reference, market),
      product: productIn(reference, product),
      on,
      documentation: `${names.origin}/library`,
      criteria: current.map((row) => criterionFacts(row, reference, names.origin, on)),
    });
  });
}

/**
 * One requirement as a criterion, also one that is no longer in force: credentials of its time still name it.
 *
 * @throws Refusal `not-found`
 */
export async function publishedCriterion(context: Context, names: PublicNames, id: string): Promise<JsonObject> {
  return reading(context, async (tx) => {
    const { reference, on, knownOn } = await momentOf(tx, context, {});
    const [row] = await requirementsAsKnown(tx, { rowId: id }, knownOn);
    return row
      ? conformityCriterion(names.origin, criterionFacts(row, reference, names.origin, on))
      : refuse("not-found");
  });
}

function criterionFacts(row: StoredRequirement, reference: Reference, origin: string, on: string): CriterionFacts {
  return {
    requirementId: row.id,
    characteristic: row.characteristic,
    characteristicName: reference.nameOf(row.characteristic).en,
    limitText: limitText(row.limit).en,
    cited: [row.document, row.clause].filter((part) => part !== "").join(", "),
    edition: row.recordedAt.slice(0, 10),
    verified: mayDecide(row.status),
    ended: row.effective.to !== null && !isEffective(row.effective, on),
    documentation: `${origin}/library/requirements/${encodeURIComponent(row.id)}`,
  };
}

const marketIn = (reference: Reference, market: string) => ({
  market,
  marketName: reference.markets.get(market)?.name.en ?? market,
});

const productIn = (reference: Reference, id: string) => ({ id, name: reference.products.get(id)?.name.en ?? id });

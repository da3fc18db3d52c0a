import type { listRequirements } from "@quanheng/contract/routes/library.ts";
import { FACETS, type Facet, type SearchAnswer } from "@quanheng/flow/selection/library/search-index.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { offeredCharacteristics } from "../../store/offer.ts";
import { cursorOf, readCursor } from "../../store/page.ts";
import type { Reference } from "../../store/reference.ts";
import { requirementsById } from "../../store/requirement.ts";
import { reading } from "../../store/transaction.ts";
import { libraryIndex } from "./kept-index.ts";
import { requirementView } from "./requirement-view.ts";

type Query = Omit<z.output<(typeof listRequirements)["query"]>, "limit"> & { readonly limit: number };
type Answer = z.output<(typeof listRequirements)["response"]>;

/** How a status answers whether a person has compared the row with its document. */
const STATUSES = { open: ["recalled", "proposed"], settled: ["read", "verified"] } as const;
/** Values shown of a facet: more than a reader compares. */
const MOST_VALUES = 50;

/** Requirements as they applied on one day and were known at another instant, found by text and facets, paged by row id. */
export async function pageRequirements(context: Context, query: Query): Promise<Answer> {
  return reading(context, async (tx) => {
    const { index, reference } = await libraryIndex(tx);
    const after = readCursor(query.after, 1)?.[0];
    const found = index.search({
      ...(query.text === undefined ? {} : { text: query.text }),
      ...(query.on === undefined ? {} : { on: query.on }),
      ...(after === undefined ? {} : { after }),
      knownAt: query.knownOn === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(query.knownOn),
      limit: query.limit,
      facets: {
        ...one("product", query.product),
        ...one("market", query.market),
        ...one("document", query.document),
        ...one("characteristic", query.characteristic),
        ...(query.status === undefined ? {} : { status: STATUSES[query.status] }),
      },
    });
    const offered = await offeredCharacteristics(tx, today(context));
    const rows = await requirementsById(tx, found.versions);
    return {
      items: rows.map((row) => requirementView(row, reference, (characteristic) => offered.has(characteristic))),
      next: found.next === null ? null : cursorOf(found.next),
      total: found.total,
      facets: facetViews(found, reference),
    };
  });
}

function one(facet: Facet, value: string | undefined): Partial<Record<Facet, readonly string[]>> {
  return value === undefined ? {} : { [facet]: [value] };
}

function facetViews({ facets }: SearchAnswer, reference: Reference): Answer["facets"] {
  return Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      facets[facet]
        .slice(0, MOST_VALUES)
        .map(({ value, count }) => ({ value, count, name: nameOf(facet, value, reference) })),
    ]),
  ) as Answer["facets"];
}

function nameOf(facet: Facet, value: string, reference: Reference): Bilingual {
  const plain = { zh: value, en: value };
  switch (facet) {
    case "product":
      return reference.products.get(value)?.name ?? plain;
    case "market":
      return reference.markets.get(value)?.name ?? plain;
    case "document":
      return reference.titleOf(value);
    case "characteristic":
      return reference.nameOf(value);
    case "status":
    case "force":
      return plain;
  }
}

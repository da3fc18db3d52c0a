import type { Claims, Question } from "@quanheng/flow/selection/applicable.ts";
import { z } from "zod";
import { refuse } from "../../refusals.ts";
import type { Reference } from "../../store/reference.ts";

/** As many as the library knows; a longer list would only repeat. */
const MOST_MARKETS = 16;
const MOST_CLAIMS = 60;
const ClaimTexts = z.record(z.string().max(40), z.string().max(60));

/** What a comparison asks, from the texts of an address. */
export type Asked = {
  readonly product: string;
  readonly markets: string;
  readonly on: string;
  readonly claims?: string | undefined;
};

/**
 * Reads the question and settles that the library knows what it names.
 *
 * @throws Refusal `product-unknown`, `market-unknown`, `malformed` for claims that are no object of texts
 */
export function readQuestion(asked: Asked, reference: Reference): Question {
  return {
    product: knownProduct(asked.product, reference),
    markets: knownMarkets(asked.markets, reference),
    on: asked.on,
    claims: readClaims(asked.claims),
  };
}

/** @throws Refusal `product-unknown` */
export function knownProduct(product: string, reference: Reference): string {
  return reference.products.has(product) ? product : refuse("product-unknown", { product });
}

/**
 * The markets of a list joined by commas, each once, in its order.
 *
 * @throws Refusal `market-unknown`, `malformed` for a list without an entry or with too many
 */
export function knownMarkets(list: string, reference: Reference): readonly string[] {
  const markets = [...new Set(list.split(",").map((code) => code.trim()))].filter((code) => code !== "");
  if (markets.length === 0 || markets.length > MOST_MARKETS) refuse("malformed");
  const known = new Set(reference.acceptance.markets.map(({ code }) => code));
  for (const market of markets) if (!known.has(market)) refuse("market-unknown", { market });
  return markets;
}

function readClaims(text: string | undefined): Claims {
  if (text === undefined || text === "") return {};
  const read = ClaimTexts.safeParse(jsonOf(text));
  if (!read.success || Object.keys(read.data).length > MOST_CLAIMS) return refuse("malformed");
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

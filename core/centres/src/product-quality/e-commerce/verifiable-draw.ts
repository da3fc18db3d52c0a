import { needCount, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal; the caller brings it. */
export type Sha256Hex = (text: string) => string;

/** One offer as it stood on the page when the list was frozen. */
export type Offer = {
  readonly id: string;
  readonly platform: string;
  readonly shop: string;
  readonly sku: string;
  /** Price as it was printed, and the instant at which it was seen (UTC). */
  readonly price: string;
  readonly seenAt: string;
  readonly screenshotSha256: string;
};

/**
 * The text of a frozen list of offers, one line each, whose hash is published before the seed is known.
 *
 * @throws Refusal `duplicate-offer`
 */
export function frozenList(offers: readonly Offer[]): string {
  needDistinct(offers.map(({ id }) => id));
  return offers
    .map(({ id, platform, shop, sku, price, seenAt, screenshotSha256 }) =>
      JSON.stringify([id, platform, shop, sku, price, seenAt, screenshotSha256]),
    )
    .join("\n");
}

export type Draw = {
  readonly seed: string;
  readonly ids: readonly string[];
  readonly n: number;
  /** When the hash of the list was published and when the seed became known (UTC, ISO 8601 with Z), where both are kept. */
  readonly listPublishedAt?: string;
  readonly seedKnownAt?: string;
};

/**
 * Draws offers so that anybody can repeat it: by rising SHA-256 of `seed|id`, the first n.
 *
 * @returns the ids drawn with the hash of each
 * @throws Refusal `seed-missing`, `duplicate-offer`, `sample-exceeds-list`, `seed-before-list`, `not-whole`,
 *   `outside-method-range` for n = 0
 * @source GB/T 10111-2008 (principle of random selection); FIPS 180-4
 */
export function verifiableDraw({ seed, ids, n, listPublishedAt, seedKnownAt }: Draw, sha256Hex: Sha256Hex) {
  if (seed.trim() === "") refuse("seed-missing", { field: "seed" });
  needDistinct(ids);
  needCount("n", n);
  needWithin("n", n, { min: 1 });
  if (n > ids.length) refuse("sample-exceeds-list", { field: "n", given: n, max: ids.length });
  if (listPublishedAt !== undefined && seedKnownAt !== undefined && !isLater(seedKnownAt, listPublishedAt)) {
    refuse("seed-before-list", { field: "seedKnownAt", seed: seedKnownAt, list: listPublishedAt });
  }
  return ids
    .map((id) => ({ id, hash: sha256Hex(`${seed}|${id}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, n);
}

function needDistinct(ids: readonly string[]): void {
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) refuse("duplicate-offer", { field: "ids", given: twice });
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Instants in UTC sort as texts once the Z is off. */
function isLater(instant: string, than: string): boolean {
  return INSTANT.test(instant) && INSTANT.test(than) && instant.slice(0, -1) > than.slice(0, -1);
}

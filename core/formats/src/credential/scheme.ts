import { UNTP_CONTEXTS } from "./credential-head.ts";
import type { JsonObject } from "./jws.ts";
import { conformityTopic } from "./untp/topics.ts";

/** Whoever publishes the rules: the standards centre, by a stable address. */
export type Publisher = { readonly id: string; readonly name: string };

export type SchemeFacts = {
  readonly market: string;
  readonly marketName: string;
  readonly publisher: Publisher;
  /** Address of the page for people. */
  readonly documentation: string;
  /** Products for which the library has requirements of the market. */
  readonly products: readonly { readonly id: string; readonly name: string }[];
};

export type CriterionFacts = {
  readonly requirementId: string;
  readonly characteristic: string;
  readonly characteristicName: string;
  readonly limitText: string;
  /** Document and clause, as cited. */
  readonly cited: string;
  readonly edition: string;
  /** Whether it was verified against its source; what was not is only proposed. */
  readonly verified: boolean;
  /** Whether its document is no longer in force. */
  readonly ended: boolean;
  readonly documentation: string;
};

export type ProfileFacts = {
  readonly market: string;
  readonly marketName: string;
  readonly product: { readonly id: string; readonly name: string };
  /** Day of the state of the library that is shown. */
  readonly on: string;
  readonly documentation: string;
  readonly criteria: readonly CriterionFacts[];
};

const CATALOGUE = "/vocabulary";

/**
 * The address of a market's rules; the same in every credential.
 *
 * @param origin address of the platform without a trailing slash
 * @example schemeUrl("https://qi.example", "CN") // → "https://qi.example/vocabulary/schemes/CN" (by market)
 * @source ours: addresses follow the library's ids
 */
export const schemeUrl = (origin: string, market: string): string =>
  `${origin}${CATALOGUE}/schemes/${encodeURIComponent(market)}`;

/**
 * The address of what a market asks of a product.
 *
 * @param origin address of the platform without a trailing slash
 * @example profileUrl("https://qi.example", "CN", "white-sugar") // → "https://qi.example/vocabulary/profiles/CN/white-sugar" (by market and product)
 * @source ours: addresses follow the library's ids
 */
export const profileUrl = (origin: string, market: string, product: string): string =>
  `${origin}${CATALOGUE}/profiles/${encodeURIComponent(market)}/${encodeURIComponent(product)}`;

/**
 * The address of one requirement as a criterion; credentials and passports meet by it.
 *
 * @param origin address of the platform without a trailing slash
 * @example criterionUrl("https://qi.example", "cn-sugar-1") // → "https://qi.example/vocabulary/criteria/cn-sugar-1" (by requirement)
 * @source ours: addresses follow the library's ids
 */
export const criterionUrl = (origin: string, requirementId: string): string =>
  `${origin}${CATALOGUE}/criteria/${encodeURIComponent(requirementId)}`;

/**
 * The rules of a market as a conformity scheme. Nobody has endorsed how we read them, and it says so.
 *
 * @example conformityScheme("https://qi.example", { market: "CN", marketName: "China", publisher: { id: "https://qi.example/institutions/1", name: "Centre" }, documentation: "https://qi.example/library", products: [] }).endorsementLevel // → "endorsed_self" (UNTP 0.7.0, endorsementLevel)
 * @source UNTP 0.7.0, conformity vocabulary catalogue: ConformityScheme
 */
export function conformityScheme(origin: string, facts: SchemeFacts): JsonObject {
  return {
    "@context": [...UNTP_CONTEXTS],
    type: ["ConformityScheme"],
    id: schemeUrl(origin, facts.market),
    name: schemeName(facts.marketName),
    owner: { type: ["Party"], ...facts.publisher },
    endorsementLevel: "endorsed_self",
    documentation: facts.documentation,
    includedProfile: facts.products.map((product) => ({
      type: ["ConformityProfile"],
      id: profileUrl(origin, facts.market, product.id),
      name: profileName(product.name, facts.marketName),
    })),
  };
}

/**
 * What a market asks of a product as a profile: its criteria on a day.
 *
 * @example conformityProfile("https://qi.example", { market: "CN", marketName: "China", product: { id: "white-sugar", name: "White sugar" }, on: "2026-11-25", documentation: "https://qi.example/library", criteria: [] }).version // → "2026-11-25" (the day of the state)
 * @source UNTP 0.7.0, conformity vocabulary catalogue: ConformityProfile
 */
export function conformityProfile(origin: string, facts: ProfileFacts): JsonObject {
  return {
    "@context": [...UNTP_CONTEXTS],
    type: ["ConformityProfile"],
    id: profileUrl(origin, facts.market, facts.product.id),
    name: profileName(facts.product.name, facts.marketName),
    version: facts.on,
    validFrom: facts.on,
    status: "active",
    subjectType: "product",
    documentation: facts.documentation,
    criterion: facts.criteria.map((criterion) => ({
      type: ["Criterion"],
      id: criterionUrl(origin, criterion.requirementId),
      name: criterionName(criterion),
    })),
    scheme: { type: ["ConformityScheme"], id: schemeUrl(origin, facts.market), name: schemeName(facts.marketName) },
  };
}

/**
 * One requirement as a criterion.
 *
 * @example conformityCriterion("https://qi.example", { requirementId: "r1", characteristic: "lead", characteristicName: "Lead", limitText: "≤ 0.5 mg/kg", cited: "GB 2762, table 1", edition: "2022", verified: false, ended: false, documentation: "https://qi.example/r1" }).status // → "proposed" (nobody has read it in its source)
 * @source UNTP 0.7.0, conformity vocabulary catalogue: Criterion
 */
export function conformityCriterion(origin: string, facts: CriterionFacts): JsonObject {
  return {
    "@context": [...UNTP_CONTEXTS],
    type: ["Criterion"],
    id: criterionUrl(origin, facts.requirementId),
    name: criterionName(facts),
    description: `${facts.cited}: ${facts.characteristicName} ${facts.limitText}`,
    version: facts.edition,
    status: facts.ended ? "deprecated" : facts.verified ? "active" : "proposed",
    documentation: facts.documentation,
    conformityTopic: [conformityTopic("quality-performance")],
    passThreshold: [
      {
        metric: {
          type: ["PerformanceMetric"],
          id: `urn:quanheng:characteristic:${encodeURIComponent(facts.characteristic)}`,
          name: facts.characteristicName,
        },
      },
    ],
  };
}

const schemeName = (market: string) => `Requirements of ${market}`;
const profileName = (product: string, market: string) => `${product}, ${market}`;
const criterionName = ({ characteristicName, limitText }: CriterionFacts) => `${characteristicName} ${limitText}`;

import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, IsoDate, IsoTime, MarketCode } from "../schemas/common.ts";
import { ApplicableRequirement } from "../schemas/selection.ts";

export const STRINGENCIES = ["stricter", "equal", "looser", "incomparable"] as const;
export const CHANGES = ["added", "removed", "tightened", "relaxed", "changed"] as const;

/** One product, its markets, a day and what is claimed. */
export const CompareQuery = z.object({
  product: z.string().min(1).max(60),
  /** Codes joined by commas, in the order of the columns. */
  markets: z.string().min(2).max(200),
  on: IsoDate,
  /** Claims as a JSON object: `{"CN.grade":"superior"}`. */
  claims: z.string().max(2000).optional(),
});

/** The ends of an interval as digits; null is open. */
const Ends = z.object({ min: z.string().nullable(), max: z.string().nullable() });

export const CompareCell = z.object({
  market: MarketCode,
  /** All requirements of the market together, in the unit of the line; null where they make no single limit. */
  limitText: Bilingual.nullable(),
  ends: Ends.nullable(),
  /** Its own requirements contradict each other. */
  empty: z.boolean(),
  /** It sets an end of the strictest limit. */
  sets: z.boolean(),
  requirements: z.array(ApplicableRequirement),
});

export const CompareLine = z.object({
  characteristic: z.string(),
  characteristicName: Bilingual,
  kind: z.string(),
  unit: z.string().nullable(),
  cells: z.array(CompareCell),
  strictest: Bilingual.nullable(),
  strictestEnds: Ends.nullable(),
  empty: z.boolean(),
  mixedBasis: z.boolean(),
  relations: z.array(z.object({ a: MarketCode, b: MarketCode, relation: z.enum(STRINGENCIES) })),
  missing: z.array(MarketCode),
});
export type CompareLine = z.infer<typeof CompareLine>;

export const Comparison = z.object({
  product: z.string(),
  productName: Bilingual,
  markets: z.array(MarketCode),
  on: IsoDate,
  knownOn: IsoTime,
  lines: z.array(CompareLine),
  /** Facets on which requirements depend and that nothing claims yet; their rows are not compared. */
  openClaims: z.array(z.object({ market: MarketCode, key: z.string(), values: z.array(z.string()) })),
});
export type Comparison = z.infer<typeof Comparison>;

export const compareMarkets = defineRoute({
  method: "GET",
  path: "/api/library/compare",
  summary: "Limits of a product across markets: strictest, relations and gaps",
  permission: "library.read",
  query: CompareQuery,
  response: Comparison,
});

export const exportComparison = defineRoute({
  method: "GET",
  path: "/api/library/compare/export",
  summary: "The same comparison as a workbook, a table of text or a document",
  permission: "library.read",
  query: CompareQuery.extend({ format: z.enum(["xlsx", "csv", "pdf"]), language: z.enum(["zh", "en"]).default("zh") }),
  produces: "application/octet-stream",
  response: z.unknown(),
});

export const RequirementChange = z.object({
  characteristic: z.string(),
  characteristicName: Bilingual,
  market: MarketCode,
  change: z.enum(CHANGES),
  before: z.array(ApplicableRequirement),
  after: z.array(ApplicableRequirement),
});
export type RequirementChange = z.infer<typeof RequirementChange>;

export const compareDays = defineRoute({
  method: "GET",
  path: "/api/library/compare/days",
  summary: "What changed in the requirements on a product between two days",
  permission: "library.read",
  query: z.object({
    product: z.string().min(1).max(60),
    markets: z.string().min(2).max(200),
    from: IsoDate,
    to: IsoDate,
  }),
  response: z.object({ from: IsoDate, to: IsoDate, items: z.array(RequirementChange) }),
});

export const compareRoutes = { compareMarkets, exportComparison, compareDays } as const;

import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, IsoDate, IsoTime, idOf, MarketCode } from "../schemas/common.ts";
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
  /** Markets without a requirement on the characteristic. */
  missing: z.array(MarketCode),
  /** Markets whose requirements wait for a claim: not compared, and no gap. */
  unclaimed: z.array(MarketCode),
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
  permission: "public",
  query: CompareQuery,
  response: Comparison,
});

export const exportComparison = defineRoute({
  method: "GET",
  path: "/api/library/compare/export",
  summary: "The same comparison as a workbook, a table of text or a document",
  permission: "public",
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
  permission: "public",
  query: z.object({
    product: z.string().min(1).max(60),
    markets: z.string().min(2).max(200),
    from: IsoDate,
    to: IsoDate,
  }),
  response: z.object({ from: IsoDate, to: IsoDate, items: z.array(RequirementChange) }),
});

const Provenance = {
  source: z.string(),
  document: z.string().nullable(),
  clause: z.string().nullable(),
  date: IsoDate,
  /** Read in the document, read in a secondary source about it, or recalled. */
  status: z.enum(["read", "secondary", "recalled"]),
};

/** What a market asks beyond method, laboratory and age, for some products or for all (an empty list). */
export const AcceptanceCondition = z.object({
  products: z.array(Bilingual),
  characteristics: z.array(Bilingual),
  minEdition: z.record(z.string(), z.string()),
  fullReportOnly: z.boolean(),
  provisional: z.boolean(),
  sampledBy: z.array(z.enum(["laboratory", "authority", "client"])),
  note: Bilingual,
  ...Provenance,
});

/** Whose results a market accepts, by which method, and how old a report may be. */
export const AcceptanceRule = z.object({
  market: MarketCode,
  name: Bilingual,
  methodPolicy: z.enum(["listed", "equivalent", "stricter"]),
  mode: z.enum(["any", "accredited", "designated"]),
  bodies: z.array(z.string()),
  arrangements: z.array(z.string()),
  laboratories: z.array(z.string()),
  reportMaxAgeDays: z.number().int().nullable(),
  conditions: z.array(AcceptanceCondition),
  note: Bilingual,
  ...Provenance,
});
export const Arrangement = z.object({
  id: z.string(),
  name: Bilingual,
  /** Half-open: it holds from this day until the other, which no longer counts. */
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  replaces: z.string().nullable(),
  members: z.array(
    z.object({
      body: z.string(),
      activity: z.enum(["testing", "calibration", "inspection", "certification"]),
      from: IsoDate.nullable(),
      until: IsoDate.nullable(),
      /** Whether it holds today. */
      holds: z.boolean(),
    }),
  ),
  ...Provenance,
});
export const AcceptedMethods = z.object({
  a: z.string(),
  b: z.string(),
  type: z.enum(["identical", "equivalent", "stricter"]),
  characteristics: z.array(Bilingual),
  note: z.string(),
  ...Provenance,
});
export const Acceptance = z.object({
  rules: z.array(AcceptanceRule),
  arrangements: z.array(Arrangement),
  methods: z.array(AcceptedMethods),
});
export type Acceptance = z.infer<typeof Acceptance>;

export const getAcceptance = defineRoute({
  method: "GET",
  path: "/api/library/acceptance",
  summary: "What markets accept from whom, with provenance",
  permission: "public",
  response: Acceptance,
});

/** What a recognition is worth over all plans; sums only, never whose. */
export const RecognitionWorth = z.object({
  kind: z.enum(["missing", "held"]),
  market: MarketCode,
  /** The accreditation body or the arrangement. */
  party: z.string(),
  plans: z.number().int(),
  dearer: z.number().int(),
  /** Null while fewer than five plans stand behind it: a sum of few would tell a single client's price. */
  costFen: z.number().int().nullable(),
  days: z.number().int(),
  onlyWith: z.number().int(),
});
export const RecognitionReport = z.object({
  id: idOf("rcg"),
  state: z.enum(["running", "done", "cancelled", "failed", "interrupted"]),
  total: z.number().int(),
  done: z.number().int(),
  unproven: z.number().int(),
  createdAt: IsoTime,
  createdBy: Bilingual.nullable(),
  mine: z.boolean(),
  worth: z.array(RecognitionWorth),
});
export type RecognitionReport = z.infer<typeof RecognitionReport>;

export const startRecognitionReport = defineRoute({
  method: "POST",
  path: "/api/library/recognition-reports",
  summary: "Plan every stored question with and without each recognition",
  permission: "recognition.report",
  response: RecognitionReport,
  status: 202,
});
export const listRecognitionReports = defineRoute({
  method: "GET",
  path: "/api/library/recognition-reports",
  summary: "The newest reports on recognitions",
  permission: "recognition.report",
  response: z.object({ items: z.array(RecognitionReport) }),
});
export const cancelRecognitionReport = defineRoute({
  method: "POST",
  path: "/api/library/recognition-reports/:id/cancel",
  summary: "Stop a report that is under way",
  permission: "recognition.report",
  params: z.object({ id: idOf("rcg") }),
  response: RecognitionReport,
});

export const compareRoutes = {
  compareMarkets,
  exportComparison,
  compareDays,
  getAcceptance,
  startRecognitionReport,
  listRecognitionReports,
  cancelRecognitionReport,
} as const;

import { z } from "zod";
import { Bilingual, IsoDate, IsoTime, idOf } from "./common.ts";

/** Keys that are handed out from a company prefix. */
export const NUMBERED_KINDS = [
  "GTIN",
  "GLN",
  "GLN-party",
  "GDTI",
  "GIAI",
  "GRAI",
  "SSCC",
  "GMN",
  "GSRN",
  "GINC",
] as const;
export const NumberedKind = z.enum(NUMBERED_KINDS);

export const Prefix = z.string().regex(/^\d{4,12}$/);
const Purpose = z.string().trim().min(1).max(200);
const Reason = z.string().trim().min(1).max(1000);

/** How far the range of one kind is used and how long it lasts. */
export const SeriesForecast = z.object({
  kind: NumberedKind,
  capacity: z.number().int(),
  used: z.number().int(),
  perDay: z.number(),
  daysLeft: z.number().int().nullable(),
});
export const Licence = z.object({
  id: idOf("lic"),
  prefix: Prefix,
  partyId: z.string(),
  partyName: Bilingual,
  demonstration: z.boolean(),
  validFrom: IsoDate,
  validTo: IsoDate,
  inForce: z.boolean(),
  series: z.array(SeriesForecast),
});
export type Licence = z.infer<typeof Licence>;

export const NumberApplication = z.object({
  id: idOf("apl"),
  partyName: Bilingual,
  products: z.number().int(),
  reason: z.string(),
  submittedAt: IsoTime,
  outcome: z.enum(["open", "granted", "declined"]),
  prefix: Prefix.nullable(),
  decisionReason: z.string().nullable(),
  /** The prefix that fits, for the centre's form; null for others and once it is decided. */
  proposal: Prefix.nullable(),
});
export type NumberApplication = z.infer<typeof NumberApplication>;
export const NewApplication = z.object({ products: z.number().int().min(1).max(100_000), reason: Reason });
export const ApplicationDecision = z.object({
  outcome: z.enum(["granted", "declined"]),
  /** Digits of the licence; needed to grant. */
  prefix: Prefix.nullable(),
  reason: Reason,
});

export const LicenceRenewal = z.object({
  /** First day on which the licence does not run any more. */
  validTo: IsoDate,
  reason: Reason,
});

export const NumberedKey = z.object({
  ai: z.string(),
  value: z.string(),
  kind: NumberedKind,
  purpose: z.string(),
  origin: z.enum(["allocated", "imported"]),
  allocationId: idOf("alc"),
  allocatedAt: IsoTime,
  withdrawn: z.boolean(),
});
export type NumberedKey = z.infer<typeof NumberedKey>;

export const NewAllocation = z.object({
  kind: NumberedKind,
  count: z.number().int().min(1).max(1000),
  purpose: Purpose,
});
export const Allocation = z.object({ id: idOf("alc"), keys: z.array(z.object({ ai: z.string(), value: z.string() })) });

export const IMPORT_FAULTS = ["key-wrong", "prefix-foreign", "purpose-missing", "twice", "taken"] as const;
export const KeyImport = z.object({
  kind: NumberedKind,
  rows: z.array(z.object({ value: z.string().max(100), purpose: z.string().max(200) })).max(5000),
  /** False only looks: nothing is kept. */
  commit: z.boolean(),
});
export const KeyImportOutcome = z.object({
  id: idOf("alc").nullable(),
  good: z.number().int(),
  /** Rows that cannot be taken over, counted from 1. */
  bad: z.array(z.object({ row: z.number().int(), value: z.string(), fault: z.enum(IMPORT_FAULTS) })),
});
export type KeyImportOutcome = z.infer<typeof KeyImportOutcome>;

export const ProductData = z.object({
  nameZh: z.string().trim().max(200),
  nameEn: z.string().trim().max(200),
  brand: z.string().trim().max(100),
  netContent: z.string().trim().max(60),
  gpc: z.string().trim().max(8),
  hs: z.string().trim().max(10),
  markets: z.array(z.string().regex(/^[A-Z]{2,8}$/)).max(30),
  imageUrl: z.string().trim().max(2000),
});
export const Product = z.object({
  gtin: z.string(),
  purpose: z.string(),
  /** 0 before anything was said of it. */
  version: z.number().int(),
  data: ProductData,
  quality: z.object({ score: z.number().int(), missing: z.array(z.string()), wrong: z.array(z.string()) }),
});
export type Product = z.infer<typeof Product>;
export const ProductChange = z.object({
  gtin: z.string().regex(/^\d{14}$/),
  /** The version the reader saw; 0 for a product without data. */
  version: z.number().int().min(0),
  data: ProductData,
});

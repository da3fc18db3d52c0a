import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, IsoDate, IsoTime, MarketCode, PageQuery, pageOf } from "../schemas/common.ts";

const Fallen = z.object({
  reason: z.enum(["withdrawn", "superseded"]),
  successor: z.string().nullable(),
  since: IsoDate.nullable(),
});
export const DocumentSummary = z.object({
  id: z.string(),
  title: Bilingual,
  market: MarketCode,
  kind: z.string(),
  force: z.enum(["mandatory", "voluntary", "conditional"]),
  effectiveFrom: IsoDate.nullable(),
  effectiveTo: IsoDate.nullable(),
  precision: z.enum(["day", "year", "floor"]),
  status: z.enum(["read", "recalled", "proposed", "verified", "retired"]),
  /** Why it does not stand on the day asked for; null while it does. */
  fallen: Fallen.nullable(),
});
export const listDocuments = defineRoute({
  method: "GET",
  path: "/api/library/documents",
  summary: "Normative documents as they stood on one day and were known at an instant",
  permission: "public",
  query: PageQuery.extend({
    market: MarketCode.optional(),
    text: z.string().max(100).optional(),
    on: IsoDate.optional(),
    knownOn: IsoTime.optional(),
  }),
  response: pageOf(DocumentSummary),
});

/** Another edition; `known` says whether the library holds a record of it. */
const Edition = z.object({ id: z.string(), title: Bilingual, known: z.boolean(), effectiveFrom: IsoDate.nullable() });
const Adoption = z.object({ document: z.string(), degree: z.enum(["IDT", "MOD", "NEQ"]), known: z.boolean() });
export const EditionTrap = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("adopts-fallen"), document: z.string(), successor: z.string().nullable() }),
  z.object({
    kind: z.literal("other-edition-adopted"),
    document: z.string(),
    own: z.string(),
    other: z.string(),
  }),
  z.object({ kind: z.literal("same-number"), document: z.string() }),
  z.object({ kind: z.literal("day-uncertain"), precision: z.enum(["year", "floor"]) }),
  z.object({ kind: z.literal("not-identical"), document: z.string(), degree: z.enum(["MOD", "NEQ"]) }),
]);
export const getDocument = defineRoute({
  method: "GET",
  path: "/api/library/documents/:id",
  summary: "One document with its editions, adoptions and traps, as it stood on a day and was known at an instant",
  permission: "public",
  params: z.object({ id: z.string().max(120) }),
  query: z.object({ on: IsoDate.optional(), knownOn: IsoTime.optional() }),
  response: DocumentSummary.extend({
    on: IsoDate,
    knownOn: IsoTime,
    issuer: z.string().nullable(),
    published: IsoDate.nullable(),
    note: z.string().nullable(),
    confidence: z.enum(["high", "medium"]),
    /** Nearest first. */
    older: z.array(Edition),
    newer: z.array(Edition),
    adopts: z.array(Adoption),
    adoptedBy: z.array(Adoption),
    traps: z.array(EditionTrap),
    /** Rows that were known then and in force on the day, by product. */
    requirements: z.array(z.object({ product: z.string(), name: Bilingual, count: z.number().int() })),
    versions: z.array(
      z.object({
        recordedAt: IsoTime,
        status: z.string(),
        reason: z.string(),
        by: Bilingual.nullable(),
        /** What a verified version was compared with. */
        verification: z
          .object({ edition: z.string(), clause: z.string(), comparedOn: IsoDate, note: z.string().nullable() })
          .nullable(),
      }),
    ),
    /** What the record holds now, for the form that proposes the next version. */
    supersedes: z.array(z.string()),
    mayVerify: z.object({ allowed: z.boolean(), reason: Bilingual.nullable() }),
  }),
});

/** A document's record as it is proposed; what is left out stays as it was. */
export const proposeDocument = defineRoute({
  method: "POST",
  path: "/api/library/documents/:id/versions",
  summary: "Propose a new document, or a new version of the record of one",
  permission: "requirement.propose",
  params: z.object({ id: z.string().min(2).max(120) }),
  body: z.object({
    title: z.object({ zh: z.string().min(1).max(300), en: z.string().min(1).max(300) }),
    market: MarketCode,
    kind: z.string().min(1).max(60),
    force: z.enum(["mandatory", "voluntary", "conditional"]),
    issuer: z.string().max(120).nullable(),
    published: IsoDate.nullable(),
    effectiveFrom: IsoDate.nullable(),
    effectiveTo: IsoDate.nullable(),
    precision: z.enum(["day", "year", "floor"]),
    supersedes: z.array(z.string().min(2).max(120)).max(50),
    adopts: z.array(z.object({ to: z.string().min(2).max(120), degree: z.enum(["IDT", "MOD", "NEQ"]) })).max(50),
    note: z.string().max(2000).nullable(),
    /** Both this and another edition hold for a time, as the publisher says. */
    sideBySide: z.boolean().optional(),
    reason: z.string().min(5).max(500),
  }),
  response: z.object({ id: z.string(), status: z.literal("proposed"), recordedAt: IsoTime }),
  status: 201,
});

/** Which version a second person speaks of. */
const OfVersion = { recordedAt: IsoTime, reason: z.string().trim().min(5).max(500) };
const Settled = z.object({
  id: z.string(),
  status: z.enum(["read", "recalled", "proposed", "verified", "retired"]),
  recordedAt: IsoTime,
});
export const verifyDocument = defineRoute({
  method: "POST",
  path: "/api/library/documents/:id/verify",
  summary: "Record that a second person compared the newest version with the official text",
  permission: "requirement.verify",
  params: z.object({ id: z.string().min(2).max(120) }),
  body: z.object({
    ...OfVersion,
    /** The official text: edition, page or address. */
    source: z.string().trim().min(5).max(500),
    clause: z.string().trim().min(1).max(200),
    comparedOn: IsoDate,
  }),
  response: Settled,
  status: 201,
});
export const declineDocument = defineRoute({
  method: "POST",
  path: "/api/library/documents/:id/decline",
  summary: "Decline a proposed version: the version before it holds again, a document of its own is retired",
  permission: "requirement.verify",
  params: z.object({ id: z.string().min(2).max(120) }),
  body: z.object(OfVersion),
  response: Settled,
  status: 201,
});

const Exported = z.object({ product: z.string().max(60), on: IsoDate.optional(), knownOn: IsoTime.optional() });
export const exportJsonLd = defineRoute({
  method: "GET",
  path: "/api/library/export/requirements.jsonld",
  summary: "The requirements on a product as JSON-LD",
  permission: "public",
  query: Exported,
  produces: "application/ld+json; charset=utf-8",
  response: z.unknown(),
});
export const exportCatalogue = defineRoute({
  method: "GET",
  path: "/api/library/export/catalogue.json",
  summary: "The requirements on a product as a catalogue of controls, in the manner of OSCAL",
  permission: "public",
  query: Exported,
  produces: "application/json; charset=utf-8",
  response: z.unknown(),
});

export const libraryDocumentRoutes = {
  listDocuments,
  getDocument,
  proposeDocument,
  verifyDocument,
  declineDocument,
  exportJsonLd,
  exportCatalogue,
} as const;

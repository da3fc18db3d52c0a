import { REPORT_KINDS } from "@quanheng/flow/attestation/report-kind.ts";
import { SECOND_LANGUAGES } from "@quanheng/flow/attestation/report-language.ts";
import { SUCCESSOR_RELATIONS } from "@quanheng/flow/attestation/successor.ts";
import { z } from "zod";
import { Bilingual, IsoDate, IsoTime, idOf, MarketCode } from "./common.ts";
import { MarketVerdict } from "./market-verdict.ts";

export const DocumentKind = z.enum(REPORT_KINDS);
export const ReportLanguage = z.enum(SECOND_LANGUAGES);
const Missing = z.array(z.object({ item: z.string(), sentence: Bilingual }));

/** All that a signatory decides on for one commission at one laboratory. */
export const SigningView = z.object({
  commissionId: idOf("com"),
  commissionNumber: z.string(),
  itemName: Bilingual,
  lotNumber: z.string(),
  enterpriseName: Bilingual,
  ruleSentence: Bilingual,
  results: z.array(
    z.object({
      taskId: idOf("tsk"),
      characteristicName: Bilingual,
      method: z.string(),
      reported: z.string(),
      expanded: z.string(),
      unit: z.string(),
      inScope: z.boolean(),
      flags: z.array(z.string()),
      reviewedBy: Bilingual,
      enteredBy: Bilingual,
    }),
  ),
  verdicts: z.array(MarketVerdict),
  markets: z.array(
    z.object({
      market: MarketCode,
      verdict: z.enum(["pass", "conditional", "fail", "undecided"]),
      indicative: z.boolean(),
      counts: z.record(z.string(), z.number().int()),
    }),
  ),
  /** What ISO/IEC 17025:2017, 7.8.2.1 a to p still misses; empty when the report may be issued. */
  missing: Missing,
  /** Kinds in which these results may go out, the usual one first, each with what it would still miss. */
  kinds: z.array(z.object({ kind: DocumentKind, missing: Missing })),
  /** What stands beside Chinese, chosen by the client. */
  language: ReportLanguage,
  openTasks: z.number().int(),
  /** SHA-256 of results, verdicts and rule as shown: a signature covers what was seen. */
  shownSha256: z.string(),
  maySign: z.object({ allowed: z.boolean(), reason: Bilingual.nullable() }),
});
export type SigningView = z.infer<typeof SigningView>;

export const SignBody = z.object({
  /** Token of `POST /api/session/reauthenticate`: proves who sits here at the moment of signing. */
  reauthentication: z.string().min(10).max(200),
  /** Hash of what was shown to the signatory (`SigningView.shownSha256`); anything newer is refused. */
  shownSha256: z.string().length(64),
  meaning: z.enum(["authorise-issue"]),
  statement: z.string().max(500).nullable(),
  /** Absent means the usual kind with nothing added. */
  document: z
    .object({
      kind: DocumentKind,
      validUntil: IsoDate.nullable(),
      accuracyClass: z.string().max(40),
      nextOn: IsoDate.nullable(),
      /** One finding a line. */
      findings: z.string().max(1000),
    })
    .optional(),
});

/** Amends, replaces or supplements a document of the own institution. */
export const SuccessorBody = z.object({
  relation: z.enum(SUCCESSOR_RELATIONS),
  /** What the public reads, and what stands on the new document. */
  reason: z.string().min(5).max(500),
  /** Results and verdicts as they are recorded now, in place of those that were issued. */
  fromRecords: z.boolean(),
  /** What the client corrected; null where it stays. */
  itemName: z.object({ zh: z.string().min(1).max(120), en: z.string().min(1).max(120) }).nullable(),
  lotNumber: z.string().min(1).max(60).nullable(),
  statement: z.string().max(500).nullable(),
  reauthentication: z.string().min(10).max(200),
});

/** A certificate of conformity for some markets of a report of the own institution. */
export const CertificateBody = z.object({
  markets: z.array(MarketCode).min(1).max(16),
  reauthentication: z.string().min(10).max(200),
});

export const ATTESTATION_STATUS = ["issued", "amended", "suspended", "reinstated", "withdrawn", "expired"] as const;
export const AttestationSummary = z.object({
  id: idOf("att"),
  number: z.string(),
  gdti: z.string(),
  kind: z.string(),
  commissionId: idOf("com"),
  commissionNumber: z.string(),
  institutionName: Bilingual,
  itemName: Bilingual,
  status: z.enum(ATTESTATION_STATUS),
  issuedAt: IsoTime,
  issuedBy: Bilingual,
  markets: z.array(z.object({ market: MarketCode, verdict: z.string(), indicative: z.boolean() })),
  verifyUrl: z.string(),
});
export type AttestationSummary = z.infer<typeof AttestationSummary>;
export const AttestationDetail = AttestationSummary.extend({
  documents: z.array(
    z.object({
      role: z.enum(["pdf", "credential", "proof", "snapshot"]),
      mediaType: z.string(),
      sha256: z.string(),
      size: z.number().int(),
      href: z.string(),
    }),
  ),
  statusHistory: z.array(
    z.object({ status: z.enum(ATTESTATION_STATUS), reason: z.string(), at: IsoTime, by: Bilingual }),
  ),
  logIndex: z.number().int().nullable(),
  mayChangeStatus: z.object({ allowed: z.boolean(), reason: Bilingual.nullable() }),
  /** The document before this one and those after it. */
  related: z.array(
    z.object({
      id: idOf("att"),
      number: z.string(),
      relation: z.enum(SUCCESSOR_RELATIONS),
      /** Whether that one came later. */
      later: z.boolean(),
    }),
  ),
  /** How much the signatures carry for later years, and why not more; told once, right after issuing with time stamps. */
  signing: z.object({ level: z.enum(["B-B", "B-T", "B-LT"]), without: z.string().nullable() }).optional(),
  /** Markets for which a certificate of conformity can be issued on this report. */
  certifiable: z.array(MarketCode),
});
export type AttestationDetail = z.infer<typeof AttestationDetail>;

/** What anyone may know of a statement: no client, no price, no readings. */
export const PublicStatement = z.object({
  number: z.string(),
  gdti: z.string(),
  kind: z.string(),
  title: Bilingual,
  institutionName: Bilingual,
  institutionAddress: Bilingual,
  itemName: Bilingual,
  lotNumber: z.string(),
  issuedOn: IsoDate,
  status: z.enum(ATTESTATION_STATUS),
  statusReason: z.string(),
  statusAt: IsoTime,
  replacedBy: z.string().nullable(),
  /** A later document that adds to this one, which still holds. */
  supplementedBy: z.string().nullable(),
  demonstration: z.boolean(),
  results: z.array(
    z.object({
      characteristicName: Bilingual,
      method: z.string(),
      reported: z.string(),
      expanded: z.string(),
      unit: z.string(),
    }),
  ),
  markets: z.array(
    z.object({
      market: MarketCode,
      verdict: z.enum(["pass", "conditional", "fail", "undecided"]),
      indicative: z.boolean(),
    }),
  ),
  ruleSentence: Bilingual,
  pdfSha256: z.string().nullable(),
  logIndex: z.number().int().nullable(),
  /** Names the client and travels inside the report only; the register never hands it out. */
  credential: z.null(),
  proof: z.string().nullable(),
});
export type PublicStatement = z.infer<typeof PublicStatement>;
export const TrustBundle = z.object({
  /** PEM of the certificate authorities, vkeys of logs and witnesses, DID documents by DID. */
  certificates: z.array(z.string()),
  logs: z.array(z.string()),
  witnesses: z.array(z.string()),
  dids: z.record(z.string(), z.unknown()),
  /** Signed status list credentials by URL. */
  statusLists: z.record(z.string(), z.string()),
  /** PEM of the authorities that vouch for time stamps and nothing else. */
  timestampCertificates: z.array(z.string()).optional(),
  /** PEM of the certificates with which institutions sign by SM2 besides; those of `certificates` vouch for them. */
  sm2Certificates: z.array(z.string()).optional(),
  /** Lists of revoked certificates, DER in base64. */
  revocationLists: z.array(z.string()).optional(),
  madeAt: IsoTime,
});

export const Notification = z.object({
  id: idOf("ntf"),
  topic: z.string(),
  sentence: Bilingual,
  commissionId: idOf("com").nullable(),
  at: IsoTime,
  read: z.boolean(),
});

export const Dashboard = z.object({
  commissionsByState: z.array(z.object({ state: z.string(), count: z.number().int() })),
  turnaround: z.object({ medianDays: z.number().nullable(), p90Days: z.number().nullable(), count: z.number().int() }),
  late: z.array(
    z.object({
      commissionId: idOf("com"),
      number: z.string(),
      itemName: Bilingual,
      dueOn: IsoDate,
      daysLate: z.number().int(),
      institutionNames: z.array(Bilingual),
      state: z.string(),
    }),
  ),
  verdictsByMarket: z.array(
    z.object({
      market: MarketCode,
      pass: z.number().int(),
      conditional: z.number().int(),
      fail: z.number().int(),
      undecided: z.number().int(),
    }),
  ),
  byInstitution: z.array(
    z.object({
      institutionId: z.string(),
      name: Bilingual,
      openTasks: z.number().int(),
      lateTasks: z.number().int(),
      issued: z.number().int(),
    }),
  ),
  perWeek: z.array(z.object({ week: IsoDate, submitted: z.number().int(), issued: z.number().int() })),
});
export type Dashboard = z.infer<typeof Dashboard>;

import { z } from "zod";
import { defineRoute } from "../route.ts";
import {
  ATTESTATION_STATUS,
  AttestationDetail,
  AttestationSummary,
  CertificateBody,
  PublicStatement,
  SignBody,
  SuccessorBody,
  TrustBundle,
} from "../schemas/attestation.ts";
import { Bilingual, idOf, PageQuery, pageOf } from "../schemas/common.ts";

const ById = z.object({ id: idOf("att") });

/** Decides, signs, issues and logs in one transaction. */
export const signAndIssue = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/attestation",
  summary: "Decide under the agreed rule, sign with re-authentication, and issue the report",
  permission: "attestation.sign",
  params: z.object({ id: idOf("com") }),
  body: SignBody,
  response: AttestationDetail,
  status: 201,
});
export const listAttestations = defineRoute({
  method: "GET",
  path: "/api/attestations",
  summary: "Issued statements, newest first",
  permission: "attestation.read",
  query: PageQuery.extend({
    status: z.enum(ATTESTATION_STATUS).optional(),
    text: z.string().max(100).optional(),
    commissionId: idOf("com").optional(),
  }),
  response: pageOf(AttestationSummary),
});
export const getAttestation = defineRoute({
  method: "GET",
  path: "/api/attestations/:id",
  summary: "One statement with documents and status history",
  permission: "attestation.read",
  params: ById,
  response: AttestationDetail,
});
export const getDocument = defineRoute({
  method: "GET",
  path: "/api/attestations/:id/documents/:role",
  summary: "The exact bytes of a document",
  permission: "document.read",
  params: ById.extend({ role: z.enum(["pdf", "credential", "proof", "snapshot"]) }),
  produces: "application/pdf",
  response: z.unknown(),
});
export const changeStatus = defineRoute({
  method: "POST",
  path: "/api/attestations/:id/status",
  summary: "Suspend, reinstate or withdraw a statement, with the reason that the public will read",
  permission: "attestation.status",
  params: ById,
  body: z.object({
    status: z.enum(["suspended", "reinstated", "withdrawn"]),
    reason: z.string().min(5).max(500),
    reauthentication: z.string().min(10).max(200),
  }),
  response: AttestationDetail,
  status: 201,
});

export const issueSuccessor = defineRoute({
  method: "POST",
  path: "/api/attestations/:id/successor",
  summary: "Amend, replace or supplement a document by a new one that is bound to its hash",
  permission: "attestation.sign",
  params: ById,
  body: SuccessorBody,
  response: AttestationDetail,
  status: 201,
});
export const issueCertificate = defineRoute({
  method: "POST",
  path: "/api/attestations/:id/certificate",
  summary: "Issue a certificate of conformity for chosen markets on the strength of a report",
  permission: "attestation.sign",
  params: ById,
  body: CertificateBody,
  response: AttestationDetail,
  status: 201,
});

/** By number, GDTI or SHA-256 of the document. */
export const getStatement = defineRoute({
  method: "GET",
  path: "/api/public/statements/:needle",
  summary: "What anyone may know of a statement",
  permission: "public",
  params: z.object({ needle: z.string().min(6).max(80) }),
  response: PublicStatement,
});
export const VerifyAnswer = z.object({
  outcome: z.string(),
  sentence: Bilingual,
  checks: z.array(z.object({ code: z.string(), state: z.enum(["ok", "failed", "unknown"]), sentence: Bilingual })),
  statement: PublicStatement.nullable(),
  /** When a time-stamp authority says that it was signed; null without a stamp. */
  stampedAt: z.string().nullable(),
  /** PAdES level of the weakest signature; null where there is none. */
  level: z.enum(["B-B", "B-T", "B-LT"]).nullable(),
  /** Who signed and in which role, as the signatures themselves say, the first in time first. */
  signatures: z.array(
    z.object({
      signedBy: z.string(),
      reason: z.string(),
      signer: z.string().nullable(),
      intact: z.boolean(),
      trusted: z.boolean(),
      signedAt: z.string().nullable(),
      stampedAt: z.string().nullable(),
      level: z.enum(["B-B", "B-T", "B-LT"]),
    }),
  ),
});
export const verifyDocument = defineRoute({
  method: "POST",
  path: "/api/public/verify",
  summary: "Verify a document that was handed in",
  permission: "public",
  upload: { maxBytes: 20 * 1024 * 1024 },
  response: VerifyAnswer,
});
export const getTrust = defineRoute({
  method: "GET",
  path: "/api/public/trust",
  summary: "Keys, certificates and status lists with which documents are verified offline",
  permission: "public",
  response: TrustBundle,
});

export const attestationRoutes = {
  signAndIssue,
  listAttestations,
  getAttestation,
  getDocument,
  changeStatus,
  issueSuccessor,
  issueCertificate,
  getStatement,
  verifyDocument,
  getTrust,
} as const;

import { kindFacts, kindOf, type ReportKind } from "@quanheng/flow/attestation/report-kind.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";
import { assessmentsOf } from "./assessment.ts";
import { QUALITY_CONTEXT_PATH } from "./context.ts";
import { UNTP_CONTEXTS } from "./credential-head.ts";
import { digestMultibase } from "./digest.ts";
import type { JsonObject } from "./jws.ts";
import { type StatusPlace, statusPlaces } from "./status-list.ts";

export type CredentialDraft = {
  readonly snapshot: ReportSnapshot;
  /** SHA-256 of the snapshot's canonical JSON, hexadecimal: ties credential, PDF and log together. */
  readonly snapshotSha256: string;
  /** SHA-256 of the digital certificate of the same results, hexadecimal; left out where there is none. */
  readonly dccSha256?: string;
  /** Address of the platform without a trailing slash, e.g. `https://qi.example.org`. */
  readonly origin: string;
  readonly issuerDid: string;
  /** Stable address of the client, e.g. `https://…/enterprises/ent-…`. */
  readonly clientUri: string;
  /** Number in the register of states. */
  readonly statusIndex: number;
  readonly softwareVersion: string;
};

/** @source UNTP 0.7.0, attestationType: calibration, verification, inspection and certification beside testing */
const ACTIVITY: Readonly<Record<ReportKind, string>> = {
  "test-report": "testing",
  "calibration-certificate": "calibration",
  "verification-certificate": "verification",
  "inspection-report": "inspection",
  "certificate-of-conformity": "certification",
  "certification-certificate": "certification",
};

const SCHEME = {
  testing: { id: "urn:iso:std:iso-iec:17025:ed-3", name: "ISO/IEC 17025:2017 testing" },
  calibration: { id: "urn:iso:std:iso-iec:17025:ed-3", name: "ISO/IEC 17025:2017 calibration" },
  verification: { id: "urn:iso:std:iso-iec:17025:ed-3", name: "ISO/IEC 17025:2017 calibration, legal verification" },
  inspection: { id: "urn:iso:std:iso-iec:17020:ed-2", name: "ISO/IEC 17020:2012 inspection" },
  certification: { id: "urn:iso:std:iso-iec:17065:ed-1", name: "ISO/IEC 17065:2012 product certification" },
} as const;

/**
 * The test report as a UNTP ConformityCredential, not yet signed.
 *
 * It names the client, as UNTP demands: it goes where the report goes, not on the public page.
 *
 * @example conformityCredential({ snapshot: { verifyUrl: "https://qi.example/253/1", number: "GXT-2026-000123", title: { zh: "检测报告", en: "Test report" }, demonstration: false, issuer: { name: { zh: "中心", en: "Centre" }, accreditation: null }, issuedAt: "2026-11-25T08:00:00Z", client: { name: { zh: "厂", en: "Mill" } }, item: { name: { zh: "糖", en: "Sugar" }, lotNumber: "L1" }, ruleSentence: { zh: "简单", en: "Simple" }, results: [], verdicts: [] }, snapshotSha256: "00".repeat(32), origin: "https://qi.example", issuerDid: "did:web:qi.example", clientUri: "https://qi.example/enterprises/ent-1", statusIndex: 7, softwareVersion: "1" }) // → { type: ["DigitalConformityCredential", "VerifiableCredential"], validFrom: "2026-11-25T08:00:00Z", credentialStatus: { statusPurpose: "revocation", statusListIndex: 7 } } (the index is a number, as in UNTP 0.7.0)
 * @source UNTP 0.7.0, ConformityCredential
 */
export function conformityCredential(draft: CredentialDraft): JsonObject {
  const { snapshot, origin, issuerDid } = draft;
  const [revocation, ...further] = statusPlaces(origin, draft.statusIndex).map(statusEntry);
  return {
    "@context": [...UNTP_CONTEXTS, `${origin}${QUALITY_CONTEXT_PATH}`],
    type: ["DigitalConformityCredential", "VerifiableCredential"],
    id: snapshot.verifyUrl,
    name: `${snapshot.demonstration ? "DEMONSTRATION · " : ""}${snapshot.title.en} ${snapshot.number}`,
    issuer: {
      type: ["CredentialIssuer"],
      id: issuerDid,
      name: snapshot.issuer.name.en,
      nameZh: snapshot.issuer.name.zh,
    },
    validFrom: snapshot.issuedAt,
    ...validUntil(snapshot),
    credentialStatus: revocation,
    furtherStatus: further,
    issuingSoftware: {
      id: `${origin}/`,
      name: "Quanheng",
      version: draft.softwareVersion,
      vendor: { id: `${origin}/`, name: "Quanheng" },
    },
    credentialSubject: attestation(draft),
  };
}

/** The end of the last day on which the document holds, where it names one. */
function validUntil({ verification, certification }: ReportSnapshot): { readonly validUntil?: string } {
  const day = verification?.result === "pass" ? verification.validUntil : certification?.validUntil;
  return day ? { validUntil: `${day}T23:59:59Z` } : {};
}

function statusEntry({ purpose, url, index }: StatusPlace): JsonObject {
  return {
    id: `${url}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: purpose,
    statusListIndex: index,
    statusListCredential: url,
  };
}

function attestation(draft: CredentialDraft): JsonObject {
  const { snapshot, snapshotSha256, clientUri } = draft;
  const accreditation = snapshot.issuer.accreditation;
  return {
    type: ["ConformityAttestation"],
    id: `${snapshot.verifyUrl}#attestation`,
    name: `${snapshot.title.en} ${snapshot.number}`,
    nameZh: `${snapshot.title.zh} ${snapshot.number}`,
    description: snapshot.ruleSentence.en,
    assessorLevel: "3rdParty",
    assessmentLevel: assessmentLevel(snapshot),
    attestationType: ACTIVITY[kindOf(snapshot)],
    issuedToParty: { type: ["Party"], id: clientUri, name: snapshot.client.name.en, nameZh: snapshot.client.name.zh },
    ...(accreditation
      ? {
          authorisation: [
            {
              name: `Accreditation ${accreditation.number}`,
              issuingAuthority: {
                id: `urn:accreditation:${encodeURIComponent(accreditation.number)}`,
                name: accreditation.body.en,
              },
            },
          ],
        }
      : {}),
    referenceScheme: { type: ["ConformityScheme"], ...SCHEME[kindFacts(kindOf(snapshot)).activity] },
    auditableEvidence: {
      linkURL: snapshot.verifyUrl,
      linkName: "Data of the report, RFC 8785 canonical JSON",
      digestMultibase: digestMultibase(snapshotSha256),
      mediaType: "application/json",
    },
    documentNumber: snapshot.number,
    snapshotSha256,
    demonstration: snapshot.demonstration,
    decisionRule: snapshot.ruleSentence.en,
    ...(draft.dccSha256 === undefined ? {} : { dcc: { digestMultibase: digestMultibase(draft.dccSha256) } }),
    conformityAssessment: assessmentsOf(snapshot, draft.origin),
  };
}

/**
 * Derived from the scope, never typed by hand: one result outside it and the whole statement claims no endorsement.
 * What is invented for a demonstration is endorsed by nobody.
 */
function assessmentLevel({ issuer, results, demonstration }: ReportSnapshot): string {
  const endorsed = issuer.accreditation !== null && results.every(({ inScope }) => inScope);
  return endorsed && !demonstration ? "authority-globalmra" : "no-endorsement";
}

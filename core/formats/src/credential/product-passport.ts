import type { ReportSnapshot } from "../report/snapshot.ts";
import { criteriaOf } from "./assessment.ts";
import { type CredentialHead, untpCredential } from "./credential-head.ts";
import { digestMultibase } from "./digest.ts";
import type { ClassifiedAs } from "./facility-record.ts";
import type { JsonObject } from "./jws.ts";

export type PassportFacts = {
  readonly snapshot: ReportSnapshot;
  /** Address of the platform without a trailing slash. */
  readonly origin: string;
  /** How the product's identifier is read: address and name of the scheme. */
  readonly idScheme: { readonly id: string; readonly name: string };
  readonly categories: readonly ClassifiedAs[];
  readonly facility: { readonly id: string; readonly name: string };
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The conformity credential of the report: address, and SHA-256 of its bytes in hexadecimal. */
  readonly evidence: { readonly url: string; readonly sha256: string };
};

/**
 * The lot that a report speaks of as a product passport: it claims what the conformity credential attests, by the same
 * addresses, and nothing else.
 *
 * @example productPassport({ id: "https://qi.example/passports/1", name: "Sugar", issuer: { did: "did:web:qi.example", name: "Centre" }, validFrom: "2026-11-25T08:00:00Z", validUntil: null }, { snapshot: { verifyUrl: "https://qi.example/253/1", item: { name: { zh: "糖", en: "Sugar" }, lotNumber: "L1" }, verdicts: [], results: [] }, origin: "https://qi.example", idScheme: { id: "https://qi.example/253", name: "Reports" }, categories: [], facility: { id: "https://id.gs1.org/414/9520123456788", name: "Mill" }, country: "CN", evidence: { url: "https://qi.example/253/1", sha256: "00".repeat(32) } }).credentialSubject.idGranularity // → "batch" (a lot is a batch)
 * @source UNTP 0.7.0, DigitalProductPassport and Claim
 */
export function productPassport(head: CredentialHead, facts: PassportFacts): JsonObject {
  const { snapshot, origin, evidence } = facts;
  return untpCredential("DigitalProductPassport", head, {
    type: ["Product"],
    id: `${snapshot.verifyUrl}#item`,
    name: snapshot.item.name.en,
    idScheme: { type: ["IdentifierScheme"], ...facts.idScheme },
    batchNumber: snapshot.item.lotNumber,
    idGranularity: "batch",
    productCategory: facts.categories,
    producedAtFacility: { type: ["Facility"], ...facts.facility },
    countryOfProduction: { countryCode: facts.country },
    performanceClaim: criteriaOf(snapshot, origin).map(({ part, criteria, performance, topics, name, date }) => ({
      type: ["Claim"],
      id: `${head.id}#claim-${part}`,
      name,
      referenceCriteria: criteria,
      claimDate: date,
      claimedPerformance: performance,
      evidence: [
        {
          linkURL: evidence.url,
          linkName: `Conformity credential ${snapshot.number}`,
          digestMultibase: digestMultibase(evidence.sha256),
          mediaType: "application/vc+jwt",
        },
      ],
      conformityTopic: topics,
    })),
  });
}

import { type CredentialHead, untpCredential } from "./credential-head.ts";
import type { JsonObject } from "./jws.ts";

/** A class of a published classification, e.g. of activities. */
export type ClassifiedAs = {
  readonly code: string;
  readonly name: string;
  readonly schemeId: string;
  readonly schemeName: string;
};

export type PostalAddress = {
  readonly street: string;
  readonly postalCode: string;
  readonly place: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

export type FacilityFacts = {
  /** Stable address, e.g. a GS1 Digital Link of its GLN; the same in every credential. */
  readonly id: string;
  readonly name: string;
  readonly processes: readonly ClassifiedAs[];
  readonly address: PostalAddress;
  /** WGS 84 [°]; null where it is not known. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
};

/**
 * A place where something is made or tested, as a facility record.
 *
 * @example facilityRecord({ id: "https://qi.example/facilities/1", name: "Mill", issuer: { did: "did:web:qi.example", name: "Centre" }, validFrom: "2026-11-25T08:00:00Z", validUntil: null }, { id: "https://id.gs1.org/414/9520123456788", name: "Mill", processes: [], address: { street: "1 Road", postalCode: "530000", place: "Nanning", region: "Guangxi", country: "CN" }, position: null }).credentialSubject.countryOfOperation // → { countryCode: "CN" } (ISO 3166-1)
 * @source UNTP 0.7.0, DigitalFacilityRecord
 */
export function facilityRecord(head: CredentialHead, facts: FacilityFacts): JsonObject {
  return untpCredential("DigitalFacilityRecord", head, {
    type: ["Facility"],
    id: facts.id,
    name: facts.name,
    countryOfOperation: { countryCode: facts.address.country },
    processCategory: facts.processes,
    locationInformation: facts.position === null ? {} : { geoLocation: facts.position },
    address: {
      streetAddress: facts.address.street,
      postalCode: facts.address.postalCode,
      addressLocality: facts.address.place,
      addressRegion: facts.address.region,
      addressCountry: { countryCode: facts.address.country },
    },
  });
}

import { type CredentialHead, untpCredential } from "./credential-head.ts";
import type { JsonObject } from "./jws.ts";

/** An institution as a register of accreditations knows it. */
export type AccreditationFacts = {
  /** DID of the institution; its credentials are signed under it. */
  readonly did: string;
  readonly name: string;
  /** Number in the register, e.g. `CNAS L0001`, and the day it was given. */
  readonly number: string;
  readonly accreditedOn: string;
  /** The register: a stable address and a name. */
  readonly register: { readonly id: string; readonly name: string };
  /** Who keeps it. */
  readonly registrar: { readonly id: string; readonly name: string };
  /** Addresses of what the accreditation covers. */
  readonly scope: readonly string[];
};

/**
 * An accreditation as an identity anchor: whoever signs under this DID is the body with this number.
 *
 * @example identityAnchor({ id: "https://qi.example/anchors/1", name: "Accreditation", issuer: { did: "did:web:body.example", name: "Body" }, validFrom: "2026-11-25T08:00:00Z", validUntil: null }, { did: "did:web:qi.example", name: "Centre", number: "L0001", accreditedOn: "2020-01-31", register: { id: "https://body.example/register", name: "Register" }, registrar: { id: "did:web:body.example", name: "Body" }, scope: [] }).credentialSubject.registerType // → "accreditation" (UNTP 0.7.0, registerType)
 * @source UNTP 0.7.0, DigitalIdentityAnchor: the subject is the DID of the issuer whose identity is anchored
 */
export function identityAnchor(head: CredentialHead, facts: AccreditationFacts): JsonObject {
  return untpCredential("DigitalIdentityAnchor", head, {
    type: ["RegisteredIdentity"],
    id: facts.did,
    registeredName: facts.name,
    registeredId: facts.number,
    registeredDate: facts.accreditedOn,
    idScheme: { type: ["IdentifierScheme"], ...facts.register },
    registrar: { type: ["Party"], ...facts.registrar },
    registerType: "accreditation",
    ...(facts.scope.length > 0 ? { registrationScope: facts.scope } : {}),
  });
}

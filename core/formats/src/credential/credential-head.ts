import type { JsonObject } from "./jws.ts";

/** The two contexts that must come first, in this order. @source UNTP 0.7.0, verifiable credential profile */
export const UNTP_CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://vocabulary.uncefact.org/untp/0.7.0/context/",
] as const;

/** What every credential says of itself before it speaks of its subject. */
export type CredentialHead = {
  /** Stable address of the credential. */
  readonly id: string;
  readonly name: string;
  /** Who signs: DID and name. */
  readonly issuer: { readonly did: string; readonly name: string };
  /** Instants, ISO 8601 in UTC; null where it holds until it is withdrawn. */
  readonly validFrom: string;
  readonly validUntil: string | null;
};

/**
 * A credential of UNTP 0.7.0 around its subject, not yet signed.
 *
 * @param type its class, e.g. `DigitalProductPassport`
 * @example untpCredential("DigitalIdentityAnchor", { id: "https://qi.example/anchors/1", name: "A", issuer: { did: "did:web:qi.example", name: "B" }, validFrom: "2026-11-25T08:00:00Z", validUntil: null }, {}).type // → ["DigitalIdentityAnchor", "VerifiableCredential"] (UNTP 0.7.0)
 * @source UNTP 0.7.0, verifiable credential profile; VC Data Model 2.0, 4
 */
export function untpCredential(type: string, head: CredentialHead, subject: JsonObject): JsonObject {
  return {
    "@context": [...UNTP_CONTEXTS],
    type: [type, "VerifiableCredential"],
    id: head.id,
    name: head.name,
    issuer: { type: ["CredentialIssuer"], id: head.issuer.did, name: head.issuer.name },
    validFrom: head.validFrom,
    ...(head.validUntil === null ? {} : { validUntil: head.validUntil }),
    credentialSubject: subject,
  };
}

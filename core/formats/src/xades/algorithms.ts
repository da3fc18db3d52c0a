import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { OID } from "../signature/oids.ts";
import type { CanonicalForm } from "../xml/canonical.ts";

export const DSIG = "http://www.w3.org/2000/09/xmldsig#";
export const XADES = "http://uri.etsi.org/01903/v1.3.2#";
export const SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
export const ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
export const C14N_11 = "http://www.w3.org/2006/12/xml-c14n11";
export const EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
export const SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
export const ECDSA_SHA_256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

type Digest = (bytes: Uint8Array) => Uint8Array;
type Canonical = { readonly form: CanonicalForm; readonly comments: boolean };

/** Canonical forms by their identifiers. @source XML Signature 1.1, 6.5 */
export const CANONICAL: ReadonlyMap<string, Canonical> = new Map<string, Canonical>([
  ["http://www.w3.org/TR/2001/REC-xml-c14n-20010315", { form: "c14n-1.0", comments: false }],
  ["http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments", { form: "c14n-1.0", comments: true }],
  [C14N_11, { form: "c14n-1.1", comments: false }],
  [`${C14N_11}#WithComments`, { form: "c14n-1.1", comments: true }],
  [EXCLUSIVE, { form: "exclusive", comments: false }],
  [`${EXCLUSIVE}WithComments`, { form: "exclusive", comments: true }],
]);

/** Digests by their identifiers; SHA-1 is not among them. @source XML Signature 1.1, 6.2 */
export const DIGESTS: ReadonlyMap<string, Digest> = new Map<string, Digest>([
  [SHA_256, sha256],
  ["http://www.w3.org/2001/04/xmldsig-more#sha384", sha384],
  ["http://www.w3.org/2001/04/xmlenc#sha512", sha512],
]);

export type SignatureMethod =
  | { readonly oid: string; readonly ecdsa: boolean; readonly pss?: undefined }
  /** RSASSA-PSS with this digest. */
  | { readonly pss: Digest };

/**
 * Signatures by their identifiers: asymmetric ones only, so that a public key never serves as the secret of an HMAC.
 *
 * @source XML Signature 1.1, 6.4; RFC 9231, 2.3
 */
export const SIGNATURES: ReadonlyMap<string, SignatureMethod> = new Map<string, SignatureMethod>([
  [ECDSA_SHA_256, { oid: OID.ecdsaSha256, ecdsa: true }],
  ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", { oid: OID.ecdsaSha384, ecdsa: true }],
  ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", { oid: OID.ecdsaSha512, ecdsa: true }],
  ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", { oid: OID.rsaSha256, ecdsa: false }],
  ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", { oid: OID.rsaSha384, ecdsa: false }],
  ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", { oid: OID.rsaSha512, ecdsa: false }],
  ["http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", { pss: sha256 }],
  ["http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1", { pss: sha384 }],
  ["http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", { pss: sha512 }],
]);

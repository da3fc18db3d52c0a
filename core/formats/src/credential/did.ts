import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { fromBase64Url, toBase64Url } from "../bytes/base64.ts";
import { canonicalJson } from "../bytes/canonical-json.ts";

export type Jwk =
  | { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string }
  | { readonly kty: "EC"; readonly crv: "P-256"; readonly x: string; readonly y: string };

export type VerificationMethod = {
  readonly id: string;
  readonly type: "JsonWebKey";
  readonly controller: string;
  readonly publicKeyJwk: Jwk;
  /** When a successor took over: nothing said later counts. */
  readonly expires?: string;
  /** Since when others may have had the key. */
  readonly revoked?: string;
};

export type DidDocument = {
  readonly "@context": readonly string[];
  readonly id: string;
  readonly alsoKnownAs?: readonly string[];
  readonly verificationMethod: readonly VerificationMethod[];
  readonly assertionMethod: readonly string[];
};

/**
 * The did:web of an address: `https://host:8088/institutions/ins-1` is `did:web:host%3A8088:institutions:ins-1`.
 *
 * @example didWeb("https://w3c-ccg.github.io", ["user", "alice"]) // → "did:web:w3c-ccg.github.io:user:alice" (did:web, example of an optional path)
 * @example didWeb("https://host:8088") // → "did:web:host%3A8088" (a port is escaped)
 * @source did:web method specification, "Method-specific identifier"
 */
export function didWeb(origin: string, path: readonly string[] = []): string {
  const host = origin.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  return ["did:web", host.replace(":", "%3A"), ...path.map(encodeURIComponent)].join(":");
}

/** The same without its path: whoever runs the host. */
export const hostDid = (did: string): string => did.split(":").slice(0, 3).join(":");

export type DidKeys = {
  /** Keys that sign credentials and status lists: Ed25519, 32 bytes each. */
  readonly credential: readonly Uint8Array[];
  /** Keys of the certificates that sign PDFs: SubjectPublicKeyInfo of P-256, DER. */
  readonly document: readonly Uint8Array[];
  /** Keys that signed once: what they said is verified for good, and they say nothing new. */
  readonly former?: { readonly credential: readonly FormerKey[]; readonly document: readonly FormerKey[] };
};

/** A key with the instants at which it ended, ISO 8601 in UTC. */
export type FormerKey = {
  readonly key: Uint8Array;
  readonly until: string;
  /** Since when others may have had it; null when nobody had. */
  readonly compromisedAt: string | null;
};

/**
 * The document under a DID. Keys are named by their thumbprint, so that a name never moves to another key.
 *
 * @example didDocument("did:web:qi.example", { credential: [new Uint8Array(32)], document: [] }).verificationMethod[0].publicKeyJwk.crv // → "Ed25519" (one key of credentials)
 * @source DID Core 1.0, 5.2; Controlled Identifiers 1.0, 2.2 (`expires`, `revoked`; recalled); RFC 7517; RFC 8037
 */
export function didDocument(did: string, keys: DidKeys, alsoKnownAs: readonly string[] = []): DidDocument {
  const jwks = [...keys.credential.map(ed25519Jwk), ...keys.document.map(p256Jwk)];
  const method = (publicKeyJwk: Jwk): VerificationMethod => ({
    id: keyUrl(did, publicKeyJwk),
    type: "JsonWebKey",
    controller: did,
    publicKeyJwk,
  });
  const methods = jwks.map(method);
  const ended = ({ until, compromisedAt }: FormerKey) =>
    compromisedAt === null ? { expires: until } : { expires: until, revoked: compromisedAt };
  const former = [
    ...(keys.former?.credential ?? []).map((each) => ({ ...method(ed25519Jwk(each.key)), ...ended(each) })),
    ...(keys.former?.document ?? []).map((each) => ({ ...method(p256Jwk(each.key)), ...ended(each) })),
  ];
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
    id: did,
    ...(alsoKnownAs.length > 0 ? { alsoKnownAs } : {}),
    verificationMethod: [...methods, ...former],
    assertionMethod: methods.map(({ id }) => id),
  };
}

/**
 * Name of a key inside its DID: the key's thumbprint.
 *
 * @example keyUrl("did:web:qi.example", { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }) // → "did:web:qi.example#kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k" (RFC 8037, A.3)
 * @source RFC 7638, 3
 */
export function keyUrl(did: string, jwk: Jwk): string {
  return `${did}#${toBase64Url(sha256(new TextEncoder().encode(canonicalJson(jwk))))}`;
}

/**
 * The JWK of an Ed25519 key of 32 bytes.
 *
 * @example ed25519Jwk(Uint8Array.from(atob("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), (c) => c.charCodeAt(0))).x // → "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" (RFC 8037, A.2)
 * @source RFC 8037, 2
 */
export function ed25519Jwk(publicKey: Uint8Array): Jwk {
  return { kty: "OKP", crv: "Ed25519", x: toBase64Url(publicKey) };
}

/** SubjectPublicKeyInfo of a P-256 key up to its uncompressed point. @source RFC 5480, 2 */
const P256_INFO = hexToBytes("3059301306072a8648ce3d020106082a8648ce3d030107034200");

function p256Jwk(info: Uint8Array): Jwk {
  const point = info.subarray(P256_INFO.length + 1);
  return { kty: "EC", crv: "P-256", x: toBase64Url(point.slice(0, 32)), y: toBase64Url(point.slice(32, 64)) };
}

/**
 * SHA-256 of the SubjectPublicKeyInfo of each document key, hexadecimal: what a PDF's signature names its signer by.
 *
 * @example documentKeyHashes({ verificationMethod: [{ publicKeyJwk: { kty: "EC", crv: "P-256", x: "A".repeat(43), y: "A".repeat(43) } }] })[0].length // → 64 (32 bytes in hexadecimal)
 * @source RFC 5480, 2
 */
export function documentKeyHashes(document: DidDocument): string[] {
  return document.verificationMethod.flatMap(({ publicKeyJwk: jwk }) => {
    if (jwk?.kty !== "EC" || jwk.crv !== "P-256") return [];
    const [x, y] = [fromBase64Url(jwk.x), fromBase64Url(jwk.y)];
    if (x?.length !== 32 || y?.length !== 32) return [];
    return [bytesToHex(sha256(concatBytes(P256_INFO, Uint8Array.of(4), x, y)))];
  });
}

/**
 * The key under a name, where the document lets it make statements and keeps it itself; undefined otherwise.
 *
 * @param kid DID URL of the key, as a signature's header names it
 * @example signingKey(didDocument("did:web:a", { credential: [new Uint8Array(32)], document: [] }), "did:web:b#1") // → undefined (a key of another DID)
 * @source DID Core 1.0, 5.2, 5.3.2 (`assertionMethod`: by name, relative name or in full)
 */
export function signingKey(document: DidDocument, kid: string): Jwk | undefined {
  const inFull = (url: unknown) => (typeof url === "string" && url.startsWith("#") ? `${document.id}${url}` : url);
  if (!kid.startsWith(`${document.id}#`)) return undefined;
  const allowed: readonly unknown[] = document.assertionMethod;
  const named = allowed.some((one) => inFull(one) === kid);
  const embedded = allowed.filter((one): one is VerificationMethod => typeof one === "object" && one !== null);
  const methods = [...(named ? document.verificationMethod : []), ...embedded];
  const method = methods.find(({ id, controller }) => inFull(id) === kid && controller === document.id);
  if (!method) return undefined;
  return method.publicKeyJwk ?? keyOfMultibase((method as { publicKeyMultibase?: unknown }).publicKeyMultibase);
}

/**
 * A former key under a name, for what was said before it ended; undefined for a key that others may have had, because a
 * credential has no time stamp that would tell its words from theirs.
 *
 * @param saidAt instant that the credential states, ISO 8601 in UTC
 * @example formerKey(didDocument("did:web:a", { credential: [], document: [] }), "did:web:a#1", "2026-11-25T08:00:00Z") // → undefined (no key of that name)
 * @source Controlled Identifiers 1.0, 2.2 (`expires`, `revoked`; recalled)
 */
export function formerKey(document: DidDocument, kid: string, saidAt: unknown): Jwk | undefined {
  const method = document.verificationMethod.find(({ id, controller }) => id === kid && controller === document.id);
  if (!method || method.revoked !== undefined || typeof method.expires !== "string") return undefined;
  const [said, end] = [utcSecond(saidAt), utcSecond(method.expires)];
  return said !== undefined && end !== undefined && said <= end ? method.publicKeyJwk : undefined;
}

/** The second of an instant in UTC, as text that compares as time; undefined for what is written otherwise. */
function utcSecond(value: unknown): string | undefined {
  const match = typeof value === "string" ? /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z$/.exec(value) : null;
  return match?.[1];
}

/** An Ed25519 key as `z` and base58btc of 0xed 0x01 and 32 bytes. @source Controlled Identifiers 1.0, 2.2.2 (Multikey) */
function keyOfMultibase(text: unknown): Jwk | undefined {
  if (typeof text !== "string" || !/^z[1-9A-HJ-NP-Za-km-z]{46,50}$/.test(text)) return undefined;
  let number = 0n;
  for (const sign of text.slice(1)) number = number * 58n + BigInt(BASE58.indexOf(sign));
  const hex = number.toString(16);
  if (hex.length !== 68 || !hex.startsWith("ed01")) return undefined;
  return ed25519Jwk(hexToBytes(hex.slice(4)));
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/**
 * A value from outside that has the shape of a DID document; undefined when it has not.
 *
 * @example readDidDocument({ id: "did:web:qi.example", verificationMethod: [], assertionMethod: [] }).id // → "did:web:qi.example" (the shape is there)
 * @example readDidDocument({}) // → undefined (it is not)
 * @source DID Core 1.0, 5
 */
export function readDidDocument(value: unknown): DidDocument | undefined {
  const document = value as Partial<DidDocument> | null;
  const methods = document?.verificationMethod;
  if (typeof document?.id !== "string" || !Array.isArray(methods) || !Array.isArray(document.assertionMethod)) {
    return undefined;
  }
  const sound = methods.every((method: unknown) => typeof (method as VerificationMethod | null)?.id === "string");
  return sound ? (document as DidDocument) : undefined;
}

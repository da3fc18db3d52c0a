import { concatBytes } from "@noble/hashes/utils.js";
import { fromBase64Url, toBase64Url } from "../bytes/base64.ts";
import { canonicalJson } from "../bytes/canonical-json.ts";
import { refuse } from "../refusals.ts";
import { arithmetic } from "../signature/arithmetic.ts";
import { type DidDocument, formerKey, type Jwk, signingKey } from "./did.ts";
import { strictJson } from "./strict-json.ts";

/** Signs credentials without showing its key. */
export type JwtSigner = {
  /** DID URL of the key. */
  readonly kid: string;
  /** Ed25519 over the message: 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
};

export type JsonObject = Readonly<Record<string, unknown>>;

/** A value from outside as an object; an empty one where it is none. */
export const objectOf = (value: unknown): JsonObject =>
  typeof value === "object" && value !== null ? (value as JsonObject) : {};

export type ReadJwt = {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

const utf8 = (text: string) => new TextEncoder().encode(text);
const MAX_CHARACTERS = 2_000_000;

/**
 * A credential as `vc+jwt`: the payload is the credential itself.
 *
 * @returns header, credential and signature in base64url, with points between
 * @example signCredential({ issuer: "did:web:qi.example" }, { kid: "did:web:qi.example#1", sign: async () => new Uint8Array(64) }).then((jwt) => judgeJwt(jwt, new Map()).issuer) // → "did:web:qi.example" (the payload is the credential)
 * @source VC-JOSE-COSE, 3.1.1; RFC 8037, 3.1
 */
export async function signCredential(credential: JsonObject, signer: JwtSigner): Promise<string> {
  const header = { alg: "EdDSA", cty: "vc", kid: signer.kid, typ: "vc+jwt" };
  const message = [header, credential].map((part) => toBase64Url(utf8(canonicalJson(part)))).join(".");
  return `${message}.${toBase64Url(await signer.sign(utf8(message)))}`;
}

/**
 * The wrapping under which UNTP tools exchange a `vc+jwt`.
 *
 * @example enveloped("eyJhIjoxfQ.eyJiIjoyfQ.AA").id // → "data:application/vc+jwt,eyJhIjoxfQ.eyJiIjoyfQ.AA" (the JWT as a data URL)
 * @source VC Data Model 2.0, "Enveloped Verifiable Credentials"
 */
export function enveloped(jwt: string): JsonObject {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: "EnvelopedVerifiableCredential",
    id: `data:application/vc+jwt,${jwt}`,
  };
}

/**
 * A compact JWT taken apart; nothing is believed yet.
 *
 * @example readJwt("eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJhIn0.AA").header // → { alg: "EdDSA" } (base64url of the JSON)
 * @example refusalOf(() => readJwt("a.b")) // → "credential-unreadable" (two parts)
 * @throws Refusal `credential-unreadable`
 * @source RFC 7515, 3.1
 */
export function readJwt(text: string): ReadJwt {
  const parts = text.length <= MAX_CHARACTERS ? text.trim().split(".") : [];
  const [header, payload, signature] = parts.map(fromBase64Url);
  if (parts.length !== 3 || !header || !payload || !signature) return refuse("credential-unreadable");
  return {
    header: jsonObject(header),
    payload: jsonObject(payload),
    message: utf8(text.trim().slice(0, text.trim().lastIndexOf("."))),
    signature,
  };
}

function jsonObject(bytes: Uint8Array): JsonObject {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("credential-unreadable");
  }
  const value = strictJson(text);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : refuse("credential-unreadable");
}

export type JwtVerdict = {
  /** `ok`; `wrong`: the key is known and did not sign this; `unknown`: the key or its owner is not known here. */
  readonly signature: "ok" | "wrong" | "unknown";
  readonly issuer: string;
  readonly payload: JsonObject;
};

/**
 * Who signed a credential, by the DID documents that one trusts. Header fields never choose the algorithm: the key
 * does.
 *
 * @example judgeJwt("eyJhbGciOiJub25lIn0.eyJpc3N1ZXIiOiJkaWQ6d2ViOmEifQ.AA", new Map()) // → { signature: "unknown", issuer: "did:web:a" } (alg none decides nothing, the key is not known)
 * @throws Refusal `credential-unreadable`
 * @source VC-JOSE-COSE, 3.1.1; RFC 8725, 3.1 (the key chooses the algorithm)
 */
export function judgeJwt(text: string, dids: ReadonlyMap<string, DidDocument>): JwtVerdict {
  const jwt = readJwt(text);
  const issuer = issuerOf(jwt.payload);
  const kid = jwt.header["kid"];
  const document = dids.get(issuer);
  const known = document?.id === issuer && typeof kid === "string";
  const key = known ? (signingKey(document, kid) ?? formerKey(document, kid, jwt.payload["validFrom"])) : undefined;
  // A critical header asks for something this verifier does not know; another type of token is no credential.
  const foreign = "crit" in jwt.header || !TYPES.includes(jwt.header["typ"]);
  if (!key || foreign) return { signature: "unknown", issuer, payload: jwt.payload };
  return { signature: holds(jwt, key) ? "ok" : "wrong", issuer, payload: jwt.payload };
}

/** The type is optional in a JWS, but a token of another kind must not pass. @source RFC 8725, 3.11; VC-JOSE-COSE, 3.1.1 */
const TYPES: readonly unknown[] = [undefined, "vc+jwt", "vc-ld+jwt", "vc+ld+json+jwt"];

/**
 * The issuer's DID; empty when the credential names none.
 *
 * @example issuerOf({ issuer: { id: "did:web:a" } }) // → "did:web:a" (an object with an id)
 * @example issuerOf({}) // → "" (none is named)
 * @source VC Data Model 2.0, 4.7
 */
export function issuerOf(credential: JsonObject): string {
  const issuer = credential["issuer"];
  const id = typeof issuer === "object" && issuer !== null ? (issuer as JsonObject)["id"] : issuer;
  return typeof id === "string" ? id : "";
}

function holds({ header, message, signature }: ReadJwt, jwk: Jwk): boolean {
  try {
    const x = fromBase64Url(jwk.x) ?? new Uint8Array();
    if (jwk.kty === "OKP" && jwk.crv === "Ed25519") {
      return header["alg"] === "EdDSA" && arithmetic().ed25519(signature, message, x);
    }
    if (jwk.kty !== "EC" || jwk.crv !== "P-256" || header["alg"] !== "ES256") return false;
    const point = concatBytes(Uint8Array.of(4), x, fromBase64Url(jwk.y) ?? new Uint8Array());
    return arithmetic().p256(signature, message, point, "compact");
  } catch {
    // The curve libraries throw on malformed keys and signatures; such a signature does not hold.
    return false;
  }
}

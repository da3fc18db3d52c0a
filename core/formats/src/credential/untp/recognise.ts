import { type JsonObject, objectOf } from "../jws.ts";
import { UNTP_0_6 } from "./classes-0-6.ts";
import { UNTP_0_7 } from "./classes-0-7.ts";
import { checkShape, type ShapeFault, type ShapeTable } from "./shape.ts";

export type UntpVersion = "0.6.0" | "0.6.1" | "0.7.0";

export const UNTP_CREDENTIALS = [
  "DigitalConformityCredential",
  "DigitalProductPassport",
  "DigitalFacilityRecord",
  "DigitalIdentityAnchor",
  "DigitalTraceabilityEvent",
] as const;
export type UntpCredential = (typeof UNTP_CREDENTIALS)[number];

export type UntpKind =
  | {
      readonly kind: "credential";
      readonly type: UntpCredential | undefined;
      readonly version: UntpVersion | undefined;
    }
  | { readonly kind: "enveloped"; readonly jwt: string }
  | { readonly kind: "did" }
  | { readonly kind: "linkset" }
  /** A part of the vocabulary that is published without a signature: scheme, profile, criterion, attestation. */
  | { readonly kind: "part"; readonly shape: string };

/** @source UNTP 0.7.0, conformity vocabulary catalogue: documents of a scheme owner */
const PARTS: Readonly<Record<string, string>> = {
  ConformityScheme: "SchemeDocument",
  ConformityProfile: "ProfileDocument",
  Criterion: "CriterionDocument",
  ConformityAttestation: "AttestationDocument",
};

/**
 * What a value of UNTP is, by its content; undefined for anything else.
 *
 * @example recogniseUntp({ type: ["EnvelopedVerifiableCredential"], id: "data:application/vc+jwt,a.b.c" }) // → { kind: "enveloped", jwt: "a.b.c" } (VC Data Model 2.0, 4.13)
 * @example recogniseUntp({ "@context": ["https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dia/0.6.1/"], type: ["DigitalIdentityAnchor", "VerifiableCredential"] }) // → { kind: "credential", type: "DigitalIdentityAnchor", version: "0.6.1" } (the version stands in the context)
 * @source UNTP 0.7.0, verifiable credential profile; VC Data Model 2.0, 4.13
 */
export function recogniseUntp(value: unknown): UntpKind | undefined {
  const object = objectOf(value);
  const types = listOf(object["type"]);
  const id = object["id"];
  if ("verifiableCredential" in object) return recogniseUntp(listOf(object["verifiableCredential"])[0]);
  if (types.includes("EnvelopedVerifiableCredential")) return { kind: "enveloped", jwt: jwtIn(id) };
  if (types.includes("VerifiableCredential")) {
    return {
      kind: "credential",
      type: UNTP_CREDENTIALS.find((type) => types.includes(type)),
      version: versionOf(object),
    };
  }
  if (typeof id === "string" && id.startsWith("did:") && Array.isArray(object["verificationMethod"])) {
    return { kind: "did" };
  }
  if (Array.isArray(object["linkset"])) return { kind: "linkset" };
  const part = Object.keys(PARTS).find((type) => types.includes(type));
  return part === undefined ? undefined : { kind: "part", shape: PARTS[part] ?? "" };
}

/** The JWT behind a data URL of its media type; empty where it is another. @source RFC 2397; VC-JOSE-COSE, 3.1.1 */
function jwtIn(id: unknown): string {
  const found = /^data:application\/vc\+jwt(?:;[^,]*)?,(.*)$/s.exec(typeof id === "string" ? id : "");
  return found?.[1] ?? "";
}

/** The version that a context names; undefined for one that is not read here. */
export function versionOf(credential: JsonObject): UntpVersion | undefined {
  const contexts = listOf(credential["@context"]).filter((context) => typeof context === "string");
  const named = contexts.flatMap((context) => /\/untp\/(?:[a-z]+\/)?(\d+\.\d+\.\d+)\//.exec(context)?.[1] ?? []);
  return (["0.7.0", "0.6.1", "0.6.0"] as const).find((version) => named[0] === version);
}

/**
 * Everything in which a credential differs from its class; undefined where its type or version is not read here.
 *
 * @example untpFaults({ "@context": ["https://www.w3.org/ns/credentials/v2", "https://vocabulary.uncefact.org/untp/0.7.0/context/"], type: ["DigitalIdentityAnchor", "VerifiableCredential"] })[0] // → { path: "/id", code: "missing", expected: "id" } (a credential has an identifier)
 * @example untpFaults({ type: ["VerifiableCredential"] }) // → undefined (no credential of UNTP)
 * @source UNTP 0.7.0 and 0.6.1, JSON schemas of the credentials
 */
export function untpFaults(value: JsonObject): ShapeFault[] | undefined {
  const found = recogniseUntp(value);
  if (found?.kind === "part") return checkShape(value, found.shape, UNTP_0_7);
  if (found?.kind !== "credential" || !found.type || !found.version) return undefined;
  return checkShape(value, found.type, tableOf(found.version));
}

function tableOf(version: UntpVersion): ShapeTable {
  if (version === "0.7.0") return UNTP_0_7;
  return version === "0.6.1" ? UNTP_0_6 : UNTP_0_6_0;
}

/** 0.6.0 as the UN's own signed sample writes it: its address, and `tags` for `tag`. Its schemas are not at hand. */
const UNTP_0_6_0: ShapeTable = Object.fromEntries(
  Object.entries(UNTP_0_6).map(([name, line]) => [
    name,
    line.replace("/0.6.1/", "/0.6.0/").replace(" tag:text[]", " tags:text"),
  ]),
);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

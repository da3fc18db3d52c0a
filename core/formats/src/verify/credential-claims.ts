import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { issuerOf, type JsonObject, objectOf } from "../credential/jws.ts";

/** What a credential says of itself; empty where it says nothing. */
export type CredentialClaims = {
  /** Its class, e.g. `DigitalConformityCredential`. */
  readonly type: string;
  readonly number: string;
  readonly issuer: string;
  readonly product: string;
  readonly demonstration: boolean;
};

/**
 * Number, issuer, product and class as a credential states them: whoever is told that it is valid has to know what is.
 *
 * @param credential payload whose signature holds
 * @example credentialClaims({ type: ["VerifiableCredential", "DigitalProductPassport"], issuer: { id: "did:web:qi.example", name: "Centre" }, credentialSubject: { name: "White sugar" } }) // → { type: "DigitalProductPassport", number: "", issuer: "Centre", product: "White sugar", demonstration: false } (a passport)
 * @source UNTP 0.7.0, ConformityCredential with our own terms
 */
export function credentialClaims(credential: JsonObject): CredentialClaims {
  const subject = objectOf(credential["credentialSubject"]);
  const types = [credential["type"]].flat().filter((type) => typeof type === "string");
  const product = objectOf(
    objectOf(first(objectOf(first(subject["conformityAssessment"]))["assessedProduct"]))["product"],
  );
  const named = text(product["name"]) || (types.includes(CONFORMITY) ? "" : text(subject["name"]));
  return {
    type: types.find((type) => type !== "VerifiableCredential") ?? "VerifiableCredential",
    number: text(subject["documentNumber"]),
    issuer: text(objectOf(credential["issuer"])["name"]) || issuerOf(credential),
    product: [named, text(product["batchNumber"])].filter((part) => part !== "").join(" · "),
    demonstration: subject["demonstration"] === true || text(credential["name"]).startsWith("DEMONSTRATION"),
  };
}

const CONFORMITY = "DigitalConformityCredential";
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * The same in a line; what is no conformity credential is named as what it is.
 *
 * @example credentialSentence({ type: "DigitalProductPassport", number: "", issuer: "Centre", product: "White sugar", demonstration: true }).en // → "Not a conformity credential but DigitalProductPassport: Centre · White sugar · DEMONSTRATION" (a passport)
 * @source ours
 */
export function credentialSentence({ type, number, issuer, product, demonstration }: CredentialClaims): Bilingual {
  const says = (mark: string) =>
    [number, issuer, product, demonstration ? mark : ""].filter((part) => part !== "").join(" · ");
  const conforms = type === CONFORMITY;
  return {
    zh: `${conforms ? "合格评定凭证" : `不是合格评定凭证，而是 ${type}`}：${says("演示文件")}`,
    en: `${conforms ? "Conformity credential" : `Not a conformity credential but ${type}`}: ${says("DEMONSTRATION")}`,
  };
}

import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type Certificate, readCertificate } from "../signature/certificate.ts";
import { judgeChain, type PadesTrust } from "../signature/chain.ts";
import { sameBytes } from "../signature/der.ts";
import { signatureHolds } from "../signature/public-key.ts";
import { canonicalXml } from "../xml/canonical.ts";
import {
  attributeOf,
  childrenNamed,
  elementsOf,
  withDescendants,
  type XmlDocument,
  type XmlElement,
} from "../xml/node.ts";
import {
  CANONICAL,
  DIGESTS,
  DSIG,
  ENVELOPED,
  SIGNATURES,
  SIGNED_PROPERTIES,
  type SignatureMethod,
  XADES,
} from "./algorithms.ts";
import { ecdsaDer } from "./ecdsa-value.ts";
import { pssHolds } from "./rsa-pss.ts";
import { base64Of, only, shapeOf } from "./shape.ts";
import { stampOf } from "./stamp.ts";
import type { XadesReason, XadesVerdict } from "./verdict.ts";

/** What went wrong inside one signature; never leaves this file. */
class Broken extends Error {
  readonly reason: XadesReason;
  constructor(reason: XadesReason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Judges every signature of a document. Only a child of the document's element can be one, it has to cover the whole
 * document (`URI=""`, without itself), and so what is signed is always what is read.
 *
 * @param trust whom the verifier trusts; never taken from the document
 * @param at instant for certificates where the signer states none, ISO 8601 in UTC
 * @returns empty for an unsigned document
 * @source XML Signature 1.1, 3.2; ETSI EN 319 132-1, baseline level B; time stamps are named, not evaluated
 */
export function verifyXades(document: XmlDocument, trust: PadesTrust, at: string): readonly XadesVerdict[] {
  const doubled = hasDoubledIds(document.root);
  const inPlace = childrenNamed(document.root, DSIG, "Signature");
  const verdicts = inPlace.map((signature) => judge(document, signature, trust, at, doubled));
  return hasMisplaced(document.root, inPlace) ? [...verdicts, failed("signature-misplaced")] : verdicts;
}

function failed(reason: XadesReason): XadesVerdict {
  return { intact: false, trusted: false, reasons: [reason], form: "xml-dsig", timestamped: false };
}

/** A signature that is no child of the document's element: the mark of wrapping. */
function hasMisplaced(root: XmlElement, inPlace: readonly XmlElement[]): boolean {
  for (const element of withDescendants(root)) {
    if (element.local === "Signature" && element.namespace === DSIG && !inPlace.includes(element)) return true;
  }
  return false;
}

function hasDoubledIds(root: XmlElement): boolean {
  const seen = new Set<string>();
  for (const element of withDescendants(root)) {
    for (const { local, value } of element.attributes) {
      if (local.toLowerCase() !== "id") continue;
      if (seen.has(value)) return true;
      seen.add(value);
    }
  }
  return false;
}

function judge(
  document: XmlDocument,
  signature: XmlElement,
  trust: PadesTrust,
  at: string,
  doubled: boolean,
): XadesVerdict {
  try {
    if (doubled) throw new Broken("duplicate-id");
    return judgeParts(document, signature, trust, at);
  } catch (error) {
    if (error instanceof Broken) return failed(error.reason);
    if (error instanceof Refusal) return failed("signature-malformed");
    throw error;
  }
}

function judgeParts(document: XmlDocument, signature: XmlElement, trust: PadesTrust, at: string): XadesVerdict {
  const shape = shapeOf(signature) ?? broken("signature-malformed");
  checkReferences(document, signature, shape.signedInfo, shape.signedProperties);
  const certificates = shape.certificates.map(certificateOf);
  const signer = certificates[0] ?? broken("certificate-missing");
  checkValue(shape.signedInfo, shape.value, signer);
  if (shape.signedProperties && !namesCertificate(shape.signedProperties, signer)) broken("certificate-mismatch");
  const { signingTime } = shape;
  const chain = judgeChain(signer, certificates.slice(1), trust, signingTime ?? at);
  return {
    intact: true,
    trusted: chain.trusted,
    reasons: chain.reasons as readonly XadesReason[],
    form: shape.signedProperties ? "xades" : "xml-dsig",
    signer: signer.subjectName,
    certificate: signer.der,
    ...(signingTime === undefined ? {} : { signingTime }),
    timestamped: shape.timestamped,
    ...stampOf(signature, trust),
  };
}

function broken(reason: XadesReason): never {
  throw new Broken(reason);
}

function certificateOf(der: Uint8Array): Certificate {
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof Refusal) return broken("certificate-unreadable");
    throw error;
  }
}

/** One reference to the document and, with qualifying properties, one to them; each once and nothing else. */
function checkReferences(
  document: XmlDocument,
  signature: XmlElement,
  signedInfo: XmlElement,
  properties: XmlElement | undefined,
): void {
  const references = childrenNamed(signedInfo, DSIG, "Reference");
  const whole = references.filter((reference) => attributeOf(reference, "URI") === "");
  const others = references.filter((reference) => !whole.includes(reference));
  const [toDocument, more] = whole;
  if (!toDocument || more) throw new Broken("document-not-covered");
  checkDigest(
    toDocument,
    (options) => canonicalXml(document, { ...options, without: signature, comments: false }),
    true,
  );
  if (!properties) {
    if (others.length > 0) broken("document-not-covered");
    return;
  }
  const [toProperties, another] = others;
  if (!toProperties || another || attributeOf(toProperties, "Type") !== SIGNED_PROPERTIES) {
    throw new Broken("signed-properties-unsigned");
  }
  if (attributeOf(toProperties, "URI") !== `#${attributeOf(properties, "Id") ?? ""}`)
    broken("signed-properties-unsigned");
  checkDigest(toProperties, (options) => canonicalXml(properties, { ...options, comments: false }), false);
}

type Write = (options: CanonicalOptions) => Uint8Array;
type CanonicalOptions = {
  readonly form: "c14n-1.0" | "c14n-1.1" | "exclusive";
  readonly inclusivePrefixes?: readonly string[];
};

function checkDigest(reference: XmlElement, write: Write, enveloped: boolean): void {
  const digest = DIGESTS.get(algorithmIn(reference, "DigestMethod")) ?? broken("algorithm-unsupported");
  const expected = base64Of(only(reference, DSIG, "DigestValue")) ?? broken("signature-malformed");
  if (!sameBytes(digest(write(transformsOf(reference, enveloped))), expected)) broken("digest-mismatch");
}

/** `enveloped-signature` first where the signature lies inside, then at most one canonical form. */
function transformsOf(reference: XmlElement, enveloped: boolean): CanonicalOptions {
  const list = childrenNamed(reference, DSIG, "Transforms")[0];
  const steps = list ? [...childrenNamed(list, DSIG, "Transform")] : [];
  if (enveloped && attributeOf(steps.shift() ?? reference, "Algorithm") !== ENVELOPED) broken("transform-unsupported");
  const [step, more] = steps;
  if (more) broken("transform-unsupported");
  return step ? canonicalOf(step) : { form: "c14n-1.0" };
}

function canonicalOf(method: XmlElement): CanonicalOptions & { readonly comments: boolean } {
  const known = CANONICAL.get(attributeOf(method, "Algorithm") ?? "") ?? broken("transform-unsupported");
  const [inclusive, more] = elementsOf(method);
  if (!inclusive) return known;
  const prefixes = attributeOf(inclusive, "PrefixList");
  if (more || known.form !== "exclusive" || inclusive.local !== "InclusiveNamespaces" || prefixes === undefined) {
    return broken("transform-unsupported");
  }
  const list = prefixes.split(" ").filter((prefix) => prefix !== "");
  return { ...known, inclusivePrefixes: list.map((prefix) => (prefix === "#default" ? "" : prefix)) };
}

function algorithmIn(element: XmlElement, local: string): string {
  const method = only(element, DSIG, local);
  return (method && attributeOf(method, "Algorithm")) ?? broken("signature-malformed");
}

function checkValue(signedInfo: XmlElement, value: Uint8Array, signer: Certificate): void {
  const method = only(signedInfo, DSIG, "CanonicalizationMethod") ?? broken("signature-malformed");
  const known = SIGNATURES.get(algorithmIn(signedInfo, "SignatureMethod")) ?? broken("algorithm-unsupported");
  const message = canonicalXml(signedInfo, canonicalOf(method));
  const holds = valueHolds(known, signer.publicKey, message, value);
  if (holds === "unsupported") broken("algorithm-unsupported");
  if (!holds) broken("signature-mismatch");
}

function valueHolds(
  method: SignatureMethod,
  key: Uint8Array,
  message: Uint8Array,
  value: Uint8Array,
): boolean | "unsupported" {
  if (method.pss) return pssHolds(key, method.pss, message, value);
  const bytes = method.ecdsa ? ecdsaDer(value) : value;
  const algorithm = { oid: method.oid, plain: true, parameters: undefined };
  return bytes !== undefined && signatureHolds(key, algorithm, message, bytes);
}

/** Whether the signed properties name this very certificate. @source ETSI EN 319 132-1, 5.2.2 */
function namesCertificate(properties: XmlElement, signer: Certificate): boolean {
  for (const digestOf of withDescendants(properties)) {
    if (digestOf.namespace !== XADES || digestOf.local !== "CertDigest") continue;
    const digest = DIGESTS.get(algorithmIn(digestOf, "DigestMethod")) ?? broken("algorithm-unsupported");
    const value = base64Of(only(digestOf, DSIG, "DigestValue"));
    // The first names the signer; those after it name authorities.
    return value !== undefined && sameBytes(digest(signer.der), value);
  }
  return false;
}

import { sha256 } from "@noble/hashes/sha2.js";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { toBase64 } from "../bytes/base64.ts";
import { refuse } from "../refusals.ts";
import type { DocumentSigner } from "../signature/signer.ts";
import { attributeText, canonicalXml } from "../xml/canonical.ts";
import { withDescendants, type XmlDocument, type XmlElement } from "../xml/node.ts";
import { readXml } from "../xml/read.ts";
import { writeXml } from "../xml/write.ts";
import { C14N_11, DSIG, ECDSA_SHA_256, ENVELOPED, SHA_256, SIGNED_PROPERTIES, XADES } from "./algorithms.ts";
import { ecdsaRaw } from "./ecdsa-value.ts";

/**
 * Signs a document as a whole: XAdES baseline B, enveloped as the last child of its element, C14N 1.1 throughout.
 *
 * @param document unsigned; written in canonical form, so that comments, which no signature covers, do not stay in it
 * @param at what the signer states as the time of signing, ISO 8601 in UTC with seconds
 * @returns the signed document as text
 * @throws Refusal `dcc-not-signable` for a signed document, one with comments, or a key that XML has no name for
 * @source ETSI EN 319 132-1, 6.3, level B; XML Signature 1.1, 3.1
 */
export async function signXml(document: XmlDocument, signer: DocumentSigner, at: string): Promise<string> {
  if (signer.algorithm !== "ecdsa-p256-sha256") return refuse("dcc-not-signable", { why: signer.algorithm });
  if (isSigned(document.root)) return refuse("dcc-not-signable", { why: "signed" });
  if (hasComments(document)) return refuse("dcc-not-signable", { why: "comments" });
  const text = writeXml(document);
  const end = text.lastIndexOf("</");
  const withSignature = (signature: string) => `${text.slice(0, end)}${signature}${text.slice(end)}`;
  const parts = { digest: digestOf(canonicalXml(document, { form: "c14n-1.1" })), signer, at };
  const draft = readXml(withSignature(signatureText(parts, "", "")));
  const properties = digestOf(canonicalXml(inside(draft, XADES, "SignedProperties"), { form: "c14n-1.1" }));
  const prepared = readXml(withSignature(signatureText(parts, properties, "")));
  const message = canonicalXml(inside(prepared, DSIG, "SignedInfo"), { form: "c14n-1.1" });
  const value = toBase64(ecdsaRaw(await signer.sign(message), 32));
  return withSignature(signatureText(parts, properties, value));
}

function isSigned(root: XmlElement): boolean {
  return [...withDescendants(root)].some(({ local, namespace }) => local === "Signature" && namespace === DSIG);
}

function hasComments({ before, root, after }: XmlDocument): boolean {
  const isComment = ({ kind }: { readonly kind: string }) => kind === "comment";
  return [...before, ...after].some(isComment) || [...withDescendants(root)].some((e) => e.children.some(isComment));
}

function inside({ root }: XmlDocument, namespace: string, local: string): XmlElement {
  const found = [...withDescendants(root)].filter((e) => e.local === local && e.namespace === namespace).at(-1);
  invariant(found, `the signature has its ${local}`);
  return found;
}

function digestOf(bytes: Uint8Array): string {
  return toBase64(sha256(bytes));
}

type Parts = { readonly digest: string; readonly signer: DocumentSigner; readonly at: string };

const empty = (name: string, algorithm: string): string => `<${name} Algorithm="${algorithm}"></${name}>`;

function signatureText({ digest, signer, at }: Parts, properties: string, value: string): string {
  const certificates = [signer.certificate, ...signer.intermediates];
  return [
    `<ds:Signature xmlns:ds="${DSIG}" Id="signature">`,
    `<ds:SignedInfo>${empty("ds:CanonicalizationMethod", C14N_11)}${empty("ds:SignatureMethod", ECDSA_SHA_256)}`,
    `<ds:Reference Id="document" URI="">`,
    `<ds:Transforms>${empty("ds:Transform", ENVELOPED)}${empty("ds:Transform", C14N_11)}</ds:Transforms>`,
    `${empty("ds:DigestMethod", SHA_256)}<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`,
    `<ds:Reference Type="${SIGNED_PROPERTIES}" URI="#signed-properties">`,
    `<ds:Transforms>${empty("ds:Transform", C14N_11)}</ds:Transforms>`,
    `${empty("ds:DigestMethod", SHA_256)}<ds:DigestValue>${properties}</ds:DigestValue></ds:Reference>`,
    `</ds:SignedInfo><ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data>`,
    ...certificates.map((der) => `<ds:X509Certificate>${toBase64(der)}</ds:X509Certificate>`),
    `</ds:X509Data></ds:KeyInfo><ds:Object>`,
    `<xades:QualifyingProperties xmlns:xades="${XADES}" Target="#signature">`,
    `<xades:SignedProperties Id="signed-properties"><xades:SignedSignatureProperties>`,
    `<xades:SigningTime>${attributeText(at)}</xades:SigningTime><xades:SigningCertificateV2><xades:Cert>`,
    `<xades:CertDigest>${empty("ds:DigestMethod", SHA_256)}`,
    `<ds:DigestValue>${digestOf(signer.certificate)}</ds:DigestValue></xades:CertDigest>`,
    `</xades:Cert></xades:SigningCertificateV2></xades:SignedSignatureProperties>`,
    `<xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference="#document">`,
    `<xades:MimeType>text/xml</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties>`,
    `</xades:SignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature>`,
  ].join("");
}

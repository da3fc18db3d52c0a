import { fromBase64 } from "../bytes/base64.ts";
import { isInstant } from "../bytes/instant.ts";
import { attributeOf, childrenNamed, elementsOf, textOf, withDescendants, type XmlElement } from "../xml/node.ts";
import { DSIG, XADES } from "./algorithms.ts";

export type SignatureShape = {
  readonly signedInfo: XmlElement;
  readonly value: Uint8Array;
  /** DER, the signer's first. */
  readonly certificates: readonly Uint8Array[];
  readonly signedProperties: XmlElement | undefined;
  readonly signingTime: string | undefined;
  readonly timestamped: boolean;
};

/** Elements that hold only elements: any text in them but white space would be read by nobody and signed by nobody. */
const CONTAINERS = new Set(["Signature", "KeyInfo", "X509Data", "Object", "QualifyingProperties"]);
/** Attributes that may stand on parts that no reference covers. */
const PLAIN = new Set(["Id", "Target"]);

/**
 * The parts of a signature where they belong: SignedInfo, SignatureValue, KeyInfo, Object, in this order.
 *
 * @returns undefined for anything else, also where a part that nobody signs carries something unexpected
 * @source XML Signature 1.1, 4.1; ETSI EN 319 132-1, 4.3
 */
export function shapeOf(signature: XmlElement): SignatureShape | undefined {
  const [signedInfo, valueElement, keyInfo, object, more] = elementsOf(signature);
  if (!isNamed(signedInfo, "SignedInfo") || !isNamed(valueElement, "SignatureValue")) return undefined;
  if (!isNamed(keyInfo, "KeyInfo") || (object && !isNamed(object, "Object")) || more) return undefined;
  if (!isBare(signature)) return undefined;
  const value = base64Of(valueElement);
  const certificates = certificatesOf(keyInfo);
  if (!value || !certificates) return undefined;
  const bare = { signedInfo, value, certificates, signedProperties: undefined, signingTime: undefined };
  return object ? withProperties(signature, object, bare) : { ...bare, timestamped: false };
}

function isNamed(element: XmlElement | undefined, local: string): element is XmlElement {
  return element !== undefined && element.local === local && element.namespace === DSIG;
}

/** No stray text, comment, instruction or attribute in the parts that no digest covers. */
function isBare(signature: XmlElement): boolean {
  for (const element of withDescendants(signature)) {
    if (!CONTAINERS.has(element.local)) continue;
    if (element.attributes.some(({ local, namespace }) => namespace !== "" || !PLAIN.has(local))) return false;
    const stray = element.children.some((child) =>
      child.kind === "text" ? child.text.trim() !== "" : child.kind !== "element",
    );
    if (stray) return false;
  }
  return true;
}

function certificatesOf(keyInfo: XmlElement): readonly Uint8Array[] | undefined {
  const found: Uint8Array[] = [];
  for (const data of elementsOf(keyInfo)) {
    if (!isNamed(data, "X509Data")) continue;
    for (const element of childrenNamed(data, DSIG, "X509Certificate")) {
      const der = base64Of(element);
      if (!der) return undefined;
      found.push(der);
    }
  }
  return found;
}

function withProperties(
  signature: XmlElement,
  object: XmlElement,
  bare: Omit<SignatureShape, "timestamped">,
): SignatureShape | undefined {
  const qualifying = only(object, XADES, "QualifyingProperties");
  const signedProperties = qualifying && only(qualifying, XADES, "SignedProperties");
  const id = attributeOf(signature, "Id");
  if (!signedProperties || id === undefined || attributeOf(qualifying, "Target") !== `#${id}`) return undefined;
  if (elementsOf(object).length !== 1) return undefined;
  const own = only(signedProperties, XADES, "SignedSignatureProperties");
  const time = own && only(own, XADES, "SigningTime");
  const signingTime = time && instantOf(textOf(time));
  const timestamped = [...withDescendants(qualifying)].some(({ local }) => local === "SignatureTimeStamp");
  return { ...bare, signedProperties, signingTime, timestamped };
}

/** An instant in UTC to the second. One with another offset is not turned: its signer is read as having stated none. */
function instantOf(text: string): string | undefined {
  const utc = text
    .trim()
    .replace(/\.\d+(?=Z$|\+00:00$)/, "")
    .replace(/\+00:00$/, "Z");
  return isInstant(utc) ? utc : undefined;
}

/** The one child of a name; undefined where there is none, or more than one. */
export function only(parent: XmlElement, namespace: string, local: string): XmlElement | undefined {
  const [found, more] = childrenNamed(parent, namespace, local);
  return more ? undefined : found;
}

/** The bytes of an element that holds base64 and nothing else. */
export function base64Of(element: XmlElement | undefined): Uint8Array | undefined {
  if (!element || element.children.some((child) => child.kind !== "text")) return undefined;
  const bytes = fromBase64(textOf(element).replace(/[ \t\n\r]/g, ""));
  return bytes && bytes.length > 0 ? bytes : undefined;
}

import type { PadesTrust } from "../signature/chain.ts";
import { judgeTimestamp } from "../signature/timestamp.ts";
import { canonicalXml } from "../xml/canonical.ts";
import { attributeOf, childNamed, childrenNamed, withDescendants, type XmlElement } from "../xml/node.ts";
import { CANONICAL, DSIG, XADES } from "./algorithms.ts";
import { base64Of, only } from "./shape.ts";
import type { XadesVerdict } from "./verdict.ts";

/**
 * The time of the first embedded stamp that is over this signature's value; nothing where there is none, or where it is
 * of other bytes or damaged. A stamp is no part of what is signed: it can add a time, and never makes a signature good.
 *
 * @source ETSI EN 319 132-1, 5.3: the stamp is over the canonical form of `ds:SignatureValue`
 */
export function stampOf(signature: XmlElement, trust: PadesTrust): Pick<XadesVerdict, "stampedAt" | "stampTrusted"> {
  const value = childNamed(signature, DSIG, "SignatureValue");
  for (const holder of withDescendants(signature)) {
    if (holder.namespace !== XADES || holder.local !== "SignatureTimeStamp" || !value) continue;
    const method = only(holder, DSIG, "CanonicalizationMethod");
    const form = method ? CANONICAL.get(attributeOf(method, "Algorithm") ?? "") : CANONICAL.get(DEFAULT_FORM);
    const [token] = childrenNamed(holder, XADES, "EncapsulatedTimeStamp").map(base64Of);
    if (!form || !token) continue;
    const { time, holds, reasons } = judgeTimestamp(token, canonicalXml(value, form), trust);
    const isOfThis = reasons.every((reason) => reason === "timestamp-untrusted");
    if (time !== null && isOfThis) return { stampedAt: time, stampTrusted: holds };
  }
  return {};
}

/** @source ETSI EN 319 132-1, 5.1.4.1: where no form is named, Canonical XML 1.0 */
const DEFAULT_FORM = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

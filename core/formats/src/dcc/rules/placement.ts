import { childNamed, withDescendants, type XmlElement } from "../../xml/node.ts";
import { type DccFault, type DccFaultCode, faultAt } from "../fault.ts";
import { DCC } from "../namespaces.ts";

const NEEDED: readonly (readonly [local: string, code: DccFaultCode, severity: DccFault["severity"]])[] = [
  ["usedMethods", "dcc-method-missing", "error"],
  ["usedSoftware", "dcc-software-missing", "warning"],
  ["influenceConditions", "dcc-influence-missing", "error"],
];

/**
 * Every list, and every quantity that stands alone in a result, says by which method, with what software and under
 * which conditions it was found: itself, through all its quantities, or through what encloses it.
 *
 * @source PTB, DCC Schematron, patterns 1 to 3, in our words
 */
export function placementFaults(root: XmlElement): readonly DccFault[] {
  const measured = [...withDescendants(root)].filter(isMeasured);
  return NEEDED.flatMap(([local, code, severity]) =>
    measured.filter((element) => !has(element, local)).map((element) => faultAt(element, "rules", code, {}, severity)),
  );
}

function isMeasured(element: XmlElement): boolean {
  const { namespace, local, parent } = element;
  if (namespace !== DCC) return false;
  if (local === "list") return !isInside(element, "metaData");
  return local === "quantity" && parent?.local === "data" && parent.parent?.local === "result";
}

function isInside(element: XmlElement, local: string): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.local === local) return true;
  return false;
}

function has(element: XmlElement, local: string): boolean {
  if (ownOrAbove(element, local)) return true;
  if (element.local !== "list") return false;
  const quantities = [...withDescendants(element)].filter((e) => e.local === "quantity" && e.namespace === DCC);
  return quantities.length > 0 && quantities.every((quantity) => childNamed(quantity, DCC, local) !== undefined);
}

const ENCLOSING = new Set(["list", "quantity", "measurementResult", "measurementResults"]);

function ownOrAbove(element: XmlElement, local: string): boolean {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    if (ENCLOSING.has(at.local) && childNamed(at, DCC, local)) return true;
  }
  return false;
}

import { attributeOf, childNamed, textOf, withDescendants, type XmlElement } from "../../xml/node.ts";
import { type DccFault, faultAt } from "../fault.ts";
import { DCC, SI } from "../namespaces.ts";

/**
 * Units, units from outside the SI, and blanks in lists.
 *
 * @source PTB, DCC Schematron, patterns 11, 12 and 14, in our words
 */
export function unitFaults(root: XmlElement): readonly DccFault[] {
  const all = [...withDescendants(root)];
  const declared = new Set(all.filter((e) => isDcc(e, "nonSIUnit")).map((element) => withoutBar(textOf(element))));
  return all.flatMap((element) => [
    ...ownUnit(element, declared),
    ...unitCount(element),
    ...nonSiPair(element),
    ...blanks(element),
  ]);
}

function isDcc(element: XmlElement, local: string): boolean {
  return element.namespace === DCC && element.local === local;
}

function withoutBar(text: string): string {
  return text.trim().replace(/^\|/, "");
}

function ownUnit(element: XmlElement, declared: ReadonlySet<string>): DccFault[] {
  if (element.namespace !== SI || element.local !== "unit") return [];
  const unit = textOf(element);
  const isInHybrid = element.parent?.local === "real" && element.parent.parent?.local === "hybrid";
  if (isInHybrid && unit.startsWith("|") && !declared.has(withoutBar(unit))) {
    return [faultAt(element, "rules", "dcc-unit-undeclared", { unit })];
  }
  return /\s/.test(unit) ? [faultAt(element, "rules", "dcc-unit-blank", { unit })] : [];
}

function unitCount(element: XmlElement): DccFault[] {
  if (element.namespace !== SI || element.local !== "unitXMLList" || !element.parent) return [];
  const values = ["valueXMLList", "valueRealXMLList", "valueMagnitudeXMLList"]
    .map((local) => childNamed(element.parent ?? element, SI, local))
    .find((list) => list !== undefined);
  if (!values) return [];
  const units = words(textOf(element));
  const count = words(textOf(values)).length;
  if (units.length !== 1 && units.length !== count) {
    return [faultAt(element, "rules", "dcc-unit-count", { units: units.length, values: count })];
  }
  if (units.length < 2 || new Set(units).size > 1) return [];
  return [faultAt(element, "rules", "dcc-unit-repeated", { unit: units[0] ?? "" }, "warning")];
}

function nonSiPair(element: XmlElement): DccFault[] {
  const unit = childNamed(element, DCC, "nonSIUnit");
  const definition = childNamed(element, DCC, "nonSIDefinition");
  if ((unit === undefined) === (definition === undefined)) return [];
  return [faultAt(element, "rules", "dcc-nonsi-pair", { missing: unit ? "nonSIDefinition" : "nonSIUnit" })];
}

const LISTS = /XMLList$/;
/** Elements whose names end the same way and hold elements. */
const HOLDERS = new Set(["realListXMLList", "complexListXMLList", "relativeUncertaintyXmlList"]);

function blanks(element: XmlElement): DccFault[] {
  const faults: DccFault[] = [];
  const isOurs = element.namespace === DCC || element.namespace === SI;
  const holdsText = element.children.every((child) => child.kind !== "element");
  if (
    isOurs &&
    holdsText &&
    LISTS.test(element.local) &&
    !HOLDERS.has(element.local) &&
    hasLooseBlanks(textOf(element))
  ) {
    faults.push(faultAt(element, "rules", "dcc-list-blanks", { name: element.local }));
  }
  for (const name of ["refType", "refId"]) {
    if (element.namespace === DCC && hasLooseBlanks(attributeOf(element, name) ?? "")) {
      faults.push(faultAt(element, "rules", "dcc-list-blanks", { name }));
    }
  }
  return faults;
}

function hasLooseBlanks(text: string): boolean {
  return /^\s|\s$|\s\s/.test(text);
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

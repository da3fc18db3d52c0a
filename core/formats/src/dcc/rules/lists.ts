import { elementsOf, textOf, withDescendants, type XmlElement } from "../../xml/node.ts";
import { dsiGradeOfUnit } from "../dsi/grade.ts";
import { type DccFault, faultAt } from "../fault.ts";
import { SI } from "../namespaces.ts";

/**
 * Lists beside the values of a list, which have one member for all or one for each; and units that D-SI does not name.
 *
 * @source D-SI XML schema 2.2.1, realListXMLList and complexListXMLList; D-SI, unit grammar
 */
export function listFaults(root: XmlElement): readonly DccFault[] {
  return [...withDescendants(root)].flatMap((element) => {
    if (element.namespace !== SI) return [];
    if (LISTS.has(element.local)) return lengthFaults(element);
    return element.local === "unit" || element.local === "unitXMLList" ? unknownUnits(element) : [];
  });
}

const LISTS = new Set(["realListXMLList", "complexListXMLList"]);
/** Values that the others stand beside; the second of a complex value has to have as many, not one for all. */
const VALUES = ["valueXMLList", "valueRealXMLList", "valueMagnitudeXMLList"];
const SECOND = new Set(["valueImagXMLList", "valuePhaseXMLList"]);

function lengthFaults(list: XmlElement): DccFault[] {
  const values = elementsOf(list).find(({ local }) => VALUES.includes(local));
  if (!values) return [];
  const count = membersOf(values).length;
  return [...withDescendants(list)].flatMap((element) => {
    // The count of units is a rule of its own.
    const isList = element.local.endsWith("XMLList") && elementsOf(element).length === 0;
    if (!isList || element === values || element.local === "unitXMLList") return [];
    const members = membersOf(element).length;
    if (members === count || (members === 1 && !SECOND.has(element.local))) return [];
    return [faultAt(element, "rules", "dcc-list-length", { name: element.local, members, values: count })];
  });
}

function unknownUnits(element: XmlElement): DccFault[] {
  const strange = membersOf(element).find((unit) => !unit.startsWith("|") && dsiGradeOfUnit(unit) === "improvable");
  return strange === undefined ? [] : [faultAt(element, "rules", "dcc-unit-unknown", { unit: strange }, "warning")];
}

function membersOf(element: XmlElement): readonly string[] {
  return textOf(element)
    .split(/\s+/)
    .filter((member) => member !== "");
}

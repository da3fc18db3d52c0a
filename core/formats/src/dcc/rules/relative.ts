import { childNamed, textOf, withDescendants, type XmlElement } from "../../xml/node.ts";
import { type DccFault, type DccFaultCode, faultAt } from "../fault.ts";
import { DCC, SI } from "../namespaces.ts";

const SINGLE = new Set(["valueExpandedMU", "uncertainty"]);
const LIST = new Set(["valueExpandedMUXMLList", "uncertaintyXMLList"]);

/**
 * A relative uncertainty stands beside an expanded one, in the same form, and is their quotient U/|y|.
 *
 * The source still names elements of an earlier D-SI; its intention is applied to those of D-SI 2.2.1 too.
 *
 * @source PTB, DCC Schematron, pattern 10, in our words
 */
export function relativeFaults(root: XmlElement): readonly DccFault[] {
  const quantities = [...withDescendants(root)].filter((e) => e.namespace === DCC && e.local === "quantity");
  return quantities.flatMap((quantity) => {
    const relative = childNamed(quantity, DCC, "relativeUncertainty");
    return relative ? judge(quantity, relative).map(([code, facts]) => faultAt(relative, "rules", code, facts)) : [];
  });
}

type Found = readonly [code: DccFaultCode, facts: Record<string, string | number>];

function judge(quantity: XmlElement, relative: XmlElement): Found[] {
  const single = childNamed(relative, DCC, "relativeUncertaintySingle");
  const list = childNamed(relative, DCC, "relativeUncertaintyXmlList");
  const real = childNamed(quantity, SI, "real") ?? hybridReal(quantity, "real");
  const realList = childNamed(quantity, SI, "realListXMLList") ?? hybridReal(quantity, "realListXMLList");
  const expanded = withName(real, SINGLE);
  const expandedList = withName(realList, LIST);
  if ((single && realList && !real) || (list && real && !realList)) return [["dcc-relative-form-mixed", {}]];
  if (single) return expanded ? quotient(single, real, expanded) : [["dcc-relative-without-expanded", {}]];
  if (!list) return [];
  return expandedList ? lengths(list, expandedList) : [["dcc-relative-without-expanded", {}]];
}

function hybridReal(quantity: XmlElement, local: string): XmlElement | undefined {
  const hybrid = childNamed(quantity, SI, "hybrid");
  return hybrid && childNamed(hybrid, SI, local);
}

function withName(inside: XmlElement | undefined, names: ReadonlySet<string>): XmlElement | undefined {
  if (!inside) return undefined;
  return [...withDescendants(inside)].find(({ local, namespace }) => namespace === SI && names.has(local));
}

/** Compared to half a unit of the last digit that the relative uncertainty prints. */
function quotient(single: XmlElement, real: XmlElement | undefined, expanded: XmlElement): Found[] {
  const value = real && childNamed(real, SI, "value");
  const stated = childNamed(single, SI, "value");
  const unit = childNamed(single, SI, "unit");
  if (!value || !stated) return [];
  const scale = unit && textOf(unit).trim() === "\\percent" ? 100 : 1;
  const expected = (scale * Number(textOf(expanded))) / Math.abs(Number(textOf(value)));
  const given = textOf(stated).trim();
  const half = 0.5000001 * 10 ** lastPlace(given);
  if (!Number.isFinite(expected) || Math.abs(Number(given) - expected) <= half) return [];
  return [["dcc-relative-value", { given, expected: Number(expected.toPrecision(6)) }]];
}

/** The power of ten of the last digit. */
function lastPlace(text: string): number {
  const [mantissa = "", exponent = "0"] = text.split(/[eE]/);
  const point = mantissa.indexOf(".");
  return Number(exponent) - (point < 0 ? 0 : mantissa.length - point - 1);
}

function lengths(list: XmlElement, expandedList: XmlElement): Found[] {
  const values = childNamed(list, SI, "valueXMLList");
  const count = (element: XmlElement) => textOf(element).trim().split(/\s+/).length;
  if (!values) return [];
  const [relative, expanded] = [count(values), count(expandedList)];
  return relative === expanded || Math.min(relative, expanded) === 1
    ? []
    : [["dcc-relative-length", { relative, expanded }]];
}

import { attributeOf, elementsOf, textOf, withDescendants, type XmlElement } from "../xml/node.ts";
import { type DccFault, faultAt, idOf } from "./fault.ts";
import { type ChildName, matchModel, typeIn } from "./grammar/match.ts";
import type { AttributeRule, ComplexRule } from "./grammar/notation.ts";
import { DCC_VERSIONS, type DccVersion, type Schema, schemaOf } from "./grammar/schema.ts";
import { isValue } from "./grammar/value.ts";
import { DCC, prefixOf, XSI } from "./namespaces.ts";

const TOP = "digitalCalibrationCertificate";
/** Faults after which no more are sought: a reader mends the first ones first. */
const MOST_FAULTS = 500;

/** The version a certificate says it has; undefined for one that we do not read, and for what is no certificate. */
export function versionOf(root: XmlElement): DccVersion | undefined {
  const stated = root.local === TOP && root.namespace === DCC ? attributeOf(root, "schemaVersion") : undefined;
  return DCC_VERSIONS.find((version) => version === stated);
}

/**
 * What is wrong with the build of a certificate: elements, their order and number, attributes, forms of values, ids.
 *
 * @returns empty for a certificate that its version's schema accepts
 * @source PTB, DCC XML schemas 2.3.0 to 3.3.0 and D-SI 1.3.0 to 2.2.1, their rules in our notation
 */
export function structureFaults(root: XmlElement): readonly DccFault[] {
  if (root.local !== TOP || root.namespace !== DCC) {
    return [faultAt(root, "structure", "dcc-root-unknown", { found: root.local })];
  }
  const version = versionOf(root);
  if (!version) {
    const found = attributeOf(root, "schemaVersion") ?? "";
    return [faultAt(root, "structure", "dcc-version-unknown", { found, known: [...DCC_VERSIONS] })];
  }
  const faults: DccFault[] = [];
  checkElement(root, `dcc.${TOP}`, schemaOf(version), faults);
  checkIds(root, schemaOf(version), faults);
  return faults;
}

/** The same for one quantity of D-SI that stands alone, under the newest version. */
export function quantityFaults(element: XmlElement): readonly DccFault[] {
  const faults: DccFault[] = [];
  const schema = schemaOf("3.3.0");
  if (prefixOf(element.namespace) !== "si" || !schema.complex(`si:${element.local}`)) {
    return [faultAt(element, "structure", "dcc-root-unknown", { found: element.local })];
  }
  checkElement(element, `si:${element.local}`, schema, faults);
  return faults;
}

function checkElement(element: XmlElement, type: string, schema: Schema, faults: DccFault[]): void {
  if (faults.length >= MOST_FAULTS) return;
  const rule = schema.complex(type);
  checkAttributes(element, rule?.attributes ?? [], schema, faults);
  const textType = rule ? rule.text : type;
  if (textType !== undefined) checkText(element, textType, schema, faults);
  else if (rule) checkChildren(element, type, rule, schema, faults);
}

function checkText(element: XmlElement, type: string, schema: Schema, faults: DccFault[]): void {
  const [child] = elementsOf(element);
  if (child) faults.push(faultAt(child, "structure", "dcc-element-unexpected", { found: child.local, expected: [] }));
  else if (!isValue(textOf(element), type, (name) => schema.simple(name))) {
    faults.push(
      faultAt(element, "structure", "dcc-value-wrong", { found: shortened(textOf(element)), type: typeName(type) }),
    );
  }
}

function checkChildren(element: XmlElement, type: string, rule: ComplexRule, schema: Schema, faults: DccFault[]): void {
  const text = element.children.find((child) => child.kind === "text" && child.text.trim() !== "");
  if (text?.kind === "text")
    faults.push(faultAt(element, "structure", "dcc-text-unexpected", { found: shortened(text.text) }));
  const home = type.startsWith("si") ? "si" : "dcc";
  const children = elementsOf(element);
  const names = children.map(nameOf);
  const match = matchModel(rule.content ?? { kind: "sequence", parts: [] }, names, home);
  if (!match.ok) faults.push(misplaced(element, children[match.at], match.expected));
  for (const [i, child] of children.entries()) {
    const childType = typeIn(rule.content, names[i] ?? nameOf(child), home);
    if (childType !== undefined && childType !== "ds:Signature") checkElement(child, childType, schema, faults);
  }
}

function nameOf({ namespace, local }: XmlElement): ChildName {
  return { prefix: prefixOf(namespace), local };
}

function misplaced(element: XmlElement, child: XmlElement | undefined, expected: readonly string[]): DccFault {
  if (!child) return faultAt(element, "structure", "dcc-element-missing", { expected });
  return faultAt(child, "structure", "dcc-element-unexpected", { found: child.local, expected });
}

function checkAttributes(
  element: XmlElement,
  rules: readonly AttributeRule[],
  schema: Schema,
  faults: DccFault[],
): void {
  for (const { namespace, local, value } of element.attributes) {
    if (namespace === XSI) continue;
    const rule = namespace === "" ? rules.find(({ name }) => name === local) : undefined;
    if (!rule) faults.push(faultAt(element, "structure", "dcc-attribute-unexpected", { name: local }));
    else if (!isValue(value, rule.type, (name) => schema.simple(name))) {
      const facts = { found: shortened(value), type: typeName(rule.type) };
      faults.push(faultAt(element, "structure", "dcc-value-wrong", facts));
    }
  }
  for (const { name, required } of rules) {
    if (required && attributeOf(element, name) === undefined) {
      faults.push(faultAt(element, "structure", "dcc-attribute-missing", { name }));
    }
  }
}

/** Ids once each; `refId` only to ids that are there. @source XML Schema 1.0, part 2, 3.3.8 to 3.3.10 */
function checkIds(root: XmlElement, schema: Schema, faults: DccFault[]): void {
  if (!schema.complex("dcc.text")) return;
  const own = [...withDescendants(root)].filter(({ namespace }) => namespace === DCC);
  const ids = new Set<string>();
  for (const element of own) {
    const id = idOf(element);
    if (id === undefined) continue;
    if (ids.has(id)) faults.push(faultAt(element, "structure", "dcc-id-doubled", { id }));
    ids.add(id);
  }
  for (const element of own) {
    for (const id of (attributeOf(element, "refId") ?? "").split(/\s+/)) {
      if (id !== "" && !ids.has(id)) faults.push(faultAt(element, "structure", "dcc-idref-unknown", { id }));
    }
  }
}

function typeName(type: string): string {
  return type.startsWith("{") ? type.slice(1, -1).split("|").join(", ") : type.replace(/^(dcc|si)\./, "");
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

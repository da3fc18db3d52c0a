import { refuse } from "../../refusals.ts";
import { canonicalText } from "../../xml/canonical.ts";
import { elementsOf, textOf, type XmlDocument, type XmlElement } from "../../xml/node.ts";
import { readXml } from "../../xml/read.ts";
import { type DccFault, pathOf } from "../fault.ts";
import type { DccVersion } from "../grammar/schema.ts";
import { prefixOf } from "../namespaces.ts";
import { structureFaults, versionOf } from "../structure.ts";
import type { Certificate } from "./model.ts";
import { type Child, type Shape, shapeOf } from "./shape.ts";
import { writeCertificate } from "./write.ts";

/** A certificate as it was read. */
export type ReadCertificate = {
  /** The version that the document says it has. */
  readonly from: DccVersion;
  readonly certificate: Certificate;
  /** What the newest version has no place for, by where it stood: nothing is lost in silence. */
  readonly left: readonly string[];
  /** What the newest version asks for and an older document does not have; empty where it could be issued anew. */
  readonly lacks: readonly DccFault[];
};

/**
 * Reads a certificate of any version into the model of the newest. Signatures are no part of it.
 *
 * @throws Refusal `dcc-unreadable` for a document whose build is wrong, with the first thing that is wrong
 * @source PTB, DCC XML schemas 2.3.0 to 3.3.0
 */
export function readCertificate({ root }: XmlDocument): ReadCertificate {
  const [fault] = structureFaults(root);
  const from = versionOf(root);
  if (fault || from === undefined) {
    return refuse("dcc-unreadable", { code: fault?.code ?? "dcc-version-unknown", path: fault?.path ?? "" });
  }
  const left: string[] = [];
  const read = heldBy(root, "dcc.digitalCalibrationCertificate", left) as Certificate;
  const certificate: Certificate = { ...read, schemaVersion: "3.3.0" };
  const lacks = from === "3.3.0" ? [] : structureFaults(readXml(writeCertificate(certificate)).root);
  return { from, certificate, left, lacks };
}

type Fields = Record<string, unknown>;

function heldBy(element: XmlElement, type: string, left: string[]): unknown {
  const shape = shapeOf(type);
  if (shape.kind === "value") return textOf(element);
  const fields: Fields = marksOf(element, shape, left);
  if (shape.kind === "marked-value") fields["text"] = textOf(element);
  else if (shape.kind === "foreign") fields["xml"] = foreignIn(element, left);
  else readChildren(element, shape.children, fields, left);
  return fields;
}

function marksOf(element: XmlElement, shape: Exclude<Shape, { readonly kind: "value" }>, left: string[]): Fields {
  const fields: Fields = {};
  for (const { local, namespace, value } of element.attributes) {
    if (namespace === "" && shape.attributes.includes(local)) fields[local] = value;
    else if (namespace === "") left.push(`${pathOf(element)}/@${local}`);
  }
  return fields;
}

function readChildren(element: XmlElement, known: readonly Child[], fields: Fields, left: string[]): void {
  const parts: { name: string; value: unknown }[] = [];
  for (const found of elementsOf(element)) {
    const prefix = prefixOf(found.namespace);
    if (prefix === "ds") continue;
    const child = known.find((c) => c.local === found.local && c.prefix === prefix);
    if (!child) left.push(pathOf(found));
    else if (child.kept === "parts") parts.push({ name: child.local, value: heldBy(found, child.type, left) });
    else if (child.kept === "many") add(fields, child.local, heldBy(found, child.type, left));
    else if (fields[child.local] === undefined) fields[child.local] = heldBy(found, child.type, left);
    else left.push(pathOf(found));
  }
  if (known.some(({ kept }) => kept === "parts")) fields["parts"] = parts;
}

function add(fields: Fields, name: string, value: unknown): void {
  const list = fields[name];
  if (Array.isArray(list)) list.push(value);
  else fields[name] = [value];
}

/** The elements inside; text between them has no place in the model. */
function foreignIn(element: XmlElement, left: string[]): string {
  if (element.children.some((child) => child.kind === "text" && child.text.trim() !== "")) {
    left.push(`${pathOf(element)}/text()`);
  }
  return elementsOf(element)
    .map((child) => canonicalText(child, { form: "exclusive" }))
    .join("");
}

import { invariant } from "@quanheng/kernel/refusal.ts";
import { attributeText, canonicalText, contentText } from "../../xml/canonical.ts";
import { readXml } from "../../xml/read.ts";
import { DCC, SI } from "../namespaces.ts";
import type { Certificate } from "./model.ts";
import { type Child, shapeOf } from "./shape.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const TOP = "digitalCalibrationCertificate";
const SPACES = { "xmlns:dcc": DCC, "xmlns:si": SI };

/**
 * Writes a certificate of version 3.3.0, in the order that its schema asks for; equal certificates give equal texts.
 *
 * The result is not checked here, see `check.ts`: a value of a wrong form is written as it is.
 *
 * @throws Refusal `xml-unreadable` where XML that the certificate takes in is none
 * @source PTB, DCC XML schema 3.3.0
 */
export function writeCertificate(certificate: Certificate): string {
  const out = [DECLARATION];
  const child: Child = { prefix: "dcc", local: TOP, type: `dcc.${TOP}`, kept: "one" };
  write(child, certificate, out, SPACES);
  return out.join("");
}

type Fields = Readonly<Record<string, unknown>>;

function write({ prefix, local, type }: Child, value: unknown, out: string[], spaces: Fields = {}): void {
  const shape = shapeOf(type);
  const fields = shape.kind === "value" ? {} : fieldsOf(value, local);
  const attributes = shape.kind === "value" ? [] : shape.attributes;
  out.push(`<${prefix}:${local}`);
  for (const [name, uri] of Object.entries(spaces)) out.push(` ${name}="${String(uri)}"`);
  for (const name of attributes) if (fields[name] !== undefined) out.push(attribute(name, fields[name]));
  out.push(">");
  if (shape.kind === "value") out.push(contentText(textIn(value, local)));
  else if (shape.kind === "marked-value") out.push(contentText(textIn(fields["text"], local)));
  else if (shape.kind === "foreign") out.push(foreign(textIn(fields["xml"] ?? "", local)));
  else children(shape.children, fields, out);
  out.push(`</${prefix}:${local}>`);
}

function children(all: readonly Child[], fields: Fields, out: string[]): void {
  let arePartsWritten = false;
  for (const child of all) {
    const value = fields[child.local];
    if (child.kept === "parts") {
      if (!arePartsWritten) parts(all, fields["parts"], out);
      arePartsWritten = true;
    } else if (value === undefined) continue;
    else if (child.kept === "many") for (const one of listOf(value, child.local)) write(child, one, out);
    else write(child, value, out);
  }
}

function parts(all: readonly Child[], value: unknown, out: string[]): void {
  for (const part of listOf(value ?? [], "parts")) {
    const { name, value: held } = fieldsOf(part, "parts");
    const child = all.find(({ local, kept }) => kept === "parts" && local === name);
    invariant(child, `a part has a name that its element knows: ${String(name)}`);
    write(child, held, out);
  }
}

function attribute(name: string, value: unknown): string {
  return ` ${name}="${attributeText(textIn(value, name))}"`;
}

/** XML from elsewhere in canonical form: nothing is copied that was not read. */
function foreign(xml: string): string {
  const { root } = readXml(`<foreign>${xml}</foreign>`);
  return root.children
    .map((child) => (child.kind === "element" ? canonicalText(child, { form: "exclusive" }) : ""))
    .join("");
}

function fieldsOf(value: unknown, local: string): Fields {
  invariant(typeof value === "object" && value !== null && !Array.isArray(value), `${local} holds fields`);
  return value as Fields;
}

function listOf(value: unknown, local: string): readonly unknown[] {
  invariant(Array.isArray(value), `${local} is a list`);
  return value;
}

function textIn(value: unknown, local: string): string {
  invariant(typeof value === "string", `${local} is a text`);
  return value;
}

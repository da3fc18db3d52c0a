import { attributeText, canonicalText, contentText } from "./canonical.ts";
import type { XmlDocument } from "./node.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element to be written: its name with prefix, attributes, and what it holds; undefined parts are left out. */
export type Draft = {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly content: string | readonly Draft[];
};

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * An element to be written.
 *
 * @example draft("a", { b: "1" }, "x") // → { name: "a", attributes: [["b", "1"]], content: "x" } (an element with text)
 */
export function draft(
  name: string,
  attributes: Attributes,
  content: string | readonly (Draft | undefined)[] = [],
): Draft {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const kept = typeof content === "string" ? content : content.filter((child) => child !== undefined);
  return { name, attributes: given, content: kept };
}

/** A document of one element, in UTF-8. */
export function writeDraft(root: Draft): string {
  const out = [DECLARATION];
  write(root, out);
  return out.join("");
}

function write({ name, attributes, content }: Draft, out: string[]): void {
  out.push(`<${name}`);
  for (const [key, value] of attributes) out.push(` ${key}="${attributeText(value)}"`);
  out.push(">");
  if (typeof content === "string") out.push(contentText(content));
  else for (const child of content) write(child, out);
  out.push(`</${name}>`);
}

/** A document that was read, written in its canonical form. */
export function writeXml(document: XmlDocument): string {
  return `${DECLARATION}${canonicalText(document, { form: "c14n-1.1", comments: true })}`;
}

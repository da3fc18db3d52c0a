import { refuse } from "../refusals.ts";
import { forbiddenAt } from "./characters.ts";
import { Cursor } from "./cursor.ts";
import { XML_LIMITS, type XmlLimits } from "./limits.ts";
import { type RawAttribute, ROOT_SCOPE, resolve, type Scope } from "./namespaces.ts";
import type { XmlComment, XmlDocument, XmlElement, XmlInstruction, XmlNode } from "./node.ts";

type Open = {
  readonly element: XmlElement;
  readonly children: XmlNode[];
  readonly name: string;
  readonly scope: Scope;
};

/**
 * Reads an XML 1.0 document with namespaces, in UTF-8.
 *
 * A document type declaration is refused, and with it every entity of its own, internal or external; nothing is ever
 * fetched. Size, depth, number of nodes and attributes are bounded before memory is.
 *
 * @throws Refusal `xml-unreadable` with why, line and column; `xml-too-large` with the limit that was passed
 * @source XML 1.0 (5th edition); Namespaces in XML 1.0 (3rd edition)
 */
export function readXml(source: Uint8Array | string, limits: XmlLimits = XML_LIMITS): XmlDocument {
  const cursor = new Cursor(prepared(source, limits));
  declaration(cursor);
  const before = misc(cursor);
  if (cursor.startsWith("<!DOCTYPE")) cursor.fail("doctype");
  if (!cursor.startsWith("<")) cursor.fail("root");
  const root = element(cursor, limits);
  const after = misc(cursor);
  if (cursor.at < cursor.text.length) cursor.fail("after-root");
  return { before, root, after };
}

/** Text with line ends as XML wants them. @source XML 1.0, 2.11 */
function prepared(source: Uint8Array | string, limits: XmlLimits): string {
  if (source.length > limits.bytes) return refuse("xml-too-large", { what: "bytes", most: limits.bytes });
  const text = (typeof source === "string" ? source : decoded(source)).replace(/\r\n?/g, "\n");
  const at = forbiddenAt(text);
  if (at >= 0) new Cursor(text).fail("character", at);
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse("xml-unreadable", { why: "utf-8", line: 1, column: 1 });
  }
}

const DECLARATION =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.0\1([ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])(UTF-8|utf-8)\3)?([ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(yes|no)\6)?[ \t\n]*\?>/y;

function declaration(cursor: Cursor): void {
  cursor.takes("\ufeff");
  if (!/<\?xml[ \t\n]/y.test(cursor.text.slice(cursor.at, cursor.at + 6))) return;
  DECLARATION.lastIndex = cursor.at;
  const found = DECLARATION.exec(cursor.text);
  if (!found) cursor.fail("declaration");
  else cursor.at += found[0].length;
}

/** Comments and instructions outside the document's element. */
function misc(cursor: Cursor): (XmlComment | XmlInstruction)[] {
  const found: (XmlComment | XmlInstruction)[] = [];
  for (;;) {
    cursor.space();
    if (cursor.takes("<!--")) found.push(comment(cursor));
    else if (cursor.takes("<?")) found.push(instruction(cursor));
    else return found;
  }
}

function comment(cursor: Cursor): XmlComment {
  const text = cursor.until("--", "comment");
  cursor.expect(">", "comment");
  return { kind: "comment", text };
}

function instruction(cursor: Cursor): XmlInstruction {
  const target = cursor.name();
  if (target.toLowerCase() === "xml") cursor.fail("instruction");
  if (cursor.takes("?>")) return { kind: "instruction", target, text: "" };
  if (cursor.space() === 0) cursor.fail("instruction");
  return { kind: "instruction", target, text: cursor.until("?>", "instruction") };
}

/** The document's element. A stack instead of recursion, so that no document can exhaust ours. */
function element(cursor: Cursor, limits: XmlLimits): XmlElement {
  const open: Open[] = [];
  let nodes = 0;
  for (;;) {
    if (++nodes > limits.nodes) return refuse("xml-too-large", { what: "nodes", most: limits.nodes });
    const inside = open.at(-1);
    const closed = inside ? content(cursor, inside, open, limits) : startTag(cursor, undefined, open, limits);
    if (closed && open.length === 0) return closed;
  }
}

/** One step inside an element: a child, a text, or its end; the element that ended. */
function content(cursor: Cursor, inside: Open, open: Open[], limits: XmlLimits): XmlElement | undefined {
  if (cursor.takes("</")) return endTag(cursor, inside, open);
  if (cursor.takes("<!--")) inside.children.push(comment(cursor));
  else if (cursor.takes("<![CDATA[")) append(inside.children, cursor.until("]]>", "cdata"));
  else if (cursor.startsWith("<!")) cursor.fail("markup");
  else if (cursor.takes("<?")) inside.children.push(instruction(cursor));
  else if (cursor.startsWith("<")) return startTag(cursor, inside, open, limits);
  else if (cursor.startsWith("&")) append(inside.children, cursor.reference());
  else append(inside.children, characters(cursor, inside));
  return undefined;
}

const CHARACTERS = /[^<&]+/y;

function characters(cursor: Cursor, { name }: Open): string {
  CHARACTERS.lastIndex = cursor.at;
  const text = CHARACTERS.exec(cursor.text)?.[0];
  if (text === undefined) return cursor.fail(`unclosed:${name}`);
  const end = text.indexOf("]]>");
  if (end >= 0) cursor.fail("cdata-end", cursor.at + end);
  cursor.at += text.length;
  return text;
}

function append(children: XmlNode[], text: string): void {
  const last = children.at(-1);
  if (last?.kind === "text") children[children.length - 1] = { kind: "text", text: last.text + text };
  else if (text !== "") children.push({ kind: "text", text });
}

function qualifiedName(cursor: Cursor): string {
  const first = cursor.name();
  return cursor.takes(":") ? `${first}:${cursor.name()}` : first;
}

function endTag(cursor: Cursor, { element: ended, name }: Open, open: Open[]): XmlElement {
  const at = cursor.at;
  if (qualifiedName(cursor) !== name) cursor.fail(`end-tag:${name}`, at);
  cursor.space();
  cursor.expect(">", "end-tag");
  open.pop();
  return ended;
}

/** Reads a start tag; the element, where it was empty and has ended too. */
function startTag(cursor: Cursor, inside: Open | undefined, open: Open[], limits: XmlLimits): XmlElement | undefined {
  const place = cursor.place();
  if (open.length >= limits.depth) return refuse("xml-too-large", { what: "depth", most: limits.depth });
  cursor.expect("<", "root");
  const at = cursor.at;
  const name = qualifiedName(cursor);
  const raw = attributes(cursor, limits);
  const empty = cursor.takes("/>");
  if (!empty) cursor.expect(">", "tag");
  const { scope, ...named } = resolve(name, raw, inside?.scope ?? ROOT_SCOPE, (why) => cursor.fail(why, at));
  const children: XmlNode[] = [];
  const made: XmlElement = { kind: "element", ...named, children, parent: inside?.element, ...place };
  inside?.children.push(made);
  if (empty) return made;
  open.push({ element: made, children, name, scope });
  return undefined;
}

function attributes(cursor: Cursor, limits: XmlLimits): RawAttribute[] {
  const found: RawAttribute[] = [];
  for (;;) {
    const gap = cursor.space();
    if (cursor.startsWith(">") || cursor.startsWith("/>")) return found;
    if (gap === 0) cursor.fail("tag");
    if (found.length >= limits.attributes) refuse("xml-too-large", { what: "attributes", most: limits.attributes });
    const name = qualifiedName(cursor);
    cursor.space();
    cursor.expect("=", "attribute");
    cursor.space();
    found.push({ name, value: attributeValue(cursor) });
  }
}

/** A value in quotes; white space in it counts as blanks. @source XML 1.0, 3.3.3 */
function attributeValue(cursor: Cursor): string {
  const quote = cursor.takes('"') ? '"' : "'";
  if (quote === "'") cursor.expect("'", "attribute");
  const plain = quote === '"' ? /[^"<&]+/y : /[^'<&]+/y;
  let value = "";
  while (!cursor.takes(quote)) {
    if (cursor.startsWith("&")) {
      value += cursor.reference();
      continue;
    }
    plain.lastIndex = cursor.at;
    const text = plain.exec(cursor.text)?.[0];
    if (text === undefined) return cursor.fail("attribute");
    value += text.replace(/[\t\n]/g, " ");
    cursor.at += text.length;
  }
  return value;
}

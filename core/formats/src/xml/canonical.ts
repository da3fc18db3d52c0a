import { refuse } from "../refusals.ts";
import { XML_NAMESPACE } from "./namespaces.ts";
import type { XmlAttribute, XmlComment, XmlDocument, XmlElement, XmlInstruction, XmlNode } from "./node.ts";

export type CanonicalForm = "c14n-1.0" | "c14n-1.1" | "exclusive";

export type CanonicalOptions = {
  readonly form: CanonicalForm;
  readonly comments?: boolean;
  /** An element that is left out with all it holds: the signature that is enveloped. */
  readonly without?: XmlElement;
  /** Prefixes that the exclusive form treats as the inclusive one does; "" is the default namespace. */
  readonly inclusivePrefixes?: readonly string[];
};

type Declared = ReadonlyMap<string, string>;

/**
 * The canonical form of a document, or of an element with what it holds and what it inherits.
 *
 * @throws Refusal `xml-not-canonical` for an element below an `xml:base`, whose joining in version 1.1 we do not offer
 * @returns UTF-8
 * @source Canonical XML 1.0; Canonical XML 1.1, 2.4; Exclusive XML Canonicalization 1.0, 3
 */
export function canonicalXml(of: XmlDocument | XmlElement, options: CanonicalOptions): Uint8Array {
  return new TextEncoder().encode(canonicalText(of, options));
}

/** The same as text. */
export function canonicalText(of: XmlDocument | XmlElement, options: CanonicalOptions): string {
  const out: string[] = [];
  if ("root" in of) {
    for (const node of of.before) outer(node, options, (text) => out.push(`${text}\n`));
    if (of.root !== options.without) element(of.root, new Map(), inherited(of.root, options), options, out);
    for (const node of of.after) outer(node, options, (text) => out.push(`\n${text}`));
  } else {
    element(of, new Map(), inherited(of, options), options, out);
  }
  return out.join("");
}

function outer(node: XmlComment | XmlInstruction, options: CanonicalOptions, write: (text: string) => void): void {
  if (node.kind === "comment" && !options.comments) return;
  write(simple(node));
}

function simple(node: XmlComment | XmlInstruction): string {
  if (node.kind === "comment") return `<!--${node.text}-->`;
  return `<?${node.target}${node.text === "" ? "" : ` ${node.text}`}?>`;
}

type Inherited = { readonly scope: Declared; readonly attributes: readonly XmlAttribute[] };

/** What the first element has from the elements above it: their namespaces, and in the inclusive forms `xml:` attributes. */
function inherited(apex: XmlElement, { form }: CanonicalOptions): Inherited {
  const above: XmlElement[] = [];
  for (let parent = apex.parent; parent; parent = parent.parent) above.unshift(parent);
  const scope = new Map<string, string>();
  const attributes = new Map<string, XmlAttribute>();
  for (const { declarations, attributes: own } of above) {
    for (const { prefix, uri } of declarations) scope.set(prefix, uri);
    for (const attribute of own) if (attribute.namespace === XML_NAMESPACE) attributes.set(attribute.local, attribute);
  }
  if (form === "exclusive") return { scope, attributes: [] };
  if (form === "c14n-1.1") {
    attributes.delete("id");
    if (attributes.has("base")) refuse("xml-not-canonical", { why: "xml:base" });
  }
  for (const { namespace, local } of apex.attributes) if (namespace === XML_NAMESPACE) attributes.delete(local);
  return { scope, attributes: [...attributes.values()] };
}

function element(
  node: XmlElement,
  written: Declared,
  { scope: outerScope, attributes: extra }: Inherited,
  options: CanonicalOptions,
  out: string[],
): void {
  const scope = node.declarations.length === 0 ? outerScope : new Map(outerScope);
  if (scope !== outerScope)
    for (const { prefix, uri } of node.declarations) (scope as Map<string, string>).set(prefix, uri);
  const declared = toDeclare(node, scope, written, options);
  const name = node.prefix === "" ? node.local : `${node.prefix}:${node.local}`;
  out.push(`<${name}`);
  for (const [prefix, uri] of declared) out.push(` xmlns${prefix === "" ? "" : `:${prefix}`}="${attributeText(uri)}"`);
  for (const { prefix, local, value } of [...node.attributes, ...extra].sort(byNamespaceAndName)) {
    out.push(` ${prefix === "" ? local : `${prefix}:${local}`}="${attributeText(value)}"`);
  }
  out.push(">");
  const now = declared.length === 0 ? written : new Map([...written, ...declared]);
  for (const child of node.children) childNode(child, now, { scope, attributes: [] }, options, out);
  out.push(`</${name}>`);
}

function childNode(
  child: XmlNode,
  written: Declared,
  above: Inherited,
  options: CanonicalOptions,
  out: string[],
): void {
  if (child.kind === "text") out.push(contentText(child.text));
  else if (child.kind !== "element") outer(child, options, (text) => out.push(text));
  else if (child !== options.without) element(child, written, above, options, out);
}

/** Declarations that this element must show, in their order. */
function toDeclare(
  node: XmlElement,
  scope: Declared,
  written: Declared,
  { form, inclusivePrefixes = [] }: CanonicalOptions,
): (readonly [prefix: string, uri: string])[] {
  const prefixes = form === "exclusive" ? visiblyUsed(node, inclusivePrefixes, scope) : scope.keys();
  const found: [string, string][] = [];
  for (const prefix of prefixes) {
    if (prefix === "xml") continue;
    const uri = scope.get(prefix) ?? "";
    if ((written.get(prefix) ?? "") !== uri) found.push([prefix, uri]);
  }
  return found.sort(([a], [b]) => byCodePoint(a, b));
}

function visiblyUsed(node: XmlElement, inclusive: readonly string[], scope: Declared): ReadonlySet<string> {
  const used = new Set([node.prefix, ...inclusive.filter((prefix) => scope.has(prefix))]);
  for (const { prefix } of node.attributes) if (prefix !== "") used.add(prefix);
  return used;
}

function byNamespaceAndName(a: XmlAttribute, b: XmlAttribute): number {
  return byCodePoint(a.namespace, b.namespace) || byCodePoint(a.local, b.local);
}

/** Order by code points; the order of JavaScript is by UTF-16 units, which differs beyond the basic plane. */
function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const one = Array.from(a, (character) => character.codePointAt(0) ?? 0);
  const other = Array.from(b, (character) => character.codePointAt(0) ?? 0);
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** Text between tags. @source Canonical XML 1.0, 2.3 */
export function contentText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => CONTENT[character] ?? character);
}

/** Text in an attribute's quotes. @source Canonical XML 1.0, 2.3 */
export function attributeText(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (character) => ATTRIBUTE[character] ?? character);
}

const CONTENT: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
const ATTRIBUTE: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

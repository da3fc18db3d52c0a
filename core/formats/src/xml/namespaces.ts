import type { XmlAttribute, XmlDeclaration } from "./node.ts";

export type RawAttribute = { readonly name: string; readonly value: string };
/** Prefixes that are bound here; a missing default namespace is absent or "". */
export type Scope = ReadonlyMap<string, string>;

export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
export const ROOT_SCOPE: Scope = new Map([["xml", XML_NAMESPACE]]);

export type Resolved = {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly declarations: readonly XmlDeclaration[];
  readonly scope: Scope;
};

/**
 * Gives an element and its attributes their namespaces.
 *
 * @param fail called with why: `prefix:p` (not bound), `namespace` (a reserved one or an empty one), `duplicate-attribute:a`
 * @source Namespaces in XML 1.0 (3rd edition), 3 to 6
 */
export function resolve(
  name: string,
  raw: readonly RawAttribute[],
  outer: Scope,
  fail: (why: string) => never,
): Resolved {
  const declarations = raw.filter(isDeclaration).map((attribute) => declarationOf(attribute, fail));
  const scope =
    declarations.length === 0 ? outer : new Map([...outer, ...declarations.map((d) => [d.prefix, d.uri] as const)]);
  const [prefix, local] = parts(name);
  if (prefix === "xmlns") fail("namespace");
  const namespace = prefix === "" ? (scope.get("") ?? "") : (scope.get(prefix) ?? fail(`prefix:${prefix}`));
  const attributes = raw
    .filter((attribute) => !isDeclaration(attribute))
    .map((attribute) => attributeOf(attribute, scope, fail));
  refuseTwice(
    declarations.map((d) => `xmlns:${d.prefix}`),
    fail,
  );
  refuseTwice(
    attributes.map((a) => `${a.namespace} ${a.local}`),
    fail,
  );
  return { prefix, local, namespace, attributes, declarations, scope };
}

function isDeclaration({ name }: RawAttribute): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function declarationOf({ name, value }: RawAttribute, fail: (why: string) => never): XmlDeclaration {
  const prefix = name === "xmlns" ? "" : name.slice(6);
  const isXml = prefix === "xml";
  if (prefix === "xmlns" || value === XMLNS_NAMESPACE || isXml !== (value === XML_NAMESPACE)) fail("namespace");
  if (prefix !== "" && value === "") fail("namespace");
  return { prefix, uri: value };
}

function attributeOf({ name, value }: RawAttribute, scope: Scope, fail: (why: string) => never): XmlAttribute {
  const [prefix, local] = parts(name);
  const namespace = prefix === "" ? "" : (scope.get(prefix) ?? fail(`prefix:${prefix}`));
  return { prefix, local, namespace, value };
}

function parts(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function refuseTwice(names: readonly string[], fail: (why: string) => never): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) fail(`duplicate-attribute:${name.slice(name.indexOf(" ") + 1)}`);
    seen.add(name);
  }
}

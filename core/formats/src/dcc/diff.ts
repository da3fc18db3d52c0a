import { elementsOf, textOf, type XmlDocument, type XmlElement } from "../xml/node.ts";
import { pathOf } from "./fault.ts";
import { prefixOf } from "./namespaces.ts";

/** One difference between two certificates; a side that has nothing there is left out. */
export type DccDifference = { readonly path: string; readonly before?: string; readonly after?: string };

/**
 * What differs between two certificates: every value and attribute by where it stands. Signatures are left out, and
 * white space, prefixes and comments, which say nothing.
 *
 * @returns in the order of the first, then what only the second has
 */
export function diffDcc(before: XmlDocument, after: XmlDocument): readonly DccDifference[] {
  const [one, other] = [valuesOf(before.root), valuesOf(after.root)];
  const found: DccDifference[] = [];
  for (const [path, value] of one) {
    const now = other.get(path);
    if (now === undefined) found.push({ path, before: value });
    else if (now !== value) found.push({ path, before: value, after: now });
  }
  for (const [path, value] of other) if (!one.has(path)) found.push({ path, after: value });
  return found;
}

function valuesOf(root: XmlElement): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  collect(root, values);
  return values;
}

function collect(element: XmlElement, values: Map<string, string>): void {
  if (prefixOf(element.namespace) === "ds") return;
  const path = pathOf(element);
  for (const { local, namespace, value } of element.attributes)
    if (namespace === "") values.set(`${path}/@${local}`, value);
  const children = elementsOf(element);
  if (children.length === 0) values.set(path, textOf(element).replace(/\s+/g, " ").trim());
  for (const child of children) collect(child, values);
}

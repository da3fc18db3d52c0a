/** An attribute; declarations of namespaces are kept apart from attributes. */
export type XmlAttribute = {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
};

/** A declaration `xmlns:prefix="uri"`; prefix "" is the default namespace. */
export type XmlDeclaration = { readonly prefix: string; readonly uri: string };

export type XmlText = { readonly kind: "text"; readonly text: string };
export type XmlComment = { readonly kind: "comment"; readonly text: string };
export type XmlInstruction = { readonly kind: "instruction"; readonly target: string; readonly text: string };
export type XmlNode = XmlElement | XmlText | XmlComment | XmlInstruction;

/** An element with where its tag starts; lines and columns count from 1. */
export type XmlElement = {
  readonly kind: "element";
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly declarations: readonly XmlDeclaration[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  readonly line: number;
  readonly column: number;
};

/** A document: what stands before its one element, the element, and what stands after it. */
export type XmlDocument = {
  readonly before: readonly (XmlComment | XmlInstruction)[];
  readonly root: XmlElement;
  readonly after: readonly (XmlComment | XmlInstruction)[];
};

/** The child elements in their order. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child.kind === "element");
}

/** The child elements of one name and namespace. */
export function childrenNamed(element: XmlElement, namespace: string, local: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.local === local && child.namespace === namespace);
}

/** The first child element of one name and namespace. */
export function childNamed(element: XmlElement, namespace: string, local: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.local === local && child.namespace === namespace);
}

/** An attribute without a namespace. */
export function attributeOf(element: XmlElement, local: string): string | undefined {
  return element.attributes.find((attribute) => attribute.local === local && attribute.namespace === "")?.value;
}

/**
 * The text of an element with all that it holds. Comments are no part of it and do not end it either, so that what is
 * read is what a canonical form without comments signs.
 *
 * @source DOM Level 3, `textContent`
 */
export function textOf(element: XmlElement): string {
  let text = "";
  for (const child of element.children) {
    if (child.kind === "text") text += child.text;
    else if (child.kind === "element") text += textOf(child);
  }
  return text;
}

/** The element and every element inside it, in the order of the document. */
export function* withDescendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (child.kind === "element") yield* withDescendants(child);
}

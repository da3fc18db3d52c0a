import type { PdfDocument } from "../pdf/document.ts";
import type { UpdatedObject } from "../pdf/update.ts";
import {
  array,
  as,
  asCount,
  dict,
  name,
  type PdfArray,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  ref,
  withEntries,
} from "../pdf/value.ts";

export type Tagging = {
  /** Entry that ties the annotation to the structure; undefined in an untagged file. */
  readonly structParent: number | undefined;
  readonly objects: readonly UpdatedObject[];
};

/**
 * Ties an annotation to the structure tree, as level A conformance wants of everything real on a page: a Form element
 * under the document element, found again through the parent tree.
 *
 * @param id number free for the new structure element
 * @param annotation the widget
 * @param page on which it stands
 * @param alternative text for those who cannot see it
 * @example tagAnnotation({ catalog: { kind: "dict", entries: new Map() }, resolve: () => null }, null, null, 9, null) // → { structParent: undefined, objects: [] } (an untagged file stays one)
 * @source ISO 32000-1:2008, 14.7.4.3 and 14.7.4.4; ISO 19005-3:2012, 6.7
 */
export function tagAnnotation(
  pdf: PdfDocument,
  annotation: PdfRef,
  page: PdfRef,
  id: number,
  alternative: PdfValue,
): Tagging {
  const rootRef = as("ref", pdf.catalog.entries.get("StructTreeRoot"));
  const root = as("dict", pdf.resolve(rootRef));
  const parentRef = firstKid(root?.entries.get("K"), pdf);
  const parent = as("dict", pdf.resolve(parentRef));
  if (!rootRef || !root || !parentRef || !parent) return { structParent: undefined, objects: [] };

  const key = asCount(pdf.entry(root, "ParentTreeNextKey")) ?? nextKey(pdf, root);
  const element = dict({
    Type: name("StructElem"),
    S: name("Form"),
    P: parentRef,
    Alt: alternative,
    K: dict({ Type: name("OBJR"), Obj: annotation, Pg: page }),
  });
  const kids = pdf.entry(parent, "K");
  const treeRef = as("ref", root.entries.get("ParentTree"));
  const tree = withKey(as("dict", pdf.entry(root, "ParentTree")) ?? dict({}), key, ref(id), pdf);
  return {
    structParent: key,
    objects: [
      { id, value: element },
      { id: parentRef.id, value: withEntries(parent, { K: appended(kids, ref(id), parent.entries.get("K")) }) },
      {
        id: rootRef.id,
        value: withEntries(root, { ParentTreeNextKey: key + 1, ...(treeRef ? {} : { ParentTree: tree }) }),
      },
      ...(treeRef ? [{ id: treeRef.id, value: tree }] : []),
    ],
  };
}

function firstKid(kids: PdfValue | undefined, pdf: PdfDocument): PdfRef | undefined {
  if (as("ref", kids) && as("dict", pdf.resolve(kids))) return as("ref", kids);
  return as("ref", as("array", pdf.resolve(kids))?.items[0]);
}

/** A list with one more member; a single value becomes a list, as it stood (a reference stays one). */
function appended(resolved: PdfValue, member: PdfValue, original: PdfValue | undefined): PdfArray {
  const list = as("array", resolved);
  if (list) return array(...list.items, member);
  return original === undefined || resolved === null ? array(member) : array(original, member);
}

/** One more key, greater than all, in a number tree. */
function withKey(tree: PdfDict, key: number, value: PdfValue, pdf: PdfDocument): PdfDict {
  const kids = as("array", pdf.entry(tree, "Kids"));
  if (!kids)
    return withEntries(tree, { Nums: array(...(as("array", pdf.entry(tree, "Nums"))?.items ?? []), key, value) });
  return withEntries(tree, { Kids: array(...kids.items, dict({ Limits: array(key, key), Nums: array(key, value) })) });
}

/** One more than the greatest key of the first two levels of the parent tree. */
function nextKey(pdf: PdfDocument, root: PdfDict): number {
  const tree = as("dict", pdf.entry(root, "ParentTree"));
  const leaves = [
    tree,
    ...(as("array", pdf.entry(tree, "Kids"))?.items ?? []).map((kid) => as("dict", pdf.resolve(kid))),
  ];
  const keys = leaves.flatMap((leaf) =>
    (as("array", pdf.entry(leaf, "Nums"))?.items ?? []).filter((_, at) => at % 2 === 0),
  );
  return 1 + keys.reduce<number>((most, key) => Math.max(most, asCount(key) ?? -1), -1);
}

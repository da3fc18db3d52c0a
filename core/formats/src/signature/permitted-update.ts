import type { PdfDocument } from "../pdf/document.ts";
import { as, type PdfArray, type PdfDict, type PdfRef, type PdfValue, withEntries } from "../pdf/value.ts";
import { writeValue } from "../pdf/write.ts";

/**
 * Whether what was added to a signed file is nothing but further signatures and validation data.
 *
 * Everything a reader sees has to stay as it was: a new field draws nothing, no object of the signed file is changed
 * but to name the new field, and nothing that the signed file pointed at without having it comes to be.
 *
 * @example permitsUpdate({ xref: { at: 9 } }, { xref: { chain: [30] } }) // → false (does not continue the signed file)
 * @throws Refusal as reading objects does
 * @source ETSI EN 319 142-1 V1.1.1, 5.5; ISO 32000-2:2020, 12.8.2.2.2, of which only signing is permitted here
 */
export function permitsUpdate(before: PdfDocument, after: PdfDocument): boolean {
  if (!after.xref.chain.includes(before.xref.at) || !sameTrailer(before, after)) return false;
  const changed: number[] = [];
  const added = new Set<number>();
  for (const [id, entry] of after.xref.entries) {
    const old = before.xref.entries.get(id);
    if (JSON.stringify(old) === JSON.stringify(entry)) continue;
    if (old && old.kind !== "free") changed.push(id);
    else added.add(id);
  }
  if (pointsInto(before, added)) return false;
  const fields = newFields(before, after, added);
  return fields !== undefined && changed.every((id) => permittedChange(before, after, id, fields, added));
}

function sameTrailer(before: PdfDocument, after: PdfDocument): boolean {
  const same = (key: string) =>
    written(before.xref.trailer.entries.get(key)) === written(after.xref.trailer.entries.get(key));
  return same("Root") && same("Info") && same("Encrypt") && !after.xref.trailer.entries.has("XRefStm");
}

const written = (value: PdfValue | undefined) => writeValue(value ?? null);

/** Whether the signed file names any of the ids: it must not have waited for content to come. */
function pointsInto(pdf: PdfDocument, ids: ReadonlySet<number>): boolean {
  return [...pdf.xref.entries.keys()].some((id) => refersTo(pdf.object(id), ids));
}

function refersTo(value: PdfValue, ids: ReadonlySet<number>): boolean {
  if (value === null || typeof value !== "object") return false;
  switch (value.kind) {
    case "ref":
      return ids.has(value.id);
    case "array":
      return value.items.some((item) => refersTo(item, ids));
    case "dict":
      return [...value.entries.values()].some((item) => refersTo(item, ids));
    case "stream":
      return refersTo(value.dict, ids);
    default:
      return false;
  }
}

const fieldsOf = (pdf: PdfDocument): readonly PdfValue[] =>
  as("array", pdf.entry(as("dict", pdf.entry(pdf.catalog, "AcroForm")), "Fields"))?.items ?? [];

/** The ids of the new signature fields; undefined where the old ones changed or a new one is something else. */
function newFields(
  before: PdfDocument,
  after: PdfDocument,
  added: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  const more = appendedTo(fieldsOf(before), fieldsOf(after));
  const refs = more?.map((value) => as("ref", value));
  const good = refs?.every(
    (field) => field && added.has(field.id) && isQuietField(after, as("dict", after.object(field.id))),
  );
  return refs && good ? new Set(refs.flatMap((field) => (field ? [field.id] : []))) : undefined;
}

const FIELD_KEYS = new Set(["Type", "Subtype", "FT", "T", "TU", "F", "Rect", "P", "V", "AP", "StructParent"]);

/** A signature field that does nothing and draws nothing. */
function isQuietField(pdf: PdfDocument, field: PdfDict | undefined): boolean {
  if (!field || as("name", pdf.entry(field, "FT"))?.name !== "Sig") return false;
  if ([...field.entries.keys()].some((key) => !FIELD_KEYS.has(key))) return false;
  const looks = as("dict", pdf.entry(field, "AP"));
  const stream = as("stream", pdf.entry(looks, "N"));
  return !looks || (looks.entries.size === 1 && stream !== undefined && pdf.content(stream).length === 0);
}

/** What a list has more at its end; undefined where its beginning changed. */
function appendedTo(old: readonly PdfValue[], now: readonly PdfValue[]): readonly PdfValue[] | undefined {
  return old.every((item, at) => written(item) === written(now[at])) ? now.slice(old.length) : undefined;
}

function permittedChange(
  before: PdfDocument,
  after: PdfDocument,
  id: number,
  fields: ReadonlySet<number>,
  added: ReadonlySet<number>,
): boolean {
  const [old, now] = [before.object(id), after.object(id)];
  const [oldDict, nowDict] = [as("dict", old), as("dict", now)];
  if (!oldDict || !nowDict) return onlyFieldsAdded(as("array", old), as("array", now), fields);
  const except = (...keys: string[]) => sameExcept(oldDict, nowDict, keys);
  const type = as("name", before.entry(oldDict, "Type"))?.name;
  if (id === as("ref", before.xref.trailer.entries.get("Root"))?.id) {
    return except("AcroForm", "DSS") && sameForm(before, after);
  }
  if (id === as("ref", before.catalog.entries.get("AcroForm"))?.id) return sameForm(before, after);
  if (type === "Page") {
    const lists = [as("array", before.entry(oldDict, "Annots")), as("array", after.entry(nowDict, "Annots"))] as const;
    return except("Annots", "Tabs") && onlyFieldsAdded(lists[0] ?? { kind: "array", items: [] }, lists[1], fields);
  }
  return permittedTagging(before, after, id, oldDict, nowDict, added);
}

function sameExcept(old: PdfDict, now: PdfDict, keys: readonly string[]): boolean {
  const blank = Object.fromEntries(keys.map((key) => [key, null]));
  return entriesText(withEntries(old, blank)) === entriesText(withEntries(now, blank));
}

function entriesText(value: PdfDict): string {
  return [...value.entries]
    .map(([key, entry]) => `${key} ${writeValue(entry)}`)
    .sort()
    .join("\n");
}

/** The form itself: only its list of fields and the mark that there are signatures. */
function sameForm(before: PdfDocument, after: PdfDocument): boolean {
  const form = (pdf: PdfDocument) => as("dict", pdf.entry(pdf.catalog, "AcroForm"));
  const [old, now] = [form(before), form(after)];
  return !old || !now ? !old && (!now || now.entries.size <= 2) : sameExcept(old, now, ["Fields", "SigFlags"]);
}

function onlyFieldsAdded(old: PdfArray | undefined, now: PdfArray | undefined, fields: ReadonlySet<number>): boolean {
  const more = old && now && appendedTo(old.items, now.items);
  return more?.every((item) => isRefIn(item, fields)) ?? false;
}

const isRefIn = (value: PdfValue, ids: ReadonlySet<number>) =>
  ids.has((as("ref", value) as PdfRef | undefined)?.id ?? -1);

/** The structure tree gains an element for the new field; what it said before stays. */
function permittedTagging(
  before: PdfDocument,
  after: PdfDocument,
  id: number,
  old: PdfDict,
  now: PdfDict,
  added: ReadonlySet<number>,
): boolean {
  const grows = (from: PdfDict, to: PdfDict, key: string) => {
    const more = appendedTo(listOf(before, from, key), listOf(after, to, key));
    return sameExcept(from, to, [key]) && (more?.every((item) => namesOnly(item, added)) ?? false);
  };
  const treeGrows = (from: PdfDict, to: PdfDict) => grows(from, to, "Nums") || grows(from, to, "Kids");
  const root = as("dict", before.entry(before.catalog, "StructTreeRoot"));
  if (id === as("ref", before.catalog.entries.get("StructTreeRoot"))?.id) {
    const [tree, larger] = [as("dict", old.entries.get("ParentTree")), as("dict", now.entries.get("ParentTree"))];
    const same = written(old.entries.get("ParentTree")) === written(now.entries.get("ParentTree"));
    return (
      sameExcept(old, now, ["ParentTreeNextKey", "ParentTree"]) &&
      (same || (!!tree && !!larger && treeGrows(tree, larger)))
    );
  }
  if (id === as("ref", root?.entries.get("ParentTree"))?.id) return treeGrows(old, now);
  return as("name", before.entry(old, "Type"))?.name === "StructElem" && grows(old, now, "K");
}

/** A list as it stands; a single value counts as a list of one. */
function listOf(pdf: PdfDocument, of: PdfDict, key: string): readonly PdfValue[] {
  const value = of.entries.get(key);
  if (value === undefined) return [];
  return as("array", pdf.resolve(value))?.items ?? [value];
}

/** Numbers and references to new objects, also inside the leaf of a tree. */
function namesOnly(value: PdfValue, added: ReadonlySet<number>): boolean {
  if (typeof value === "number") return true;
  const leaf = as("dict", value);
  if (leaf)
    return [...leaf.entries.values()].every((entry) =>
      as("array", entry)?.items.every((item) => namesOnly(item, added)),
    );
  return isRefIn(value, added);
}

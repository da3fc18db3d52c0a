import { openPdf, type PdfDocument } from "./document.ts";
import type { Inflate } from "./inflate.ts";
import { textOf } from "./text.ts";
import { as, type PdfDict, type PdfValue } from "./value.ts";

export type AttachedFile = {
  readonly name: string;
  readonly mediaType: string;
  /** How the file relates to the document (`Data`, `Supplement`, …); empty when it does not say. */
  readonly relationship: string;
  readonly bytes: Uint8Array;
};

const MAX_FILES = 64;
const MAX_NODES = 1024;

/**
 * The files embedded in a PDF, in the order of its name tree.
 *
 * @example refusalOf(() => attachedFiles(new TextEncoder().encode("%PDF-1.7"))) // → "pdf-unreadable" (no cross-reference section)
 * @throws Refusal `pdf-unreadable`, `pdf-encrypted`, `inflate-failed`
 * @source ISO 32000-1:2008, 7.11.4; ISO 19005-3:2012, 6.8
 */
export function attachedFiles(bytes: Uint8Array, inflate?: Inflate): AttachedFile[] {
  const pdf = openPdf(bytes, inflate);
  const names = as("dict", pdf.entry(pdf.catalog, "Names"));
  return namedValues(pdf, as("dict", pdf.entry(names, "EmbeddedFiles")))
    .map((value) => attachedFile(pdf, as("dict", pdf.resolve(value))))
    .filter((file) => file !== undefined);
}

/** Values of a name tree, breadth first, at most 1024 nodes and 64 values. */
function namedValues(pdf: PdfDocument, root: PdfDict | undefined): PdfValue[] {
  const values: PdfValue[] = [];
  const queue: (PdfDict | undefined)[] = [root];
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const node = queue[at];
    const pairs = as("array", pdf.entry(node, "Names"))?.items ?? [];
    for (let i = 1; i < pairs.length && values.length < MAX_FILES; i += 2) values.push(pairs[i] ?? null);
    const kids = as("array", pdf.entry(node, "Kids"))?.items ?? [];
    for (const kid of kids.slice(0, MAX_NODES)) queue.push(as("dict", pdf.resolve(kid)));
  }
  return values;
}

function attachedFile(pdf: PdfDocument, specification: PdfDict | undefined): AttachedFile | undefined {
  const files = as("dict", pdf.entry(specification, "EF"));
  const stream = as("stream", pdf.entry(files, "UF")) ?? as("stream", pdf.entry(files, "F"));
  if (!stream) return undefined;
  return {
    name: textOf(pdf.entry(specification, "UF")) || textOf(pdf.entry(specification, "F")),
    mediaType: as("name", pdf.entry(stream.dict, "Subtype"))?.name ?? "application/octet-stream",
    relationship: as("name", pdf.entry(specification, "AFRelationship"))?.name ?? "",
    bytes: pdf.content(stream).slice(),
  };
}

import type { PdfDocument } from "../pdf/document.ts";
import { as, asCount, type PdfDict, type PdfRef, type PdfValue } from "../pdf/value.ts";
import { refuse } from "../refusals.ts";

export type Page = { readonly ref: PdfRef; readonly dict: PdfDict; readonly heightPt: number };

const MAX_NODES = 10_000;

/**
 * The page of a number, counted from 1; a number past the end is the last page.
 *
 * @param number from 1
 * @example pageOf({ catalog: { entries: new Map([["Pages", { kind: "ref", id: 1, generation: 0 }]]) }, resolve: () => ({ kind: "dict", entries: new Map() }), entry: (_, key) => (key === "MediaBox" ? { kind: "array", items: [0, 0, 595, 842] } : null) }, 1).heightPt // → 842 (A4, 297 mm)
 * @throws Refusal `pdf-unreadable` when the file has no pages
 * @source ISO 32000-1:2008, 7.7.3
 */
export function pageOf(pdf: PdfDocument, number: number): Page {
  const pages = leaves(pdf);
  const page = pages[Math.min(Math.max(1, number), pages.length) - 1];
  return page ?? refuse("pdf-unreadable", { why: "pages" });
}

function leaves(pdf: PdfDocument): Page[] {
  const found: Page[] = [];
  const open: { value: PdfValue; box: PdfValue }[] = [{ value: pdf.catalog.entries.get("Pages") ?? null, box: null }];
  for (let visited = 0; open.length > 0; visited++) {
    if (visited > MAX_NODES) refuse("pdf-unreadable", { why: "pages" });
    const next = open.pop();
    const reference = as("ref", next?.value);
    const node = as("dict", pdf.resolve(reference));
    if (!reference || !node) continue;
    const own = pdf.entry(node, "MediaBox");
    const box = own === null ? (next?.box ?? null) : own;
    const kids = as("array", pdf.entry(node, "Kids"));
    if (kids) open.push(...kids.items.map((value) => ({ value, box })).reverse());
    else found.push({ ref: reference, dict: node, heightPt: heightOf(box) });
  }
  return found;
}

function heightOf(box: PdfValue): number {
  const [, bottom, , top] = as("array", box)?.items ?? [];
  return typeof top === "number" ? top - (typeof bottom === "number" ? bottom : 0) : 842;
}

/**
 * Whether the file has a form field that holds a signature.
 *
 * @example hasSignatureField({ catalog: { kind: "dict", entries: new Map() }, entry: (_, key) => (key === "SigFlags" ? 3 : { kind: "dict", entries: new Map() }) }) // → true (ISO 32000-1:2008, table 219: bit 1, SignaturesExist)
 * @source ISO 32000-1:2008, 12.7.2
 */
export function hasSignatureField(pdf: PdfDocument): boolean {
  const form = as("dict", pdf.entry(pdf.catalog, "AcroForm"));
  return ((asCount(pdf.entry(form, "SigFlags")) ?? 0) & 1) === 1;
}

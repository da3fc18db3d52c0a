import { sha256 } from "@noble/hashes/sha2.js";
import { openPdf, type PdfDocument } from "../pdf/document.ts";
import type { Inflate } from "../pdf/inflate.ts";
import { appendUpdate, nextId, type UpdatedObject } from "../pdf/update.ts";
import {
  array,
  as,
  dict,
  name,
  type PdfRef,
  type PdfString,
  type PdfValue,
  ref,
  text,
  withEntries,
} from "../pdf/value.ts";
import { bytesOf, hex, writeValue } from "../pdf/write.ts";
import { refuse } from "../refusals.ts";
import { signedData, type Timestamp } from "./cms-write.ts";
import { joined } from "./der-write.ts";
import { hasSignatureField, pageOf } from "./page.ts";
import type { DocumentSigner } from "./signer.ts";
import { tagAnnotation } from "./structure.ts";

/** Room for the signature in bytes: a certificate path and a time stamp fit. */
const ROOM = 8192;

/** Where a reader can click the signature; all in points, from the upper left corner as the page is read. */
export type SignaturePlace = {
  /** Counted from 1. */
  readonly page: number;
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
};

export type SigningRequest = {
  readonly signer: DocumentSigner;
  /** Claimed time of signing, ISO 8601 in UTC, e.g. `2026-11-25T08:00:00Z`. */
  readonly signedAt: string;
  /** Who signs, as a person reads it. */
  readonly signedBy: string;
  readonly reason: string;
  readonly location: string;
  /** Left out, the signature is there but nowhere to click. */
  readonly place?: SignaturePlace;
  readonly timestamp?: Timestamp;
};

/**
 * Signs a PDF as PAdES B-B (B-T with a time stamp) by appending to it: the pages as given stay byte for byte, and a
 * PDF/A-3a stays one. The visible part belongs to the page; the field above it is transparent.
 *
 * @example signPdf(new Uint8Array(), {}).catch(({ code }) => code) // → "pdf-unreadable" (no PDF)
 * @throws Refusal `pdf-unreadable`, `pdf-already-signed`, `signature-too-long`
 * @source ETSI EN 319 142-1 V1.1.1, 6.3; ISO 32000-1:2008, 12.8.1; ISO 19005-3:2012, 6.3 and 6.4
 */
export async function signPdf(bytes: Uint8Array, request: SigningRequest, inflate?: Inflate): Promise<Uint8Array> {
  if (hasSignatureField(openPdf(bytes, inflate))) refuse("pdf-already-signed");
  return addSignature(bytes, request, inflate);
}

/**
 * Puts a further signature on a PDF by appending to it: those before it stay good, for nothing that a reader sees
 * changes. The last signature speaks for the whole.
 *
 * @example addSignature(new TextEncoder().encode("no PDF"), {}).catch((refusal) => refusal.code) // → "pdf-unreadable" (no PDF)
 * @throws Refusal `pdf-unreadable`, `signature-too-long`
 * @source ETSI EN 319 142-1 V1.1.1, 5.5; ISO 32000-1:2008, 12.8.1
 */
export async function addSignature(bytes: Uint8Array, request: SigningRequest, inflate?: Inflate): Promise<Uint8Array> {
  const pdf = openPdf(bytes, inflate);
  const { file, contentsAt } = prepared(pdf, request);
  const content = joined([file.subarray(0, contentsAt), file.subarray(contentsAt + 2 * ROOM + 2)]);
  const cms = await signedData(content, request.signer, request.timestamp);
  if (cms.length > ROOM) refuse("signature-too-long", { size: cms.length, room: ROOM });
  file.set(bytesOf(hex(cms)), contentsAt + 1);
  return file;
}

/** The file with everything but the signature value; `contentsAt` is where its `<` stands. */
function prepared(pdf: PdfDocument, request: SigningRequest): { file: Uint8Array; contentsAt: number } {
  const first = nextId(pdf);
  const ids = { signature: ref(first), widget: ref(first + 1), appearance: ref(first + 2), element: first + 3 };
  const objects = [
    { id: ids.signature.id, written: signatureDictionary(request) },
    ...fieldObjects(pdf, request, ids),
    catalogWithForm(pdf, ids.widget),
  ];
  const { bytes, offsets } = appendUpdate(pdf, objects, newIdentity(pdf));
  const start = offsets.get(first) ?? 0;
  const contentsAt = bytes.indexOf(0x3c, find(bytes, "/Contents <", start) + 10);
  const after = contentsAt + 2 * ROOM + 2;
  const range = `[0 ${contentsAt} ${after} ${bytes.length - after}]`.padEnd(RANGE_HOLE.length, " ");
  bytes.set(bytesOf(range), find(bytes, RANGE_HOLE, start));
  return { file: bytes, contentsAt };
}

const RANGE_HOLE = "[0 0000000000 0000000000 0000000000]";

function find(bytes: Uint8Array, needle: string, from: number): number {
  const pattern = bytesOf(needle);
  for (let at = from; at <= bytes.length - pattern.length; at++) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return refuse("pdf-unreadable", { why: "placeholder" });
}

function signatureDictionary(request: SigningRequest): string {
  const entries = [
    "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
    `/ByteRange ${RANGE_HOLE}`,
    `/Contents <${"0".repeat(2 * ROOM)}>`,
    `/M (${pdfTime(request.signedAt)})`,
    `/Name ${writeValue(unicode(request.signedBy))}`,
    `/Reason ${writeValue(unicode(request.reason))}`,
    `/Location ${writeValue(unicode(request.location))}`,
  ];
  return `<<${entries.join("\n")}>>`;
}

/** `2026-11-25T08:00:00Z` as `D:20261125080000Z`. */
function pdfTime(iso: string): string {
  return `D:${iso.slice(0, 19).replace(/[-:T]/g, "")}Z`;
}

/** A text string in UTF-16 with its mark. @source ISO 32000-1:2008, 7.9.2.2 */
function unicode(value: string): PdfString {
  const bytes = [0xfe, 0xff];
  for (let i = 0; i < value.length; i++) bytes.push(value.charCodeAt(i) >> 8, value.charCodeAt(i) & 255);
  return text(Uint8Array.from(bytes));
}

type FieldIds = { signature: PdfRef; widget: PdfRef; appearance: PdfRef; element: number };

/** The field, which is its own widget, on its page and in the structure tree. */
function fieldObjects(pdf: PdfDocument, request: SigningRequest, ids: FieldIds): UpdatedObject[] {
  const place = request.place ?? { page: 1, xPt: 0, yPt: 0, widthPt: 0, heightPt: 0 };
  const page = pageOf(pdf, place.page);
  const top = page.heightPt - place.yPt;
  const label = unicode(`Electronic signature of ${request.signedBy}`);
  const tagging = tagAnnotation(pdf, ids.widget, page.ref, ids.element, label);
  const widget = dict({
    Type: name("Annot"),
    Subtype: name("Widget"),
    FT: name("Sig"),
    T: text(`Signature${countFields(pdf) + 1}`),
    TU: label,
    // Print and Locked: PDF/A wants annotations that print, and nobody shall drag this one away.
    F: 132,
    Rect: array(place.xPt, top - place.heightPt, place.xPt + place.widthPt, top),
    P: page.ref,
    V: ids.signature,
    AP: dict({ N: ids.appearance }),
    ...(tagging.structParent === undefined ? {} : { StructParent: tagging.structParent }),
  });
  const annotations = as("array", pdf.entry(page.dict, "Annots"))?.items ?? [];
  const newPage = withEntries(page.dict, { Annots: array(...annotations, ids.widget), Tabs: name("S") });
  return [
    { id: ids.widget.id, value: widget },
    { id: ids.appearance.id, value: transparent(place) },
    { id: page.ref.id, value: newPage },
    ...tagging.objects,
  ];
}

function countFields(pdf: PdfDocument): number {
  return as("array", pdf.entry(as("dict", pdf.entry(pdf.catalog, "AcroForm")), "Fields"))?.items.length ?? 0;
}

/** An appearance that draws nothing: what is to be seen is already on the page. */
function transparent(place: SignaturePlace): PdfValue {
  const entries = {
    Type: name("XObject"),
    Subtype: name("Form"),
    BBox: array(0, 0, place.widthPt, place.heightPt),
    Resources: dict({}),
    Length: 0,
  };
  return { kind: "stream", dict: dict(entries), raw: new Uint8Array() };
}

function catalogWithForm(pdf: PdfDocument, widget: PdfRef): UpdatedObject {
  const root = as("ref", pdf.xref.trailer.entries.get("Root")) ?? refuse("pdf-unreadable", { why: "catalog" });
  const form = as("dict", pdf.entry(pdf.catalog, "AcroForm")) ?? dict({});
  const fields = as("array", pdf.entry(form, "Fields"))?.items ?? [];
  const signed = withEntries(form, { Fields: array(...fields, widget), SigFlags: 3 });
  return { id: root.id, value: withEntries(pdf.catalog, { AcroForm: signed }) };
}

/** The first identifier stays with the file, the second names this revision (ISO 32000-1:2008, 14.4). */
function newIdentity(pdf: PdfDocument): Readonly<Record<string, PdfValue>> {
  const revision = text(sha256(pdf.bytes).slice(0, 16));
  const [permanent = revision] = as("array", pdf.entry(pdf.xref.trailer, "ID"))?.items ?? [];
  return { ID: array(permanent, revision) };
}

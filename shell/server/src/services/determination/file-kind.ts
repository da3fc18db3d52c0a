import type { FileRow } from "../../store/file.ts";

/** What the first bytes of a file say it is; the sender's own word for it is never trusted. */
export type FileKind = { readonly mediaType: string; readonly extension: string };

const JPEG: FileKind = { mediaType: "image/jpeg", extension: "jpg" };
const PNG: FileKind = { mediaType: "image/png", extension: "png" };
const WEBP: FileKind = { mediaType: "image/webp", extension: "webp" };
const PDF: FileKind = { mediaType: "application/pdf", extension: "pdf" };
const XLSX: FileKind = {
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  extension: "xlsx",
};
const TEXT: FileKind = { mediaType: "text/csv", extension: "csv" };

/** Bytes that are looked at. */
export const SNIFFED_BYTES = 4096;

/** What each purpose takes. */
const ACCEPTED: Readonly<Record<FileRow["purpose"], readonly FileKind[]>> = {
  "sample-photo": [JPEG, PNG, WEBP],
  "instrument-file": [TEXT, XLSX],
  attachment: [JPEG, PNG, WEBP, PDF, TEXT],
};

/** The kind of a file, or undefined for one that nothing here reads. */
export function fileKind(head: Uint8Array): FileKind | undefined {
  const latin = Buffer.from(head).toString("latin1");
  if (latin.startsWith("\xff\xd8\xff")) return JPEG;
  if (latin.startsWith("\x89PNG\r\n\x1a\n")) return PNG;
  if (latin.startsWith("RIFF") && latin.slice(8, 12) === "WEBP") return WEBP;
  if (latin.startsWith("%PDF-")) return PDF;
  if (isWorkbook(head)) return XLSX;
  return isText(head) && !isMarkup(latin) ? TEXT : undefined;
}

/** A ZIP archive whose first entries are those of a workbook. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const latin = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString("latin1");
  return latin.startsWith("PK\x03\x04") && latin.includes("xl/");
}

export function accepts(purpose: FileRow["purpose"], kind: FileKind): boolean {
  return ACCEPTED[purpose].includes(kind);
}

/** The kinds a purpose takes, as a person knows them. */
export function acceptedNames(purpose: FileRow["purpose"]): string[] {
  return ACCEPTED[purpose].map(({ extension }) => extension.toUpperCase());
}

const UTF16_MARKS = ["\xff\xfe", "\xfe\xff"];

/** A page or document saved under the name of an instrument file. */
function isMarkup(latin: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s*<(?:[!?a-z])/i.test(latin);
}

/** Text has no control characters but tab and line ends; UTF-16 must say so by its mark. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const mark = Buffer.from(head.subarray(0, 2)).toString("latin1");
  if (UTF16_MARKS.includes(mark)) return true;
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

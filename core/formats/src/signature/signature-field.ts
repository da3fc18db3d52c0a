import { openPdf, type PdfDocument } from "../pdf/document.ts";
import type { Inflate } from "../pdf/inflate.ts";
import { cursorAt, parseValue } from "../pdf/parse.ts";
import { textOf } from "../pdf/text.ts";
import { as, asCount, type PdfDict, type PdfValue } from "../pdf/value.ts";
import { bytesOf } from "../pdf/write.ts";

/** A signature as the PDF shows it. */
export type SignatureField = {
  /** The four numbers, as they stand; empty when they are missing. */
  readonly byteRange: readonly number[];
  readonly contents: Uint8Array;
  /** `/M`, ISO 8601 in UTC; null when missing or unclear. */
  readonly signedAt: string | null;
  readonly subFilter: string;
  /** `/Name`, who signed as a person reads it; empty when missing. */
  readonly signedBy: string;
  /** `/Reason`; empty when missing. */
  readonly reason: string;
};

const MAX_FIELDS = 256;

/**
 * The signatures of the form, in its order.
 *
 * @example refusalOf(() => signatureFields(new TextEncoder().encode("%PDF-1.7"))) // → "pdf-unreadable" (no cross-reference section)
 * @throws Refusal as `openPdf`
 * @source ISO 32000-1:2008, 12.7.4.5 and 12.8.1
 */
export function signatureFields(bytes: Uint8Array, inflate?: Inflate): SignatureField[] {
  return signatureFieldsOf(openPdf(bytes, inflate));
}

/**
 * The signatures of the form of an open file, in its order.
 *
 * @example signatureFieldsOf({ catalog: { kind: "dict", entries: new Map() }, entry: () => null }) // → [] (no form)
 * @throws Refusal as reading objects does
 * @source ISO 32000-1:2008, 12.7.4.5 and 12.8.1
 */
export function signatureFieldsOf(pdf: PdfDocument): SignatureField[] {
  const form = as("dict", pdf.entry(pdf.catalog, "AcroForm"));
  const fields = as("array", pdf.entry(form, "Fields"))?.items.slice(0, MAX_FIELDS) ?? [];
  return fields.flatMap((value) => {
    const field = as("dict", pdf.resolve(value));
    const signature = as("dict", pdf.entry(field, "V"));
    const isSignature = as("name", pdf.entry(field, "FT"))?.name === "Sig";
    return isSignature && signature ? [fieldOf(signature, (key) => pdf.entry(signature, key))] : [];
  });
}

/**
 * A signature found by its text alone, for a file too damaged to be read: it serves to say "changed" instead of
 * "not signed", never to say "good".
 *
 * @example signatureInDamagedFile(new TextEncoder().encode("<</Type /Sig /SubFilter /ETSI.CAdES.detached>>")).subFilter // → "ETSI.CAdES.detached" (found by its text)
 * @example signatureInDamagedFile(new TextEncoder().encode("no PDF")) // → undefined (nothing like a signature)
 * @source ours: a damaged file is changed, not unsigned
 */
export function signatureInDamagedFile(bytes: Uint8Array): SignatureField | undefined {
  const marker = lastIndexOf(bytes, "/Type /Sig");
  if (marker < 2) return undefined;
  try {
    const signature = as("dict", parseValue(cursorAt(bytes, marker - 2)));
    return signature ? fieldOf(signature, (key) => signature.entries.get(key) ?? null) : undefined;
  } catch {
    return { byteRange: [], contents: new Uint8Array(), signedAt: null, subFilter: "", signedBy: "", reason: "" };
  }
}

function lastIndexOf(bytes: Uint8Array, needle: string): number {
  const pattern = bytesOf(needle);
  const [first = 0] = pattern;
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

function fieldOf(signature: PdfDict, entry: (key: string) => PdfValue): SignatureField {
  const range = as("array", entry("ByteRange"))?.items.map((item) => asCount(item) ?? -1) ?? [];
  return {
    byteRange: range.length === 4 && signature.entries.has("Contents") ? range : [],
    contents: as("string", entry("Contents"))?.bytes ?? new Uint8Array(),
    signedAt: isoTime(as("string", entry("M"))?.bytes),
    subFilter: as("name", entry("SubFilter"))?.name ?? "",
    signedBy: textOf(entry("Name")),
    reason: textOf(entry("Reason")),
  };
}

/** `D:20261125080000Z` (or `+00'00'`) as ISO 8601; other zones are not ours to guess. */
function isoTime(bytes: Uint8Array | undefined): string | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]00'00'?)/.exec(
    String.fromCharCode(...(bytes ?? []).slice(0, 40)),
  );
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

import { as, type PdfValue } from "./value.ts";

/**
 * A text string: UTF-16 big-endian or UTF-8 with their marks, else one byte per character; at most 4096 characters.
 *
 * @example textOf({ kind: "string", bytes: new Uint8Array([0xfe, 0xff, 0x97, 0xe6]) }) // → "韦" (U+97E6)
 * @source ISO 32000-1:2008, 7.9.2.2; ISO 32000-2:2020, 7.9.2.2 for UTF-8
 */
export function textOf(value: PdfValue): string {
  const bytes = as("string", value)?.bytes ?? new Uint8Array();
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const units = Array.from(
      { length: (bytes.length - 2) >> 1 },
      (_, i) => (bytes[2 * i + 2] ?? 0) * 256 + (bytes[2 * i + 3] ?? 0),
    );
    return String.fromCharCode(...units.slice(0, 4096));
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3));
  return String.fromCharCode(...bytes.subarray(0, 4096));
}

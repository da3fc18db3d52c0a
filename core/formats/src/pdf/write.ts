import type { PdfDict, PdfValue } from "./value.ts";

/**
 * Writes an object as PDF text, one character per byte (ISO 32000-1:2008, 7.3).
 *
 * @example writeValue({ kind: "name", name: "Lime Green" }) // → "/Lime#20Green" (ISO 32000-1:2008, 7.3.5, table 4)
 * @example writeValue({ kind: "array", items: [1, 0.5, null, { kind: "ref", id: 3, generation: 0 }] }) // → "[1 0.5 null 3 0 R]" (ISO 32000-1:2008, 7.3.6)
 * @source ISO 32000-1:2008, 7.3
 */
export function writeValue(value: PdfValue): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return writeNumber(value);
  switch (value.kind) {
    case "name":
      return writeName(value.name);
    case "string":
      return `<${hex(value.bytes)}>`;
    case "ref":
      return `${value.id} ${value.generation} R`;
    case "array":
      return `[${value.items.map(writeValue).join(" ")}]`;
    case "dict":
      return writeDict(value);
    case "stream":
      return `${writeDict(value.dict)}\nstream\n${binary(value.raw)}\nendstream`;
  }
}

/**
 * Hexadecimal digits of bytes.
 *
 * @example hex(new Uint8Array([1, 255])) // → "01ff" (two digits a byte)
 * @source ISO 32000-1:2008, 7.3.4.3
 */
export function hex(bytes: Uint8Array): string {
  let digits = "";
  for (const byte of bytes) digits += byte.toString(16).padStart(2, "0");
  return digits;
}

/**
 * Bytes of a text in which every character stands for one byte.
 *
 * @example bytesOf("é") // → [233] (U+00E9 is one byte)
 * @source ISO 32000-1:2008, 7.2 (PDF text is bytes)
 */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function binary(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function writeDict(value: PdfDict): string {
  const entries = [...value.entries].map(([key, entry]) => `${writeName(key)} ${writeValue(entry)}`);
  return `<<${entries.join(" ")}>>`;
}

/** Reals with at most five decimals: viewers need no more, and an exponent is not PDF. */
function writeNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(5).replace(/\.?0+$/, "");
}

function writeName(name: string): string {
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
}

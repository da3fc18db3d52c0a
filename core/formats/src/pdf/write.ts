import type { PdfDict, PdfValue } from "./value.ts";

/** Writes an object as PDF text, one character per byte (ISO 32000-1:2008, 7.3). */
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

/** Hexadecimal digits of bytes. */
export function hex(bytes: Uint8Array): string {
  let digits = "";
  for (const byte of bytes) digits += byte.toString(16).padStart(2, "0");
  return digits;
}

/** Bytes of a text in which every character stands for one byte. */
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

import { GROUP_SEPARATOR } from "@quanheng/formats/gs1/element-string.ts";
import { readAny } from "@quanheng/formats/gs1/read-any.ts";

/** How a separator is shown in a field, where U+001D itself would be invisible. */
export const SHOWN_SEPARATOR = "␝";

/** What a field shows, as the scanner sent it. */
export function sentText(shown: string): string {
  return shown.replaceAll(SHOWN_SEPARATOR, GROUP_SEPARATOR);
}

/** What a scanner sent, as a field can show it. */
export function shownText(sent: string): string {
  return sent.replaceAll(GROUP_SEPARATOR, SHOWN_SEPARATOR);
}

type Key = { readonly key: string; readonly code: string; readonly ctrlKey: boolean; readonly altKey: boolean };

/**
 * Whether a key of a scanner that types is a group separator. Most send Ctrl+], whatever sign the reader's keyboard has
 * there; some send the character itself, or F8.
 */
export function isSeparatorKey({ key, code, ctrlKey, altKey }: Key): boolean {
  if (key === GROUP_SEPARATOR || key === SHOWN_SEPARATOR || key === "F8") return true;
  return ctrlKey && !altKey && (key === "]" || code === "BracketRight");
}

/** Symbols that carry element strings behind FNC1 (GS1 General Specifications, 7.8.3). */
const WITH_SEPARATORS = /^\](?:C1|e0|d2|Q3|J1)/;

/**
 * Whether a scan looks as if its separators were lost on the way: by a scanner that leaves them out, or by a layout of
 * the keyboard that has no such key. Nothing is guessed from such a text.
 */
export function separatorsLost(sent: string): boolean {
  if (sent.includes(GROUP_SEPARATOR) || sent.startsWith("(")) return false;
  if (!WITH_SEPARATORS.test(sent) && !/^\d{18}/.test(sent)) return false;
  const read = readAny(sent, { requisites: false });
  return !read.ok;
}

/**
 * What a reading by camera says, as a hand scanner would send it: the symbology identifier and the bytes, because the
 * text of the reader writes identifiers in brackets that no scanner sends.
 */
export function readText(symbologyIdentifier: string, bytes: Uint8Array): string {
  return symbologyIdentifier + new TextDecoder("utf-8").decode(bytes);
}

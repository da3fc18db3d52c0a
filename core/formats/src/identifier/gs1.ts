import { applicationIdentifier } from "../gs1/dictionary/lookup.ts";
import { parseBracketed } from "../gs1/element-string.ts";
import { parseEpc } from "../gs1/epc.ts";
import { isAddress, parseLink } from "../gs1/link/parse.ts";
import { writeBracketed } from "../gs1/write.ts";
import { accepted, type Checked, refused } from "./checked.ts";

/**
 * Checks a GS1 key, given as a Digital Link address or as an element string in brackets; the written form is the
 * latter: `(01)09521234543213(21)7`.
 *
 * @source GS1 General Specifications, section 3
 * @example checkGs1("https://example.org/414/9520123456788") // → { ok: true, value: "(414)9520123456788", warnings: [] }
 */
export function checkGs1(text: string): Checked {
  const options = { requisites: false } as const;
  const read = isAddress(text) ? parseLink(text, options) : parseBracketed(text, options);
  if (!read.ok) {
    const { check, code, at, length } = read.problem;
    return refused("identifier-gs1", at, length, { reason: check ?? code });
  }
  const { elements } = read.value;
  const [first] = elements;
  const isKey = first !== undefined && applicationIdentifier(first.ai)?.qualifiers !== undefined;
  const inPath = "inPath" in read.value ? read.value.inPath : elements.length;
  return isKey
    ? accepted(writeBracketed(elements.slice(0, inPath)))
    : refused("identifier-structure", 0, text.length, { expected: "(01)09521234543213" });
}

/**
 * Checks an Electronic Product Code in its URN form.
 *
 * @source GS1 EPC Tag Data Standard 2.0, 6.3
 * @example checkEpc("urn:epc:id:sgln:4012345.00005.0") // → { ok: true, value: "urn:epc:id:sgln:4012345.00005.0", warnings: [] }
 */
export function checkEpc(text: string): Checked {
  const read = parseEpc(text);
  if (!read.ok) return refused("identifier-gs1", read.problem.at, read.problem.length, { reason: read.problem.code });
  const bracketed = checkGs1(writeBracketed(read.value.elements));
  return bracketed.ok ? accepted(text) : refused("identifier-structure", 0, text.length, { expected: "urn:epc:id:…" });
}

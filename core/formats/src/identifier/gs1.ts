import { applicationIdentifier } from "../gs1/dictionary/lookup.ts";
import type { Element } from "../gs1/element.ts";
import { parseBracketed } from "../gs1/element-string.ts";
import { parseEpc } from "../gs1/epc.ts";
import { isAddress, parseLink } from "../gs1/link/parse.ts";
import { bestSequence } from "../gs1/link/sequence.ts";
import { writeBracketed } from "../gs1/write.ts";
import { accepted, type Checked, refused } from "./checked.ts";

const LAX = { requisites: false } as const;

/**
 * Checks a GS1 key, given as a Digital Link address or as an element string in brackets. The written form is the
 * latter, key and qualifiers in order and nothing else: `(01)09521234543213(21)7`.
 *
 * @source GS1 General Specifications, section 3
 * @example checkGs1("https://example.org/414/9520123456788?99=A") // → { ok: true, value: "(414)9520123456788", warnings: [] }
 * checkGs1("(21)7(01)09521234543213(17)261130") // → { ok: true, value: "(01)09521234543213(21)7", warnings: [] }
 */
export function checkGs1(text: string): Checked {
  const read = isAddress(text) ? parseLink(text, LAX) : parseBracketed(text, LAX);
  if (!read.ok) {
    const { check, code, at, length } = read.problem;
    return refused("identifier-gs1", at, length, { reason: check ?? code });
  }
  const name = nameOf(read.value.elements);
  return name.length > 0
    ? accepted(writeBracketed(name))
    : refused("identifier-structure", 0, text.length, { expected: "(01)09521234543213" });
}

/** The first primary key of a message with its qualifiers; empty for a message without key. */
function nameOf(elements: readonly Element[]): readonly Element[] {
  const find = (ai: string) => elements.find((element) => element.ai === ai);
  const key = elements.find(({ ai }) => applicationIdentifier(ai)?.qualifiers !== undefined);
  const entry = key && applicationIdentifier(key.ai);
  if (key === undefined || entry === undefined) return [];
  const qualifiers = bestSequence(entry, (ai) => find(ai) !== undefined).map(find);
  return [key, ...qualifiers.filter((element) => element !== undefined)];
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

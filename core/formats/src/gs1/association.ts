import { BARRED, isMeant, NEEDED } from "./dictionary/associations.ts";
import { type ApplicationIdentifier, IDENTIFIERS } from "./dictionary/identifier.ts";
import type { FoundElement, ReadingOptions } from "./element.ts";
import { problem } from "./problem.ts";

type Entries = readonly ApplicationIdentifier[];
type Elements = readonly FoundElement[];

const UNKNOWN = IDENTIFIERS.length;
/** Keys that must carry their serial number beside a digital signature, with the length that they have without one. */
const SERIALISED: Readonly<Record<string, number>> = { "253": 13, "255": 13, "8003": 14 };

/**
 * What the elements of a message may not be together: barred pairs, missing company, one identifier with two values,
 * a signature over a key without serial number; in this order, and of one kind the fault of the least identifier.
 *
 * @param entries the dictionary's entries of the elements, in the same order
 * @source GS1 General Specifications, 4.13 and 4.14
 */
export function associationProblem(elements: Elements, entries: Entries, options: ReadingOptions) {
  const wrong = firstProblem(elements, entries, options);
  if (wrong === undefined || isSorted(entries)) return wrong;
  const order = elements.map((_, place) => place).sort((one, other) => compared(entries[one]!.ai, entries[other]!.ai));
  return firstProblem(
    order.map((place) => elements[place]!),
    order.map((place) => entries[place]!),
    options,
  );
}

function isSorted(entries: Entries): boolean {
  for (let i = 1; i < entries.length; i++) if (entries[i]!.ai < entries[i - 1]!.ai) return false;
  return true;
}

function firstProblem(elements: Elements, entries: Entries, options: ReadingOptions) {
  return (
    barredPair(elements, entries) ??
    (options.requisites === false ? undefined : missingCompany(elements, entries)) ??
    twoValues(elements, entries) ??
    unserialised(elements, entries)
  );
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function barredPair(elements: Elements, entries: Entries) {
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    const barred = BARRED[entry.ordinal];
    if (barred === undefined) continue;
    for (let j = 0; j < entries.length; j++) {
      const other = entries[j]!;
      if (other === entry || (barred[other.ordinal] === 0 && other.ordinal !== UNKNOWN)) continue;
      const found = firstMeant(entry.bars, entries, entry.ai);
      if (found !== undefined) return at("invalid-ai-pairs", elements[i]!, { other: found });
    }
  }
  return undefined;
}

/** The first identifier of the message that a pattern means, by the order of the patterns. */
function firstMeant(patterns: readonly string[], entries: Entries, apart: string): string | undefined {
  for (const pattern of patterns) {
    const found = entries.find(({ ai }) => ai !== apart && isMeant(pattern, ai));
    if (found) return found.ai;
  }
  return undefined;
}

function missingCompany(elements: Elements, entries: Entries) {
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    const needs = NEEDED[entry.ordinal];
    if (needs === undefined) continue;
    for (let n = 0; n < needs.length; n++) {
      const { any, together } = needs[n]!;
      if (isAnyIn(any, entries) || (together.length > 0 && isCombined(together, entries))) continue;
      if (isNamed(entry, n, entries)) continue;
      return at("required-ais-not-satisfied", elements[i]!, { needed: needs[n]!.text });
    }
  }
  return undefined;
}

function isAnyIn(set: Uint8Array, entries: Entries): boolean {
  for (let i = 0; i < entries.length; i++) if (set[entries[i]!.ordinal] === 1) return true;
  return false;
}

function isCombined(combinations: readonly (readonly string[])[], entries: Entries): boolean {
  return combinations.some((all) => all.every((pattern) => entries.some(({ ai }) => isMeant(pattern, ai))));
}

/** Identifiers outside the dictionary are in no set and meet a need by their digits. */
function isNamed({ needs }: ApplicationIdentifier, n: number, entries: Entries): boolean {
  return entries.some(({ ordinal }) => ordinal === UNKNOWN) && isCombined(needs[n]!, entries);
}

function twoValues(elements: Elements, entries: Entries) {
  for (let i = 1; i < entries.length; i++) {
    const { ai } = entries[i]!;
    for (let j = 0; j < i; j++) {
      if (entries[j]!.ai === ai && elements[j]!.value !== elements[i]!.value)
        return at("instances-of-ai-have-different-values", elements[i]!);
    }
  }
  return undefined;
}

function unserialised(elements: Elements, entries: Entries) {
  if (!entries.some(({ ai }) => ai === "8030")) return undefined;
  const bare = elements.find(({ ai, value }) => value.length === SERIALISED[ai]);
  return bare && at("serial-not-present", bare);
}

function at(
  code:
    | "invalid-ai-pairs"
    | "required-ais-not-satisfied"
    | "instances-of-ai-have-different-values"
    | "serial-not-present",
  element: FoundElement,
  facts?: { readonly other: string } | { readonly needed: string },
) {
  return problem(code, element.at, element.value.length, { ai: element.ai, ...facts });
}

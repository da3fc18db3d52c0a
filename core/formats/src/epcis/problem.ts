/** What can be wrong with a document or an event of EPCIS. */
export const EPCIS_PROBLEMS = [
  "epcis-not-an-object",
  "epcis-member-missing",
  "epcis-member-unknown",
  "epcis-type-unknown",
  "epcis-not-text",
  "epcis-not-a-number",
  "epcis-not-true-or-false",
  "epcis-not-a-list",
  "epcis-list-empty",
  "epcis-list-repeats",
  "epcis-not-an-address",
  "epcis-not-a-time",
  "epcis-offset-wrong",
  "epcis-word-unknown",
  "epcis-action-unknown",
  "epcis-unit-wrong",
  "epcis-version-wrong",
  "epcis-hexadecimal-wrong",
  "epcis-nothing-named",
] as const;
export type EpcisProblemCode = (typeof EPCIS_PROBLEMS)[number];

/** A fault, with the place in the document as a JSON pointer (RFC 6901) and the name or word in question. */
export type EpcisProblem = { readonly code: EpcisProblemCode; readonly at: string; readonly found?: string };

/** Says what is wrong with a value at a place; nothing where nothing is. */
export type Check = (value: unknown, at: string) => readonly EpcisProblem[];

/** A list of one fault. */
export function fault(code: EpcisProblemCode, at: string, found?: string): readonly EpcisProblem[] {
  return [found === undefined ? { code, at } : { code, at, found: found.slice(0, 100) }];
}

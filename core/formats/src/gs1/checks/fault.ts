import type { CheckCode } from "./codes.ts";

/** What a check of the content found, with the place of the bad characters in the value. */
export type Fault = { readonly code: CheckCode; readonly at: number; readonly length: number };

/** Checks one component, the characters `from` (included) to `to` (excluded) of a value; undefined when nothing is wrong. */
export type Check = (value: string, from: number, to: number) => Fault | undefined;

/** The fault of a stretch of the value. */
export function fault(code: CheckCode, from: number, to: number): Fault {
  return { code, at: from, length: to - from };
}

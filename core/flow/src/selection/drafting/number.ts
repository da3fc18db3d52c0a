import type { DraftKind } from "./draft.ts";
import { refuse } from "./refusals.ts";

type Pattern = { readonly written: RegExp; readonly example: string };

const PATTERNS = {
  // DB, two digits of the province or four of the city, /T, number and year; DBS for food safety.
  regional: { written: /^DBS?\d{2}(?:\d{2})?(?:\/T)? ?\d{1,5}(?:\.\d{1,3})?-\d{4}$/, example: "DB45/T 123-2026" },
  group: { written: /^T\/[A-Z][A-Z0-9]{1,7} \d{1,5}(?:\.\d{1,3})?-\d{4}$/, example: "T/GXTY 001-2026" },
  enterprise: { written: /^Q\/[A-Z0-9]{2,12} \d{1,5}[A-Z]?(?:\.\d{1,3})?-\d{4}$/, example: "Q/GXZT 0001S-2026" },
} as const satisfies Record<DraftKind, Pattern>;

/**
 * The number of a draft as it is kept: one space, a plain hyphen before the year.
 *
 * @example draftNumber("regional", " DB45/T  123—2026 ") // → "DB45/T 123-2026" (spaces and the long dash are evened out)
 * @example draftNumber("group", "t/gxty 001-2026") // → "T/GXTY 001-2026" (letters are capital)
 * @throws Refusal `draft-number-malformed` with an example of the kind
 * @source the administrative measures on regional standards (2020) and on enterprise standards (2023), the regulations on group standards (2019): how their numbers are written (recalled)
 */
export function draftNumber(kind: DraftKind, typed: string): string {
  const number = typed
    .normalize("NFKC")
    .trim()
    .toUpperCase()
    .replace(/\s+/g, " ")
    .replace(/ ?[‐‑‒–—―-]{1,2} ?(?=\d{4}$)/, "-");
  const { written, example } = PATTERNS[kind];
  if (!written.test(number)) refuse("draft-number-malformed", { number: typed.trim(), example });
  return number;
}

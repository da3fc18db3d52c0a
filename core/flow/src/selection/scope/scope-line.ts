import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { LibraryRefusal } from "../library/refusals.ts";

/** One line of an accreditation scope: what is measured on what, by which method, in which range, how well, and when. */
export type ScopeLine = {
  readonly method: string;
  readonly characteristic: string;
  readonly objectZh: string;
  readonly objectEn: string;
  /** Ends of the range, in the unit of the line; null is open. */
  readonly rangeMin: string | null;
  readonly rangeMax: string | null;
  readonly unit: string;
  /** Calibration and measurement capability, in the unit of the line. */
  readonly cmc: string | null;
  readonly validFrom: string;
  /** The last day. */
  readonly validTo: string;
};

/** The columns of a scope file; every one is a text. */
export const SCOPE_FIELDS = [
  "method",
  "characteristic",
  "objectZh",
  "objectEn",
  "rangeMin",
  "rangeMax",
  "unit",
  "cmc",
  "validFrom",
  "validTo",
] as const satisfies readonly (keyof ScopeLine)[];
export type ScopeField = (typeof SCOPE_FIELDS)[number];
export type ScopeTexts = Readonly<Partial<Record<ScopeField, string>>>;

/** One thing wrong with one cell of a scope file. */
export type ScopeProblem = { readonly field: ScopeField; readonly code: LibraryRefusal; readonly facts: Facts };

/**
 * What is wrong with a cell.
 *
 * @example scopeProblem("cmc", "row-number-unreadable", { value: "x" }) // → { field: "cmc", facts: { field: "cmc", value: "x" } } (the column is a fact too)
 * @source ours: a problem names its field
 */
export function scopeProblem(field: ScopeField, code: LibraryRefusal, facts: Facts = {}): ScopeProblem {
  return { field, code, facts: { field, ...facts } };
}

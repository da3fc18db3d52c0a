import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { LibraryRefusal } from "./refusals.ts";

/** One thing wrong with one field of a proposed row; the sentence for it stands under the code in the catalogues. */
export type RowProblem = { readonly field: RowField; readonly code: LibraryRefusal; readonly facts: Facts };

/**
 * What is wrong with a field.
 *
 * @example rowProblem("max", "row-text-too-long", { max: 200 }) // → { field: "max", code: "row-text-too-long", facts: { field: "max", max: 200 } } (the field is a fact too)
 * @source ours: a problem names its field
 */
export function rowProblem(field: RowField, code: LibraryRefusal, facts: Facts = {}): RowProblem {
  return { field, code, facts: { field, ...facts } };
}

/** The fields of a row as they are typed, sent and named in the first line of a file; every one is a text. */
export const ROW_FIELDS = [
  "id",
  "product",
  "market",
  "document",
  "clause",
  "characteristic",
  "variant",
  "min",
  "max",
  "notDetectedIn",
  "plan",
  "level",
  "scale",
  "formula",
  "side",
  "conform",
  "oneOf",
  "allOf",
  "unit",
  "methods",
  "force",
  "from",
  "to",
  "confidence",
  "basis",
  "source",
  "note",
  "basisOf",
  "condition",
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** A row as it is typed; an absent field is an empty one. */
export type RowTexts = Readonly<Partial<Record<RowField, string>>>;

/** How strictly a series of lots is inspected. */
export type Severity = "normal" | "tightened" | "reduced";

export type InspectionLevel = "S-1" | "S-2" | "S-3" | "S-4" | "I" | "II" | "III";

/**
 * What is counted: items that do not conform, in per cent, or nonconformities, of which an item may have several, per
 * 100 items. An AQL above 10 has a meaning for the second only.
 *
 * @source ISO 2859-1:1999, 5.1 and 5.2
 */
export type Counting = "nonconforming-items" | "nonconformities";

/** The tables of one edition, as `data/sampling` keeps them; its SOURCE.md explains the cells. */
export type AttributeTables = {
  readonly document: string;
  readonly aql: readonly string[];
  readonly levels: readonly string[];
  /** Code letters of a range of lot sizes, one per level. */
  readonly lots: readonly { readonly from: number; readonly to: number | null; readonly letters: string }[];
  readonly plans: Readonly<Record<Severity, readonly LetterRow[]>>;
};

/** Sample size of a code letter and its cells, one per AQL, separated by spaces. */
export type LetterRow = { readonly letter: string; readonly n: number; readonly cells: string };

import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

/** Why a proposed row or document of the library is not taken; `field` is always among the facts. */
export type LibraryRefusal =
  /** A field that every row has is empty. Facts: field. */
  | "row-field-missing"
  /** A field names something that the library does not know. Facts: field, value. */
  | "row-value-unknown"
  /** None or several families of limit are filled in. Facts: field, given. */
  | "row-limit-count"
  /** The lower limit lies above the upper one. Facts: field, min, max. */
  | "limits-contradict"
  /** A limit is not a number. Facts: field, value. */
  | "row-number-unreadable"
  /** A unit is no UCUM code. Facts: field, unit. */
  | "row-unit-unknown"
  /** The unit measures something else than the characteristic. Facts: field, unit, expected, characteristic. */
  | "row-unit-dimension"
  /** A day that does not exist. Facts: field, value. */
  | "row-date-impossible"
  /** The last day comes before the first. Facts: field, from, to. */
  | "row-interval-empty"
  /** Another row says something else of the same thing at the same time. Facts: field, other, from, to. */
  | "row-interval-overlap"
  /** The document belongs to another market. Facts: field, market, document, of. */
  | "row-market-of-document"
  /** The row holds on days on which its document does not. Facts: field, from, to, document, documentFrom, documentTo. */
  | "row-outside-document"
  /** A comparison on a day to come. Facts: field, value. */
  | "compared-day-ahead"
  /** A comparison before the document existed. Facts: field, value, document, earliest. */
  | "compared-day-early"
  /** The same row stands twice in one import. Facts: field, row, line. */
  | "row-repeated"
  /** A pair of name and value cannot be read. Facts: field, value. */
  | "row-pair-unreadable"
  /** A text is longer than the library keeps. Facts: field, max. */
  | "row-text-too-long"
  /** A document would supersede itself. Facts: field, documents. */
  | "supersession-cycle"
  /** Another edition of the same document is in force on the same days. Facts: field, other, from, to. */
  | "editions-overlap"
  /** The file holds no rows. Facts: name. */
  | "import-empty"
  /** The first line does not name the columns of a row. Facts: unknown, missing. */
  | "import-columns"
  /** The first line names no column of a row at all. Facts: name. */
  | "import-without-header"
  /** Nothing is missing, but some columns are no field of a row. Facts: unknown. */
  | "import-columns-unknown"
  /** More rows than one import takes. Facts: given, max. */
  | "import-too-long"
  /** The file is neither CSV nor XLSX, or broken. Facts: name. */
  | "import-unreadable"
  /** Reading stopped with the server. Facts: none. */
  | "import-cut-off"
  /** Nothing of the import would change the library. Facts: none. */
  | "import-without-change"
  /** A proposal that equals the newest version. Facts: row. */
  | "proposal-without-change";

export const refuse: Refuse<LibraryRefusal> = refuser();

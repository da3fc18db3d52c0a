import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

/**
 * What any method may decline, whichever laboratory owns it; the sentences live in the message catalogues. Facts:
 * `field` names the reading that is wrong where there is one, the others say what was given and what is allowed.
 */
export type MethodRefusal =
  /** A figure lies outside what the method can measure. Facts: field, given, min, max, unit. */
  | "outside-method-range"
  /** Paired readings of the portions differ in number. Facts: field, given, needed. */
  | "portions-differ"
  /** A count that is not a whole number. Facts: field, given. */
  | "not-whole"
  /** A table of limits or factors does not name the item. Facts: item, table. */
  | "unknown-item"
  /** Columns of one table differ in length. Facts: field, given, needed. */
  | "columns-differ"
  /** A column that must rise does not, or names a point twice. Facts: field, row. */
  | "not-ascending"
  /** The method needs more points or specimens. Facts: field, given, needed. */
  | "too-few-rows"
  /** The sampling plan or the method asks for another number of specimens. Facts: field, given, needed. */
  | "sample-size"
  /** A frequency for which the method or its table says nothing. Facts: field, given, min, max, unit. */
  | "frequency-out-of-range"
  /** The table of limits holds no figure for this case, and none is guessed. Facts: item, table. */
  | "limit-not-loaded";

export const refuse: Refuse<MethodRefusal> = refuser();

/** One application identifier with its value. */
export type Element = { readonly ai: string; readonly value: string };

/** An element with the place of its value in the text that it was read from. */
export type FoundElement = Element & { readonly at: number };

/** What a text was read as: its elements in the order in which they stand. */
export type Message = { readonly elements: readonly FoundElement[] };

/** What the rules let pass; everything is strict unless it is said. */
export type ReadingOptions = {
  /** False leaves out which identifiers need which others. */
  readonly requisites?: boolean;
  /** Lets identifiers pass that the dictionary does not have, where the text says where they end. */
  readonly unknownIdentifiers?: boolean;
  /** Lets unknown identifiers stand in the query of an address. */
  readonly unknownAttributes?: boolean;
  /** Fills GTINs of 8, 12 and 13 digits in an address up to 14. */
  readonly shortGtins?: boolean;
  /** False leaves the content of values unjudged: characters, check digits, dates and lists. */
  readonly content?: boolean;
  /** Reads the words that addresses had for identifiers before version 1.3 of the syntax: `/gtin/`, `/ser/`. */
  readonly words?: boolean;
};

/** Longest text that is read, and most elements of one message. */
export const LONGEST_TEXT = 8191;
export const MOST_ELEMENTS = 64;

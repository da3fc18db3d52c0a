import type { ApplicationIdentifier } from "../dictionary/identifier.ts";
import type { FoundElement, ReadingOptions } from "../element.ts";

/** Where reading an address stands. */
export type Reading = {
  readonly text: string;
  readonly options: ReadingOptions;
  readonly elements: FoundElement[];
  readonly entries: ApplicationIdentifier[];
  /** The end of each value in the text; its beginning is the place of the element. */
  readonly ends: number[];
};

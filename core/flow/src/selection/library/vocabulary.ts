import type { NormativeDocument } from "../reference.ts";

/** What rows may name: the library as it is known when a row is proposed. */
export type Vocabulary = {
  readonly products: ReadonlySet<string>;
  readonly markets: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  /** Market and days of the documents whose record is known; a row keeps to those of its own. */
  readonly records?: ReadonlyMap<string, DocumentRecord>;
  readonly methods: ReadonlySet<string>;
  /** The unit of each characteristic, null where it has none. */
  readonly characteristics: ReadonlyMap<string, string | null>;
};

export type DocumentRecord = Pick<NormativeDocument, "market" | "effective">;

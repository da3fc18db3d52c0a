/** What rows may name: the library as it is known when a row is proposed. */
export type Vocabulary = {
  readonly products: ReadonlySet<string>;
  readonly markets: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  /** The unit of each characteristic, null where it has none. */
  readonly characteristics: ReadonlyMap<string, string | null>;
};

/**
 * Where a rule comes from and how far it may be trusted: read in the document, read in a secondary source about it, or
 * recalled, which is a planning aid and no legal advice. `document` and `clause` are null where the source is no document.
 */
export type Provenance = {
  readonly source: string;
  readonly document: string | null;
  readonly clause: string | null;
  readonly date: string;
  readonly status: "read" | "secondary" | "recalled";
};

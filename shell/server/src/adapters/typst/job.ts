/** What the worker is asked: data are texts and pictures as they are kept, so that the same job gives the same bytes everywhere. */
export type TypesetJob = {
  /** Template file below the templates folder, e.g. `/report.typ`. */
  readonly template: string;
  /** Files the template reads, by absolute path within its world, e.g. `/data.json`. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The date the document bears. [s since 1970-01-01T00:00:00Z] */
  readonly timestampS: number;
  /** Label whose metadata is wanted back, e.g. `<signature-place>`. */
  readonly query?: string;
};

export type TypesetDocument = {
  readonly pdf: Uint8Array;
  /** Values of the metadata elements under the queried label. */
  readonly found: readonly unknown[];
};

export type TypesetAnswer =
  | { readonly id: number; readonly ok: true; readonly document: TypesetDocument }
  | { readonly id: number; readonly ok: false; readonly diagnostics: readonly string[] };

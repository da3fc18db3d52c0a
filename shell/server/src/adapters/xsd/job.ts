/** One document to judge by the schema files of a folder; plain values, because they cross threads. */
export type SchemaJob = {
  readonly id: number;
  readonly folder: string;
  readonly version: string;
  readonly xml: string;
};

/** One thing that a schema does not accept, in the words of the library that found it. */
export type SchemaFault = { readonly line: number; readonly message: string };

export type SchemaAnswer =
  | { readonly id: number; readonly ok: true; readonly faults: readonly SchemaFault[] }
  | { readonly id: number; readonly ok: false; readonly why: "schemas-unusable" | "failed"; readonly detail: string };

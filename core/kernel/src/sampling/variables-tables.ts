import type { Severity } from "./attribute-tables.ts";

/** Sample sizes and largest estimated shares M [%] of a code letter, one per AQL, separated by spaces. */
export type VariablesRow = { readonly letter: string; readonly n: string; readonly M: string };

/** Tables of inspection by variables, as `data/sampling/z1-9.json` keeps them. */
export type VariablesTables = {
  readonly document: string;
  readonly aql: readonly string[];
  readonly levels: readonly string[];
  readonly lots: readonly { readonly from: number; readonly to: number | null; readonly letters: string }[];
  readonly unknownSigma: Readonly<Record<Severity, readonly VariablesRow[]>>;
  readonly knownSigma: { readonly normal: readonly VariablesRow[] };
};

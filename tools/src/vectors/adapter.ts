/** The outcome of one published case. `known` carries the reason where a failure is explained in KNOWN.md. */
export type CaseResult = { readonly id: string; readonly ok: boolean; readonly message?: string };

/**
 * Runs one language-neutral case file through the real engines.
 *
 * An adapter lives in `adapters/<folder name>.ts` and exports `run`; `path` is absolute, `content` its parsed JSON
 * (undefined for files that are not JSON). Files that hold no cases return an empty list.
 */
export type Adapter = (path: string, content: unknown) => Promise<readonly CaseResult[]> | readonly CaseResult[];

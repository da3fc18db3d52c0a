import { refuse } from "./refusals.ts";

/** A row of a laboratory's table of limits; without a method it holds for all that have no row of their own. */
export type LimitRow = {
  readonly analyte: string;
  readonly method: string | null;
  readonly min: string | null;
  readonly max: string | null;
};

/**
 * The row that holds for a test: the one of its method, else the one without a method. Two equally good rows are an
 * error of the table, for a limit must not be guessed.
 *
 * @returns undefined where no row holds
 * @example limitRow([{ analyte: "Ca", method: null, min: "1", max: "2" }], "Ca", "Method A").min // → "1" (the row without a method holds for every method)
 * @throws Refusal `ambiguous-limit`
 * @source ours: a limit of the method goes before one of the analyte
 */
export function limitRow(rows: readonly LimitRow[], analyte: string, method: string | null): LimitRow | undefined {
  const ofAnalyte = rows.filter((row) => row.analyte === analyte);
  const exact = method === null ? [] : ofAnalyte.filter((row) => row.method === method);
  const candidates = exact.length > 0 ? exact : ofAnalyte.filter((row) => row.method === null);
  if (candidates.length > 1) refuse("ambiguous-limit", { analyte, given: candidates.length });
  return candidates[0];
}

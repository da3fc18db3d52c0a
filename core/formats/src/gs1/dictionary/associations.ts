import { type ApplicationIdentifier, IDENTIFIERS } from "./identifier.ts";

/** Which identifiers a set of patterns names: one byte for each ordinal, and one for identifiers outside the dictionary. */
export type OrdinalSet = Uint8Array;

/** One need: met by any identifier of the set, or by all of one combination. */
export type Need = {
  readonly any: OrdinalSet;
  readonly together: readonly (readonly string[])[];
  /** The alternatives as a text: `01,8006+21`. */
  readonly text: string;
};

const SETS = new Map<string, OrdinalSet>();

/** By ordinal, what an identifier must not meet; undefined where it bars nothing. */
export const BARRED: readonly (OrdinalSet | undefined)[] = IDENTIFIERS.map(({ bars }) =>
  bars.length > 0 ? ordinals(bars) : undefined,
);

/** By ordinal, what an identifier needs. */
export const NEEDED: readonly (readonly Need[] | undefined)[] = IDENTIFIERS.map(({ needs }) =>
  needs.length > 0 ? needs.map(need) : undefined,
);

/** Whether an identifier is meant by a pattern, whose `n` stands for any digit. */
export function isMeant(pattern: string, ai: string): boolean {
  const stem = pattern.indexOf("n");
  return stem < 0 ? pattern === ai : pattern.length === ai.length && ai.startsWith(pattern.slice(0, stem));
}

function need(alternatives: ApplicationIdentifier["needs"][number]): Need {
  return {
    any: ordinals(alternatives.filter(({ length }) => length === 1).map(([pattern = ""]) => pattern)),
    together: alternatives.filter(({ length }) => length > 1),
    text: alternatives.map((alternative) => alternative.join("+")).join(),
  };
}

function ordinals(patterns: readonly string[]): OrdinalSet {
  const name = patterns.join();
  const known = SETS.get(name);
  if (known) return known;
  const set = new Uint8Array(IDENTIFIERS.length + 1);
  for (const { ai, ordinal } of IDENTIFIERS) if (patterns.some((pattern) => isMeant(pattern, ai))) set[ordinal] = 1;
  SETS.set(name, set);
  return set;
}

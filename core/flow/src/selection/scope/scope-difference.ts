import {
  SCOPE_FIELDS,
  type ScopeField,
  type ScopeLine,
  type ScopeProblem,
  type ScopeTexts,
  scopeProblem,
} from "./scope-line.ts";

/** A line of the scope that holds, with its id. */
export type HeldScopeLine = ScopeLine & { readonly id: string };

/** A line of the file as it was read. */
export type FileScopeLine = {
  /** Number of the line in the file. */
  readonly at: number;
  readonly texts: ScopeTexts;
  readonly line: ScopeLine | null;
  readonly problems: readonly ScopeProblem[];
};

export type ScopeChange = { readonly field: ScopeField; readonly before: string; readonly after: string };

/** What one line of the file, or its absence from the file, does to the scope. */
export type ScopeDifference =
  | { readonly kind: "new"; readonly at: number; readonly held: null; readonly line: ScopeLine }
  | { readonly kind: "same"; readonly at: number; readonly held: HeldScopeLine; readonly line: ScopeLine }
  | {
      readonly kind: "changed";
      readonly at: number;
      readonly held: HeldScopeLine;
      readonly line: ScopeLine;
      readonly changes: readonly ScopeChange[];
    }
  /** The file does not hold it any more. */
  | { readonly kind: "ended"; readonly at: null; readonly held: HeldScopeLine; readonly line: null }
  | { readonly kind: "bad"; readonly at: number; readonly held: null; readonly problems: readonly ScopeProblem[] };

/**
 * Lays a whole scope file beside the scope that holds.
 *
 * Lines belong together by method, characteristic and object: first those with the same range, then one left over on
 * either side. What the file does not hold ends, except where a bad line speaks of the same method and characteristic:
 * what cannot be read ends nothing. The same line twice is bad.
 *
 * @example scopeDifferences([{ at: 2, texts: {}, line: { method: "M", characteristic: "lead", objectZh: "糖", objectEn: "sugar", rangeMin: null, rangeMax: "5", unit: "mg/kg", cmc: null, validFrom: "2026-01-01", validTo: "2029-12-31" }, problems: [] }], []).map(({ kind }) => kind) // → ["new"] (nothing holds yet)
 * @example scopeDifferences([], [{ id: "scp-1", method: "M", characteristic: "lead", objectZh: "糖", objectEn: "sugar", rangeMin: null, rangeMax: "5", unit: "mg/kg", cmc: null, validFrom: "2026-01-01", validTo: "2029-12-31" }]).map(({ kind }) => kind) // → ["ended"] (the file holds nothing)
 * @source ours: two people read the same difference
 */
export function scopeDifferences(
  file: readonly FileScopeLine[],
  held: readonly HeldScopeLine[],
): readonly ScopeDifference[] {
  const found: ScopeDifference[] = [];
  const good: { at: number; line: ScopeLine }[] = [];
  const spoken = new Set<string>();
  const firstAt = new Map<string, number>();
  for (const { at, texts, line, problems } of file) {
    const name = line && JSON.stringify([keyOf(line), rangeOf(line)]);
    const before = name === null ? undefined : firstAt.get(name);
    if (line && name !== null && before === undefined) {
      firstAt.set(name, at);
      good.push({ at, line });
      continue;
    }
    const repeated = scopeProblem("method", "row-repeated", { row: line?.method ?? "", line: before ?? at });
    found.push({ kind: "bad", at, held: null, problems: line ? [repeated] : problems });
    spoken.add(JSON.stringify([(texts.method ?? "").trim(), (texts.characteristic ?? "").trim()]));
  }

  const left = Map.groupBy(held, keyOf);
  const open: typeof good = [];
  for (const one of good) {
    const own = left.get(keyOf(one.line)) ?? [];
    const twin = own.find((each) => rangeOf(each) === rangeOf(one.line));
    if (twin) found.push(pair(one.at, twin, one.line));
    else open.push(one);
    if (twin)
      left.set(
        keyOf(one.line),
        own.filter((each) => each !== twin),
      );
  }
  for (const [key, fresh] of Map.groupBy(open, ({ line }) => keyOf(line))) {
    const own = left.get(key) ?? [];
    const [only, first] = [own[0], fresh[0]];
    if (own.length === 1 && fresh.length === 1 && only && first) {
      found.push(pair(first.at, only, first.line));
      left.delete(key);
    } else found.push(...fresh.map(({ at, line }) => ({ kind: "new" as const, at, held: null, line })));
  }
  for (const each of [...left.values()].flat())
    if (!spoken.has(JSON.stringify([each.method, each.characteristic])))
      found.push({ kind: "ended", at: null, held: each, line: null });
  return found.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
}

function pair(at: number, held: HeldScopeLine, line: ScopeLine): ScopeDifference {
  const changes = SCOPE_FIELDS.flatMap((field): ScopeChange[] => {
    const [before, after] = [held[field] ?? "", line[field] ?? ""];
    return before === after ? [] : [{ field, before, after }];
  });
  return changes.length === 0 ? { kind: "same", at, held, line } : { kind: "changed", at, held, line, changes };
}

function keyOf({ method, characteristic, objectZh }: ScopeLine): string {
  return JSON.stringify([method, characteristic, objectZh]);
}

function rangeOf({ rangeMin, rangeMax, unit }: ScopeLine): string {
  return JSON.stringify([rangeMin, rangeMax, unit]);
}

import { folded } from "./tokens.ts";

/** Something that a form may name: its id, and every text by which people look for it. */
export type Named = { readonly id: string; readonly texts: readonly string[] };

/**
 * What a typed text may stand for, the nearest first: ids that begin with it, then texts that begin with it, then those
 * that hold every word of it. Nothing typed finds everything. Marks of Latin letters, case and full-width forms do not count.
 *
 * @example suggest([{ id: "lead", texts: ["铅", "Lead"] }, { id: "cadmium", texts: ["镉", "Cadmium"] }], "LE").map(({ id }) => id) // → ["lead"] (the beginning of an id)
 * @example suggest([{ id: "a-sugar", texts: ["白砂糖"] }, { id: "b", texts: ["Sugar, white"] }], "sugar").map(({ id }) => id) // → ["b", "a-sugar"] (a name that begins so comes before one that holds it)
 * @example suggest([{ id: "b", texts: [] }, { id: "a", texts: [] }], " ").map(({ id }) => id) // → ["a", "b"] (nothing typed)
 * @source ours
 */
export function suggest<Entry extends Named>(entries: Iterable<Entry>, typed: string): readonly Entry[] {
  const asked = folded(typed).trim();
  const words = asked.split(/\s+/).filter((word) => word !== "");
  const found: { readonly entry: Entry; readonly rank: number }[] = [];
  for (const entry of entries) {
    const rank = rankOf(entry, asked, words);
    if (rank !== null) found.push({ entry, rank });
  }
  return found
    .sort((one, other) => one.rank - other.rank || (one.entry.id < other.entry.id ? -1 : 1))
    .map(({ entry }) => entry);
}

function rankOf({ id, texts }: Named, asked: string, words: readonly string[]): number | null {
  const own = folded(id);
  const names = texts.map(folded);
  if (own === asked) return 0;
  if (own.startsWith(asked)) return 1;
  if (names.some((name) => name.startsWith(asked))) return 2;
  const all = [own, ...names].join("\n");
  return words.every((word) => all.includes(word)) ? 3 : null;
}

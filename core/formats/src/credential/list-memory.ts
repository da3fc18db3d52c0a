import { isBefore } from "../bytes/instant.ts";

/** What is known of a list: when it was made. */
type Dated = { readonly validFrom: string };

/**
 * Of two collections of status lists the newer list at each address: an old one handed in later does not undo what was
 * already seen.
 *
 * @param seen lists whose signatures hold, by address, as they were known before
 * @param given lists whose signatures hold, as they come in now
 * @returns the newer ones, and the addresses where what came in was older than what was known
 * @example newestLists(new Map([["u", { validFrom: "2026-11-25T08:00:00Z" }]]), new Map([["u", { validFrom: "2026-11-24T08:00:00Z" }]])).replayed // → ["u"] (a list of the day before)
 * @source Bitstring Status List 1.0, 3.2 (validity of the list's credential); the memory is ours
 */
export function newestLists<T extends Dated>(
  seen: ReadonlyMap<string, T>,
  given: ReadonlyMap<string, T>,
): { readonly lists: ReadonlyMap<string, T>; readonly replayed: readonly string[] } {
  const replayed = [...given].flatMap(([url, list]) => {
    const known = seen.get(url);
    return known && isBefore(list.validFrom, known.validFrom) ? [url] : [];
  });
  const fresh = [...given].filter(([url]) => !replayed.includes(url));
  return { lists: new Map([...seen, ...fresh]), replayed };
}

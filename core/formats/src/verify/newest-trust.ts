import { newestLists } from "../credential/list-memory.ts";
import { knownLists, type Trust, type TrustBundle } from "./trust.ts";

/**
 * Trust with the newest status list that was ever seen at each address: a bundle of last month, handed in again, does
 * not bring back a statement that was withdrawn since.
 *
 * Lists that were seen count only where those whom one trusts now signed them; nobody else can plant one.
 *
 * @param seen signed lists by address, as earlier bundles or other files had them
 * @returns the addresses, besides, at which the bundle was older than what had been seen
 * @example withNewestLists({ statusLists: new Map(), dids: new Map() }, [{ "https://qi.example/l": "a.b" }]).trust.statusLists.size // → 0 (nobody known signed it)
 * @source Bitstring Status List 1.0, 3.2 (validity of the list's credential); the memory is ours
 */
export function withNewestLists(
  trust: Trust,
  seen: readonly TrustBundle["statusLists"][],
): { readonly trust: Trust; readonly replayed: readonly string[] } {
  let known: Trust["statusLists"] = new Map();
  for (const lists of seen) known = newestLists(known, knownLists(lists, trust.dids)).lists;
  const { lists, replayed } = newestLists(known, trust.statusLists);
  return { trust: { ...trust, statusLists: lists }, replayed };
}

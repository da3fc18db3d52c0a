import type { ResolverItem } from "@quanheng/centres/article-numbering/resolver/item.ts";
import type { Context } from "../../context.ts";
import { itemsAt } from "../../store/numbering/resolver-item.ts";
import { reading } from "../../store/transaction.ts";
import { houseItem, mayBeOfTheHouse } from "./house-items.ts";
import { openShelf } from "./shelf.ts";

/** What the resolver knows, kept in memory for a short while. */
export type Catalogue = {
  /** The items of some paths that are known, in the order of the paths. */
  at(paths: readonly string[]): Promise<readonly ResolverItem[]>;
  /** The same, where all of it is in memory: no turn of the event loop is waited for. */
  atOnce(paths: readonly string[]): readonly ResolverItem[] | undefined;
  /** Looks at paths anew that were changed on this node. */
  forget(paths: readonly string[]): void;
};

/** Another node's change is seen within this time. [ms] */
const FRESH_MS = 10_000;
/** About 1 kB each. */
const MOST = 200_000;
/** Paths that are asked for in one statement. */
const BATCH = 500;

type Found = ResolverItem | null;
type Waiting = { readonly path: string; resolve(found: Found): void; reject(error: unknown): void };

/**
 * Opens the catalogue: paths that are asked for while a statement runs are asked for together in the next one, so that
 * the database sees a few statements a moment, however many requests there are.
 *
 * @param visitor makes a context of nobody in particular; what the resolver knows is public
 */
export function openCatalogue(visitor: () => Context, origin: string): Catalogue {
  const shelf = openShelf<Found>(MOST, FRESH_MS);
  const asked = new Map<string, Promise<Found>>();
  let waiting: Waiting[] = [];
  let running = false;

  const run = async () => {
    running = true;
    // What arrives in this turn goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      try {
        const found = await lookUp(
          visitor(),
          origin,
          batch.map(({ path }) => path),
        );
        const now = Date.now();
        for (const { path, resolve } of batch) {
          const item = found.get(path) ?? null;
          // Who forgets a path while it is being looked up has the last word.
          if (asked.has(path)) shelf.set(path, item, now);
          resolve(item);
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      } finally {
        for (const { path } of batch) asked.delete(path);
      }
    }
    running = false;
  };

  const find = (path: string): Found | Promise<Found> => {
    const kept = shelf.get(path, Date.now());
    if (kept !== undefined) return kept;
    const under = asked.get(path);
    if (under) return under;
    const coming = new Promise<Found>((resolve, reject) => waiting.push({ path, resolve, reject }));
    asked.set(path, coming);
    if (!running) void run();
    return coming;
  };

  return {
    async at(paths) {
      const found = await Promise.all(paths.map(async (path) => find(path)));
      return found.filter((item) => item !== null);
    },
    atOnce(paths) {
      const now = Date.now();
      const items: ResolverItem[] = [];
      for (const path of paths) {
        const kept = shelf.get(path, now);
        if (kept === undefined) return undefined;
        if (kept !== null) items.push(kept);
      }
      return items;
    },
    forget(paths) {
      for (const path of paths) {
        shelf.forget(path);
        asked.delete(path);
      }
    },
  };
}

async function lookUp(
  context: Context,
  origin: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, ResolverItem>> {
  const known = new Map<string, ResolverItem>();
  for (const item of await itemsAt(context.db, paths)) known.set(item.path, item);
  const rest = paths.filter((path) => !known.has(path) && mayBeOfTheHouse(path));
  if (rest.length === 0) return known;
  await reading(context, async (tx) => {
    for (const path of rest) {
      const item = await houseItem(tx, origin, path);
      if (item) known.set(path, item);
    }
  });
  return known;
}

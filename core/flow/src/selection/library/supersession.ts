import { refuse } from "./refusals.ts";

/** Which document takes the place of which: from the newer to the older. */
export type Supersession = { readonly source: string; readonly target: string };

/**
 * Refuses documents that would come to supersede themselves.
 *
 * @example refusalOf(() => requireNoCycle([{ source: "B", target: "A" }, { source: "A", target: "B" }])) // → "supersession-cycle" (each would replace the other)
 * @throws Refusal `supersession-cycle` with the documents of the circle in order
 * @source ours: an edition cannot supersede itself
 */
export function requireNoCycle(edges: readonly Supersession[]): void {
  const circle = supersessionCycle(edges);
  if (circle) refuse("supersession-cycle", { field: "supersedes", documents: circle });
}

/**
 * A circle among supersessions, if there is one.
 *
 * @returns the documents of one circle, the first one repeated at the end, or null where there is none
 * @example supersessionCycle([{ source: "B", target: "A" }, { source: "A", target: "B" }]) // → ["B", "A", "B"] (back to where it began)
 * @example supersessionCycle([{ source: "B", target: "A" }]) // → null (a chain)
 * @source ours: depth-first search
 */
export function supersessionCycle(edges: readonly Supersession[]): readonly string[] | null {
  const older = olderOf(edges);
  const done = new Set<string>();
  for (const start of older.keys()) {
    const path: string[] = [];
    const stack = [{ id: start, rest: [...(older.get(start) ?? [])] }];
    path.push(start);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const next = top.rest.pop();
      if (next === undefined) {
        done.add(top.id);
        stack.pop();
        path.pop();
      } else if (path.includes(next)) return [...path.slice(path.indexOf(next)), next];
      else if (!done.has(next)) {
        stack.push({ id: next, rest: [...(older.get(next) ?? [])] });
        path.push(next);
      }
    }
  }
  return null;
}

/**
 * The editions before and after a document, nearest first; a circle in old data ends where it closes.
 *
 * @example supersessionChain("B", [{ source: "B", target: "A" }, { source: "C", target: "B" }]) // → { older: ["A"], newer: ["C"] } (one before, one after)
 * @source ours: the editions of a document
 */
export function supersessionChain(
  id: string,
  edges: readonly Supersession[],
): { readonly older: readonly string[]; readonly newer: readonly string[] } {
  return { older: reach(id, olderOf(edges)), newer: reach(id, olderOf(edges.map(turned))) };
}

const turned = ({ source, target }: Supersession): Supersession => ({ source: target, target: source });

function olderOf(edges: readonly Supersession[]): ReadonlyMap<string, readonly string[]> {
  const older = new Map<string, string[]>();
  for (const { source, target } of edges) {
    const list = older.get(source) ?? [];
    if (!list.includes(target)) list.push(target);
    older.set(source, list);
  }
  return older;
}

function reach(id: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set([id]);
  // A set is walked in the order of insertion, also what is added while walking.
  for (const each of seen) for (const further of next.get(each) ?? []) seen.add(further);
  return [...seen].slice(1);
}

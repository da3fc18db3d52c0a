import type { Journey } from "@quanheng/contract/schemas/traceability.ts";

/** A thing in the picture: its column counts from the lot, backwards to what it was made from. */
export type GraphNode = { readonly thing: string; readonly column: number; readonly row: number };
/** What an event made of one thing, or put it into. */
export type GraphEdge = { readonly from: string; readonly to: string; readonly why: "made" | "contains" };
export type JourneyGraph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly columns: number;
  readonly rows: number;
  /** Things that the picture has no room for; the lists name them. */
  readonly left: number;
};

/** More than these cannot be told apart by eye. */
const MOST = 60;

/** Places the things of a journey: each column one step further from the lot, the nearest things first. */
export function journeyGraph({
  thing,
  origins,
  reached,
}: Pick<Journey, "thing" | "origins" | "reached">): JourneyGraph {
  const columnOf = new Map<string, number>([[thing, 0]]);
  const edges: GraphEdge[] = [];
  const place = (name: string, beside: string, step: 1 | -1, edge: GraphEdge) => {
    const column = columnOf.get(beside);
    if (column === undefined || (!columnOf.has(name) && columnOf.size >= MOST)) return;
    if (!columnOf.has(name)) columnOf.set(name, column + step);
    edges.push(edge);
  };
  // Both come nearest first, so that what a thing hangs on is placed before it.
  const all = [...origins.slice(1), ...reached.slice(1)];
  for (const one of all)
    if ("into" in one && one.into !== null)
      place(one.thing, one.into, -1, { from: one.thing, to: one.into, why: "made" });
    else if ("after" in one && one.after !== null)
      place(one.thing, one.after, 1, { from: one.after, to: one.thing, why: one.why });
  const first = Math.min(...columnOf.values());
  const filled = new Map<number, number>();
  const nodes = [...columnOf].map(([name, at]) => {
    const column = at - first;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    return { thing: name, column, row };
  });
  const named = new Set([...origins, ...reached].map((one) => one.thing));
  return {
    nodes,
    edges,
    columns: Math.max(...nodes.map(({ column }) => column)) + 1,
    rows: Math.max(...filled.values()),
    left: named.size - nodes.length,
  };
}

/** What tells a thing from its neighbours: its last part, and as much of it as there is room for. */
export function shortName(thing: string): string {
  const last = decoded(thing.slice(Math.max(thing.lastIndexOf("/"), thing.lastIndexOf(":")) + 1));
  return last.length > 18 ? `…${last.slice(-17)}` : last;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

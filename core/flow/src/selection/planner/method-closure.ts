import type { MethodPolicy, MethodRelation } from "./instance.ts";

/** How a method is reached from a listed one: the listed method and the relations walked, nearest to the listed first. */
export type MethodBridge = { readonly listed: string; readonly steps: readonly MethodRelation[] };

/**
 * All methods that count for the listed ones under a market's policy, each with a shortest bridge.
 *
 * `listed` admits identical methods; `equivalent` also equivalent ones; `stricter` also walks from a method to a
 * stricter one, never back.
 *
 * @example [...methodClosure(["GB"], "equivalent", [{ a: "ISO", b: "GB", type: "equivalent" }, { a: "AOAC", b: "ISO", type: "stricter" }]).keys()] // → ["GB", "ISO"] (equivalent methods, no stricter ones)
 * @example methodClosure(["GB"], "stricter", [{ a: "AOAC", b: "GB", type: "stricter" }]).has("AOAC") // → true (a stricter one counts)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function methodClosure(
  listed: readonly string[],
  policy: MethodPolicy,
  relations: readonly MethodRelation[],
): ReadonlyMap<string, MethodBridge> {
  const reached = new Map<string, MethodBridge>(listed.map((method) => [method, { listed: method, steps: [] }]));
  // A Map iterates over what is added while it is walked, which makes this a breadth-first search.
  for (const [method, bridge] of reached) {
    for (const relation of relations) {
      const next = stepFrom(method, relation, policy);
      if (next !== undefined && !reached.has(next)) {
        reached.set(next, { listed: bridge.listed, steps: [...bridge.steps, relation] });
      }
    }
  }
  return reached;
}

function stepFrom(method: string, { a, b, type }: MethodRelation, policy: MethodPolicy): string | undefined {
  switch (type) {
    case "identical":
      return otherEnd(method, a, b);
    case "equivalent":
      return policy === "listed" ? undefined : otherEnd(method, a, b);
    case "stricter":
      return policy === "stricter" && method === b ? a : undefined;
  }
}

function otherEnd(method: string, a: string, b: string): string | undefined {
  if (method === a) return b;
  return method === b ? a : undefined;
}

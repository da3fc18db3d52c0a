import type { Genealogy } from "./genealogy.ts";
import { followersOf, type Reached } from "./recall.ts";

/**
 * The things of a recall that lie on a circle, each made from or packed into itself by way of the others: a mistake in
 * the events. Containers that a thing lay in one after the other are no circle.
 *
 * @example circle({ events: new Map(), usedIn: new Map(), madeIn: new Map(), inputs: new Map(), outputs: new Map(), staysOf: new Map(), contents: new Map() }, []) // → []
 * @source Kahn, A. B. (1962), Communications of the ACM 5, 558 (recalled): what no order can be given to lies on or behind a circle
 */
export function circle(genealogy: Genealogy, reached: readonly Reached[]): readonly string[] {
  const next = new Map<string, Set<string>>();
  let arrows = 0;
  for (const one of reached) {
    const followers = next.get(one.thing) ?? new Set<string>();
    for (const { thing } of followersOf(genealogy, one)) {
      followers.add(thing);
      arrows++;
    }
    next.set(one.thing, followers);
  }
  // Where everything but the first is reached by one way only, nothing comes back.
  if (next.size === reached.length && arrows < reached.length) return [];
  // What has no follower is on no circle; taken away from both ends, only circles and what joins them are left.
  return [...withoutEnds(reversed(withoutEnds(next))).keys()];
}

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** Without everything from which no circle is reached. */
function withoutEnds(next: Arrows): Arrows {
  const before = reversed(next);
  const open = new Map([...next].map(([thing, followers]) => [thing, followers.size]));
  const ends = [...open].filter(([, count]) => count === 0).map(([thing]) => thing);
  // The list grows while it is read.
  for (const end of ends) {
    open.delete(end);
    for (const thing of before.get(end) ?? []) {
      const left = (open.get(thing) ?? 0) - 1;
      if (!open.has(thing)) continue;
      open.set(thing, left);
      if (left === 0) ends.push(thing);
    }
  }
  return new Map(
    [...open.keys()].map((thing) => [thing, new Set([...(next.get(thing) ?? [])].filter((one) => open.has(one)))]),
  );
}

function reversed(next: Arrows): Arrows {
  const found = new Map<string, Set<string>>([...next.keys()].map((thing) => [thing, new Set()]));
  for (const [thing, followers] of next) {
    for (const one of followers) found.set(one, (found.get(one) ?? new Set()).add(thing));
  }
  return found;
}

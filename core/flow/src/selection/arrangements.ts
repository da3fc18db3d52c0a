import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { holdsOn } from "./planner/acceptance.ts";
import type { Membership } from "./planner/instance.ts";
import type { Provenance } from "./provenance.ts";

/** A signatory of an arrangement with the time for which it is one. */
export type Member = Omit<Membership, "group"> & Provenance;

/** A recognition arrangement: it holds from a day until another, and takes over from the one that it replaces. */
export type AccreditationGroup = Provenance & {
  readonly id: string;
  readonly name: Bilingual;
  readonly from: string | null;
  readonly until: string | null;
  readonly replaces: string | null;
  readonly members: readonly Member[];
};
/**
 * Members of an arrangement with those of the ones it replaced, each no longer than the arrangement itself.
 *
 * @example membershipsOf({ id: "G", from: "2026-01-01", until: null, replaces: null, members: [{ body: "BoA", activity: "testing", from: null, until: null }] }, []) // → [{ group: "G", body: "BoA", from: "2026-01-01", until: null }] (a member no longer than the arrangement)
 * @source ours: the form of data/acceptance, whose SOURCE.md names the documents
 */
export function membershipsOf(group: AccreditationGroup, groups: readonly AccreditationGroup[]): readonly Membership[] {
  const seen = new Set<string>();
  const found: Membership[] = [];
  for (let one: AccreditationGroup | undefined = group; one && !seen.has(one.id); one = predecessorOf(one, groups)) {
    seen.add(one.id);
    const { from, until } = one;
    for (const member of one.members)
      found.push({
        group: group.id,
        body: member.body,
        activity: member.activity,
        from: later(member.from, from),
        until: earlier(member.until, until),
      });
  }
  return found.filter((each) => each.from === null || each.until === null || each.from < each.until);
}

function predecessorOf({ replaces }: AccreditationGroup, groups: readonly AccreditationGroup[]) {
  return groups.find(({ id }) => id === replaces);
}

/**
 * The members of an arrangement for testing on a day.
 *
 * @example membersOn([{ group: "G", body: "BoA", activity: "testing", from: null, until: "2026-01-01" }], "G", "2026-01-01") // → [] (ended that day)
 * @source ours: intervals of the library are half-open
 */
export function membersOn(memberships: readonly Membership[], group: string, day: string): readonly string[] {
  const own = memberships.filter((one) => one.group === group && one.activity === "testing" && holdsOn(one, day));
  return [...new Set(own.map(({ body }) => body))];
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

import type { AccreditationRule, Membership, PlanInstance, PlanRequirement, ResultSource } from "./instance.ts";

/** Why a laboratory's result is accepted for a requirement, or why not. */
export type Acceptance =
  | { readonly accepted: true; readonly by: "any" }
  | { readonly accepted: true; readonly by: "designation"; readonly scope: "requirement" | "market" }
  | { readonly accepted: true; readonly by: "body"; readonly body: string }
  | { readonly accepted: true; readonly by: "arrangement"; readonly body: string; readonly group: string }
  | { readonly accepted: false; readonly rule: "not-designated"; readonly designated: readonly string[] }
  | {
      readonly accepted: false;
      readonly rule: "not-accredited";
      readonly bodies: readonly string[];
      readonly groups: readonly string[];
    }
  | {
      readonly accepted: false;
      readonly rule: "membership-expired" | "membership-not-yet";
      readonly body: string;
      readonly group: string;
      /** First day on which it no longer holds, or first day on which it holds. */
      readonly day: string;
    };

/** The arrangements as of one day: members as named, and with their time where that is known. */
export type Arrangements = {
  readonly groups: PlanInstance["accreditationGroups"];
  readonly memberships?: readonly Membership[];
  /** Day on which a membership has to hold. */
  readonly day: string;
};

/**
 * Applies the requirement's own designation if it has one, else the market's rule.
 *
 * A membership counts on the day given, for the activity of the source; where the only members are out of time, the
 * reason names the body and the day.
 *
 * @example acceptance({ lab: "A", accreditedBy: ["BoA"] }, {}, { mode: "accredited", bodies: ["CNAS"], groups: ["APAC-MRA"] }, { groups: { "APAC-MRA": ["CNAS", "BoA"] }, day: "2026-11-25" }) // → { accepted: true, by: "arrangement", body: "BoA", group: "APAC-MRA" } (a signatory of the arrangement)
 * @example acceptance({ lab: "A", accreditedBy: ["BoA"] }, {}, { mode: "accredited", bodies: [], groups: ["G"] }, { groups: {}, memberships: [{ group: "G", body: "BoA", activity: "testing", from: null, until: "2026-01-01" }], day: "2026-11-25" }) // → { accepted: false, rule: "membership-expired", body: "BoA", group: "G", day: "2026-01-01" } (it ended before)
 * @example acceptance({ lab: "A", accreditedBy: [] }, {}, { mode: "designated", labs: ["B"] }, { groups: {}, day: "2026-11-25" }) // → { accepted: false, rule: "not-designated", designated: ["B"] } (A is not on the list)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function acceptance(
  source: ResultSource,
  requirement: PlanRequirement,
  rule: AccreditationRule,
  arrangements: Arrangements,
): Acceptance {
  if (requirement.designatedLabs) return designation(source.lab, requirement.designatedLabs, "requirement");
  switch (rule.mode) {
    case "any":
      return { accepted: true, by: "any" };
    case "designated":
      return designation(source.lab, rule.labs, "market");
    case "accredited":
      return accreditation(source, rule, arrangements);
  }
}

function designation(lab: string, designated: readonly string[], scope: "requirement" | "market"): Acceptance {
  return designated.includes(lab)
    ? { accepted: true, by: "designation", scope }
    : { accepted: false, rule: "not-designated", designated };
}

function accreditation(
  source: ResultSource,
  rule: Extract<AccreditationRule, { mode: "accredited" }>,
  arrangements: Arrangements,
): Acceptance {
  const body = source.accreditedBy.find((candidate) => rule.bodies.includes(candidate));
  if (body !== undefined) return { accepted: true, by: "body", body };
  let outOfTime: Extract<Acceptance, { accepted: false }> | undefined;
  for (const group of rule.groups) {
    const standing = standingIn(group, source, arrangements);
    if (standing?.accepted) return standing;
    outOfTime ??= standing;
  }
  return outOfTime ?? { accepted: false, rule: "not-accredited", bodies: rule.bodies, groups: rule.groups };
}

/** How a source stands in one arrangement; undefined where none of its bodies was ever a member for the activity. */
function standingIn(
  group: string,
  { accreditedBy, activity = "testing" }: ResultSource,
  { groups, memberships = [], day }: Arrangements,
): Acceptance | undefined {
  const timed = memberships.filter((one) => one.group === group);
  if (timed.length === 0) {
    const members = Object.hasOwn(groups, group) ? (groups[group] ?? []) : [];
    const body = accreditedBy.find((candidate) => members.includes(candidate));
    return body === undefined ? undefined : { accepted: true, by: "arrangement", body, group };
  }
  const own = timed.filter((one) => one.activity === activity && accreditedBy.includes(one.body));
  const holding = own.find((one) => holdsOn(one, day));
  if (holding) return { accepted: true, by: "arrangement", body: holding.body, group };
  const ended = own
    .filter(({ until }) => until !== null && until <= day)
    .sort(byUntil)
    .at(-1);
  if (ended?.until) return { accepted: false, rule: "membership-expired", body: ended.body, group, day: ended.until };
  const coming = own[0];
  if (!coming?.from) return undefined;
  return { accepted: false, rule: "membership-not-yet", body: coming.body, group, day: coming.from };
}

/**
 * Whether a membership holds on a day.
 *
 * @example holdsOn({ from: "2026-01-01", until: null }, "2026-01-01") // → true (the first day counts)
 * @example holdsOn({ from: null, until: "2026-01-01" }, "2026-01-01") // → false (half-open)
 * @source ours: intervals of the library are half-open
 */
export function holdsOn({ from, until }: Pick<Membership, "from" | "until">, day: string): boolean {
  return (from === null || from <= day) && (until === null || day < until);
}

function byUntil(a: Membership, b: Membership): number {
  return (a.until ?? "") < (b.until ?? "") ? -1 : 1;
}

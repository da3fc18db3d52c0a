import type { AccreditationRule, PlanInstance, PlanRequirement, ResultSource } from "./instance.ts";

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
    };

/**
 * Applies the requirement's own designation if it has one, else the market's rule.
 *
 * @param groups members of the recognition arrangements, by name
 * @example acceptance({ lab: "A", accreditedBy: ["BoA"] }, {}, { mode: "accredited", bodies: ["CNAS"], groups: ["APAC-MRA"] }, { "APAC-MRA": ["CNAS", "BoA"] }) // → { accepted: true, by: "arrangement", body: "BoA", group: "APAC-MRA" } (a signatory of the arrangement)
 * @example acceptance({ lab: "A", accreditedBy: [] }, {}, { mode: "designated", labs: ["B"] }, {}) // → { accepted: false, rule: "not-designated", designated: ["B"] } (A is not on the list)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function acceptance(
  source: ResultSource,
  requirement: PlanRequirement,
  rule: AccreditationRule,
  groups: PlanInstance["accreditationGroups"],
): Acceptance {
  if (requirement.designatedLabs) return designation(source.lab, requirement.designatedLabs, "requirement");
  switch (rule.mode) {
    case "any":
      return { accepted: true, by: "any" };
    case "designated":
      return designation(source.lab, rule.labs, "market");
    case "accredited":
      return accreditation(source.accreditedBy, rule, groups);
  }
}

function membersOf(groups: PlanInstance["accreditationGroups"], group: string): readonly string[] {
  return Object.hasOwn(groups, group) ? (groups[group] ?? []) : [];
}

function designation(lab: string, designated: readonly string[], scope: "requirement" | "market"): Acceptance {
  return designated.includes(lab)
    ? { accepted: true, by: "designation", scope }
    : { accepted: false, rule: "not-designated", designated };
}

function accreditation(
  accreditedBy: readonly string[],
  rule: Extract<AccreditationRule, { mode: "accredited" }>,
  groups: PlanInstance["accreditationGroups"],
): Acceptance {
  const body = accreditedBy.find((candidate) => rule.bodies.includes(candidate));
  if (body !== undefined) return { accepted: true, by: "body", body };
  for (const group of rule.groups) {
    const member = accreditedBy.find((candidate) => membersOf(groups, group).includes(candidate));
    if (member !== undefined) return { accepted: true, by: "arrangement", body: member, group };
  }
  return { accepted: false, rule: "not-accredited", bodies: rule.bodies, groups: rule.groups };
}

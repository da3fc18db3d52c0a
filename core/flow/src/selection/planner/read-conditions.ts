import type { Activity, Conditions, Membership, ReportKind, Sampler, StatedValue } from "./instance.ts";
import type { InstanceReader } from "./instance-reader.ts";
import { statedValue } from "./stated-value.ts";

export const SAMPLERS: readonly Sampler[] = ["laboratory", "authority", "client"];
export const ACTIVITIES: readonly Activity[] = ["testing", "calibration", "inspection", "certification"];
export const REPORT_KINDS: readonly ReportKind[] = ["full", "supplementary", "interim"];

/** The conditions that a market or a requirement sets beside its other fields; nothing where it sets none. */
export function conditionsOf(holder: InstanceReader): { readonly conditions?: Conditions } {
  const sampledBy = holder.has("sampledBy") ? holder.texts("sampledBy") : undefined;
  const unknown = sampledBy?.find((by) => !SAMPLERS.includes(by as Sampler));
  if (unknown !== undefined) holder.fail(`sampledBy ${unknown} is none of ${SAMPLERS.join(", ")}`);
  const conditions: Conditions = {
    ...(holder.has("minEdition") ? { minEdition: editions(holder.child("minEdition")) } : {}),
    ...flag(holder, "fullReportOnly"),
    ...flag(holder, "provisional"),
    ...(sampledBy ? { sampledBy: sampledBy as readonly Sampler[] } : {}),
  };
  return Object.keys(conditions).length === 0 ? {} : { conditions };
}

/** A body's place in an arrangement. @throws Refusal `malformed-instance` where it ends before it begins */
export function readMembership(member: InstanceReader): Membership {
  const from = member.has("from") ? member.date("from") : null;
  const until = member.has("until") ? member.date("until") : null;
  if (from !== null && until !== null && until <= from) member.fail("until does not come after from");
  const activity = member.has("activity") ? member.oneOf("activity", ACTIVITIES) : "testing";
  return { group: member.text("group"), body: member.text("body"), activity, from, until };
}

/** A value as a report prints it, `0.02` or `<0.02`. */
export function readStatedValue(capability: InstanceReader): StatedValue {
  const printed = capability.fields["value"];
  if (typeof printed === "string" && /^[<>]\s*-?\d+(?:\.\d+)?$/u.test(printed)) return statedValue(printed);
  return { operator: "=", digits: capability.decimal("value") };
}

function editions(names: InstanceReader): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(names.fields).map((name) => [name, names.text(name)]));
}

function flag(holder: InstanceReader, name: "fullReportOnly" | "provisional"): Conditions {
  if (!holder.has(name)) return {};
  const value = holder.fields[name];
  return typeof value === "boolean" ? { [name]: value } : holder.fail(`${name} is not true or false`);
}

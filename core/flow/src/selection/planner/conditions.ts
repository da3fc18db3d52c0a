import { designationOf, editionReaches } from "./edition.ts";
import type { Conditions, Evidence, ReportKind, ResultSource, Sampler } from "./instance.ts";
import type { MethodBridge } from "./method-closure.ts";

/** Which condition of a market a result does not meet, and what was compared. */
export type ConditionGap =
  | { readonly rule: "edition"; readonly document: string; readonly offered: string | null; readonly least: string }
  | { readonly rule: "report-kind"; readonly kind: ReportKind }
  | { readonly rule: "sampling"; readonly by: Sampler | null; readonly accepted: readonly Sampler[] };

/**
 * The first condition that a result does not meet, or undefined.
 *
 * The edition is read from the method itself, else from the nearest document on the way to the listed one that the
 * condition names. An undated method does not show that it reaches a least edition; an unknown sampler shows nothing.
 *
 * @example conditionGap({ method: "IEC 62560:2011" }, null, { minEdition: { "IEC 62560": "2011+A1:2015" } }) // → { rule: "edition", document: "IEC 62560", offered: "2011", least: "2011+A1:2015" } (the amendment is missing)
 * @example conditionGap({ method: "M", issued: "2026-01-01", report: "supplementary" }, null, { fullReportOnly: true }) // → { rule: "report-kind", kind: "supplementary" } (only full reports count)
 * @example conditionGap({ method: "M", issued: "2026-01-01", report: "interim" }, null, { provisional: true }) // → undefined (counts for the time being)
 * @example conditionGap({ method: "M", sampledBy: "client" }, null, { sampledBy: ["authority"] }) // → { rule: "sampling", by: "client", accepted: ["authority"] } (the authority draws the sample)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function conditionGap(
  source: ResultSource | Evidence,
  bridge: MethodBridge | null,
  conditions: Conditions,
): ConditionGap | undefined {
  return (
    editionGap(source.method, bridge, conditions.minEdition ?? {}) ??
    reportGap(source, conditions) ??
    samplingGap(source.sampledBy ?? null, conditions.sampledBy)
  );
}

/**
 * Whether a result counts only until a final report replaces it.
 *
 * @example isProvisional({ issued: "2026-01-01", report: "interim" }) // → true (an interim report)
 * @example isProvisional({ method: "M" }) // → false (an offer ends in a full report)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function isProvisional(source: ResultSource | Evidence): boolean {
  return "issued" in source && source.report === "interim";
}

function editionGap(
  method: string,
  bridge: MethodBridge | null,
  least: Readonly<Record<string, string>>,
): ConditionGap | undefined {
  const onTheWay = [method, ...(bridge ? [...bridge.steps].reverse().flatMap(({ a, b }) => [a, b]) : [])];
  for (const { document, edition } of onTheWay.map(designationOf)) {
    const asked = Object.hasOwn(least, document) ? least[document] : undefined;
    if (asked === undefined) continue;
    if (edition !== null && editionReaches(edition, asked)) return undefined;
    return { rule: "edition", document, offered: edition, least: asked };
  }
  return undefined;
}

function reportGap(source: ResultSource | Evidence, conditions: Conditions): ConditionGap | undefined {
  const kind = "issued" in source ? (source.report ?? "full") : "full";
  const accepted =
    kind === "full" || (kind === "interim" ? conditions.provisional === true : conditions.fullReportOnly !== true);
  return accepted ? undefined : { rule: "report-kind", kind };
}

function samplingGap(by: Sampler | null, accepted: readonly Sampler[] | undefined): ConditionGap | undefined {
  return accepted === undefined || (by !== null && accepted.includes(by))
    ? undefined
    : { rule: "sampling", by, accepted };
}

import { absolute, compare, type Decimal, formatDecimal, minus, times } from "@quanheng/kernel/decimal.ts";
import type { Capability, Demand, PlanInstance, ResultSource } from "./instance.ts";

/** Where a laboratory's capability falls short of a demand; figures as decimal text. */
export type CapabilityGap =
  | { readonly rule: "severity"; readonly offered: string | null; readonly needed: string }
  | { readonly rule: "scope"; readonly bound: string; readonly side: "min" | "max"; readonly scopeEnd: string }
  | { readonly rule: "quantification"; readonly loq: string; readonly greatest: string }
  | { readonly rule: "uncertainty"; readonly U: string; readonly greatest: string };

/**
 * The first way in which a capability falls short, or undefined.
 *
 * Every bound must lie inside the scope; loq ≤ loqFraction·max; U ≤ uFraction·T, where T is max − min of a two-sided
 * limit, else the absolute value of the bound. An end or figure that is not stated does not restrict.
 *
 * @example capabilityGap({}, { loq: decimal("0.3") }, { kind: "limit", max: decimal("0.5") }, { loqFraction: decimal("0.5"), uFraction: decimal("0.3") }) // → { rule: "quantification", loq: "0.3", greatest: "0.25" } (0.3 > 0.5·0.5)
 * @example capabilityGap({}, { U: decimal("0.6") }, { kind: "limit", min: decimal("1"), max: decimal("3") }, { loqFraction: decimal("0.5"), uFraction: decimal("0.3") }) // → undefined (0.6 ≤ 0.3·(3 − 1))
 * @source ours: the statement of the planner is in the README of this folder; 0.5 and 0.3 are our usual policy
 */
export function capabilityGap(
  source: ResultSource,
  capability: Capability,
  demand: Demand,
  policy: PlanInstance["policy"],
): CapabilityGap | undefined {
  switch (demand.kind) {
    case "conform":
      return undefined;
    case "severity":
      return severityGap(source.severity, demand.level);
    case "limit":
      return (
        scopeGap(demand, capability) ??
        quantificationGap(demand, capability, policy.loqFraction) ??
        uncertaintyGap(demand, capability, policy.uFraction)
      );
  }
}

type LimitDemand = Extract<Demand, { kind: "limit" }>;

function severityGap(offered: Decimal | undefined, needed: Decimal): CapabilityGap | undefined {
  if (offered && compare(offered, needed) >= 0) return undefined;
  return { rule: "severity", offered: offered ? formatDecimal(offered) : null, needed: formatDecimal(needed) };
}

function scopeGap(demand: LimitDemand, scope: Capability): CapabilityGap | undefined {
  for (const bound of [demand.min, demand.max]) {
    if (!bound) continue;
    if (scope.min && compare(bound, scope.min) < 0) return outside(bound, "min", scope.min);
    if (scope.max && compare(bound, scope.max) > 0) return outside(bound, "max", scope.max);
  }
  return undefined;
}

function outside(bound: Decimal, side: "min" | "max", end: Decimal): CapabilityGap {
  return { rule: "scope", bound: formatDecimal(bound), side, scopeEnd: formatDecimal(end) };
}

function quantificationGap({ max }: LimitDemand, { loq }: Capability, fraction: Decimal): CapabilityGap | undefined {
  if (!max || !loq) return undefined;
  const greatest = times(fraction, max);
  if (compare(loq, greatest) <= 0) return undefined;
  return { rule: "quantification", loq: formatDecimal(loq), greatest: formatDecimal(greatest) };
}

function uncertaintyGap({ min, max }: LimitDemand, { U }: Capability, fraction: Decimal): CapabilityGap | undefined {
  const bound = min ?? max;
  if (!U || !bound) return undefined;
  const tolerance = min && max ? minus(max, min) : absolute(bound);
  const greatest = times(fraction, tolerance);
  if (compare(U, greatest) <= 0) return undefined;
  return { rule: "uncertainty", U: formatDecimal(U), greatest: formatDecimal(greatest) };
}

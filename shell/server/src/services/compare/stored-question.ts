import type { PlanningQuestion } from "../../adapters/planning/proposals.ts";

/**
 * A planning question as it was kept beside its plan: the digits of its decimals, kept as texts because JSON has no big
 * integers, are numbers again.
 */
export function storedQuestion(kept: unknown): PlanningQuestion {
  return revived(kept) as PlanningQuestion;
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== "object" || value === null) return value;
  if (isDecimal(value)) return { digits: BigInt(value.digits), scale: value.scale };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(inner)]));
}

function isDecimal(value: object): value is { digits: string; scale: number } {
  const { digits, scale, ...rest } = value as Record<string, unknown>;
  return (
    Object.keys(rest).length === 0 && typeof digits === "string" && /^-?\d+$/.test(digits) && typeof scale === "number"
  );
}

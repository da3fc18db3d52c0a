import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import type { Limit } from "../limit.ts";

/** The highest level asked on one scale; null where the limits are not all severities of the same scale. */
export function strictestSeverity(limits: readonly Limit[]): Limit | null {
  let highest: Extract<Limit, { kind: "severity" }> | null = null;
  for (const limit of limits) {
    if (limit.kind !== "severity" || (highest && limit.scale !== highest.scale)) return null;
    if (highest === null || compare(decimal(limit.level), decimal(highest.level)) > 0) highest = limit;
  }
  return highest;
}

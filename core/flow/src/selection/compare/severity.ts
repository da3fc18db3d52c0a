import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import type { Limit } from "../limit.ts";

/**
 * The highest level asked on one scale; null where the limits are not all severities of the same scale.
 *
 * @example strictestSeverity([{ kind: "severity", level: "2", scale: "IEC 61000-4-2" }, { kind: "severity", level: "3", scale: "IEC 61000-4-2" }]) // → { kind: "severity", level: "3" } (a pass at 3 covers 2)
 * @example strictestSeverity([{ kind: "severity", level: "2", scale: "a" }, { kind: "severity", level: "3", scale: "b" }]) // → null (two scales)
 * @source ours: a pass at a higher level covers a lower one
 */
export function strictestSeverity(limits: readonly Limit[]): Limit | null {
  let highest: Extract<Limit, { kind: "severity" }> | null = null;
  for (const limit of limits) {
    if (limit.kind !== "severity" || (highest && limit.scale !== highest.scale)) return null;
    if (highest === null || compare(decimal(limit.level), decimal(highest.level)) > 0) highest = limit;
  }
  return highest;
}

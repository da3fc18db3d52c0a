import type { ApplicableRequirement, RequirementAnswer } from "@quanheng/contract/schemas/selection.ts";
import { limitText, unitText } from "@quanheng/flow/selection/limit-text.ts";
import type { z } from "zod";

export type Strictest = z.output<typeof RequirementAnswer>["strictest"][number];

/**
 * The strictest limit of all markets with its unit: `81 至 150 IU`. An end is open ("< 18") when the rows that set it say
 * so.
 */
export function strictestText(
  { min, max, minBy, maxBy, unit }: Pick<Strictest, "min" | "max" | "minBy" | "maxBy" | "unit">,
  requirements: readonly Pick<ApplicableRequirement, "rowId" | "limit">[],
  own: "zh" | "en",
): string {
  const isOpen = (rows: readonly string[], end: "minExclusive" | "maxExclusive") =>
    requirements.some(({ rowId, limit }) => rows.includes(rowId) && limit[end] === true);
  const limit = limitText({
    kind: "interval",
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(isOpen(minBy, "minExclusive") ? { minExclusive: true } : {}),
    ...(isOpen(maxBy, "maxExclusive") ? { maxExclusive: true } : {}),
  });
  return `${limit[own]} ${unitText(unit)}`.trim();
}

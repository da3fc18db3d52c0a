import type { RequirementAnswer } from "@quanheng/contract/schemas/selection.ts";
import { limitText, unitText } from "@quanheng/flow/selection/limit-text.ts";
import type { z } from "zod";

export type Strictest = z.output<typeof RequirementAnswer>["strictest"][number];

/** The strictest limit of all markets with its unit: `81 至 150 IU`. */
export function strictestText({ min, max, unit }: Pick<Strictest, "min" | "max" | "unit">, own: "zh" | "en"): string {
  const limit = limitText({ kind: "interval", ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) });
  return `${limit[own]} ${unitText(unit)}`.trim();
}

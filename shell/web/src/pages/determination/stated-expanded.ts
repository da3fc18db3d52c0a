import { NONE_STATED } from "@quanheng/flow/determination/evaluate.ts";

/** U beside a value; null where a method states none, so that no page shows "± —". */
export function statedExpanded(reportedExpanded: string): string | null {
  return reportedExpanded === NONE_STATED || reportedExpanded === "" ? null : reportedExpanded;
}

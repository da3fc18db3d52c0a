import { NONE_STATED } from "@quanheng/flow/determination/evaluate.ts";

/** U beside a value; null where none is stated: a method without U, or a result that is only known to lie below a limit. */
export function statedExpanded({
  reported,
  reportedExpanded,
}: {
  readonly reported: string;
  readonly reportedExpanded: string;
}): string | null {
  // Older evaluations kept "0" where nothing with an uncertainty contributed.
  const none = reportedExpanded === NONE_STATED || reportedExpanded === "" || Number(reportedExpanded) === 0;
  return none || /^[<>]/.test(reported) ? null : reportedExpanded;
}

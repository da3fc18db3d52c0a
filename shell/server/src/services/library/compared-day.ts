import { firstComparable } from "@quanheng/flow/selection/library/comparable.ts";
import { refuse } from "@quanheng/flow/selection/library/refusals.ts";
import type { NormativeDocument } from "@quanheng/flow/selection/reference.ts";

/**
 * A text is compared on a day that has come and on which it existed.
 *
 * @throws Refusal `compared-day-ahead`, `compared-day-early`
 */
export function requireComparedDay(day: string, today: string, document: NormativeDocument | undefined): void {
  const field = "comparedOn";
  if (day > today) refuse("compared-day-ahead", { field, value: day });
  const earliest = document ? firstComparable(document) : null;
  if (document && earliest !== null && day < earliest)
    refuse("compared-day-early", { field, value: day, document: document.id, earliest });
}

import { largeBlankFlags } from "@quanheng/flow/determination/flag.ts";
import type { Flag } from "@quanheng/flow/determination/method.ts";
import { BLANK_SCATTERS } from "@quanheng/flow/determination/quantified.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { refuse } from "../refusals.ts";

/** Standard deviations of the blank by which a content may fall below zero before the blank must be wrong. We choose 3. */
const SCATTERS_BELOW_ZERO = 3;

export type BlankedPortion = {
  /** What was indicated for the portion and for the blank, in the unit of the indication. */
  readonly sample: number;
  readonly blank: number;
  /** The content that follows from their difference and the limit of quantification. [unit of the result] */
  readonly content: number;
  readonly quantifiedFrom: number;
};

/**
 * Refuses a blank that reads more than its sample beyond scatter: the result would be "less than the limit" whatever
 * the sample holds.
 *
 * @throws Refusal `blank-above-sample`
 */
export function checkBlank(field: string, { sample, blank, content, quantifiedFrom }: BlankedPortion): void {
  if (content < (-SCATTERS_BELOW_ZERO * quantifiedFrom) / BLANK_SCATTERS)
    refuse("blank-above-sample", { field, sample, blank });
}

/**
 * Says that a blank takes away more than half of what the sample indicates. A blank that stands for less than the limit
 * of quantification cannot hide a content that counts, so it says nothing.
 *
 * @param blankContent what the blank alone would come to [unit of the result]
 */
export function blankFlags(
  field: string,
  samples: readonly number[],
  blank: number,
  blankContent: number,
  quantifiedFrom: number,
): readonly Flag[] {
  return blankContent < quantifiedFrom ? [] : largeBlankFlags(field, blank, mean(samples));
}

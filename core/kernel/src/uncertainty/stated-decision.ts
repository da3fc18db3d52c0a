import type { EXPORT_WORDS, ExportLanguage } from "./export-words.ts";

/** A decision on an output as it is shown beside the evaluation: whoever decided gives the rule in words. */
export type StatedDecision = {
  readonly output: string;
  readonly lower?: string;
  readonly upper?: string;
  readonly outcome: keyof (typeof EXPORT_WORDS)[ExportLanguage]["outcomes"];
  /** Why nothing is decided, in a sentence, where the evaluation is no ground for a decision. */
  readonly because?: string;
  /** The rule in a sentence of the language of the export. */
  readonly rule: string;
  /** Probability of conformity; null where none is stated. */
  readonly probability: number | null;
};

/**
 * The limits about an output, e.g. `490 ≤ y ≤ 510`.
 *
 * @source ISO 80000-2:2019, 2-7.9 (the sign ≤)
 * @example limitsText({ output: "y", lower: "490", upper: "510" }) // → "490 ≤ y ≤ 510" (both sides)
 * limitsText({ output: "y", upper: "510" }) // → "y ≤ 510" (one side)
 */
export function limitsText({ output, lower, upper }: Pick<StatedDecision, "output" | "lower" | "upper">): string {
  return `${lower === undefined ? "" : `${lower} ≤ `}${output}${upper === undefined ? "" : ` ≤ ${upper}`}`;
}

/**
 * A probability of conformity for print: the risk that is left is rounded up, so that it is never overstated.
 *
 * @source ours: four digits; JCGM 106:2012, 7.3 (the probability)
 * @example conformityText(0.98903) // → "0.9890" (JCGM 106:2012, 7.3.3: p_c = 0.99)
 * conformityText(0.99999) // → ">0.9999" (the risk is below 0.0001)
 */
export function conformityText(probability: number): string {
  const tenThousandths = Math.ceil((1 - probability) * 10_000 - 1e-9);
  return 1 - probability < 0.0001 ? ">0.9999" : (1 - tenThousandths / 10_000).toFixed(4);
}

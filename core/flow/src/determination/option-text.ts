import { refuse } from "./refusals.ts";

/**
 * The words of chosen options, in the order chosen; one that was chosen twice is printed twice.
 *
 * @param options words by the value that is stored
 * @example optionTexts(["0", "1", "1"], { 0: "Zero", 1: "One" }).join() // → "Zero,One,One" (in the order chosen)
 * @throws Refusal `unknown-choice` for a value that is no option
 * @source ours: results that are words
 */
export function optionTexts(chosen: readonly string[], options: Readonly<Record<string, string>>): readonly string[] {
  return chosen.map((value) => {
    const text = Object.hasOwn(options, value) ? options[value] : undefined;
    return text ?? refuse("unknown-choice", { given: value, choices: Object.keys(options) });
  });
}

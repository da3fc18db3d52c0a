import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import type { FormProblem } from "../form-value.ts";

/** The sentence of a complaint, where there is one. */
export function useSay(): (problem: FormProblem | undefined) => string | undefined {
  const text = useText(selectionText);
  return (problem) => problem && text(problem);
}

import type { PlanQuestion } from "@quanheng/contract/schemas/planning.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { claimsIn, type FormValue } from "../../selection/form-value.ts";

/** What is asked of the planner; call it for a form whose sample is a number. */
export function questionOf(form: FormValue): PlanQuestion {
  const sample = parseNumber(form.sampleAvailableG);
  return {
    product: form.product,
    markets: [...form.markets],
    claims: claimsIn(form),
    on: form.appliesOn,
    neededBy: form.neededBy === "" ? null : form.neededBy,
    sampleAvailableG: sample.ok ? Number(sample.text) : 0,
  };
}

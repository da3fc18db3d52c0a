import { askRequirements } from "@quanheng/contract/routes/selection.ts";
import { useCall } from "../../../api/use-call.ts";
import { claimsIn, type FormValue } from "../form-value.ts";

/** What applies to the form as it stands; the former answer stays while a new one is under way. */
export function useLiveAnswer(form: FormValue) {
  const { product, markets, appliesOn } = form;
  return useCall(
    askRequirements,
    { body: { product, markets: [...markets], claims: claimsIn(form), on: appliesOn } },
    { enabled: product !== "" && markets.length > 0 && /^\d{4}-\d{2}-\d{2}$/.test(appliesOn), keep: true },
  );
}

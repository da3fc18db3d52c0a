import { commissionStateNames } from "@quanheng/contract/messages/terms.ts";
import type { CommissionSummary } from "@quanheng/contract/schemas/selection.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import "./selection.css";

/** Where a commission stands, and whether it is late. */
export function CommissionState({ state, late }: Pick<CommissionSummary, "state" | "late">) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  return (
    <span className="row state-row">
      <span className={`state is-${state}`}>{commissionStateNames[state][own]}</span>
      {late && <span className="state is-late">{text("late")}</span>}
    </span>
  );
}

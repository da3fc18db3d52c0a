import type { CommissionDetail, Plan } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { Note } from "../../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { to } from "../../../paths.ts";
import { Reasons } from "./NotTested.tsx";

/** Why there is no plan, and what the client can change. */
export function Uncoverable({ plan, commission }: { readonly plan: Plan; readonly commission?: CommissionDetail }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const rows = plan.uncoverable.length > 0;
  return (
    <Note>
      <p>
        <b>{text(plan.status === "gap" ? "plan.stopped" : "plan.infeasible")}</b>
      </p>
      <p>{text(rows ? "plan.infeasible.why" : "plan.limits")}</p>
      {rows && <Reasons of={plan.uncoverable} />}
      {plan.limits.length > 0 && (
        <ul>
          {plan.limits.map(({ binding, because }) => (
            <li key={binding}>{because[own]}</li>
          ))}
        </ul>
      )}
      {commission && <Link to={to.editCommission(commission.id)}>{text("plans.edit")}</Link>}
    </Note>
  );
}

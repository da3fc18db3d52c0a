import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { to } from "../../../paths.ts";
import { useMay } from "../../../session/use-session.ts";

/** One sentence that says what happens now and by whom, and the way to it where it is the reader's turn. */
export function NextStep({ commission }: { readonly commission: CommissionDetail }) {
  const text = useText(selectionText);
  const mayPlan = useMay("commission.plan");
  const { id, state, declineReason } = commission;
  return (
    <section className={`panel next-step is-${state}`} aria-labelledby="next-title">
      <h2 id="next-title">{text("next.title")}</h2>
      <p>{text(`next.${state}`, { reason: declineReason ?? "—" })}</p>
      {state === "draft" && mayPlan && (
        <p className="row">
          <Link to={to.plans(id)} className="main-link">
            {text("action.plan")}
          </Link>
          <Link to={to.commissionRequirements(id)} className="other-link">
            {text("action.requirements")}
          </Link>
        </p>
      )}
    </section>
  );
}

import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { route, to } from "../../../paths.ts";
import { isServed } from "../../all.ts";
import { CancelDialog } from "./CancelDialog.tsx";

/** What the reader may do besides the next step, which has a place of its own. */
export function CommissionActions({ commission }: { readonly commission: CommissionDetail }) {
  const text = useText(selectionText);
  const [cancelling, setCancelling] = useState(false);
  const allowed = (wanted: string) => commission.actions.some(({ action, allowed: may }) => action === wanted && may);
  return (
    <>
      {allowed("cancel") && <Button onClick={() => setCancelling(true)}>{text("action.cancel")}</Button>}
      {allowed("edit") && (
        <Link to={to.editCommission(commission.id)} className="other-link">
          {text("action.edit")}
        </Link>
      )}
      <Link to={to.commissionRequirements(commission.id)} className="other-link">
        {text("action.requirements")}
      </Link>
      {allowed("review-contract") && isServed(route.contractReview) && (
        <Link to={to.contractReview(commission.id)} className="main-link">
          {text("action.review-contract")}
        </Link>
      )}
      {allowed("sign") && isServed(route.signing) && (
        <Link to={to.signing(commission.id)} className="main-link">
          {text("action.sign")}
        </Link>
      )}
      <CancelDialog commission={commission} open={cancelling} close={() => setCancelling(false)} />
    </>
  );
}

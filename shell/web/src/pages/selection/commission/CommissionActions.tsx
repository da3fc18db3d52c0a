import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { type RouteName, route, to } from "../../../paths.ts";
import { isServed } from "../../all.ts";
import { CancelDialog } from "./CancelDialog.tsx";

/** What leads to a page of its own; the next step of a draft has its own place below. */
const PAGES = [
  { action: "edit", page: "editCommission", main: false },
  { action: "add-markets", page: "addMarkets", main: false },
  { action: "review-contract", page: "contractReview", main: true },
  { action: "sign", page: "signing", main: true },
] as const satisfies readonly { action: string; page: RouteName; main: boolean }[];

/** What the platform lets the reader's role do with a commission; what is not possible now stays and says why. */
export function CommissionActions({ commission: { id, version, actions } }: { readonly commission: CommissionDetail }) {
  const text = useText(selectionText);
  const go = useNavigate();
  const [cancelling, setCancelling] = useState(false);
  const permit = (wanted: string) => actions.find(({ action }) => action === wanted);
  return (
    <>
      {permit("cancel") && (
        <ActionButton permit={permit("cancel")} onClick={() => setCancelling(true)}>
          {text("action.cancel")}
        </ActionButton>
      )}
      {PAGES.filter(({ action, page }) => permit(action) && isServed(route[page])).map(({ action, page, main }) => (
        <ActionButton
          key={action}
          permit={permit(action)}
          type={main ? "primary" : "default"}
          onClick={() => void go({ to: to[page](id) })}
        >
          {text(`action.${action}`)}
        </ActionButton>
      ))}
      <Link to={to.commissionRequirements(id)} className="other-link">
        {text("action.requirements")}
      </Link>
      <CancelDialog commission={{ id, version }} open={cancelling} close={() => setCancelling(false)} />
    </>
  );
}

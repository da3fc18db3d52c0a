import { createCommission } from "@quanheng/contract/routes/selection.ts";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { to, toPage } from "../../paths.ts";
import { today } from "../library/today.ts";
import { CommissionForm } from "./CommissionForm.tsx";
import { draftOf, emptyForm } from "./form-value.ts";
import { takeOrdered } from "./ordered.ts";

/** Where an enterprise states a product, a lot and its markets. */
export function NewCommissionPage() {
  const text = useText(selectionText);
  const go = useNavigate();
  const [empty] = useState(() => emptyForm(today()));
  const draft = useDraft("commission.new", 0, empty);
  const { change } = draft;
  useEffect(() => {
    const ordered = takeOrdered();
    if (ordered) change((former) => ({ ...former, ...ordered }));
  }, [change]);
  const create = useSend(createCommission, {
    onDone: ({ id }) => {
      draft.clear();
      void go({ to: to.commissionRequirements(id) });
    },
  });
  return (
    <Page
      title={text("form.title")}
      lead={text("form.lead")}
      crumbs={[{ label: text("list.title"), to: toPage("commissions") }]}
    >
      <CommissionForm
        draft={draft}
        busy={create.isPending}
        error={create.error}
        action={text("form.save")}
        send={(form) => create.mutate({ body: draftOf(form) })}
      />
    </Page>
  );
}

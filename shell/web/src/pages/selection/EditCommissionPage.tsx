import { getCommission, updateCommission } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useSend } from "../../api/use-call.ts";
import { ConflictDialog } from "../../components/ConflictDialog.tsx";
import { Page } from "../../components/Page.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { to, toPage } from "../../paths.ts";
import { useId } from "../../use-id.ts";
import { CommissionForm } from "./CommissionForm.tsx";
import { useConflictRows } from "./form/conflict-rows.ts";
import { draftOf, formOf } from "./form-value.ts";

/** Where a draft is changed. Somebody else's change in between is shown beside the reader's own, never overwritten. */
export function EditCommissionPage() {
  const text = useText(selectionText);
  const id = useId("com");
  const commission = useCall(getCommission, { params: { id } });
  const number = commission.data?.number ?? "";
  return (
    <Page
      title={text("form.title.edit", { number })}
      lead={text("form.lead")}
      crumbs={[
        { label: text("list.title"), to: toPage("commissions") },
        ...(number ? [{ label: number, to: to.commission(id) }] : []),
      ]}
    >
      <Stateful of={commission}>{(found) => <Editing commission={found} />}</Stateful>
    </Page>
  );
}

function Editing({ commission }: { readonly commission: CommissionDetail }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const go = useNavigate();
  const theirs = formOf(commission);
  const draft = useDraft(`commission.${commission.id}`, commission.version, theirs);
  const rows = useConflictRows(draft.value, theirs);
  const save = useSend(updateCommission, {
    onDone: ({ id }) => {
      draft.clear();
      void go({ to: to.commissionRequirements(id) });
    },
  });
  const barred = commission.actions.find(({ action, allowed }) => action === "edit" && !allowed);
  if (barred) return <Note>{barred.reason?.[own]}</Note>;
  return (
    <>
      <CommissionForm
        draft={draft}
        busy={save.isPending}
        error={save.error}
        action={text("form.save.edit")}
        send={(form) =>
          save.mutate({ params: { id: commission.id }, body: { version: draft.version, draft: draftOf(form) } })
        }
      />
      <ConflictDialog
        error={save.error}
        rows={rows}
        close={() => save.reset()}
        keepMine={() => {
          draft.rebase();
          save.reset();
        }}
        takeTheirs={() => {
          draft.clear();
          save.reset();
        }}
      />
    </>
  );
}

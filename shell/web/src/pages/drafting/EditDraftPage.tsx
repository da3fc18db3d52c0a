import { getDraft, reviseDraft } from "@quanheng/contract/routes/drafting.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { ConflictDialog, isConflict } from "../../components/ConflictDialog.tsx";
import { DraftNote } from "../../components/DraftNote.tsx";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { to, toPage } from "../../paths.ts";
import { useId } from "../../use-id.ts";
import { DraftFields } from "./DraftFields.tsx";
import { entryOf, formOf, isComplete } from "./draft-form.ts";
import { SaveBar } from "./SaveBar.tsx";

const SHORTEST_REASON = 5;

/** The next version of a draft. */
export function EditDraftPage() {
  const text = useText(draftingText);
  const id = useId("dst");
  const answer = useCall(getDraft, { params: { id } });
  return (
    <Page
      title={text("form.edit")}
      lead={text("form.lead")}
      crumbs={[
        { label: text("drafts.title"), to: toPage("drafts") },
        { label: answer.data?.number ?? id, to: to.draft(id) },
      ]}
    >
      <Stateful of={answer}>{(detail) => <Form of={detail} />}</Stateful>
    </Page>
  );
}

function Form({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const go = useNavigate();
  const [reason, setReason] = useState("");
  const draft = useDraft(`draft-standard.${of.id}`, of.newest, formOf(of));
  const revise = useSend(reviseDraft, {
    onDone: () => {
      draft.clear();
      void go({ to: to.draft(of.id) });
    },
  });
  const save = () =>
    revise.mutate({
      params: { id: of.id },
      body: { version: draft.version, draft: entryOf(draft.value), reason: reason.trim() },
    });
  return (
    <>
      <DraftNote draft={draft} />
      <DraftFields form={draft.value} change={draft.change} problems={of.limits} />
      <section className="panel">
        <TextField label={text("form.reason")} value={reason} onChange={setReason} maxLength={500} />
      </section>
      <SaveBar
        label={text("form.save")}
        error={isConflict(revise.error) ? null : revise.error}
        busy={revise.isPending}
        ready={isComplete(draft.value) && reason.trim().length >= SHORTEST_REASON}
        permit={of.permits.revise}
        save={save}
      />
      <ConflictDialog
        error={revise.error}
        rows={[
          {
            label: text("form.conflict", { version: of.newest }),
            mine: draft.value.number,
            theirs: of.number,
          },
        ]}
        keepMine={() => {
          draft.rebase();
          revise.reset();
        }}
        takeTheirs={() => {
          draft.clear();
          revise.reset();
        }}
        close={() => revise.reset()}
      />
    </>
  );
}

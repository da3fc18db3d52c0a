import { beginDraft } from "@quanheng/contract/routes/drafting.ts";
import { useNavigate } from "@tanstack/react-router";
import { useSend } from "../../api/use-call.ts";
import { DraftNote } from "../../components/DraftNote.tsx";
import { Page } from "../../components/Page.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { to, toPage } from "../../paths.ts";
import { DraftFields } from "./DraftFields.tsx";
import { BLANK, entryOf, isComplete } from "./draft-form.ts";
import { SaveBar } from "./SaveBar.tsx";

/** The first version of a new standard. */
export function NewDraftPage() {
  const text = useText(draftingText);
  const go = useNavigate();
  const draft = useDraft("draft-standard.new", 1, BLANK);
  const begin = useSend(beginDraft, {
    onDone: ({ id }) => {
      draft.clear();
      void go({ to: to.draft(id) });
    },
  });
  return (
    <Page
      title={text("form.new")}
      lead={text("form.lead")}
      crumbs={[{ label: text("drafts.title"), to: toPage("drafts") }]}
    >
      <DraftNote draft={draft} />
      <DraftFields form={draft.value} change={draft.change} />
      <SaveBar
        label={text("form.begin")}
        error={begin.error}
        busy={begin.isPending}
        ready={isComplete(draft.value)}
        save={() => begin.mutate({ body: entryOf(draft.value) })}
      />
    </Page>
  );
}

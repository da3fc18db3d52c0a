import { getRowTexts } from "@quanheng/contract/routes/library-editing.ts";
import { useSearch } from "@tanstack/react-router";
import { useCall } from "../../../api/use-call.ts";
import { Page } from "../../../components/Page.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to, toPage } from "../../../paths.ts";
import { ProposalForm } from "./ProposalForm.tsx";
import "../library.css";

/** A new requirement, or with `?row=` a new version of one. */
export function ProposePage() {
  const text = useText(libraryEditingText);
  const { row = "" }: { row?: string } = useSearch({ strict: false });
  const answer = useCall(getRowTexts, { params: { rowId: row } }, { enabled: row !== "" });
  return (
    <Page
      title={text(row ? "propose.edit" : "propose.title")}
      lead={text("propose.lead")}
      crumbs={[
        { label: text("queue.title"), to: toPage("libraryQueue") },
        ...(row ? [{ label: row, to: to.requirement(row) }] : []),
      ]}
    >
      {row === "" ? (
        <ProposalForm rowId="" initial={{}} before={null} />
      ) : (
        <Stateful of={answer}>
          {({ row: initial, versionId }) => <ProposalForm rowId={row} initial={initial} before={versionId} />}
        </Stateful>
      )}
    </Page>
  );
}

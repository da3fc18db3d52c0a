import { listDrafts } from "@quanheng/contract/routes/drafting.ts";
import { DRAFT_KINDS } from "@quanheng/flow/selection/drafting/draft.ts";
import { DRAFT_STATES } from "@quanheng/flow/selection/drafting/step.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../api/use-call.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { InstantText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { to, toPage } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";
import { useFilters } from "../library/use-filters.ts";
import "../library/library.css";

/** Drafts of standards that the reader may see. */
export function DraftsPage() {
  const text = useText(draftingText);
  const { own } = useLanguage();
  const { of, change } = useFilters(["kind", "state"]);
  const mayDraft = useMay("standard.draft");
  const kind = DRAFT_KINDS.find((each) => each === of.kind);
  const state = DRAFT_STATES.find((each) => each === of.state);
  const rows = usePages(listDrafts, { query: { ...(kind ? { kind } : {}), ...(state ? { state } : {}) } });
  const all = { value: "*", label: text("drafts.all") };
  return (
    <Page
      title={text("drafts.title")}
      lead={text("drafts.lead")}
      actions={
        mayDraft && (
          <Link className="plain-button" to={toPage("newDraft")}>
            {text("drafts.begin")}
          </Link>
        )
      }
    >
      <search className="filters">
        <SelectField
          label={text("drafts.kind")}
          value={kind ?? "*"}
          onChange={(value) => change({ kind: value === "*" ? "" : value })}
          choices={[all, ...DRAFT_KINDS.map((each) => ({ value: each, label: text(`kind.${each}`) }))]}
        />
        <SelectField
          label={text("drafts.state")}
          value={state ?? "*"}
          onChange={(value) => change({ state: value === "*" ? "" : value })}
          choices={[all, ...DRAFT_STATES.map((each) => ({ value: each, label: text(`state.${each}`) }))]}
        />
      </search>
      <DataTable
        caption={text("drafts.title")}
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }) => to.draft(id)}
        empty={text("drafts.empty")}
        columns={[
          {
            key: "number",
            title: text("drafts.number"),
            cell: ({ number, title }) => (
              <span className="document">
                <b>{number}</b>
                <span>{title[own]}</span>
              </span>
            ),
          },
          { key: "kind", title: text("drafts.kind"), cell: (row) => text(`kind.${row.kind}`) },
          {
            key: "state",
            title: text("drafts.state"),
            cell: (row) => <span className="mark">{text(`state.${row.state}`)}</span>,
          },
          { key: "house", title: text("drafts.house"), cell: ({ institution }) => institution[own] },
          { key: "changed", title: text("drafts.changed"), cell: ({ changedAt }) => <InstantText at={changedAt} /> },
        ]}
      />
    </Page>
  );
}

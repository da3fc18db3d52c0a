import { listQueue } from "@quanheng/contract/routes/library-editing.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../api/use-call.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { Page } from "../../../components/Page.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryText } from "../../../i18n/library.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to, toPage } from "../../../paths.ts";
import { DocumentText } from "../DocumentText.tsx";
import { LimitText } from "../LimitText.tsx";
import { StatusTag } from "../RequirementTags.tsx";
import { useFilters } from "../use-filters.ts";
import "../library.css";

/** What awaits a second person. */
export function QueuePage() {
  const text = useText(libraryEditingText);
  const library = useText(libraryText);
  const { own } = useLanguage();
  const { of, change } = useFilters(["status"]);
  const status = of.status === "recalled" ? "recalled" : "proposed";
  const rows = usePages(listQueue, { query: { status } });
  return (
    <Page
      title={text("queue.title")}
      lead={text("queue.lead")}
      actions={
        <>
          <Link className="plain-button" to={toPage("libraryImports")}>
            {text("imports.title")}
          </Link>
          <Link className="plain-button" to={toPage("proposeRequirement")}>
            {text("propose.title")}
          </Link>
        </>
      }
    >
      <search className="filters">
        <SelectField
          label={text("queue.which")}
          value={status}
          onChange={(next) => change({ status: next === "proposed" ? "" : next })}
          choices={[
            { value: "proposed", label: text("queue.proposed") },
            { value: "recalled", label: text("queue.recalled") },
          ]}
        />
      </search>
      <DataTable
        caption={text("queue.caption")}
        rows={rows}
        rowKey={({ versionId }) => versionId}
        rowTo={({ rowId }) => to.requirement(rowId)}
        empty={text("queue.empty")}
        columns={[
          { key: "what", title: text("queue.requirement"), cell: ({ characteristicName }) => characteristicName[own] },
          { key: "market", title: library("filter.market"), cell: ({ market }) => <MarketTag market={market} /> },
          { key: "limit", title: library("limit"), cell: (row) => <LimitText of={row} /> },
          { key: "document", title: library("document"), cell: (row) => <DocumentText of={row} /> },
          {
            key: "by",
            title: text("queue.by"),
            cell: ({ recordedBy, own: mine, reason }) => (
              <span className="document">
                <span>{mine ? text("queue.own") : (recordedBy?.[own] ?? library("version.loaded"))}</span>
                <small className="quiet">{reason}</small>
              </span>
            ),
          },
          { key: "status", title: library("status"), cell: (row) => <StatusTag status={row.status} /> },
        ]}
      />
    </Page>
  );
}

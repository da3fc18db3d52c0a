import { listMarkets } from "@quanheng/contract/routes/library.ts";
import { listDocuments } from "@quanheng/contract/routes/library-documents.ts";
import { Link } from "@tanstack/react-router";
import { useCall, usePages } from "../../../api/use-call.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { Page } from "../../../components/Page.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryText } from "../../../i18n/library.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { to, toPage } from "../../../paths.ts";
import { useMay } from "../../../session/use-session.ts";
import { EffectiveText } from "../EffectiveText.tsx";
import { ForceTag, StatusTag } from "../RequirementTags.tsx";
import { SearchField } from "../SearchField.tsx";
import { useFilters } from "../use-filters.ts";
import { DocumentForm } from "./DocumentForm.tsx";
import { instantOf, MOMENT, MomentFields } from "./MomentFields.tsx";
import { Standing } from "./Standing.tsx";
import "../library.css";

/** The documents behind the requirements, as they stood on a day. */
export function DocumentsPage() {
  const text = useText(libraryEditingText);
  const library = useText(libraryText);
  const { own } = useLanguage();
  const filters = useFilters(["market", "text", ...MOMENT]);
  const { of, change } = filters;
  const mayPropose = useMay("requirement.propose");
  const markets = useCall(listMarkets, {});
  const rows = usePages(listDocuments, {
    query: {
      ...(of.market ? { market: of.market } : {}),
      ...(of.text ? { text: of.text } : {}),
      ...(of.on ? { on: of.on } : {}),
      ...instantOf(of.known),
    },
  });
  return (
    <Page
      title={text("documents.title")}
      lead={text("documents.lead")}
      actions={
        <Link className="plain-button" to={toPage("standardsFlags")}>
          {text("flags.title")}
        </Link>
      }
    >
      {mayPropose && (
        <details className="fold">
          <summary>{text("document.new")}</summary>
          <DocumentForm of={null} />
        </details>
      )}
      <search className="filters">
        <SearchField label={library("filter.text")} value={of.text} onSettle={(typed) => change({ text: typed })} />
        <SelectField
          label={library("filter.market")}
          value={of.market || "*"}
          onChange={(market) => change({ market: market === "*" ? "" : market })}
          choices={[
            { value: "*", label: library("filter.market.all") },
            ...(markets.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name[own]}` })),
          ]}
        />
        <MomentFields of={of} change={change} />
      </search>
      <DataTable
        caption={text("documents.caption")}
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }) => to.document(id)}
        empty={text("documents.empty")}
        columns={[
          { key: "id", title: text("documents.number"), cell: ({ id }) => id },
          { key: "title", title: text("documents.name"), cell: ({ title }) => title[own] },
          { key: "market", title: text("document.market"), cell: ({ market }) => <MarketTag market={market} /> },
          { key: "force", title: text("document.force"), cell: ({ force }) => <ForceTag force={force} /> },
          {
            key: "effective",
            title: text("document.effective"),
            wideOnly: true,
            cell: (row) => <EffectiveText of={row} />,
          },
          { key: "standing", title: text("documents.standing"), cell: ({ fallen }) => <Standing of={fallen} /> },
          { key: "status", title: library("status"), cell: ({ status }) => <StatusTag status={status} /> },
        ]}
      />
    </Page>
  );
}

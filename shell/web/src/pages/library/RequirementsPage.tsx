import { listMarkets, listProducts, listRequirements } from "@quanheng/contract/routes/library.ts";
import { exportCatalogue, exportJsonLd } from "@quanheng/contract/routes/library-documents.ts";
import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { hrefOf, type Request } from "../../api/client.ts";
import { useCall, usePages } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Page } from "../../components/Page.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";
import { to, toPage } from "../../paths.ts";
import { variantText } from "./claim-name.ts";
import { DocumentText } from "./DocumentText.tsx";
import { instantOf } from "./documents/MomentFields.tsx";
import { EffectiveText } from "./EffectiveText.tsx";
import { LimitText } from "./LimitText.tsx";
import { ProductTiles } from "./ProductTiles.tsx";
import { ForceTag, StatusTag } from "./RequirementTags.tsx";
import { SearchField } from "./SearchField.tsx";
import { today } from "./today.ts";
import { type Filters, useFilters } from "./use-filters.ts";
import "./library.css";

const NAMES = ["product", "market", "status", "text", "on", "document", "characteristic", "known"] as const;
/** Stands in the address for "every period"; without anything the list shows what applies today. */
const ALWAYS = "always";

/** What the library knows: the products first, then the requirements on the one chosen. */
export function RequirementsPage() {
  const text = useText(libraryText);
  const filters = useFilters(NAMES);
  return (
    <Page
      title={text("requirements.title")}
      lead={text("requirements.lead")}
      actions={
        <Link className="plain-button" to={toPage("documents")}>
          {text("requirements.documents")}
        </Link>
      }
    >
      <RequirementFilters filters={filters} />
      {filters.any ? (
        <RequirementList filters={filters} />
      ) : (
        <ProductTiles choose={(product) => filters.change({ product })} />
      )}
    </Page>
  );
}

function RequirementFilters({
  filters: { of, any, change, clear },
}: {
  readonly filters: Filters<(typeof NAMES)[number]>;
}) {
  const text = useText(libraryText);
  const { own } = useLanguage();
  const products = useCall(listProducts, {});
  const markets = useCall(listMarkets, {});
  return (
    <search className="filters">
      <SelectField
        label={text("filter.product")}
        value={of.product || "*"}
        onChange={(product) => change({ product: product === "*" ? "" : product })}
        choices={[
          { value: "*", label: text("filter.product.all") },
          ...(products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name[own] })),
        ]}
      />
      <SelectField
        label={text("filter.market")}
        value={of.market || "*"}
        onChange={(market) => change({ market: market === "*" ? "" : market })}
        choices={[
          { value: "*", label: text("filter.market.all") },
          ...(markets.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name[own]}` })),
        ]}
      />
      <SelectField
        label={text("status")}
        value={of.status || "*"}
        onChange={(status) => change({ status: status === "*" ? "" : status })}
        choices={[
          { value: "*", label: text("filter.status.all") },
          { value: "open", label: text("filter.status.open") },
          { value: "settled", label: text("filter.status.settled") },
        ]}
      />
      <SearchField label={text("filter.text")} value={of.text} onSettle={(typed) => change({ text: typed })} />
      <TextField
        label={text("filter.on")}
        hint={text("filter.on.hint")}
        type="date"
        value={of.on === ALWAYS ? "" : of.on || today()}
        onChange={(on) => change({ on: on || ALWAYS })}
      />
      <TextField
        label={text("filter.known")}
        hint={text("filter.known.hint")}
        type="date"
        max={today()}
        value={of.known}
        onChange={(known) => change({ known })}
      />
      {any && (
        <button type="button" className="plain-button" onClick={clear}>
          {text("filter.clear")}
        </button>
      )}
    </search>
  );
}

function RequirementList({ filters }: { readonly filters: Filters<(typeof NAMES)[number]> }) {
  const text = useText(libraryText);
  const columns = useColumns();
  const { of } = filters;
  const query: Query = {
    ...(of.product ? { product: of.product } : {}),
    ...(of.market ? { market: of.market } : {}),
    ...(of.text ? { text: of.text } : {}),
    ...(of.document ? { document: of.document } : {}),
    ...(of.characteristic ? { characteristic: of.characteristic } : {}),
    ...(of.status === "open" || of.status === "settled" ? { status: of.status } : {}),
    ...(of.on === ALWAYS ? {} : { on: of.on || today() }),
    ...instantOf(of.known),
  };
  const rows = usePages(listRequirements, { query });
  return (
    <>
      <FacetLine filters={filters} query={query} />
      <DataTable
        caption={text("requirements.caption")}
        rows={rows}
        rowKey={({ versionId }) => versionId}
        rowTo={({ rowId }) => to.requirement(rowId)}
        empty={text("requirements.empty")}
        columns={columns}
      />
    </>
  );
}

type Query = NonNullable<Request<typeof listRequirements>["query"]>;
const SHOWN = ["characteristic", "document"] as const;

/** How many rows were found, two more choices with what each would find, and the answer as a file. */
function FacetLine({
  filters: { of, change },
  query,
}: {
  readonly filters: Filters<(typeof NAMES)[number]>;
  readonly query: Query;
}) {
  const text = useText(libraryText);
  const { own } = useLanguage();
  const { data } = useCall(listRequirements, { query: { ...query, limit: 1 } }, { keep: true });
  const file = { product: of.product, ...(query.on ? { on: query.on } : {}), ...instantOf(of.known) };
  return (
    <div className="filters">
      {SHOWN.map((facet) => (
        <SelectField
          key={facet}
          label={text(`filter.${facet}`)}
          value={of[facet] || "*"}
          onChange={(value) => change({ [facet]: value === "*" ? "" : value })}
          choices={[
            { value: "*", label: text("filter.all") },
            ...(data?.facets[facet] ?? []).map(({ value, name, count }) => ({
              value,
              label: `${facet === "document" ? value : name[own]} (${count})`,
            })),
          ]}
        />
      ))}
      <p className="facet-total" aria-live="polite">
        {data && text("requirements.total", { count: data.total })}
        {of.product && (
          <>
            <a href={hrefOf(exportJsonLd, { query: file })} download={`${of.product}.jsonld`}>
              {text("requirements.download")}
            </a>
            <a href={hrefOf(exportCatalogue, { query: file })} download={`${of.product}.json`}>
              {text("requirements.catalogue")}
            </a>
          </>
        )}
      </p>
    </div>
  );
}

function useColumns(): readonly Column<ApplicableRequirement>[] {
  const text = useText(libraryText);
  const { own } = useLanguage();
  return [
    {
      key: "characteristic",
      title: text("characteristic"),
      cell: ({ characteristicName }) => characteristicName[own],
    },
    { key: "market", title: text("filter.market"), cell: ({ market }) => <MarketTag market={market} /> },
    {
      key: "limit",
      title: text("limit"),
      cell: (row) => (
        <span className="document">
          <LimitText of={row} />
          {row.variant && <small className="quiet">{variantText(row.variant, own)}</small>}
        </span>
      ),
    },
    { key: "document", title: text("document"), cell: (row) => <DocumentText of={row} /> },
    { key: "force", title: text("force"), cell: ({ force }) => <ForceTag force={force} /> },
    { key: "effective", title: text("effective"), wideOnly: true, cell: (row) => <EffectiveText of={row} /> },
    { key: "status", title: text("status"), cell: ({ status }) => <StatusTag status={status} /> },
  ];
}

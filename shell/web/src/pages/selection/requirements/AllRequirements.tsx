import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { useState } from "react";
import { DataTable, listed } from "../../../components/DataTable.tsx";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { libraryText } from "../../../i18n/library.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { to } from "../../../paths.ts";
import { variantText } from "../../library/claim-name.ts";
import { DocumentText } from "../../library/DocumentText.tsx";
import { LimitText } from "../../library/LimitText.tsx";
import { ForceTag, StatusTag } from "../../library/RequirementTags.tsx";

/** Every requirement with its source, of one market or of all. */
export function AllRequirements({
  rows,
  markets,
  first,
}: {
  readonly rows: readonly ApplicableRequirement[];
  readonly markets: readonly string[];
  /** The market shown first; null shows all. */
  readonly first: string | null;
}) {
  const text = useText(selectionText);
  const library = useText(libraryText);
  const { own } = useLanguage();
  const [market, setMarket] = useState(first);
  const shown = market === null ? rows : rows.filter((row) => row.market === market);
  return (
    <>
      <fieldset className="segments" aria-label={library("filter.market")}>
        {[null, ...markets].map((choice) => (
          <button
            key={choice ?? "*"}
            type="button"
            className={choice === market ? "segment is-chosen" : "segment"}
            aria-pressed={choice === market}
            onClick={() => setMarket(choice)}
          >
            {choice ?? text("all.every")}{" "}
            <span className="segment-count">
              {choice === null ? rows.length : rows.filter((row) => row.market === choice).length}
            </span>
          </button>
        ))}
      </fieldset>
      <DataTable
        caption={text("all.title")}
        rows={listed(shown)}
        rowKey={({ versionId }) => versionId}
        rowTo={({ rowId }) => to.requirement(rowId)}
        empty={text("requirements.empty")}
        columns={[
          {
            key: "characteristic",
            title: library("characteristic"),
            cell: ({ characteristicName }) => characteristicName[own],
          },
          { key: "market", title: library("filter.market"), cell: (row) => <MarketTag market={row.market} short /> },
          {
            key: "limit",
            title: library("limit"),
            cell: (row) => (
              <span className="document">
                <LimitText of={row} />
                {row.variant && <small className="quiet">{variantText(row.variant, own)}</small>}
                {!row.testable && <small className="quiet">{library("tested.no")}</small>}
              </span>
            ),
          },
          {
            key: "document",
            title: library("document"),
            cell: (row) => (
              <span className="document">
                <DocumentText of={row} />
                {row.note && <small className="quiet row-note">{row.note}</small>}
              </span>
            ),
          },
          { key: "force", title: library("force"), cell: ({ force }) => <ForceTag force={force} /> },
          {
            key: "confidence",
            title: library("confidence"),
            wideOnly: true,
            cell: ({ confidence }) => library(`confidence.${confidence}`),
          },
          { key: "status", title: library("status"), cell: ({ status }) => <StatusTag status={status} /> },
        ]}
      />
    </>
  );
}

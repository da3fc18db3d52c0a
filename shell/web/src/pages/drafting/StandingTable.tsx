import type { getDraftStandings } from "@quanheng/contract/routes/drafting.ts";
import { unitText } from "@quanheng/flow/selection/limit-text.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/client.ts";
import { DataTable, listed } from "../../components/DataTable.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";
import { to } from "../../paths.ts";

type Standing = Answer<typeof getDraftStandings>["items"][number];

/** The limits in force in every market beside one proposal. */
export function StandingTable({ of, name }: { readonly of: Standing; readonly name: Bilingual }) {
  const text = useText(draftingText);
  const { own } = useLanguage();
  return (
    <>
      <DataTable
        caption={`${text("standing.title")}: ${name[own]}`}
        rows={listed(of.standings)}
        rowKey={({ rowId }) => rowId}
        empty={text("standing.none")}
        columns={[
          { key: "market", title: text("standing.market"), cell: ({ market }) => <MarketTag market={market} /> },
          {
            key: "document",
            title: text("standing.document"),
            cell: ({ rowId, document, clause, variant }) => (
              <span className="document">
                <Link to={to.requirement(rowId)}>
                  {document} {clause}
                </Link>
                {variant && <small className="quiet">{Object.values(variant).join(" · ")}</small>}
              </span>
            ),
          },
          {
            key: "limit",
            title: text("standing.limit"),
            cell: ({ limitText, unit, status }) => (
              <span className="document">
                <span>
                  {limitText[own]} {unitText(unit)}
                </span>
                {status === "recalled" && <small className="quiet">{text("standing.recalled")}</small>}
              </span>
            ),
          },
          {
            key: "relation",
            title: text("standing.relation"),
            cell: ({ relation, below }) => (
              <span className="row">
                <span className={relation === "stricter" ? "mark is-read" : "mark"}>
                  {text(`relation.${relation}`)}
                </span>
                {below && <span className="mark is-below">{text("standing.below")}</span>}
              </span>
            ),
          },
        ]}
      />
      {of.silent.length > 0 && of.standings.length > 0 && (
        <p className="quiet">{text("standing.silent", { markets: of.silent.join(", ") })}</p>
      )}
    </>
  );
}

import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { DataTable, listed } from "../../../components/DataTable.tsx";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { Money } from "../../../components/Money.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { to } from "../../../paths.ts";
import { useDays } from "./use-days.ts";

type Line = Plan["lines"][number];

/** The tests of a plan: which requirements in which markets each answers, and why it is accepted there. */
export function PlanLines({ plan: { lines } }: { readonly plan: Plan }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const days = useDays();
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title" className="section-title">
        {text("lines.title")}
      </h2>
      <DataTable
        caption={text("lines.title")}
        rows={listed(lines)}
        rowKey={({ offerId }) => offerId}
        empty=""
        columns={[
          {
            key: "test",
            title: text("lines.test"),
            cell: ({ characteristics }) =>
              characteristics.map(({ name }) => name[own]).join(own === "zh" ? "、" : ", "),
          },
          { key: "method", title: text("lines.method"), cell: ({ method }) => method },
          { key: "lab", title: text("lines.lab"), cell: ({ institutionName }) => institutionName[own] },
          { key: "covers", title: text("lines.covers"), cell: (line) => <Covers line={line} /> },
          {
            key: "days",
            title: text("lines.days"),
            align: "end",
            cell: (line) => <span className="one-line">{days(line.days)}</span>,
          },
          { key: "price", title: text("lines.price"), align: "end", cell: ({ priceFen }) => <Money fen={priceFen} /> },
        ]}
      />
    </section>
  );
}

function Covers({ line: { covers, coversNothing } }: { readonly line: Line }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  if (coversNothing) return <span className="quiet">{text("lines.nothing")}</span>;
  const markets = [...new Set(covers.map(({ market }) => market))];
  return (
    <div className="covers">
      <span className="row tight">
        {markets.map((market) => (
          <MarketTag key={market} market={market} short />
        ))}
      </span>
      <details>
        <summary>{text("lines.why")}</summary>
        <ul>
          {covers.map(({ rowId, market, because }) => (
            <li key={rowId}>
              <Link to={to.requirement(rowId)} className="covers-link">
                <MarketTag market={market} short />
              </Link>{" "}
              {because[own]}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

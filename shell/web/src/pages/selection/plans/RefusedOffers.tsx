import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { DataTable, listed } from "../../../components/DataTable.tsx";
import { Money, yuan } from "../../../components/Money.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";

/** Offers that look cheaper, and why each was not taken. Folded: it answers a question that not everybody asks. */
export function RefusedOffers({ plan: { refused, lines } }: { readonly plan: Plan }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  if (refused.length === 0) return null;
  const taken = (offerId: string) => lines.find((line) => line.offerId === offerId);
  return (
    <details className="fold">
      <summary>
        {text("refused.title")} <span className="quiet">{text("refused.count", { count: refused.length })}</span>
      </summary>
      <p className="quiet">{text("refused.lead")}</p>
      <DataTable
        caption={text("refused.title")}
        rows={listed(refused)}
        rowKey={({ offerId, insteadOf }) => `${offerId} ${insteadOf}`}
        empty=""
        columns={[
          { key: "lab", title: text("lines.lab"), cell: ({ institutionName }) => institutionName[own] },
          { key: "method", title: text("lines.method"), cell: ({ method }) => method },
          {
            key: "instead",
            title: text("refused.instead"),
            cell: ({ insteadOf }) => {
              const line = taken(insteadOf);
              return (
                <span className="two-lines">
                  <span>{line?.characteristics.map(({ name }) => name[own]).join(own === "zh" ? "、" : ", ")}</span>
                  <small className="quiet">{line?.method}</small>
                </span>
              );
            },
          },
          { key: "because", title: text("refused.because"), cell: ({ because }) => because[own] },
          {
            key: "price",
            title: text("lines.price"),
            align: "end",
            cell: ({ priceFen, insteadOf }) => {
              const less = (taken(insteadOf)?.priceFen ?? priceFen) - priceFen;
              return (
                <span className="two-lines one-line">
                  <Money fen={priceFen} />
                  {less > 0 && <small className="quiet">{text("refused.cheaper", { amount: yuan(less) })}</small>}
                </span>
              );
            },
          },
        ]}
      />
    </details>
  );
}

import { listCommissions } from "@quanheng/contract/routes/selection.ts";
import { usePages } from "../../../api/use-call.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { DayText } from "../../../components/DateText.tsx";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { Page } from "../../../components/Page.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { to } from "../../../paths.ts";

/** Commissions that wait for this laboratory's yes or no. */
export function ContractReviewsPage() {
  const text = useText(determinationText);
  const samples = useText(samplesText);
  const { own } = useLanguage();
  const commissions = usePages(listCommissions, { query: { awaiting: "true" } });
  return (
    <Page title={text("contract.list.title")} lead={text("contract.list.lead")}>
      <DataTable
        caption={text("contract.list.title")}
        rows={commissions}
        rowKey={({ id }) => id}
        rowTo={({ id }) => to.contractReview(id)}
        empty={text("contract.list.empty")}
        columns={[
          { key: "number", title: samples("sample.commission"), cell: ({ number }) => number },
          { key: "item", title: text("contract.item"), cell: ({ itemName }) => itemName[own] },
          { key: "lot", title: text("contract.lot"), cell: ({ lotNumber }) => lotNumber },
          { key: "client", title: text("contract.client"), cell: ({ enterpriseName }) => enterpriseName[own] },
          {
            key: "markets",
            title: text("contract.markets"),
            cell: ({ markets, awaitedMarkets }) => (
              <span className="row">
                {[...markets, ...awaitedMarkets].map((market) => (
                  <MarketTag key={market} market={market} short />
                ))}
              </span>
            ),
          },
          {
            key: "asked",
            title: text("contract.asked"),
            cell: ({ awaitedMarkets }) =>
              awaitedMarkets.length === 0
                ? text("contract.asked.first")
                : text("contract.asked.further", { markets: awaitedMarkets.join(", ") }),
          },
          { key: "due", title: text("contract.due"), cell: ({ dueOn }) => <DayText day={dueOn} /> },
        ]}
      />
    </Page>
  );
}

import { listAwaitingDecision } from "@quanheng/contract/routes/decision.ts";
import { usePages } from "../../api/use-call.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Page } from "../../components/Page.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";
import { to } from "../../paths.ts";

/** Commissions that wait for a signature of this laboratory. */
export function AwaitingPage() {
  const text = useText(decisionText);
  const { own } = useLanguage();
  const awaiting = usePages(listAwaitingDecision, { query: {} });
  return (
    <Page title={text("list.title")} lead={text("list.lead")}>
      <DataTable
        caption={text("list.title")}
        rows={awaiting}
        rowKey={({ id }) => id}
        rowTo={({ id }) => to.signing(id)}
        empty={text("list.empty")}
        columns={[
          { key: "number", title: text("commission"), cell: ({ number }) => number },
          { key: "item", title: text("item"), cell: ({ itemName }) => itemName[own] },
          { key: "lot", title: text("lot"), cell: ({ lotNumber }) => lotNumber },
          { key: "client", title: text("client"), cell: ({ enterpriseName }) => enterpriseName[own] },
          {
            key: "markets",
            title: text("markets"),
            cell: ({ markets }) => (
              <span className="row">
                {markets.map((market) => (
                  <MarketTag key={market} market={market} short />
                ))}
              </span>
            ),
          },
          {
            key: "tests",
            title: text("tests"),
            cell: ({ tasksApproved, tasksTotal }) => text("tests.of", { approved: tasksApproved, total: tasksTotal }),
          },
          { key: "due", title: text("due"), cell: ({ dueOn }) => <DayText day={dueOn} /> },
        ]}
      />
    </Page>
  );
}

import type { CommissionSummary } from "@quanheng/contract/schemas/selection.ts";
import type { ReactNode } from "react";
import { type Column, DataTable, type Rows } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { to } from "../../paths.ts";
import { useSession } from "../../session/use-session.ts";
import { CommissionState } from "./CommissionState.tsx";
import { Progress } from "./Progress.tsx";

/** Commissions with where they stand; the client is named to readers who are not the client. */
export function CommissionTable({
  rows,
  empty,
  emptyAction,
}: {
  readonly rows: Rows<CommissionSummary>;
  readonly empty: string;
  readonly emptyAction?: ReactNode;
}) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const { data: session } = useSession();
  const isClient = session?.acting?.partyKind === "enterprise";
  const client: Column<CommissionSummary> = {
    key: "enterprise",
    title: text("column.enterprise"),
    cell: ({ enterpriseName }) => enterpriseName[own],
  };
  return (
    <DataTable
      caption={text("list.title")}
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => to.commission(id)}
      empty={empty}
      emptyAction={emptyAction}
      columns={[
        {
          key: "commission",
          title: text("column.commission"),
          cell: ({ itemName, number }) => (
            <span className="two-lines">
              <span>{itemName[own]}</span>
              <small className="quiet">{number}</small>
            </span>
          ),
        },
        { key: "lot", title: text("column.lot"), cell: ({ lotNumber }) => lotNumber },
        ...(isClient ? [] : [client]),
        {
          key: "markets",
          title: text("column.markets"),
          cell: ({ markets }) => (
            <span className="row tight">
              {markets.map((market) => (
                <MarketTag key={market} market={market} short />
              ))}
            </span>
          ),
        },
        {
          key: "state",
          title: text("column.state"),
          cell: ({ state, late }) => <CommissionState state={state} late={late} />,
        },
        {
          key: "progress",
          title: text("column.progress"),
          cell: ({ tasksApproved, tasksTotal }) => <Progress done={tasksApproved} total={tasksTotal} />,
        },
        { key: "due", title: text("column.due"), cell: ({ dueOn }) => <DayText day={dueOn} /> },
      ]}
    />
  );
}

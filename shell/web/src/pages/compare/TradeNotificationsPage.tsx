import { listMarkets, listProducts } from "@quanheng/contract/routes/library.ts";
import { listTradeNotifications, type TradeNotification } from "@quanheng/contract/routes/trade-notification.ts";
import { useState } from "react";
import { useCall, usePages } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Page } from "../../components/Page.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { useMay } from "../../session/use-session.ts";
import { SearchField } from "../library/SearchField.tsx";
import { type Filters, useFilters } from "../library/use-filters.ts";
import { TradeComments } from "./TradeComments.tsx";
import { TradeEntryForm } from "./TradeEntryForm.tsx";
import "../library/library.css";
import "./compare.css";

const NAMES = ["agreement", "market", "product", "comments", "text"] as const;
type Name = (typeof NAMES)[number];

/** Measures notified to the WTO, with the day until which comments are taken. */
export function TradeNotificationsPage() {
  const text = useText(compareText);
  const filters = useFilters(NAMES);
  const mayEnter = useMay("requirement.propose");
  const mayComment = useMay("standard.comment");
  const [opened, open] = useState<TradeNotification | null>(null);
  return (
    <Page title={text("trade.title")} lead={text("trade.lead")}>
      {mayEnter && <TradeEntryForm />}
      <TradeFilters filters={filters} />
      <List filters={filters} {...(mayComment ? { open } : {})} />
      {opened && <TradeComments key={opened.id} of={opened} close={() => open(null)} />}
    </Page>
  );
}

function TradeFilters({ filters: { of, change } }: { readonly filters: Filters<Name> }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const markets = useCall(listMarkets, {});
  const products = useCall(listProducts, {});
  const all = { value: "*", label: text("trade.all") };
  const choose = (name: Name) => ({
    value: of[name] || "*",
    onChange: (value: string) => change({ [name]: value === "*" ? "" : value }),
  });
  return (
    <search className="filters">
      <SelectField
        label={text("trade.agreement")}
        {...choose("agreement")}
        choices={[all, { value: "TBT", label: "TBT" }, { value: "SPS", label: "SPS" }]}
      />
      <SelectField
        label={text("compare.markets")}
        {...choose("market")}
        choices={[
          all,
          ...(markets.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name[own]}` })),
        ]}
      />
      <SelectField
        label={text("compare.product")}
        {...choose("product")}
        choices={[all, ...(products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name[own] }))]}
      />
      <SelectField
        label={text("trade.comments")}
        {...choose("comments")}
        choices={[
          all,
          { value: "open", label: text("trade.comments.open") },
          { value: "closed", label: text("trade.comments.closed") },
        ]}
      />
      <SearchField label={text("trade.search")} value={of.text} onSettle={(typed) => change({ text: typed })} />
    </search>
  );
}

function List({
  filters: { of },
  open,
}: {
  readonly filters: Filters<Name>;
  readonly open?: (notification: TradeNotification) => void;
}) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const rows = usePages(listTradeNotifications, {
    query: {
      ...(of.agreement === "TBT" || of.agreement === "SPS" ? { agreement: of.agreement } : {}),
      ...(of.market ? { market: of.market } : {}),
      ...(of.product ? { product: of.product } : {}),
      ...(of.text ? { text: of.text } : {}),
      ...(of.comments === "open" || of.comments === "closed" ? { comments: of.comments } : {}),
    },
  });
  const columns: readonly Column<TradeNotification>[] = [
    {
      key: "symbol",
      title: text("trade.symbol"),
      cell: ({ symbol, title }) => (
        <span className="document">
          <b>{symbol}</b>
          <span>{title[own]}</span>
        </span>
      ),
    },
    { key: "market", title: text("compare.markets"), cell: ({ market }) => <MarketTag market={market} /> },
    { key: "on", title: text("trade.notified-on"), cell: ({ notifiedOn }) => <DayText day={notifiedOn} /> },
    {
      key: "until",
      title: text("trade.until"),
      cell: ({ commentsUntil, daysLeft }) => (
        <span className="document">
          <DayText day={commentsUntil} />
          <small className={daysLeft === null ? "quiet" : "mark is-read"}>
            {daysLeft === null ? text("trade.comments.closed") : text("trade.days-left", { days: daysLeft })}
          </small>
        </span>
      ),
    },
    {
      key: "about",
      title: text("trade.about"),
      cell: ({ productNames, characteristicNames }) => (
        <span className="document">
          <span>{productNames.map((name) => name[own]).join(own === "zh" ? "、" : ", ")}</span>
          <small className="quiet">
            {characteristicNames.map((name) => name[own]).join(own === "zh" ? "、" : ", ")}
          </small>
        </span>
      ),
    },
    {
      key: "source",
      title: text("acceptance.source"),
      cell: ({ source }) => <small className="compare-source">{source}</small>,
    },
    ...(open
      ? [
          {
            key: "comments",
            title: text("trade.comments"),
            cell: (row: TradeNotification) => (
              <button
                type="button"
                className="plain-button"
                aria-label={`${text("trade.comments.show")} ${row.symbol}`}
                onClick={() => open(row)}
              >
                {text("trade.comments.show")}
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={text("trade.title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={text("trade.empty")}
      columns={columns}
    />
  );
}

import {
  cancelRecognitionReport,
  listRecognitionReports,
  type RecognitionReport,
  startRecognitionReport,
} from "@quanheng/contract/routes/compare.ts";
import { useEffect, useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { type Column, DataTable, listed } from "../../components/DataTable.tsx";
import { InstantText } from "../../components/DateText.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Money } from "../../components/Money.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Empty, Stateful } from "../../components/Stateful.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";

type Worth = RecognitionReport["worth"][number];
/** A report under way is asked for again. [ms] */
const WATCH_MS = 1500;

/** What each recognition is worth over the plans of all enterprises: begin, watch, stop and read a report. */
export function RecognitionSection() {
  const text = useText(compareText);
  const [watching, watch] = useState(false);
  const reports = useCall(listRecognitionReports, {}, watching ? { everyMs: WATCH_MS } : {});
  const start = useSend(startRecognitionReport);
  const running = reports.data?.items.some(({ state }) => state === "running") ?? false;
  useEffect(() => watch(running), [running]);
  return (
    <section className="panel stack" aria-labelledby="recognition">
      <h2 id="recognition">{text("recognition.title")}</h2>
      <p className="quiet">{text("recognition.lead")}</p>
      <div>
        <button
          type="button"
          className="plain-button"
          disabled={running || start.isPending}
          onClick={() => start.mutate({})}
        >
          {text(running ? "recognition.running" : "recognition.start")}
        </button>
      </div>
      {start.error && <ProblemAlert error={start.error} />}
      <Stateful of={reports}>
        {({ items }) => {
          const [newest] = items;
          return newest ? <Report report={newest} /> : <Empty text={text("recognition.empty")} />;
        }}
      </Stateful>
    </section>
  );
}

function Report({ report }: { readonly report: RecognitionReport }) {
  const text = useText(compareText);
  const cancel = useSend(cancelRecognitionReport);
  const { id, state, done, total, unproven, createdAt, mine, worth } = report;
  return (
    <div className="stack">
      <p aria-live="polite">
        {text(`recognition.state.${state}`)} · <InstantText at={createdAt} /> ·{" "}
        {text("recognition.progress", { done, total })}
        {unproven > 0 && ` · ${text("recognition.unproven", { count: unproven })}`}
      </p>
      {state === "running" && (
        <>
          <progress max={Math.max(1, total)} value={done} aria-label={text("recognition.running")} />
          {mine && (
            <div>
              <button type="button" className="plain-button" onClick={() => cancel.mutate({ params: { id } })}>
                {text("recognition.cancel")}
              </button>
            </div>
          )}
          {cancel.error && <ProblemAlert error={cancel.error} />}
        </>
      )}
      {state === "done" && <WorthTable worth={worth} />}
    </div>
  );
}

function WorthTable({ worth }: { readonly worth: readonly Worth[] }) {
  const text = useText(compareText);
  const columns: readonly Column<Worth>[] = [
    { key: "market", title: text("compare.markets"), cell: ({ market }) => <MarketTag market={market} /> },
    { key: "party", title: text("recognition.party"), cell: ({ party }) => <b>{party}</b> },
    { key: "kind", title: text("recognition.kind"), cell: ({ kind }) => text(`recognition.kind.${kind}`) },
    {
      key: "cost",
      title: text("recognition.cost"),
      align: "end",
      cell: ({ costFen }) =>
        costFen === null ? <span className="quiet">{text("recognition.withheld")}</span> : <Money fen={costFen} />,
    },
    { key: "days", title: text("recognition.days"), align: "end", cell: ({ days }) => days },
    {
      key: "dearer",
      title: text("recognition.dearer"),
      align: "end",
      cell: ({ dearer, plans }) => `${dearer} / ${plans}`,
    },
    { key: "only", title: text("recognition.only-with"), align: "end", cell: ({ onlyWith }) => onlyWith },
  ];
  return (
    <DataTable
      caption={text("recognition.title")}
      rows={listed(worth)}
      rowKey={({ kind, market, party }) => `${kind} ${market} ${party}`}
      empty={text("recognition.none")}
      columns={columns}
    />
  );
}

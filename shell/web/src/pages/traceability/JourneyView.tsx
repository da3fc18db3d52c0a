import { callBack, getJourney } from "@quanheng/contract/routes/traceability.ts";
import type { Journey } from "@quanheng/contract/schemas/traceability.ts";
import { useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { DataTable, listed } from "../../components/DataTable.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { TextField } from "../../components/TextField.tsx";
import { Timeline } from "../../components/Timeline.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { traceabilityText } from "../../i18n/traceability.ts";
import { useMay } from "../../session/use-session.ts";
import { csvCell } from "../numbering/csv-cell.ts";
import { JourneyPicture } from "./JourneyPicture.tsx";

type Following = { readonly of: string; readonly follow: (thing: string) => void };

/** The journey of a lot: origins, products, evidence, holders and events, and a way to call it back. */
export function JourneyView({ of, follow }: Following) {
  const journey = useCall(getJourney, { query: { key: of } });
  return (
    <section className="panel stack">
      <Stateful of={journey}>{(found) => <Way of={found} follow={follow} />}</Stateful>
    </section>
  );
}

function Way({ of, follow }: { readonly of: Journey; readonly follow: Following["follow"] }) {
  const text = useText(traceabilityText);
  const mayRecall = useMay("trace.recall");
  return (
    <>
      <h2 className="trace-keys">{text("journey.of", { thing: of.thing })}</h2>
      {of.circle.length > 0 && <p role="alert">{text("circle", { things: of.circle.join(" ") })}</p>}
      {of.cut && <p role="alert">{text("cut")}</p>}
      <JourneyPicture of={of} />
      <div className="columns">
        <Things title={text("origins", { count: of.counts.origins - 1 })} of={of.origins.slice(1)} follow={follow} />
        <Things title={text("reached", { count: of.counts.reached - 1 })} of={of.reached.slice(1)} follow={follow} />
      </div>
      <h3>{text("evidence")}</h3>
      {of.evidence.length === 0 && <p className="quiet">{text("evidence.empty")}</p>}
      <ul>
        {of.evidence.map(({ document, kind, thing }) => (
          <li key={`${kind} ${document} ${thing}`} className="trace-keys">
            {text(`evidence.${kind}`)} <EvidenceLink document={document} /> {thing}
          </li>
        ))}
      </ul>
      <h3>{text("holders")}</h3>
      <DataTable
        caption={text("holders")}
        rows={listed(of.holders)}
        rowKey={({ holder, role, thing }) => `${holder} ${role} ${thing}`}
        empty={text("holders.empty")}
        columns={[
          { key: "holder", title: text("holder"), cell: ({ holder }) => <span className="trace-keys">{holder}</span> },
          { key: "thing", title: text("things"), cell: ({ thing }) => <span className="trace-keys">{thing}</span> },
          { key: "since", title: text("since"), cell: ({ since }) => since.slice(0, 10) },
          { key: "latest", title: text("latest"), cell: ({ latest }) => text(latest ? "yes" : "no") },
        ]}
      />
      <h3>{text("timeline", { count: of.counts.events })}</h3>
      <EventLine of={of} />
      <Exports of={of} />
      {mayRecall && <RecallForm thing={of.thing} />}
    </>
  );
}

/** A report of the platform leads to its verification, another document to its own address. */
function EvidenceLink({ document }: { readonly document: string }) {
  const [, report] = /^https:\/\/id\.gs1\.org\/253\/([^/?]+)$/.exec(document) ?? [];
  if (report !== undefined) return <a href={`/verify/${report}`}>{document}</a>;
  return /^https?:/.test(document) ? <a href={document}>{document}</a> : document;
}

/** What is shown before the reader asks for more. */
const FIRST_EVENTS = 50;

function EventLine({ of }: { readonly of: Journey }) {
  const text = useText(traceabilityText);
  const [all, showAll] = useState(false);
  const events = all ? of.events : of.events.slice(0, FIRST_EVENTS);
  return (
    <>
      <Timeline
        items={events.map(({ number, type, action, step, declares, happenedAt, ahead, things, place }) => ({
          key: String(number),
          label: [declares ? text("declares") : (step ?? type), action, ahead && text("ahead")]
            .filter(Boolean)
            .join(" "),
          state: declares ? "failed" : "done",
          at: happenedAt,
          note: (
            <span className="trace-keys">{[...things, ...(place === null ? [] : [`@ ${place}`])].join(" · ")}</span>
          ),
        }))}
      />
      {events.length < of.events.length && (
        <button type="button" className="plain-button" onClick={() => showAll(true)}>
          {text("timeline.all", { count: of.events.length })}
        </button>
      )}
    </>
  );
}

function Things({
  title,
  of,
  follow,
}: {
  readonly title: string;
  readonly of: readonly { readonly thing: string }[];
  readonly follow: Following["follow"];
}) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {of.map(({ thing }) => (
          <li key={thing}>
            <button type="button" className="plain-button trace-keys" onClick={() => follow(thing)}>
              {thing}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is reached and who has it, as files for whoever works on with them. */
function Exports({ of }: { readonly of: Journey }) {
  const text = useText(traceabilityText);
  const lines = [
    ["thing", "holder", "role", "since", "latest"],
    ...of.holders.map(({ thing, holder, role, since, latest }) => [thing, holder, role, since, String(latest)]),
  ].map((cells) => cells.map(csvCell).join(","));
  const address = (type: string, body: string) => `data:${type};charset=utf-8,${encodeURIComponent(body)}`;
  return (
    <p className="row">
      <a className="trace-link" download="holders.csv" href={address("text/csv", `\uFEFF${lines.join("\r\n")}\r\n`)}>
        {text("export.csv")}
      </a>
      <a className="trace-link" download="journey.json" href={address("application/json", JSON.stringify(of, null, 1))}>
        {text("export.json")}
      </a>
    </p>
  );
}

function RecallForm({ thing }: { readonly thing: string }) {
  const text = useText(traceabilityText);
  const [reason, setReason] = useState("");
  const send = useSend(callBack, {});
  return (
    <div className="stack">
      <h3>{text("recall")}</h3>
      <p>{text("recall.lead")}</p>
      <TextField label={text("reason")} value={reason} onChange={setReason} maxLength={1000} />
      <ActionButton
        danger
        loading={send.isPending}
        disabled={reason.trim() === ""}
        onClick={() => send.mutate({ body: { key: thing, reason: reason.trim() } })}
      >
        {text("recall.send")}
      </ActionButton>
      <ProblemAlert error={send.error} />
      {send.data && (
        <p role="status">{text("recall.done", { reached: send.data.reached.length, told: send.data.notified })}</p>
      )}
    </div>
  );
}

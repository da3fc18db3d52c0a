import { listTraceEvents } from "@quanheng/contract/routes/traceability.ts";
import type { TraceEvent } from "@quanheng/contract/schemas/traceability.ts";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Page } from "../../components/Page.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { traceabilityText } from "../../i18n/traceability.ts";
import { useMay } from "../../session/use-session.ts";
import { CaptureForm } from "./CaptureForm.tsx";
import { JourneyView } from "./JourneyView.tsx";
import { RecallList } from "./RecallList.tsx";
import { ShareForm } from "./ShareForm.tsx";
import "./traceability.css";

/** Events that the reader may see, a way to capture more, the journey of a lot and the recalls. */
export function TraceabilityPage() {
  const text = useText(traceabilityText);
  const mayCapture = useMay("trace.capture");
  const { key: asked }: { key?: unknown } = useSearch({ strict: false });
  const given = typeof asked === "string" ? asked.slice(0, 2000) : "";
  const [key, setKey] = useState(given);
  const [followed, follow] = useState<string | null>(given.length > 2 ? given : null);
  const rows = usePages(listTraceEvents, { query: key.trim() ? { key: key.trim() } : {} });
  return (
    <Page title={text("title")} lead={text("lead")}>
      <section className="panel stack">
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (key.trim().length > 2) follow(key.trim());
          }}
        >
          <TextField label={text("key")} hint={text("key.hint")} value={key} onChange={setKey} maxLength={2000} />
          <button type="submit" className="plain-button" disabled={key.trim().length < 3}>
            {text("follow")}
          </button>
        </form>
      </section>
      {followed && <JourneyView key={followed} of={followed} follow={follow} />}
      <section className="panel stack">
        <h2>{text("events")}</h2>
        <DataTable
          caption={text("events")}
          rows={rows}
          rowKey={({ number }) => String(number)}
          empty={text("events.empty")}
          columns={useEventColumns()}
        />
      </section>
      {mayCapture && <CaptureForm />}
      {mayCapture && <ShareForm />}
      <RecallList />
    </Page>
  );
}

/** The columns of a list of events. */
function useEventColumns(): readonly Column<TraceEvent>[] {
  const text = useText(traceabilityText);
  return [
    {
      key: "time",
      title: text("happened"),
      cell: ({ happenedAt, ahead }) =>
        `${happenedAt.slice(0, 16).replace("T", " ")} UTC${ahead ? ` ${text("ahead")}` : ""}`,
    },
    { key: "type", title: text("type"), cell: ({ type, action }) => [type, action].filter(Boolean).join(" ") },
    { key: "step", title: text("step"), cell: ({ step, declares }) => (declares ? text("declares") : (step ?? "–")) },
    {
      key: "things",
      title: text("things"),
      cell: ({ things }) => <span className="trace-keys">{things.join(" ")}</span>,
    },
    {
      key: "place",
      title: text("place"),
      wideOnly: true,
      cell: ({ place }) => <span className="trace-keys">{place ?? "–"}</span>,
    },
  ];
}

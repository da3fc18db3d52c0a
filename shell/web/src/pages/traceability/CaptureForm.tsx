import { gs1Codes, gs1Sentence } from "@quanheng/contract/messages/gs1.ts";
import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { captureEvents } from "@quanheng/contract/routes/traceability.ts";
import type { CaptureFault, CaptureJob } from "@quanheng/contract/schemas/traceability.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../../api/client.ts";
import { ProblemError } from "../../api/problem-error.ts";
import { DataTable, listed } from "../../components/DataTable.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { traceabilityText } from "../../i18n/traceability.ts";

/** As much as one request of a page reads into memory; machines send more. [bytes] */
const MOST = 20 * 1024 * 1024;

/** Captures a file of events; all of it is kept or nothing, and faults are listed by event. */
export function CaptureForm() {
  const text = useText(traceabilityText);
  const { own } = useLanguage();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [job, setJob] = useState<CaptureJob | null>(null);
  const [error, setError] = useState<ProblemError | null>(null);
  const take = async (file: File) => {
    setBusy(file.name);
    setJob(null);
    setError(null);
    try {
      const answer = await send(captureEvents.method, captureEvents.path, await file.text());
      setJob((await answer.json()) as CaptureJob);
      void client.invalidateQueries();
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      setError(problem);
    } finally {
      setBusy(null);
    }
  };
  return (
    <section className="panel stack">
      <h2>{text("capture")}</h2>
      <p>{text("capture.lead")}</p>
      <FileDrop
        label={text("capture.file")}
        accept=".json,.jsonld,application/json"
        maxBytes={MOST}
        busy={busy}
        onFile={(file) => void take(file)}
      />
      <ProblemAlert error={error} />
      {job && (
        <>
          <p role="status">
            {text(job.success ? "capture.done" : "capture.refused", {
              read: job.read,
              kept: job.kept,
              known: job.known,
              wrong: job.wrong,
            })}
          </p>
          {job.errors.length > 0 && (
            <DataTable
              caption={text("faults")}
              rows={listed(job.errors)}
              rowKey={({ event, code, at }) => `${event} ${code} ${at}`}
              empty=""
              columns={[
                { key: "event", title: text("fault.event"), cell: ({ event }) => (event === null ? "–" : event + 1) },
                { key: "at", title: text("fault.at"), cell: ({ at }) => at || "/" },
                { key: "fault", title: text("fault.code"), cell: (fault) => faultSentence(fault)[own] },
              ]}
            />
          )}
        </>
      )}
    </section>
  );
}

/** What was wrong with an event: its own fault, or why it could not be kept. */
function faultSentence({ code, at, found }: CaptureFault) {
  if (gs1Codes.includes(code)) return gs1Sentence({ code, at: at || "/", found: found ?? "–" });
  return problemSentence(code, { at, eventID: found ?? "–", limit: "100 MB" });
}

import { listRecalls, remindHolders } from "@quanheng/contract/routes/traceability.ts";
import type { RecallRecord } from "@quanheng/contract/schemas/traceability.ts";
import { usePages, useSend } from "../../api/use-call.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { traceabilityText } from "../../i18n/traceability.ts";
import { useMay, useSession } from "../../session/use-session.ts";

/** Recalls that the reader called, is told of, or oversees. */
export function RecallList() {
  const text = useText(traceabilityText);
  const rows = usePages(listRecalls, {});
  const mayRemind = useMay("trace.remind");
  const { data: session } = useSession();
  const send = useSend(remindHolders, {});
  const again = ({ id, thing, own, notified }: RecallRecord) =>
    notified > 0 && (own || session?.acting?.role === "regulator") ? (
      <button
        type="button"
        className="plain-button"
        aria-label={text("remind.of", { thing })}
        disabled={send.isPending}
        onClick={() => send.mutate({ params: { id } })}
      >
        {text("remind")}
      </button>
    ) : (
      "–"
    );
  return (
    <section className="panel stack">
      <h2>{text("recalls")}</h2>
      <DataTable
        caption={text("recalls")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={text("recalls.empty")}
        columns={[
          { key: "thing", title: text("things"), cell: ({ thing }) => <span className="trace-keys">{thing}</span> },
          { key: "reason", title: text("reason"), cell: ({ reason }) => reason },
          { key: "day", title: text("called"), cell: ({ calledAt }) => calledAt.slice(0, 10) },
          { key: "reached", title: text("reached.short"), align: "end", cell: ({ reached }) => reached.length },
          { key: "told", title: text("told"), align: "end", cell: ({ notified }) => notified },
          ...(mayRemind ? [{ key: "again", title: text("remind"), cell: again }] : []),
        ]}
      />
      <ProblemAlert error={send.error} />
      {send.data && <p role="status">{text("remind.done", { told: send.data.told })}</p>}
    </section>
  );
}

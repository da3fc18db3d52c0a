import { listRecalls } from "@quanheng/contract/routes/traceability.ts";
import { usePages } from "../../api/use-call.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { traceabilityText } from "../../i18n/traceability.ts";

/** Recalls that the reader called, is told of, or oversees. */
export function RecallList() {
  const text = useText(traceabilityText);
  const rows = usePages(listRecalls, {});
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
        ]}
      />
    </section>
  );
}

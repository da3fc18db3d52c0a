import { taskStateNames } from "@quanheng/contract/messages/terms.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { DataTable, listed } from "../../../components/DataTable.tsx";
import { DayText } from "../../../components/DateText.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";

/** How far each test is. Readings stay inside the laboratory. */
export function TaskList({ of }: { readonly of: CommissionDetail["tasks"] }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const live = of.filter(({ state }) => state !== "cancelled");
  const done = live.filter(({ state }) => state === "approved").length;
  return (
    <section aria-labelledby="tasks-title">
      <h2 id="tasks-title" className="list-title">
        {text("tasks.title")}{" "}
        {live.length > 0 && <small className="quiet">{text("tasks.progress", { done, total: live.length })}</small>}
      </h2>
      <DataTable
        caption={text("tasks.title")}
        rows={listed(of)}
        rowKey={({ id }) => id}
        empty={text("tasks.empty")}
        columns={[
          {
            key: "characteristic",
            title: text("tasks.characteristic"),
            cell: ({ characteristicName }) => characteristicName[own],
          },
          { key: "method", title: text("tasks.method"), cell: ({ method }) => method },
          { key: "lab", title: text("tasks.lab"), wideOnly: true, cell: ({ institutionName }) => institutionName[own] },
          { key: "due", title: text("tasks.due"), cell: ({ dueOn }) => <DayText day={dueOn} /> },
          {
            key: "state",
            title: text("tasks.state"),
            cell: ({ state }) => <span className={`state is-task-${state}`}>{taskStateNames[state][own]}</span>,
          },
        ]}
      />
    </section>
  );
}

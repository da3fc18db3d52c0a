import { listTasks } from "@quanheng/contract/routes/determination.ts";
import { useRef } from "react";
import { usePages } from "../../api/use-call.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";
import { reviewText } from "../../i18n/review.ts";
import { samplesText } from "../../i18n/samples.ts";
import { to } from "../../paths.ts";
import { useRowKeys } from "../determination/use-row-keys.ts";
import "../determination/determination.css";

/** Readings of this laboratory that somebody else must look at. */
export function ReviewsPage() {
  const text = useText(reviewText);
  const bench = useText(determinationText);
  const samples = useText(samplesText);
  const { own } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const tasks = usePages(listTasks, { query: { state: "entered" } });
  return (
    <Page title={text("list.title")} lead={text("list.lead")}>
      <div ref={place}>
        <DataTable
          caption={text("list.title")}
          rows={tasks}
          rowKey={({ id }) => id}
          rowTo={({ id }) => to.review(id)}
          empty={text("list.empty")}
          columns={[
            { key: "what", title: bench("task.characteristic"), cell: (task) => task.characteristicName[own] },
            {
              key: "result",
              title: bench("task.result"),
              align: "end",
              cell: ({ reported, unit }) => (reported ? <Quantity value={reported} unit={unit} /> : "—"),
            },
            {
              key: "item",
              title: samples("sample.description"),
              wideOnly: true,
              cell: ({ itemName }) => itemName[own],
            },
            { key: "sample", title: bench("task.sample"), cell: ({ sampleNumber }) => sampleNumber ?? "—" },
            { key: "method", title: bench("task.method"), cell: ({ method }) => method },
            { key: "who", title: bench("task.assigned"), cell: ({ assignedTo }) => assignedTo?.[own] ?? "—" },
            {
              key: "due",
              title: bench("task.due"),
              cell: ({ dueOn, late }) => (
                <>
                  <DayText day={dueOn} /> {late && <strong className="late">{bench("task.late")}</strong>}
                </>
              ),
            },
          ]}
        />
      </div>
    </Page>
  );
}

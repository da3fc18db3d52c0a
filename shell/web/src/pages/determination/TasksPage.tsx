import { taskStateNames } from "@quanheng/contract/messages/terms.ts";
import { findSample, listTasks } from "@quanheng/contract/routes/determination.ts";
import type { TaskSummary } from "@quanheng/contract/schemas/laboratory.ts";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useRef, useState } from "react";
import { usePages, useSend } from "../../api/use-call.ts";
import { DataTable, type Rows } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { CameraScan } from "../../components/scan/CameraScan.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";
import { entryGridText } from "../../i18n/entry-grid.ts";
import { longRecordText } from "../../i18n/long-record.ts";
import { samplesText } from "../../i18n/samples.ts";
import { to, toPage } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";
import { StateTag } from "./StateTag.tsx";
import { useRowKeys } from "./use-row-keys.ts";
import "./determination.css";

type State = TaskSummary["state"];
type Choice = "open" | "mine" | "late" | "all" | State;

/** The laboratory's work by due date, made to be walked with the keyboard. */
export function TasksPage() {
  const text = useText(determinationText);
  const samples = useText(samplesText);
  const { own } = useLanguage();
  const [choice, setChoice] = useState<Choice>("open");
  const [wanted, setWanted] = useState("");
  const scanned = useSend(findSample, { silent: true, onDone: ({ number }) => setWanted(number) });
  const search = useDeferredValue(wanted.trim());
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const rows = useTasks(choice, search);
  const grid = useText(entryGridText);
  const record = useText(longRecordText);
  const mayEnter = useMay("task.enter");

  return (
    <Page
      title={text("tasks.title")}
      lead={<span className="on-desk">{text("tasks.lead")}</span>}
      actions={
        <span className="row">
          {mayEnter && (
            <Link className="plain-button" to={toPage("entryGrid")}>
              {grid("title")}
            </Link>
          )}
          <Link className="plain-button" to={toPage("longRecords")}>
            {record("title")}
          </Link>
        </span>
      }
    >
      <div ref={place}>
        <section className="panel filters">
          <TextField label={text("tasks.text")} type="search" value={wanted} onChange={setWanted} maxLength={100} />
          <CameraScan onScan={(code) => scanned.mutate({ query: { code } })} />
          <ProblemAlert error={scanned.error} />
          <SelectField
            label={text("tasks.show")}
            value={choice}
            onChange={(value) => setChoice(value as Choice)}
            choices={[
              ...(["open", "mine", "late"] as const).map((value) => ({ value, label: text(`tasks.show.${value}`) })),
              ...STATES.map((value) => ({ value, label: taskStateNames[value][own] })),
              { value: "all", label: text("tasks.show.all") },
            ]}
          />
        </section>
        <DataTable
          caption={text("tasks.caption")}
          rows={rows}
          rowKey={({ id }) => id}
          rowTo={({ id }) => to.bench(id)}
          empty={text(
            search === "" && (choice === "open" || choice === "late") ? `tasks.empty.${choice}` : "tasks.empty",
          )}
          columns={[
            { key: "what", title: text("task.characteristic"), cell: (task) => task.characteristicName[own] },
            { key: "sample", title: text("task.sample"), cell: ({ sampleNumber }) => sampleNumber ?? "—" },
            {
              key: "item",
              title: samples("sample.description"),
              wideOnly: true,
              cell: ({ itemName }) => itemName[own],
            },
            { key: "method", title: text("task.method"), cell: ({ method }) => method },
            { key: "state", title: text("task.state"), cell: ({ state }) => <StateTag state={state} /> },
            { key: "due", title: text("task.due"), cell: (task) => <Due task={task} /> },
            {
              key: "who",
              title: text("task.assigned"),
              wideOnly: true,
              cell: ({ assignedTo }) => assignedTo?.[own] ?? <span className="quiet">{text("task.nobody")}</span>,
            },
            {
              key: "result",
              title: text("task.result"),
              align: "end",
              cell: ({ reported, unit }) => (reported ? <Quantity value={reported} unit={unit} /> : "—"),
            },
          ]}
        />
      </div>
    </Page>
  );
}

const STATES = Object.keys(taskStateNames) as State[];

/** Returned work stands before new work; each list comes by due date. */
function useTasks(choice: Choice, search: string): Rows<TaskSummary> {
  const toDo = choice === "open";
  const text = search ? { text: search } : {};
  const returned = usePages(listTasks, { query: { state: "returned", ...text } }, { enabled: toDo });
  const ready = usePages(listTasks, { query: { state: "ready", ...text } }, { enabled: toDo });
  const others = usePages(listTasks, { query: { ...queryOf(choice), ...text } }, { enabled: !toDo });
  return toDo ? joined(returned, ready) : others;
}

function queryOf(choice: Choice) {
  if (choice === "mine" || choice === "late") return { [choice]: "true" };
  return choice === "all" || choice === "open" ? {} : { state: choice };
}

function joined<Row>(first: Rows<Row>, second: Rows<Row>): Rows<Row> {
  return {
    items: first.items && second.items && [...first.items, ...second.items],
    error: first.error ?? second.error,
    more: first.more ?? second.more,
    loadingMore: first.loadingMore || second.loadingMore,
    again: () => {
      first.again();
      second.again();
    },
  };
}

function Due({ task: { dueOn, late } }: { readonly task: TaskSummary }) {
  const text = useText(determinationText);
  return (
    <>
      <DayText day={dueOn} /> {late && <strong className="late">{text("task.late")}</strong>}
    </>
  );
}

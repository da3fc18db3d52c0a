import { getTask } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { Button } from "antd";
import { useCall } from "../../../api/use-call.ts";
import { InstantText } from "../../../components/DateText.tsx";
import { Page } from "../../../components/Page.tsx";
import { Note } from "../../../components/ProblemAlert.tsx";
import { Quantity } from "../../../components/Quantity.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { to, toPage } from "../../../paths.ts";
import { useId } from "../../../use-id.ts";
import { newestOf } from "../bench/bench-entry.ts";
import { EvaluationPanel } from "../EvaluationPanel.tsx";
import { Facts } from "../Facts.tsx";
import { Pictures } from "../Pictures.tsx";
import { ReadingsTable } from "../ReadingsTable.tsx";
import { RuleNote } from "../RuleNote.tsx";
import { statedExpanded } from "../stated-expanded.ts";
import { TableReadings } from "../TableReadings.tsx";
import { taskDefinition } from "../task-definition.ts";
import { VerdictList } from "../VerdictList.tsx";
import { Signatures } from "./Signatures.tsx";
import { UsedInstruments } from "./UsedInstruments.tsx";
import "../determination.css";
import "./worksheet.css";

/** The record of one test on paper: what was read with what, where, by whom, and what it came to. */
export function WorksheetPage() {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const id = useId("tsk");
  const task = useCall(getTask, { params: { id } });
  const { data } = task;
  return (
    <Page
      title={text("worksheet.title", { name: data?.characteristicName[own] ?? "" })}
      crumbs={[
        { label: text("tasks.title"), to: toPage("tasks") },
        ...(data ? [{ label: data.methodTitle[own], to: to.bench(data.id) }] : []),
      ]}
      actions={
        <Button type="primary" disabled={!data} onClick={() => globalThis.print()}>
          {text("worksheet.print")}
        </Button>
      }
    >
      <Stateful of={task}>{(detail) => <Sheet task={detail} />}</Stateful>
    </Page>
  );
}

function Sheet({ task }: { readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const definition = taskDefinition(task);
  const newest = newestOf(task);
  if (!definition) return <Note>{text("bench.no-method", { id: task.definition })}</Note>;
  return (
    <div className="worksheet stack">
      <About task={task} />
      {!newest && <Note>{text("worksheet.empty")}</Note>}
      {newest && (
        <>
          <section className="panel stack">
            <h2>{text("bench.readings")}</h2>
            <Version observation={newest} />
            <ReadingsTable definition={definition} task={task} observations={[newest]} />
            <TableReadings definition={definition} readings={newest.readings} />
          </section>
          <UsedInstruments task={task} observation={newest} />
          {newest.evaluation && (
            <section className="panel stack">
              <h2>{text("worksheet.result")}</h2>
              <p className="main-value">
                <Quantity
                  value={newest.evaluation.reported}
                  expanded={statedExpanded(newest.evaluation)}
                  unit={newest.evaluation.unit}
                />
              </p>
              <EvaluationPanel definition={definition} evaluation={newest.evaluation} />
            </section>
          )}
          <Pictures definition={definition} readings={newest.readings} />
          <section className="panel stack">
            <h2>{text("verdicts.title")}</h2>
            <VerdictList verdicts={newest.verdicts} />
            <RuleNote sentence={task.ruleSentence} />
          </section>
        </>
      )}
      <Signatures task={task} />
    </div>
  );
}

function About({ task }: { readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  return (
    <section className="panel">
      <Facts
        items={[
          [text("worksheet.item"), task.itemName[own]],
          [text("worksheet.sample"), task.sampleNumber],
          [text("worksheet.commission"), task.commissionNumber],
          [text("worksheet.method"), `${task.method} · ${task.methodTitle[own]}`],
        ]}
      />
    </section>
  );
}

function Version({ observation }: { readonly observation: NonNullable<ReturnType<typeof newestOf>> }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const { number, enteredBy, enteredAt, reason, fileSha256 } = observation;
  return (
    <>
      <p>
        {text("history.entry", { number })}, {text("history.by", { name: enteredBy[own] })},{" "}
        <InstantText at={enteredAt} />
      </p>
      {reason && <p>{text("history.reason", { reason })}</p>}
      {fileSha256 && <p className="code">{text("worksheet.file", { sha256: fileSha256 })}</p>}
    </>
  );
}

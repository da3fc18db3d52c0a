import type { RecordKind } from "@quanheng/centres/long-record.ts";
import { recordKinds } from "@quanheng/centres/long-records.ts";
import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { Button } from "antd";
import { useState } from "react";
import { FileDrop } from "../../../components/FileDrop.tsx";
import { Page } from "../../../components/Page.tsx";
import { PictureChart } from "../../../components/PictureChart.tsx";
import { Note } from "../../../components/ProblemAlert.tsx";
import { Quantity } from "../../../components/Quantity.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { longRecordText } from "../../../i18n/long-record.ts";
import { toPage } from "../../../paths.ts";
import type { RecordAnswer } from "../../../workers/long-record-messages.ts";
import { type RecordRun, useRecord } from "./use-record.ts";
import "../determination.css";

/** Eight million rows of some twenty characters, with room. */
const MAX_BYTES = 400 * 1024 * 1024;

/** A record of millions of readings: chosen, read and evaluated beside the page, with its progress and a way to stop. */
export function RecordPage() {
  const text = useText(longRecordText);
  const tasks = useText(determinationText);
  const { own } = useLanguage();
  const [id, setId] = useState(recordKinds[0]?.id ?? "");
  const [choice, setChoice] = useState(recordKinds[0]?.choices[0]?.value ?? "");
  const kind = recordKinds.find((each) => each.id === id);
  invariant(kind, "one of the kinds is chosen");
  const run = useRecord();
  const chooseKind = (next: string) => {
    setId(next);
    setChoice(recordKinds.find((each) => each.id === next)?.choices[0]?.value ?? "");
    run.cancel();
  };
  return (
    <Page title={text("title")} lead={text("lead")} crumbs={[{ label: tasks("tasks.title"), to: toPage("tasks") }]}>
      <div className="stack">
        <section className="panel stack">
          <div className="fields is-pair">
            <SelectField
              label={text("kind")}
              value={id}
              onChange={chooseKind}
              hint={kind.source}
              choices={recordKinds.map((each) => ({ value: each.id, label: each.title[own] }))}
            />
            {kind.choices.length > 0 && (
              <SelectField
                label={text("choice")}
                value={choice}
                onChange={setChoice}
                hint={run.answer?.kind === "done" ? text("again") : undefined}
                choices={kind.choices.map((each) => ({ value: each.value, label: each.label[own] }))}
              />
            )}
          </div>
          <p className="quiet">{text("columns", { columns: useColumns(kind) })}</p>
          <FileDrop
            label={text("drop")}
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            maxBytes={MAX_BYTES}
            busy={run.answer?.kind === "progress" ? run.fileName : null}
            onFile={(file) => run.start({ file, kind: id, choice })}
          />
          <Progress run={run} />
        </section>
        {run.answer?.kind === "done" && <Evaluated answer={run.answer} name={run.fileName ?? ""} />}
      </div>
    </Page>
  );
}

function useColumns({ columns }: RecordKind): string {
  const text = useText(longRecordText);
  const { own } = useLanguage();
  return columns
    .map(({ label, unit, optional }) => {
      const name = `${label[own]} (${unitSymbol(unit)})`;
      return optional ? text("optional", { name }) : name;
    })
    .join(own === "zh" ? "、" : ", ");
}

function Progress({ run: { answer, fileName, cancel } }: { readonly run: RecordRun }) {
  const text = useText(longRecordText);
  const { own } = useLanguage();
  if (answer?.kind === "refused") return <Note>{problemSentence(answer.code, answer.facts)[own]}</Note>;
  if (answer?.kind !== "progress") return null;
  const percent = Math.floor(answer.share * 100);
  const label = text(answer.step, { name: fileName ?? "", percent });
  return (
    <div className="row is-apart">
      <label className="stack">
        <span role="status">{label}</span>
        <progress value={percent} max={100} aria-label={label} />
      </label>
      <Button onClick={cancel}>{text("cancel")}</Button>
    </div>
  );
}

function Evaluated({
  answer: { evaluation, rows, ms },
  name,
}: {
  readonly answer: Extract<RecordAnswer, { kind: "done" }>;
  readonly name: string;
}) {
  const text = useText(longRecordText);
  const { own } = useLanguage();
  return (
    <>
      <section className="panel stack">
        <h2>{text("figures")}</h2>
        <p className="quiet" role="status">
          {text("done", { name, rows, seconds: (ms / 1000).toFixed(1) })}
        </p>
        <ul className="line-list">
          {evaluation.figures.map(({ label, value, unit }) => (
            <li key={label.en}>
              <span>{label[own]}</span>
              <Quantity value={value} unit={unit} />
            </li>
          ))}
        </ul>
        {evaluation.notes.map((note) => (
          <p key={note.en} className="quiet">
            {note[own]}
          </p>
        ))}
      </section>
      {evaluation.pictures.map((picture) => (
        <section key={picture.name} className="panel stack">
          <PictureChart picture={picture} />
        </section>
      ))}
    </>
  );
}

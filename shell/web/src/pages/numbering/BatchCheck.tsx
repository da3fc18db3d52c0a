import { type CodeVerdict, verifyCode } from "@quanheng/centres/article-numbering/products/verify-code.ts";
import { gs1Sentence } from "@quanheng/contract/messages/gs1.ts";
import { csvRows } from "@quanheng/flow/determination/csv-cells.ts";
import { useRef, useState } from "react";
import { ActionButton } from "../../components/ActionButton.tsx";
import { type Column, DataTable, listed } from "../../components/DataTable.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { csvCell } from "./csv-cell.ts";

const MOST_ROWS = 200_000;
const MOST_BYTES = 32 * 1024 * 1024;
/** Codes between two breaths of the page: a few milliseconds of work. */
const PORTION = 2000;
const SHOWN = 50;

type State = {
  readonly done: number;
  readonly all: number;
  readonly verdicts: readonly CodeVerdict[];
  readonly running: boolean;
  readonly stopped: boolean;
};
type Bad = CodeVerdict & { readonly line: number };

/** A file of codes, checked in portions so that the page stays alive; it can be stopped. */
export function BatchCheck() {
  const text = useText(numberingText);
  const [state, setState] = useState<State | null>(null);
  const [tooMany, setTooMany] = useState(0);
  const round = useRef(0);

  const take = async (file: File) => {
    const mine = ++round.current;
    const codes = csvRows(await file.text()).rows.map(({ cells: [code = ""] }) => code);
    setTooMany(codes.length > MOST_ROWS ? codes.length : 0);
    if (codes.length > MOST_ROWS) return setState(null);
    const verdicts: CodeVerdict[] = [];
    for (let from = 0; from < codes.length && round.current === mine; from += PORTION) {
      for (const code of codes.slice(from, from + PORTION)) verdicts.push(verifyCode(code));
      const running = verdicts.length < codes.length;
      setState({ done: verdicts.length, all: codes.length, verdicts, running, stopped: false });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  const stop = () => {
    round.current++;
    setState((former) => former && { ...former, running: false, stopped: true });
  };
  return (
    <section className="panel stack">
      <h2>{text("check.batch")}</h2>
      <p className="quiet">{text("check.batch.lead")}</p>
      <FileDrop
        label={text("import.file")}
        accept=".csv,.txt,text/csv,text/plain"
        maxBytes={MOST_BYTES}
        onFile={(file) => void take(file)}
      />
      {tooMany > 0 && <Note>{text("check.too-many", { rows: tooMany })}</Note>}
      {state && (
        <>
          <progress max={state.all} value={state.done} aria-label={text("check.batch")} />
          <p role="status">
            {text("check.progress", { done: state.done, all: state.all })} {state.stopped && text("check.stopped")}
          </p>
          {state.running ? <ActionButton onClick={stop}>{text("check.stop")}</ActionButton> : <Outcome of={state} />}
        </>
      )}
    </section>
  );
}

function Outcome({ of: { verdicts } }: { readonly of: State }) {
  const text = useText(numberingText);
  const { own } = useLanguage();
  const bad: readonly Bad[] = verdicts.flatMap((each, n) => (each.ok ? [] : [{ ...each, line: n + 1 }]));
  const sentence = (problem = "") => gs1Sentence({ code: problem })[own];
  const columns: readonly Column<Bad>[] = [
    { key: "line", title: text("check.line"), cell: ({ line }) => line },
    { key: "code", title: text("check.one"), cell: ({ code }) => code },
    { key: "problem", title: text("check.problem"), cell: ({ problem }) => sentence(problem) },
    { key: "right", title: text("check.should"), cell: ({ right = "" }) => right },
  ];
  const download = () => {
    const lines = verdicts.map(({ code, ok, problem = "", right = "", reading = "" }) =>
      [code, ok ? "ok" : problem, right, reading].map(csvCell).join(","),
    );
    const head = "code,verdict,should be,reading";
    const address = URL.createObjectURL(new Blob([`\uFEFF${[head, ...lines].join("\r\n")}\r\n`], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "codes-checked.csv";
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <p role="status">{text("check.result", { good: verdicts.length - bad.length, bad: bad.length })}</p>
      <ActionButton onClick={download}>{text("check.download")}</ActionButton>
      <h3>{text("check.bad.list")}</h3>
      <DataTable
        caption={text("check.bad.list")}
        rows={listed(bad.slice(0, SHOWN))}
        rowKey={({ line }) => String(line)}
        empty={text("check.bad.none")}
        columns={columns}
      />
    </>
  );
}

import { printLabels, printLabelsZpl } from "@quanheng/contract/routes/label.ts";
import { LABEL_RESOLUTIONS, type LabelDesign, MOST_LABELS } from "@quanheng/contract/schemas/label.ts";
import { useRef, useState } from "react";
import { addressOf, send } from "../../../api/client.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { labelsText } from "../../../i18n/labels.ts";
import type { Row } from "./label-rows.ts";
import { MmField } from "./MmField.tsx";

type Progress = { readonly done: number; readonly running: boolean; readonly stopped: boolean; readonly files: number };
const FONT = /^[REBAZ]:[A-Za-z0-9_]{1,16}\.(?:TTF|TTE|FNT|OTF)$/;

/** Prints a list in parts, each a file of its own; it can be stopped between two. */
export function PrintLabels({ design, rows }: { readonly design: LabelDesign; readonly rows: readonly Row[] }) {
  const text = useText(labelsText);
  const [dpi, setDpi] = useState<(typeof LABEL_RESOLUTIONS)[number]>(203);
  const [copies, setCopies] = useState(1);
  const [font, setFont] = useState("");
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const stopping = useRef<AbortController | null>(null);
  const fontIsGood = font.trim() === "" || FONT.test(font.trim());

  const print = async (format: "pdf" | "zpl") => {
    const control = new AbortController();
    stopping.current = control;
    setFailed(null);
    try {
      for (let from = 0, files = 0; from < rows.length; from += MOST_LABELS) {
        setProgress({ done: from, running: true, stopped: false, files });
        const part = rows.slice(from, from + MOST_LABELS);
        const body =
          format === "pdf" ? { design, rows: part } : { design, rows: part, dpi, copies, font: font.trim() || null };
        const route = format === "pdf" ? printLabels : printLabelsZpl;
        const response = await send("POST", addressOf(route.path, {}), JSON.stringify(body), control.signal);
        files++;
        download(await response.blob(), `labels-${files}.${format}`);
        const done = Math.min(rows.length, from + MOST_LABELS);
        setProgress({ done, running: done < rows.length, stopped: false, files });
      }
    } catch (error) {
      if (!control.signal.aborted) setFailed(error);
      setProgress((former) => former && { ...former, running: false, stopped: control.signal.aborted });
    }
  };
  const empty = rows.length === 0;
  return (
    <section className="panel stack">
      <h2>{text("print")}</h2>
      <div className="columns">
        <SelectField
          label={text("dpi")}
          value={String(dpi)}
          onChange={(value) => setDpi(LABEL_RESOLUTIONS.find((each) => String(each) === value) ?? 203)}
          choices={LABEL_RESOLUTIONS.map((value) => ({ value: String(value), label: String(value) }))}
        />
        <MmField label={text("copies")} value={copies} from={1} to={999} whole onChange={setCopies} />
        <TextField label={text("font")} value={font} onChange={setFont} problem={!fontIsGood && text("font.wrong")} />
      </div>
      <span className="row">
        <ActionButton
          type="primary"
          disabled={empty}
          loading={progress?.running === true}
          onClick={() => void print("pdf")}
        >
          {text("print.pdf")}
        </ActionButton>
        <ActionButton
          disabled={empty || !fontIsGood}
          loading={progress?.running === true}
          onClick={() => void print("zpl")}
        >
          {text("print.zpl")}
        </ActionButton>
        {progress?.running && (
          <ActionButton onClick={() => stopping.current?.abort()}>{text("print.stop")}</ActionButton>
        )}
      </span>
      {progress && (
        <>
          <progress max={rows.length} value={progress.done} aria-label={text("print")} />
          <p role="status">
            {text("print.progress", { done: progress.done, all: rows.length })}{" "}
            {progress.stopped && text("print.stopped")}
            {!progress.running && !progress.stopped && text("print.done", { files: progress.files })}
          </p>
        </>
      )}
      <ProblemAlert error={failed} />
    </section>
  );
}

function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

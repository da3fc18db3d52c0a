import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { CsvReadings } from "@quanheng/flow/determination/csv.ts";
import { readFile } from "@quanheng/flow/determination/file-readings.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { useState } from "react";
import { FileDrop } from "../../../components/FileDrop.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { methodsText } from "../../../i18n/methods.ts";
import type { BenchEntry } from "../../determination/bench/bench-entry.ts";
import { sheetText } from "./sheet-text.ts";

const MAX_BYTES = 20_000_000;

/** A file of readings for the trial: read on this device, its problems listed by row. */
export function TrialFile({
  definition,
  onRead,
}: {
  readonly definition: MethodDefinition;
  readonly onRead: (readings: BenchEntry["readings"]) => void;
}) {
  const text = useText(methodsText);
  const bench = useText(determinationText);
  const { own } = useLanguage();
  const [found, setFound] = useState<CsvReadings | null>(null);
  const take = async (file: File) => {
    const read = readFile(definition, await sheetText(file));
    setFound(read);
    onRead(read.readings);
  };
  const count = Object.values(found?.readings ?? {}).flat().length;
  return (
    <details className="csv no-print">
      <summary>{text("trial.file")}</summary>
      <FileDrop
        label={bench("csv.drop")}
        accept=".csv,.txt,.xlsx,text/csv,text/plain"
        maxBytes={MAX_BYTES}
        busy={null}
        onFile={(file) => void take(file)}
      />
      <p>
        <a href={emptySheet(definition, own)} download={`${definition.id}.csv`}>
          {text("trial.template")}
        </a>
      </p>
      {found && <p role="status">{text("trial.file.read", { count })}</p>}
      {found && found.problems.length > 0 && (
        <ul className="field-problem">
          {found.problems.slice(0, 20).map(({ field, index, code, facts, row }) => (
            <li key={`${field} ${index} ${code} ${row}`}>
              {row !== null && <b>{bench("csv.row", { row })}: </b>}
              {definition.inputs.find(({ name }) => name === field)?.label[own]}{" "}
              {problemSentence(code, facts as Parameters<typeof problemSentence>[1])[own]}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** The header that a file of this method needs, as a file to fill. */
function emptySheet({ inputs }: MethodDefinition, own: "zh" | "en"): string {
  const cells = inputs.map(({ label }) => `"${label[own].replaceAll('"', '""')}"`);
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${cells.join(",")}\r\n`)}`;
}

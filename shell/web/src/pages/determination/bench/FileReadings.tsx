import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { MAX_FILE_BYTES, readInstrumentFile, uploadFile } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { Button } from "antd";
import { useState } from "react";
import type { Answer } from "../../../api/client.ts";
import { useSend } from "../../../api/use-call.ts";
import { FileDrop } from "../../../components/FileDrop.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { type BenchEntry, initialEntry } from "./bench-entry.ts";

type Read = Answer<typeof readInstrumentFile> & { readonly fileId: Id<"fil"> };
type Taken = Pick<BenchEntry, "readings" | "file"> & Partial<BenchEntry>;

/** An instrument's export: kept as it is, read, shown with its problems, and only then taken into the form. */
export function FileReadings({
  definition,
  task,
  entry,
  onRead,
}: {
  readonly definition: MethodDefinition;
  readonly task: TaskDetail;
  readonly entry: BenchEntry;
  readonly onRead: (taken: Partial<BenchEntry>) => void;
}) {
  const text = useText(determinationText);
  const [filled, setFilled] = useState<readonly string[]>([]);
  const [found, setFound] = useState<Read | null>(null);
  const read = useSend(readInstrumentFile, { silent: true });
  const upload = useSend(uploadFile, { silent: true });
  const take = async (file: File) => {
    setFound(null);
    read.reset();
    // Readings of a former file must not stand for this one, whatever becomes of it.
    if (entry.file) onRead({ ...withoutFile(filled, initialEntry(definition, task), entry), file: null });
    setFilled([]);
    try {
      const body = { purpose: "instrument-file", commissionId: task.commissionId } as const;
      const { id: fileId } = await upload.mutateAsync({ body, file });
      setFound({ ...(await read.mutateAsync({ params: { id: task.id }, body: { fileId } })), fileId });
    } catch {
      // Both calls keep their refusal, which is shown below.
    }
  };

  return (
    <div className="stack">
      {entry.file && (
        <p className="row is-apart" role="status">
          <span>
            {text("csv.kept")} <span className="code">{entry.file.sha256.slice(0, 16)}…</span>
          </span>
          <Button onClick={() => onRead({ file: null })}>{text("csv.detach")}</Button>
        </p>
      )}
      <details className="csv" {...(found || upload.error || read.error ? { open: true } : {})}>
        <summary>{text("csv.title")}</summary>
        <FileDrop
          label={text("csv.drop")}
          accept=".csv,.txt,.xlsx,text/csv,text/plain"
          maxBytes={MAX_FILE_BYTES}
          busy={upload.isPending || read.isPending ? (upload.variables?.file.name ?? null) : null}
          onFile={(file) => void take(file)}
        />
        <ProblemAlert error={upload.error ?? read.error} />
        {found && (
          <Found
            definition={definition}
            found={found}
            apply={() => {
              onRead(takenFrom(found, entry));
              setFilled(Object.keys(found.readings));
              setFound(null);
            }}
            discard={() => setFound(null)}
          />
        )}
      </details>
    </div>
  );
}

/** What a file filled in is as it was before; what was typed stays. */
function withoutFile(filled: readonly string[], before: BenchEntry, entry: BenchEntry): Pick<BenchEntry, "readings"> {
  const former = filled.map((name) => [name, before.readings[name] ?? ""] as const);
  return { readings: { ...entry.readings, ...Object.fromEntries(former) } };
}

/** What the file does not hold stays as it was typed. */
function takenFrom({ readings, environment, fileId, sha256 }: Read, entry: BenchEntry): Taken {
  return {
    readings: { ...entry.readings, ...readings },
    file: { id: fileId, sha256 },
    temperatureC: environment?.temperatureC ?? entry.temperatureC,
    humidityPercent: environment?.humidityPercent ?? entry.humidityPercent,
  };
}

function Found({
  definition,
  found: { readings, problems, sha256 },
  apply,
  discard,
}: {
  readonly definition: MethodDefinition;
  readonly found: Read;
  readonly apply: () => void;
  readonly discard: () => void;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const inputs = definition.inputs.filter(({ name }) => Object.hasOwn(readings, name));
  const count = Object.values(readings).flat().length;
  return (
    <div className="stack found">
      <p role="status">
        {text("csv.read", { count, sha256: "" })} <span className="code">{sha256}</span>
      </p>
      {problems.length > 0 && (
        <div className="problem">
          <span aria-hidden="true">!</span>
          <div className="problem-body">
            <strong>{text("csv.problems")}</strong>
            <ul>
              {problems.map(({ field, index, code, facts, row }) => (
                <li key={`${field} ${index} ${code} ${row}`}>
                  {row !== null && <b>{text("csv.row", { row })}: </b>}
                  {definition.inputs.find(({ name }) => name === field)?.label[own]}{" "}
                  {problemSentence(code, facts as Parameters<typeof problemSentence>[1])[own]}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{text("csv.column")}</th>
            <th scope="col">{text("csv.values")}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map(({ name, label, unit }) => (
            <tr key={name}>
              <th scope="row">
                {label[own]} {unitSymbol(unit) && `[${unitSymbol(unit)}]`}
              </th>
              <td>
                {[readings[name] ?? []]
                  .flat()
                  .map((value) => (value === "" ? text("csv.empty-cell") : value))
                  .join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <Button type="primary" disabled={inputs.length === 0} onClick={apply}>
          {text("csv.apply")}
        </Button>
        <Button onClick={discard}>{text("csv.discard")}</Button>
      </div>
    </div>
  );
}

import { enterObservation } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { type FormEvent, useMemo, useState } from "react";
import { useSend } from "../../../api/use-call.ts";
import { isConflict } from "../../../components/ConflictDialog.tsx";
import { DraftNote } from "../../../components/DraftNote.tsx";
import { numberProblem } from "../../../components/NumberField.tsx";
import { Note } from "../../../components/ProblemAlert.tsx";
import { useDraft } from "../../../components/use-draft.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { Pictures } from "../Pictures.tsx";
import { BenchConflict } from "./BenchConflict.tsx";
import { type BenchEntry, differs, filledReadings, initialEntry, newestOf } from "./bench-entry.ts";
import { EnvironmentFields } from "./EnvironmentFields.tsx";
import { FileReadings } from "./FileReadings.tsx";
import { placeProblems } from "./field-problems.ts";
import { InstrumentFields, missingInstruments } from "./InstrumentFields.tsx";
import { LiveBar, LiveResult } from "./LiveResult.tsx";
import { evaluatorOf } from "./live.ts";
import { moveOn } from "./move-on.ts";
import { ReadingsForm } from "./ReadingsForm.tsx";
import { SaveReadings } from "./SaveReadings.tsx";
import { TakeReadings } from "./TakeReadings.tsx";

/** The form of a method on the left, what it comes to on the right; the entry is a draft until the platform has it. */
export function Bench({ definition, task }: { readonly definition: MethodDefinition; readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const newest = newestOf(task);
  const draft = useDraft<BenchEntry>(`readings.${task.id}`, task.version, initialEntry(definition, task));
  const entry = draft.value;
  const [tried, setTried] = useState(false);
  const send = useSend(enterObservation, {
    onDone: () => {
      draft.clear();
      setTried(false);
    },
  });
  const evaluate = useMemo(() => evaluatorOf(definition, task), [definition, task]);
  const live = useMemo(() => evaluate(entry.readings), [evaluate, entry.readings]);
  const filled = useMemo(() => filledReadings(entry.readings), [entry.readings]);
  const problems = placeProblems(definition, live.problems, entry.readings, tried);
  const set = (part: Partial<BenchEntry>) => {
    if (send.isSuccess) send.reset();
    draft.change((former) => ({ ...former, ...part }));
  };

  const changed = newest === undefined || differs(entry, newest);
  const surroundings = [entry.temperatureC, entry.humidityPercent].filter((typed) => numberProblem(typed) !== null);
  const open = problems.missing + problems.wrong + missingInstruments(definition, entry).length + surroundings.length;
  const reasonMissing = newest !== undefined && entry.reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!task.mayEnter.allowed || send.isPending || !changed || open > 0 || reasonMissing) return;
    send.mutate({ params: { id: task.id }, body: bodyOf(entry, draft.version, newest !== undefined) });
  };

  return (
    <form className="bench" onSubmit={submit} onKeyDown={moveOn} noValidate autoComplete="off">
      <fieldset className="bench-entry" disabled={!task.mayEnter.allowed}>
        <legend className="visually-hidden">{text("bench.readings")}</legend>
        {task.mayEnter.reason && <Note>{task.mayEnter.reason[own]}</Note>}
        <DraftNote draft={draft} />
        <TakeReadings task={task} onTake={set} />
        {newest && task.mayEnter.allowed && <Note>{text("bench.readings.previous", { number: newest.number })}</Note>}
        <ReadingsForm
          definition={definition}
          readings={entry.readings}
          problems={problems}
          onChange={(readings) => set({ readings })}
          file={<FileReadings definition={definition} task={task} entry={entry} onRead={(read) => set(read)} />}
        />
        <InstrumentFields
          definition={definition}
          task={task}
          chosen={entry.instruments}
          onChange={(instruments) => set({ instruments })}
          complain={tried}
        />
        <EnvironmentFields entry={entry} onChange={set} />
        <SaveReadings
          task={task}
          correction={newest !== undefined}
          reason={entry.reason}
          onReason={(reason) => set({ reason })}
          tried={tried}
          changed={changed}
          open={open}
          pending={send.isPending}
          saved={send.isSuccess}
          error={isConflict(send.error) ? null : send.error}
        />
        <LiveBar live={live} />
      </fieldset>
      <LiveResult definition={definition} live={live} missing={problems.missing} rule={task.ruleSentence} />
      <Pictures definition={definition} readings={filled} />
      <BenchConflict
        definition={definition}
        task={task}
        entry={entry}
        error={send.error}
        keepMine={() => {
          draft.rebase();
          send.reset();
        }}
        takeTheirs={() => {
          draft.clear();
          send.reset();
        }}
        close={send.reset}
      />
    </form>
  );
}

function bodyOf(entry: BenchEntry, version: number, correction: boolean) {
  return {
    version,
    readings: filledReadings(entry.readings),
    instruments: Object.entries(entry.instruments).flatMap(([type, instrumentId]) =>
      instrumentId ? [{ type, instrumentId }] : [],
    ),
    environment: {
      temperatureC: entry.temperatureC.trim() || null,
      humidityPercent: entry.humidityPercent.trim() || null,
    },
    fileId: entry.file?.id ?? null,
    reason: correction ? entry.reason.trim() : null,
  };
}

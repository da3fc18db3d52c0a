import { enterObservations } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail, TaskSummary } from "@quanheng/contract/schemas/laboratory.ts";
import type { EntryOutcome } from "@quanheng/contract/schemas/worksheet.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { type FormEvent, useState } from "react";
import { useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { DraftNote } from "../../../components/DraftNote.tsx";
import { Note, ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useDraft } from "../../../components/use-draft.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { entryGridText } from "../../../i18n/entry-grid.ts";
import { type BenchEntry, initialEntry } from "../bench/bench-entry.ts";
import { EnvironmentFields } from "../bench/EnvironmentFields.tsx";
import { InstrumentFields, missingInstruments } from "../bench/InstrumentFields.tsx";
import { ReadingField } from "../bench/ReadingField.tsx";
import { GridTable } from "./GridTable.tsx";
import { entriesOf, type GridCells, sharedOf } from "./grid-rows.ts";

type Typed = { readonly entry: BenchEntry; readonly cells: GridCells };

/** The grid of one method: what all rows share above, a row for each task below, one button for all of them. */
export function EntryGrid({
  definition,
  sample,
  tasks,
}: {
  readonly definition: MethodDefinition;
  /** One of the tasks in full: its laboratory's instruments and whether the reader may enter. */
  readonly sample: TaskDetail;
  readonly tasks: readonly TaskSummary[];
}) {
  const text = useText(entryGridText);
  const bench = useText(determinationText);
  const { own } = useLanguage();
  const fresh = initialEntry(definition, { ...sample, observations: [] });
  const draft = useDraft<Typed>(`grid.${definition.id}`, 0, { entry: fresh, cells: {} });
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, EntryOutcome>>(new Map());
  const [shown, setShown] = useState<ReadonlyMap<string, TaskSummary>>(new Map());
  const send = useSend(enterObservations, {
    onDone: ({ outcomes: answers }) => {
      setOutcomes((former) => new Map([...former, ...answers.map((each) => [each.taskId, each] as const)]));
      const kept = new Set(answers.flatMap(({ taskId, outcome }) => (outcome === "refused" ? [] : [taskId as string])));
      draft.change((former) => ({
        ...former,
        cells: Object.fromEntries(Object.entries(former.cells).filter(([task]) => !kept.has(task))),
      }));
    },
  });
  const { entry, cells } = draft.value;
  // A task that was kept leaves the list of open ones; it stays in sight with its answer.
  const all = [...shown.values()].filter(({ id }) => !tasks.some((task) => task.id === id)).concat(tasks);
  const open = all.filter(({ id }) => (outcomes.get(id)?.outcome ?? "refused") === "refused");
  const entries = entriesOf(definition, open, entry, cells);
  const missing = missingInstruments(definition, entry).length;
  const reasonMissing =
    entry.reason.trim() === "" && entries.some(({ taskId }) => all.find(({ id }) => id === taskId)?.reported !== null);
  const set = (part: Partial<BenchEntry>) =>
    draft.change((former) => ({ ...former, entry: { ...former.entry, ...part } }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entries.length === 0 || missing > 0 || reasonMissing || send.isPending || !sample.mayEnter.allowed) return;
    setShown(new Map(all.map((task) => [task.id, task])));
    send.mutate({ body: { entries } });
  };
  const shared = sharedOf(definition);
  const why = entries.length === 0 ? text("empty") : reasonMissing ? text("reason.missing") : undefined;
  const barred = missing > 0 && entries.length > 0 ? bench("bench.problems", { count: missing }) : why;

  return (
    <form className="stack" onSubmit={submit} noValidate autoComplete="off">
      {sample.mayEnter.reason && <Note>{sample.mayEnter.reason[own]}</Note>}
      <DraftNote draft={draft} />
      {shared.length > 0 && (
        <section className="panel stack">
          <h2>{text("shared")}</h2>
          <div className="reading-grid">
            {shared.map((input) => (
              <ReadingField
                key={input.name}
                input={input}
                value={String(entry.readings[input.name] ?? "")}
                problem={null}
                onChange={(value) => set({ readings: { ...entry.readings, [input.name]: value } })}
              />
            ))}
          </div>
        </section>
      )}
      <InstrumentFields
        definition={definition}
        task={sample}
        chosen={entry.instruments}
        onChange={(instruments) => set({ instruments })}
        complain={entries.length > 0}
      />
      <EnvironmentFields entry={entry} onChange={set} />
      <GridTable
        definition={definition}
        tasks={all}
        shared={entry.readings}
        cells={cells}
        outcomes={outcomes}
        onChange={(update) => draft.change((former) => ({ ...former, cells: update(former.cells) }))}
      />
      <section className="panel stack">
        {all.some(({ reported, id }) => reported !== null && !outcomes.has(id)) && (
          <TextField
            label={text("reason")}
            hint={bench("bench.reason.hint")}
            value={entry.reason}
            maxLength={500}
            onChange={(reason) => set({ reason })}
          />
        )}
        <ProblemAlert error={send.error} />
        <Summary outcomes={send.data?.outcomes ?? []} />
        <ActionButton
          type="primary"
          htmlType="submit"
          permit={sample.mayEnter}
          reason={barred}
          loading={send.isPending}
        >
          {text("save", { count: entries.length })}
        </ActionButton>
      </section>
    </form>
  );
}

function Summary({ outcomes }: { readonly outcomes: readonly EntryOutcome[] }) {
  const text = useText(entryGridText);
  if (outcomes.length === 0) return null;
  const refused = outcomes.filter(({ outcome }) => outcome === "refused").length;
  return (
    <p role="status">
      {text("kept", { count: outcomes.length - refused })} {refused > 0 && text("refused", { count: refused })}
    </p>
  );
}

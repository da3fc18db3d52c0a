import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { ProblemError } from "../../../api/problem-error.ts";
import { ConflictDialog, type ConflictRow } from "../../../components/ConflictDialog.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { labelled, shownReading } from "../ReadingsTable.tsx";
import { type BenchEntry, filledReadings, newestOf } from "./bench-entry.ts";

/** Somebody else was faster: both entries side by side. The task on screen is asked again, so it shows theirs. */
export function BenchConflict({
  definition,
  task,
  entry,
  ...dialog
}: {
  readonly definition: MethodDefinition;
  readonly task: TaskDetail;
  readonly entry: BenchEntry;
  readonly error: ProblemError | null;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly close: () => void;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const newest = newestOf(task);
  const mine = filledReadings(entry.readings);
  const readings: readonly ConflictRow[] = definition.inputs.map((input) => ({
    label: labelled(input, own),
    mine: shownReading(input, mine[input.name], own),
    theirs: shownReading(input, newest?.readings[input.name], own),
  }));
  const rows: readonly ConflictRow[] = [
    ...readings,
    {
      label: text("bench.temperature"),
      mine: entry.temperatureC,
      theirs: newest?.environment.temperatureC ?? "",
    },
    { label: text("bench.humidity"), mine: entry.humidityPercent, theirs: newest?.environment.humidityPercent ?? "" },
  ];
  return <ConflictDialog {...dialog} rows={rows.filter(({ mine: a, theirs: b }) => a !== b)} />;
}

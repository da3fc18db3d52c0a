import type { TaskSummary } from "@quanheng/contract/schemas/laboratory.ts";
import type { WorksheetEntry } from "@quanheng/contract/schemas/worksheet.ts";
import { evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import type { MethodDefinition, MethodInput } from "@quanheng/flow/determination/method.ts";
import { type BenchEntry, filledReadings } from "../bench/bench-entry.ts";

/** One column of the grid: a reading, and which of its portions. */
export type GridColumn = { readonly input: MethodInput; readonly portion: number | null };
/** What was typed, by task and column. */
export type GridCells = Readonly<Record<string, Readonly<Record<string, string>>>>;

const USUAL_PORTIONS = 2;

/** What is read of each sample; what a method presets or offers as a choice is the same for all of them. */
export function columnsOf({ inputs }: MethodDefinition): readonly GridColumn[] {
  return inputs.filter(isOwn).flatMap((input): GridColumn[] => {
    if (!input.replicates) return [{ input, portion: null }];
    const { min, max } = input.replicates;
    const places = Math.min(max, Math.max(min, USUAL_PORTIONS));
    return Array.from({ length: places }, (_, portion) => ({ input, portion }));
  });
}

/** Inputs that all rows share. */
export function sharedOf({ inputs }: MethodDefinition): readonly MethodInput[] {
  return inputs.filter((input) => !isOwn(input));
}

function isOwn({ preset, kind, replicates }: MethodInput): boolean {
  return replicates !== undefined || (preset === undefined && kind === "number");
}

/** The grid suits methods without tables. */
export function fitsGrid({ tables = [] }: MethodDefinition): boolean {
  return tables.length === 0;
}

export function columnKey({ input, portion }: GridColumn): string {
  return portion === null ? input.name : `${input.name} ${portion}`;
}

/** The readings of one row as they are evaluated and sent. */
export function rowReadings(
  definition: MethodDefinition,
  shared: BenchEntry["readings"],
  row: Readonly<Record<string, string>>,
): Record<string, string | string[]> {
  const readings: Record<string, string | string[]> = {};
  for (const { name } of sharedOf(definition)) {
    const value = shared[name];
    if (typeof value === "string") readings[name] = value;
  }
  for (const column of columnsOf(definition)) {
    const typed = row[columnKey(column)] ?? "";
    const { name } = column.input;
    if (column.portion === null) readings[name] = typed;
    else readings[name] = [...((readings[name] as string[] | undefined) ?? []), typed];
  }
  return filledReadings(readings);
}

export function isFilled(row: Readonly<Record<string, string>> | undefined): boolean {
  return row !== undefined && Object.values(row).some((typed) => typed.trim() !== "");
}

/** What a row comes to while it is typed: its result, or how many places are missing or wrong. */
export type RowState =
  | { readonly kind: "result"; readonly reported: string; readonly unit: string }
  | { readonly kind: "missing" | "wrong"; readonly count: number; readonly fields: ReadonlySet<string> };

const NOT_YET: readonly string[] = ["reading-missing", "too-few-readings", "portions-differ"];
/** The reported value does not depend on the agreed coverage. */
const COVERAGE = 0.9545;

export function rowState(
  definition: MethodDefinition,
  shared: BenchEntry["readings"],
  row: Readonly<Record<string, string>>,
): RowState {
  const outcome = evaluateRaw(definition, rowReadings(definition, shared, row), COVERAGE);
  if (outcome.ok) {
    const { reported } = outcome.evaluation;
    const { unit } = definition.output;
    return { kind: "result", reported, unit };
  }
  const wrong = outcome.problems.filter(({ code }) => !NOT_YET.includes(code));
  const shown = wrong.length > 0 ? wrong : outcome.problems;
  return {
    kind: wrong.length > 0 ? "wrong" : "missing",
    count: shown.length,
    fields: new Set(wrong.map(({ field, index }) => (index === null ? field : `${field} ${index}`))),
  };
}

/** Pastes a block from a spreadsheet: lines down the tasks, tabs or semicolons across the columns. Null for a single cell. */
export function pastedCells(
  columns: readonly GridColumn[],
  tasks: readonly Pick<TaskSummary, "id">[],
  cells: GridCells,
  from: { readonly task: string; readonly column: string },
  text: string,
): GridCells | null {
  const lines = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n");
  const mark = ["\t", ";"].find((candidate) => text.includes(candidate));
  if (mark === undefined && lines.length === 1) return null;
  const left = columns.findIndex((column) => columnKey(column) === from.column);
  const top = tasks.findIndex(({ id }) => id === from.task);
  if (left < 0 || top < 0) return null;
  const next: Record<string, Readonly<Record<string, string>>> = { ...cells };
  for (const [down, line] of lines.entries()) {
    const task = tasks[top + down];
    if (!task) break;
    const typed = mark === undefined ? [line] : line.split(mark);
    const row: Record<string, string> = { ...next[task.id] };
    for (const [right, value] of typed.entries()) {
      const column = columns[left + right];
      if (column) row[columnKey(column)] = value.trim();
    }
    next[task.id] = row;
  }
  return next;
}

/** The filled rows as they are sent. */
export function entriesOf(
  definition: MethodDefinition,
  tasks: readonly TaskSummary[],
  entry: BenchEntry,
  cells: GridCells,
): WorksheetEntry[] {
  const instruments = Object.entries(entry.instruments).flatMap(([type, instrumentId]) =>
    instrumentId ? [{ type, instrumentId }] : [],
  );
  return tasks.flatMap((task) => {
    const row = cells[task.id];
    if (!row || !isFilled(row)) return [];
    return [
      {
        taskId: task.id,
        version: task.version,
        readings: rowReadings(definition, entry.readings, row),
        instruments,
        environment: {
          temperatureC: entry.temperatureC.trim() || null,
          humidityPercent: entry.humidityPercent.trim() || null,
        },
        reason: task.reported === null ? null : entry.reason.trim() || null,
      },
    ];
  });
}

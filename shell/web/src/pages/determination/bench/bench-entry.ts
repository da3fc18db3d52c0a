import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { MethodDefinition, MethodInput, MethodTable } from "@quanheng/flow/determination/method.ts";
import type { Id } from "@quanheng/kernel/id.ts";

/** What the analyst has typed so far, as texts; kept as a draft until it is sent. */
export type BenchEntry = {
  readonly readings: Readonly<Record<string, string | readonly string[]>>;
  /** The instrument chosen for each kind; empty where none is chosen yet. */
  readonly instruments: Readonly<Record<string, Id<"equ"> | "">>;
  readonly temperatureC: string;
  readonly humidityPercent: string;
  /** The instrument file that the readings were taken from. */
  readonly file: { readonly id: Id<"fil">; readonly sha256: string } | null;
  readonly reason: string;
};

export type Observation = TaskDetail["observations"][number];

/** The newest readings of a task; undefined before the first. */
export function newestOf({ observations }: Pick<TaskDetail, "observations">): Observation | undefined {
  return [...observations].sort((a, b) => a.number - b.number).at(-1);
}

/** Kinds of instruments that a method reads from, in the order of its inputs. */
export function instrumentTypesOf({ inputs }: MethodDefinition): readonly string[] {
  return [...new Set(inputs.flatMap(({ instrumentType }) => instrumentType ?? []))];
}

/** Inputs that are read for each portion. */
export function seriesOf({ inputs }: MethodDefinition): readonly MethodInput[] {
  return inputs.filter(({ replicates, table }) => replicates !== undefined && table === undefined);
}

/** The tables of a method with their columns. */
export function tablesOf({
  inputs,
  tables = [],
}: MethodDefinition): readonly { readonly table: MethodTable; readonly columns: readonly MethodInput[] }[] {
  return tables.map((table) => ({ table, columns: inputs.filter((input) => input.table === table.name) }));
}

/** What the form shows before anything is typed: the newest readings, else presets and empty places for two portions. */
export function initialEntry(definition: MethodDefinition, task: TaskDetail): BenchEntry {
  const newest = newestOf(task);
  const types = instrumentTypesOf(definition);
  return {
    readings: initialReadings(definition, newest?.readings),
    instruments: Object.fromEntries(types.map((type) => [type, initialInstrument(type, task, newest)])),
    temperatureC: newest?.environment.temperatureC ?? "",
    humidityPercent: newest?.environment.humidityPercent ?? "",
    file: null,
    reason: "",
  };
}

/** The form of a method with readings that are there already, else presets and empty places for two portions. */
export function initialReadings({ inputs }: MethodDefinition, former?: BenchEntry["readings"]): BenchEntry["readings"] {
  return Object.fromEntries(inputs.map((input) => [input.name, initialReading(input, former)]));
}

const USUAL_PORTIONS = 2;

function initialReading(input: MethodInput, former: BenchEntry["readings"] | undefined): string | readonly string[] {
  const kept = former?.[input.name];
  if (!input.replicates) {
    if (former) return typeof kept === "string" ? kept : (kept?.[0] ?? "");
    return input.preset ?? "";
  }
  const texts = kept === undefined ? [] : typeof kept === "string" ? [kept] : kept;
  const { min, max } = input.replicates;
  const places = Math.min(max, Math.max(min, USUAL_PORTIONS, texts.length));
  return Array.from({ length: places }, (_, at) => texts[at] ?? "");
}

/** One that can be used is taken where there is no other; between several the analyst says which it was. */
function initialInstrument(type: string, task: TaskDetail, newest: Observation | undefined): Id<"equ"> | "" {
  const used = newest?.instruments.find((use) => use.type === type)?.instrumentId;
  if (used) return used;
  const usable = task.instruments.filter((instrument) => instrument.type === type && instrument.usable);
  return usable.length === 1 ? (usable[0]?.id ?? "") : "";
}

/** The readings as they are evaluated and sent: an empty place is absent, and a series ends at its last figure. */
export function filledReadings(readings: BenchEntry["readings"]): Record<string, string | string[]> {
  const filled: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(readings)) {
    if (typeof value === "string") {
      if (value.trim() !== "") filled[name] = value;
    } else {
      const last = value.findLastIndex((text) => text.trim() !== "");
      if (last >= 0) filled[name] = value.slice(0, last + 1);
    }
  }
  return filled;
}

/** Whether an entry says anything else than the newest readings do. */
export function differs(entry: BenchEntry, newest: Observation): boolean {
  const same =
    canonical(filledReadings(entry.readings)) === canonical(filledReadings(newest.readings)) &&
    canonical(entry.instruments) ===
      canonical(Object.fromEntries(newest.instruments.map(({ type, instrumentId }) => [type, instrumentId]))) &&
    entry.temperatureC.trim() === (newest.environment.temperatureC ?? "") &&
    entry.humidityPercent.trim() === (newest.environment.humidityPercent ?? "");
  return !same;
}

function canonical(record: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

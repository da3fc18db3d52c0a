import { readdir, readFile } from "node:fs/promises";
import type { RawReadings } from "@quanheng/contract/schemas/laboratory.ts";
import type { CommissionDraft } from "@quanheng/contract/schemas/selection.ts";

export type LotReadings = {
  readonly environment: { readonly temperatureC: string; readonly humidityPercent: string };
  /** Raw readings by bench method. */
  readonly readings: Readonly<Record<string, RawReadings>>;
  /** What is stated of the item, by question of `data/conditions`. */
  readonly facts?: Readonly<Record<string, string>>;
};

/** One invented commission: who asks for what, and what the laboratory's analysts read at the bench. */
export type DemoCommission = LotReadings & {
  /** The quality-inspection centre that the commission shows. */
  readonly laboratory: string;
  /** The person who asks, e.g. of the sugar mill. */
  readonly client: `per-${string}`;
  /** The question; the day on which the goods have to conform is the day of the demonstration. */
  readonly draft: Omit<CommissionDraft, "appliesOn">;
  /** The decision rule that is agreed, e.g. "simple" where marks have no uncertainty; the recommended one where absent. */
  readonly rule?: string;
};

/** What `quanheng demo` shows where no centre is named. */
export const SUGAR = "sugar-and-food";

const FOLDER = new URL("../../../../data/demo-cluster/commissions/", import.meta.url);

/** The centres that have a commission in the demonstration, e.g. "silk". */
export async function demoCentres(): Promise<readonly string[]> {
  const names = await readdir(FOLDER);
  return names.flatMap((name) => (name.endsWith(".json") ? name.slice(0, -".json".length) : [])).sort();
}

/** The commission of one centre, from `data/demo-cluster/commissions`. */
export async function readCommission(centre: string): Promise<DemoCommission> {
  return JSON.parse(await readFile(new URL(`${centre}.json`, FOLDER), "utf8")) as DemoCommission;
}

/** What the analysts of the sugar laboratory read at the bench: one invented lot of white sugar. */
export async function readLot(): Promise<LotReadings> {
  return readCommission(SUGAR);
}

/** The same readings as an instrument writes them: a column each, replicates below each other. */
export function instrumentCsv(readings: RawReadings): string {
  const columns = Object.entries(readings).map(([name, value]) => [name, ...(Array.isArray(value) ? value : [value])]);
  const rows = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? "").join(",")).join("\n");
}

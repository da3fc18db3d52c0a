import { readFile } from "node:fs/promises";
import type { RawReadings } from "@quanheng/contract/schemas/laboratory.ts";

export type LotReadings = {
  readonly environment: { readonly temperatureC: string; readonly humidityPercent: string };
  /** Raw readings by bench method. */
  readonly readings: Readonly<Record<string, RawReadings>>;
};

/** What the demonstration's analysts read at the bench: one invented lot of white sugar. */
export async function readLot(): Promise<LotReadings> {
  const file = new URL("../../../../data/demo-cluster/readings.json", import.meta.url);
  return JSON.parse(await readFile(file, "utf8")) as LotReadings;
}

/** The same readings as an instrument writes them: a column each, replicates below each other. */
export function instrumentCsv(readings: RawReadings): string {
  const columns = Object.entries(readings).map(([name, value]) => [name, ...(Array.isArray(value) ? value : [value])]);
  const rows = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? "").join(",")).join("\n");
}

/** The question of the demonstration: 500 t of white sugar for four markets. */
export function lotDraft(today: string) {
  return {
    product: "white-sugar",
    item: {
      name: { zh: "白砂糖", en: "White granulated sugar" },
      lotNumber: "YJ-2026-1101",
      lotQuantity: "500",
      lotUnit: "t",
      producedOn: null,
      gtin: null,
      brand: null,
      remarks: null,
    },
    markets: ["CN", "VN", "ID", "CODEX"],
    claims: { "CN.grade": "first", "VN.grade": "A", "ID.grade": "GKP-1", "CODEX.type": "plantation-or-mill-white" },
    appliesOn: today,
    neededBy: null,
    sampleAvailableG: 3000,
  };
}

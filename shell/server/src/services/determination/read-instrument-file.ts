import type { readInstrumentFile as contract } from "@quanheng/contract/routes/determination.ts";
import { readFile } from "@quanheng/flow/determination/file-readings.ts";
import type { z } from "zod";
import type { ObjectStore } from "../../adapters/objects/object-store.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findFile } from "../../store/file.ts";
import { reading } from "../../store/transaction.ts";
import { readingsText } from "./instrument-text.ts";
import { readTask } from "./task-view.ts";

/**
 * Readings from a kept instrument file, for the analyst to check; nothing is entered by this.
 *
 * @throws Refusal `not-found`, `file-type` for a file that was not kept as an instrument's, `csv-unreadable`
 */
export async function readInstrumentFile(
  context: Context,
  objects: ObjectStore,
  taskId: string,
  fileId: string,
): Promise<z.output<(typeof contract)["response"]>> {
  const { definition, file } = await reading(context, async (tx) => {
    const { definition, row } = await readTask(tx, context, taskId);
    const file = (await findFile(tx, fileId)) ?? refuse("not-found");
    if (file.commission_id !== null && file.commission_id !== row.commission_id) refuse("not-found");
    return { definition, file };
  });
  if (file.purpose !== "instrument-file")
    refuse("file-type", { name: file.name, type: file.purpose, allowed: ["instrument-file"] });
  const text = await readingsText(await objects.read(file.sha256));
  if (text === undefined)
    return refuse("csv-unreadable", {
      name: file.name,
      why_zh: "不是能识别的文本或工作簿，请导出为 UTF-8 的 CSV 或 XLSX",
      why_en: "it is neither a known text nor a workbook; export it as CSV in UTF-8 or as XLSX",
    });
  const { readings, environment, problems } = readFile(definition, text);
  return {
    readings: Object.fromEntries(
      Object.entries(readings).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]),
    ),
    environment: environment && { ...environment },
    problems: problems.map((problem) => ({ ...problem, facts: { ...problem.facts } })),
    sha256: file.sha256,
  };
}

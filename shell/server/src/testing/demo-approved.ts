import { readFileSync } from "node:fs";
import { definitionById } from "@quanheng/centres/registry.ts";
import type { RawReadings, TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { enterObservation } from "../services/determination/enter-observation.ts";
import { getTask } from "../services/determination/tasks.ts";
import { getReview, recordReview } from "../services/review/reviews.ts";
import type { DemoBench } from "./demo-bench.ts";
import { type DemoLaboratory, HANDS, ROOT, runningCommission } from "./demo-journey.ts";

type Readings = {
  readonly environment: { readonly temperatureC: string; readonly humidityPercent: string };
  readonly readings: Readonly<Record<string, RawReadings>>;
};

/** Raw readings of the demonstration's lot, by bench method. */
export function demoReadings(): Readings {
  const file = new URL("../../../../data/demo-cluster/commissions/sugar-and-food.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Readings;
}

/** A commission of which every laboratory has measured and reviewed all its tasks; each awaits its signatory. */
export async function approvedCommission(
  bench: DemoBench,
): Promise<{ readonly id: string; readonly laboratories: readonly DemoLaboratory[] }> {
  const running = await runningCommission(bench);
  const tasks = await bench.database.owner
    .selectFrom("task")
    .select(["id", "institution_id", "definition"])
    .where("commission_id", "=", running.id)
    .orderBy("id")
    .execute();
  for (const { id, institution_id, definition } of tasks) {
    const hands = HANDS[institution_id as DemoLaboratory];
    await enter(bench, hands.analyst, id, definition);
    await approve(bench, hands.reviewer, id);
  }
  return running;
}

async function enter(bench: DemoBench, analyst: string, id: string, definition: string): Promise<void> {
  const context = bench.as(analyst, "analyst");
  const task = await getTask(context, id, ROOT);
  const { readings, environment } = demoReadings();
  await enterObservation(
    context,
    id,
    {
      version: task.version,
      readings: readings[definition] ?? {},
      instruments: usable(task, definition),
      environment,
      fileId: null,
      reason: null,
    },
    ROOT,
  );
}

function usable(task: TaskDetail, definition: string): { type: string; instrumentId: `equ-${string}` }[] {
  const types = new Set(definitionById(definition)?.inputs.flatMap(({ instrumentType }) => instrumentType ?? []));
  return [...types].flatMap((type) => {
    const found = task.instruments.find((each) => each.type === type && each.usable);
    return found ? [{ type, instrumentId: found.id }] : [];
  });
}

/** Approves the newest observation of a task, with everything seen that calls for attention. */
export async function approve(bench: Pick<DemoBench, "as">, reviewer: string, id: string): Promise<void> {
  const context = bench.as(reviewer, "reviewer");
  const { task, checklist } = await getReview(context, id, ROOT);
  await recordReview(
    context,
    id,
    {
      version: task.version,
      observationId: task.observations.at(-1)!.id,
      outcome: "approved",
      comment: "checked",
      acknowledged: checklist.filter(({ severity }) => severity === "attention").map(({ code }) => code),
    },
    ROOT,
  );
}

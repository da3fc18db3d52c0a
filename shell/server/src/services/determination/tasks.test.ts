import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { expect, test } from "vitest";
import type { DemoBench } from "../../testing/demo-bench.ts";
import { entryFor, HANDS, openRunningBench, ROOT, tasksOf } from "../../testing/demo-journey.ts";
import { readingsFor } from "../../testing/demo-readings.ts";
import { enterObservation } from "./enter-observation.ts";
import { previewTask } from "./preview-task.ts";
import { getTask, pageTasks, takeTask } from "./tasks.ts";

const SUGAR = HANDS["ins-sugar"];
type Bench = Awaited<ReturnType<typeof openRunningBench>>;

async function taskOf(bench: Bench, definition: string): Promise<TaskDetail> {
  const found = (await tasksOf(bench, bench.commissionId, "ins-sugar")).find((task) => task.definition === definition);
  return getTask(bench.as(SUGAR.analyst), found?.id ?? "", ROOT);
}
const enter = (bench: DemoBench, task: TaskDetail, change: object = {}, hands: string = SUGAR.analyst) =>
  enterObservation(bench.as(hands), task.id, { ...entryFor(task), ...change }, ROOT);

test("work is listed by due date and found by state, person and text, a page at a time", async (t) => {
  const bench = await openRunningBench(t);
  const analyst = bench.as(SUGAR.analyst);
  const all = await pageTasks(analyst, { limit: 200 });
  const due = all.items.map(({ dueOn }) => dueOn);
  expect([all.items.length, all.next, due]).toEqual([14, null, due.toSorted()]);

  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await pageTasks(analyst, { limit: 5, after });
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toEqual(all.items.map(({ id }) => id));

  const task = await taskOf(bench, "sugar.mites");
  await takeTask(analyst, task.id, task.version, ROOT);
  expect((await pageTasks(analyst, { limit: 9, mine: true })).items.map(({ id }) => id)).toEqual([task.id]);
  expect((await pageTasks(bench.as(SUGAR.second), { limit: 9, mine: true })).items).toEqual([]);
  expect((await pageTasks(analyst, { limit: 50, text: "GS2/3-5" })).items).toHaveLength(1);
  expect((await pageTasks(analyst, { limit: 50, text: "白砂糖" })).items).toHaveLength(14);
  expect((await pageTasks(analyst, { limit: 50, text: "%" })).items).toHaveLength(0);
  expect((await pageTasks(analyst, { limit: 50, state: "approved" })).items).toEqual([]);
  expect((await pageTasks(bench.as(HANDS["ins-caiq"].analyst), { limit: 50 })).items).toEqual([]);
});

test("late work is work whose day has passed and that is not approved", async (t) => {
  const bench = await openRunningBench(t);
  const analyst = bench.as(SUGAR.analyst);
  expect((await pageTasks(analyst, { limit: 50, late: true })).items).toEqual([]);
  bench.clock.now = new Date("2026-12-01T01:00:00Z");
  expect((await tasksOf(bench, bench.commissionId, "ins-sugar")).every(({ late }) => late)).toBe(true);
  expect((await pageTasks(analyst, { limit: 50, late: true })).items).toHaveLength(14);
});

test("the preview says what entering will keep, digit by digit, and keeps nothing", async (t) => {
  const bench = await openRunningBench(t);
  const task = await taskOf(bench, "sugar.polarization");
  const before = await bench.trail();
  const preview = await previewTask(bench.as(SUGAR.analyst), task.id, readingsFor(task.definition));

  expect(preview.problems).toEqual([]);
  expect(preview.verdicts.map(({ market, verdict }) => [market, verdict])).toEqual([
    ["CN", "pass"],
    ["CODEX", "pass"],
    ["ID", "pass"],
    ["VN", "pass"],
  ]);
  expect(await bench.trail()).toEqual(before);
  const kept = (await enter(bench, task)).observations[0]!;
  expect([kept.evaluation, kept.verdicts]).toEqual([preview.evaluation, preview.verdicts]);

  const wrong = await previewTask(bench.as(SUGAR.analyst), task.id, { massG: ["26.000", "26,000"], rotationDeg: [] });
  expect([wrong.evaluation, wrong.verdicts]).toEqual([null, []]);
  expect(wrong.problems.map(({ field, index, code }) => [field, index, code])).toContainEqual([
    "massG",
    1,
    "ambiguous-separator",
  ]);
});

import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import { expect, test } from "vitest";
import type { DemoBench } from "../../testing/demo-bench.ts";
import { entryFor, HANDS, openRunningBench, ROOT, tasksOf } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { enterObservations } from "./enter-observations.ts";
import { getTask, pageTasks } from "./tasks.ts";

const SUGAR = HANDS["ins-sugar"];
type Entry = Parameters<typeof enterObservations>[1][number];

/** One entry per task of the running commission, with the demonstration's readings. */
async function worksheet(bench: DemoBench & { readonly commissionId: string }): Promise<readonly Entry[]> {
  const tasks = await tasksOf(bench, bench.commissionId, "ins-sugar");
  const entries: Entry[] = [];
  for (const { id } of tasks) {
    const { fileId: _, ...entry } = entryFor(await getTask(bench.as(SUGAR.analyst), id, ROOT));
    entries.push({ ...entry, taskId: id });
  }
  return entries;
}
const rows = async (bench: DemoBench) =>
  (await bench.database.owner.selectFrom("observation").selectAll().orderBy("task_id").execute()) as readonly {
    readonly task_id: string;
    readonly readings: unknown;
  }[];

test("a worksheet keeps what single entries would keep, and the same worksheet sent again keeps nothing more", async (t) => {
  const bench = await openRunningBench(t);
  const entries = await worksheet(bench);
  const analyst = bench.as(SUGAR.analyst);
  const first = await enterObservations(analyst, entries);
  expect(first.map(({ outcome }) => outcome)).toEqual(entries.map(() => "kept"));

  const polarization = entries.find(({ readings }) => "massG" in readings && "temperatureC" in readings);
  const shown = await getTask(analyst, polarization?.taskId ?? "", ROOT);
  expect([shown.state, shown.version, shown.reported]).toEqual([
    "entered",
    first.find(({ taskId }) => taskId === shown.id)?.version,
    first.find(({ taskId }) => taskId === shown.id)?.reported,
  ]);
  expect(canonicalJson(shown.observations[0]?.readings)).toBe(canonicalJson(polarization?.readings));
  const told = (await bench.trail()).filter(({ action }) => action === "observation.enter");
  expect(told.map(({ subject }) => subject)).toEqual(entries.map(({ taskId }) => taskId));
  expect((await bench.announced()).filter(({ topic }) => topic === "task.entered")).toHaveLength(entries.length);

  const again = await enterObservations(analyst, entries);
  expect(again.map(({ outcome, version }) => [outcome, version])).toEqual(
    first.map(({ version }) => ["kept-before", version]),
  );
  expect(await rows(bench)).toHaveLength(entries.length);
  // A colleague who sends the same is no repetition: somebody else has entered meanwhile.
  const colleague = await enterObservations(bench.as(SUGAR.second), entries.slice(0, 1));
  expect(colleague[0]?.problem?.code).toBe("stale");
});

test("each entry is answered by itself: what is wrong with one keeps none of the others", async (t) => {
  const bench = await openRunningBench(t);
  const entries = await worksheet(bench);
  const [one, two, three, four, five] = entries as [Entry, Entry, Entry, Entry, Entry];
  const outcomes = await enterObservations(bench.as(SUGAR.analyst), [
    one,
    { ...two, version: two.version - 1 },
    { ...three, readings: {} },
    { ...four, environment: { temperatureC: "325", humidityPercent: null } },
    { ...five, instruments: five.instruments.map((each) => ({ ...each, instrumentId: "equ-caiq28" })) },
    one,
    { ...one, taskId: "tsk-nowhere" },
  ]);

  expect(outcomes.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
    "kept",
    "stale",
    "readings-refused",
    "readings-refused",
    "instrument-not-usable",
    "task-twice",
    "not-found",
  ]);
  expect((await rows(bench)).map(({ task_id }) => task_id)).toEqual([one.taskId]);
  const foreign = await enterObservations(bench.as(HANDS["ins-caiq"].analyst), [two]);
  expect(foreign[0]?.problem?.code).toBe("not-found");
});

test("only an authorised analyst may enter, a correction needs its reason, and the list asks by method", async (t) => {
  const bench = await openRunningBench(t);
  const entries = await worksheet(bench);
  const tasks = await tasksOf(bench, bench.commissionId, "ins-sugar");
  const lead = entries.find(({ taskId }) => tasks.find(({ id }) => id === taskId)?.definition === "sugar.lead");
  const other = entries.find(({ taskId }) => taskId !== lead?.taskId);
  const refused = await enterObservations(bench.as(SUGAR.second), [lead as Entry]);
  expect([refused[0]?.problem?.code, refused[0]?.problem?.facts["detail_en"]]).toEqual([
    "no-competence",
    "never authorised",
  ]);

  const analyst = bench.as(SUGAR.analyst);
  const [kept] = await enterObservations(analyst, [other as Entry]);
  const next = { ...(other as Entry), version: kept?.version ?? 0 };
  expect((await enterObservations(analyst, [next]))[0]?.problem?.code).toBe("reason-needed");
  const corrected = await enterObservations(analyst, [{ ...next, reason: "thermometer misread" }]);
  expect(corrected[0]?.outcome).toBe("kept");
  expect((await enterObservations(analyst, [{ ...next, reason: "thermometer misread" }]))[0]?.outcome).toBe(
    "kept-before",
  );
  const asked = await pageTasks(analyst, { limit: 50, definition: "sugar.lead" });
  expect(asked.items.map(({ id }) => id)).toEqual([lead?.taskId]);
});

test("whichever statement fails, a worksheet is kept whole or not at all, in as many statements as a single entry", async (t) => {
  const bench = await openRunningBench(t);
  const entries = await worksheet(bench);
  const before = [await bench.trail(), await bench.announced()];
  let n = 1;
  for (; ; n++) {
    const failure = await enterObservations(breakingAt(n, bench.as(SUGAR.analyst)), entries).then(
      () => null,
      (error: Error) => error.message,
    );
    if (failure === null) break;
    expect(failure).toContain("injected fault");
    expect([await bench.trail(), await bench.announced()], `after a fault in statement ${n}`).toEqual(before);
    expect(await rows(bench)).toHaveLength(0);
  }
  expect(await rows(bench)).toHaveLength(entries.length);
  expect(n).toBeLessThan(13);
});

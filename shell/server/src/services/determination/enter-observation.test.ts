import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { expect, test } from "vitest";
import type { DemoBench } from "../../testing/demo-bench.ts";
import {
  approved,
  entered,
  entryFor,
  HANDS,
  INTACT,
  openRunningBench,
  ROOT,
  tasksOf,
} from "../../testing/demo-journey.ts";
import { readingsFor } from "../../testing/demo-readings.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { enterObservation } from "./enter-observation.ts";
import { receiveSample } from "./receive-sample.ts";
import { getTask, takeTask } from "./tasks.ts";

const SUGAR = HANDS["ins-sugar"];
type Bench = Awaited<ReturnType<typeof openRunningBench>>;

async function taskOf(bench: Bench, definition: string): Promise<TaskDetail> {
  const found = (await tasksOf(bench, bench.commissionId, "ins-sugar")).find((task) => task.definition === definition);
  return getTask(bench.as(SUGAR.analyst), found?.id ?? "", ROOT);
}
const enter = (bench: DemoBench, task: TaskDetail, change: object = {}, hands: string = SUGAR.analyst) =>
  enterObservation(bench.as(hands), task.id, { ...entryFor(task), ...change }, ROOT);
const withInstrument = (task: TaskDetail, type: string, instrumentId: string) => ({
  instruments: entryFor(task).instruments.map((each) => (each.type === type ? { type, instrumentId } : each)),
});

test("readings are kept as the text that was read, and the result unrounded with its uncertainty", async (t) => {
  const bench = await openRunningBench(t);
  const task = await taskOf(bench, "sugar.polarization");
  const readings = { ...readingsFor(task.definition), massG: ["２６.０００", " 26.000"], temperatureC: "22.40" };
  const kept = await enter(bench, task, { readings });

  expect(kept.observations[0]?.readings).toEqual(readings);
  expect([kept.state, kept.version, kept.assignedTo?.en, kept.reported]).toEqual([
    "entered",
    task.version + 1,
    "Mo Xiaoyan",
    "99.85",
  ]);
  const [row] = await bench.database.owner.selectFrom("result").selectAll().execute();
  expect([row?.operator, row?.reported, row?.unit]).toEqual(["=", "99.85", "degZ"]);
  expect(row?.value.length).toBeGreaterThan(8);
  expect(Number(row?.u)).toBeGreaterThan(0);
  const [sample] = await bench.database.owner.selectFrom("sample").select("state").execute();
  expect(sample?.state).toBe("in-test");
});

test("a value below quantification is kept with its sign", async (t) => {
  const bench = await openRunningBench(t);
  await enter(bench, await taskOf(bench, "sugar.lead"));
  const [row] = await bench.database.owner.selectFrom("result").select(["operator", "reported"]).execute();

  expect([row?.operator, row?.reported]).toEqual(["<", "<0.040"]);
});

test("what is wrong with readings or surroundings is counted and named, and nothing is kept", async (t) => {
  const bench = await openRunningBench(t);
  const task = await taskOf(bench, "sugar.loss-on-drying");
  const impossible = { ...readingsFor(task.definition), afterG: ["45.3000", "45,104"], ovenC: "" };
  const refusal = await refused(
    enter(bench, task, { readings: impossible, environment: { temperatureC: "225", humidityPercent: "half" } }),
  );

  expect(refusal.code).toBe("readings-refused");
  expect(refusal.facts["count"]).toBe((refusal.facts["problems"] as string[]).length);
  expect(refusal.facts["problems"]).toContain("temperatureC: reading-out-of-range");
  expect(refusal.facts["problems"]).toContain("humidityPercent: not-a-number");
  const wet = { ...readingsFor(task.definition), afterG: ["45.3000", "45.1040"] };
  expect((await refused(enter(bench, task, { readings: wet }))).facts["problems"]).toHaveLength(1);
  expect((await getTask(bench.as(SUGAR.analyst), task.id, ROOT)).observations).toEqual([]);
});

test("an instrument that is overdue, defective, foreign, of another kind or missing is refused with the reason", async (t) => {
  const bench = await openRunningBench(t);
  const pol = await taskOf(bench, "sugar.polarization");
  const edta = await taskOf(bench, "sugar.invert-sugar-edta");
  const why = async (task: TaskDetail, change: object) => {
    const { code, facts } = await refused(enter(bench, task, change));
    return [code, facts["why_en"] ?? facts["types_en"]];
  };

  expect(pol.instruments.find(({ id }) => id === "equ-sugar14")).toMatchObject({
    usable: false,
    why: { en: "its calibration ended on 2026-06-14" },
  });
  expect(await why(pol, withInstrument(pol, "polarimeter", "equ-sugar14"))).toEqual([
    "instrument-not-usable",
    "its calibration ended on 2026-06-14",
  ]);
  expect(await why(edta, withInstrument(edta, "burette", "equ-sugar16"))).toEqual([
    "instrument-not-usable",
    "it is defective and out of use",
  ]);
  expect(await why(pol, withInstrument(pol, "polarimeter", "equ-caiq28"))).toEqual([
    "instrument-not-usable",
    "it is not in this laboratory's register",
  ]);
  expect(await why(pol, withInstrument(pol, "polarimeter", "equ-sugar09"))).toEqual([
    "instrument-not-usable",
    "it is no Polarimeter",
  ]);
  expect(await why(pol, { instruments: entryFor(pol).instruments.slice(1) })).toEqual([
    "instrument-missing",
    ["Analytical balance"],
  ]);
});

test("only an analyst who is authorised for the method on the day may enter, and is told why not", async (t) => {
  const bench = await openRunningBench(t);
  const so2 = await taskOf(bench, "sugar.sulphur-dioxide");
  // The second analyst of the demonstration lost one authorisation and never had another.
  const lost = await refused(enter(bench, so2, {}, SUGAR.second));
  expect([lost.code, lost.facts["detail_en"]]).toEqual(["no-competence", "it ended on 2026-03-31"]);
  const never = await refused(enter(bench, await taskOf(bench, "sugar.lead"), {}, SUGAR.second));
  expect([never.code, never.facts["detail_en"], never.facts["person_en"]]).toEqual([
    "no-competence",
    "never authorised",
    "Liang Jianguo",
  ]);
  expect((await refused(takeTask(bench.as(SUGAR.second), so2.id, so2.version, ROOT))).code).toBe("no-competence");
  expect((await getTask(bench.as(SUGAR.second), so2.id, ROOT)).mayEnter.allowed).toBe(false);
  expect((await getTask(bench.as(SUGAR.reviewer), so2.id, ROOT)).mayEnter.reason?.en).toBe(
    "Your present role may not do this.",
  );

  await bench.database.owner
    .updateTable("competence")
    .set({ valid_to: "2026-11-22" })
    .where("person_id", "=", SUGAR.analyst)
    .execute();
  const ended = await refused(enter(bench, so2));
  expect([ended.code, ended.facts["detail_en"]]).toEqual(["no-competence", "it ended on 2026-11-22"]);
  expect((await getTask(bench.as(SUGAR.analyst), so2.id, ROOT)).mayEnter.reason?.en).toContain(
    "it ended on 2026-11-22",
  );
  expect((await refused(enter(bench, so2, {}, HANDS["ins-caiq"].analyst))).code).toBe("not-found");
  expect((await refused(getTask(bench.as(HANDS["ins-caiq"].analyst), so2.id, ROOT))).code).toBe("not-found");
});

test("a correction needs a reason, replaces nothing in place, and is shown with both versions", async (t) => {
  const bench = await openRunningBench(t);
  const first = await enter(bench, await taskOf(bench, "sugar.polarization"));
  expect((await refused(enter(bench, first))).code).toBe("reason-needed");
  const readings = { ...readingsFor(first.definition), temperatureC: "22.9" };
  const second = await enter(bench, first, { readings, reason: "thermometer misread" }, SUGAR.second);

  expect(second.observations.map(({ number, reason, enteredBy }) => [number, reason, enteredBy.en])).toEqual([
    [1, null, "Mo Xiaoyan"],
    [2, "thermometer misread", "Liang Jianguo"],
  ]);
  expect(second.observations[0]?.readings["temperatureC"]).toBe("22.4");
  expect((await bench.trail()).filter(({ subject }) => subject === first.id).map(({ action }) => action)).toEqual([
    "observation.enter",
    "observation.correct",
  ]);
});

test("a page that submits over newer readings is told who changed what and when", async (t) => {
  const bench = await openRunningBench(t);
  const opened = await taskOf(bench, "sugar.polarization");
  await enter(bench, opened, {}, SUGAR.second);
  const stale = await refused(enter(bench, opened));

  expect([stale.code, stale.facts["changedBy_zh"], stale.facts["changed_en"], stale.facts["changedAt"]]).toEqual([
    "stale",
    "梁建国",
    "entered readings",
    "2026-11-23 09:00",
  ]);
  expect((await refused(takeTask(bench.as(SUGAR.analyst), opened.id, opened.version, ROOT))).code).toBe("stale");
});

test("approved readings stay as they are, and tasks wait while their sample does", async (t) => {
  const bench = await openRunningBench(t);
  const task = await taskOf(bench, "sugar.mites");
  await entered(bench, "ins-sugar", task.id);
  const done = await approved(bench, "ins-sugar", task.id);
  const late = await refused(enter(bench, done, { reason: "second thoughts" }));
  expect([late.code, late.facts["state"]]).toEqual(["task-not-ready", "approved"]);

  const ash = await taskOf(bench, "sugar.conductivity-ash");
  await bench.database.owner
    .insertInto("sample_receipt")
    .values({
      id: "evt-unsuitable",
      sample_id: ash.sample!.id,
      commission_id: ash.commissionId,
      institution_id: "ins-sugar",
      enterprise_id: "ent-yongjiangsugar",
      received_at: "2026-11-23T02:00:00Z",
      received_by: SUGAR.analyst,
      condition: "unsuitable",
      quantity: "1",
      unit: "kg",
    })
    .execute();
  const unfit = await refused(enter(bench, ash));
  expect([unfit.code, unfit.facts["sample"]]).toEqual(["sample-unsuitable", ash.sample!.number]);
});

test("entries and corrected receipts at once wait for each other and never block each other for good", async (t) => {
  const bench = await openRunningBench(t);
  const tasks = (await tasksOf(bench, bench.commissionId, "ins-sugar")).slice(0, 6);
  const opened = await Promise.all(tasks.map(({ id }) => getTask(bench.as(SUGAR.analyst), id, ROOT)));
  const correction = (condition: "intact" | "unsuitable") =>
    receiveSample(
      bench.as(SUGAR.reviewer),
      opened[0]!.sample!.id,
      { ...INTACT, condition, supersedes: true, remarks: "looked again" },
      ROOT,
    );
  const outcomes = await Promise.allSettled([
    ...opened.map((task) => enter(bench, task)),
    correction("unsuitable"),
    correction("intact"),
    ...opened.map((task) => enter(bench, task)),
  ]);
  const reasons = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));

  // What lost a race is told so by a refusal of ours; a deadlock would show as the database's own code.
  expect(
    reasons.filter((code) => !["stale", "sample-unsuitable", "task-not-ready", "reason-needed"].includes(code)),
  ).toEqual([]);
});

test("whichever statement fails, readings are kept whole or not at all, in a few statements", async (t) => {
  const bench = await openRunningBench(t);
  const task = await taskOf(bench, "sugar.polarization");
  const analyst = bench.as(SUGAR.analyst);
  const before = [await bench.trail(), await bench.announced()];
  const rows = async () => (await bench.database.owner.selectFrom("observation").select("id").execute()).length;

  let n = 1;
  for (; ; n++) {
    const failure = await enterObservation(breakingAt(n, analyst), task.id, entryFor(task), ROOT).then(
      () => null,
      (error: Error) => error.message,
    );
    if (failure === null) break;
    expect(failure).toContain("injected fault");
    expect([await bench.trail(), await bench.announced()], `after a fault in statement ${n}`).toEqual(before);
    expect(await rows()).toBe(0);
  }
  expect(await rows()).toBe(1);
  // Thirteen to check and keep, and as many to show the task again.
  expect(n).toBeLessThan(32);
});

import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { expect, test } from "vitest";
import { insertReview } from "../../store/review.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { DemoBench } from "../../testing/demo-bench.ts";
import { entered, entryFor, HANDS, openRunningBench, ROOT, tasksOf } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { enterObservation } from "../determination/enter-observation.ts";
import { getTask } from "../determination/tasks.ts";
import { getReview, type ReviewEntry, recordReview } from "./reviews.ts";

const SUGAR = HANDS["ins-sugar"];
type Bench = Awaited<ReturnType<typeof openRunningBench>>;

async function measured(bench: Bench, definition = "sugar.polarization"): Promise<TaskDetail> {
  const found = (await tasksOf(bench, bench.commissionId, "ins-sugar")).find((task) => task.definition === definition);
  return entered(bench, "ins-sugar", found?.id ?? "");
}
const entry = (task: TaskDetail, change: Partial<ReviewEntry> = {}): ReviewEntry => ({
  version: task.version,
  observationId: task.observations.at(-1)?.id ?? "",
  outcome: "approved",
  comment: null,
  acknowledged: [],
  ...change,
});
const review = (
  bench: DemoBench,
  task: TaskDetail,
  change: Partial<ReviewEntry> = {},
  hands: string = SUGAR.reviewer,
) => recordReview(bench.as(hands, "reviewer"), task.id, entry(task, change), ROOT);

test("clean readings are approved by other eyes than those that measured", async (t) => {
  const bench = await openRunningBench(t);
  const task = await measured(bench);
  const seen = await getReview(bench.as(SUGAR.reviewer), task.id, ROOT);
  expect([seen.checklist, seen.task.mayReview]).toEqual([[], { allowed: true, reason: null }]);
  const done = await review(bench, task);

  expect([done.state, done.reviews[0]?.outcome, done.reviews[0]?.reviewedBy.en]).toEqual([
    "approved",
    "approved",
    "Lu Wenjing",
  ]);
  expect((await bench.announced()).at(-1)).toMatchObject({ topic: "task.approved", facts: { open: 13 } });
});

test("returned readings go back to the bench with a comment, and come again with a reason", async (t) => {
  const bench = await openRunningBench(t);
  const task = await measured(bench);
  expect((await refused(review(bench, task, { outcome: "returned", comment: " " }))).code).toBe("comment-needed");
  const returned = await review(bench, task, { outcome: "returned", comment: "Check the thermometer." });
  expect([returned.state, (await bench.announced()).at(-1)?.topic]).toEqual(["returned", "task.returned"]);
  expect((await refused(review(bench, returned))).code).toBe("nothing-to-review");

  const analyst = bench.as(SUGAR.analyst);
  const again = { ...entryFor(returned), reason: "thermometer replaced" };
  const corrected = await enterObservation(analyst, task.id, again, ROOT);
  const { checklist } = await getReview(bench.as(SUGAR.reviewer), task.id, ROOT);
  expect(checklist.map(({ code, severity }) => [code, severity])).toEqual([["readings-replaced", "attention"]]);
  const unseen = await refused(review(bench, corrected));
  expect([unseen.code, unseen.facts["codes"]]).toEqual(["flags-unacknowledged", ["readings-replaced"]]);
  expect((await review(bench, corrected, { acknowledged: ["readings-replaced"] })).state).toBe("approved");
});

test("whoever entered any reading of a task does not review it, also not through the database alone", async (t) => {
  const bench = await openRunningBench(t);
  const both = "per-panjiahao";
  const task = (await tasksOf(bench, bench.commissionId, "ins-sugar")).find(
    ({ definition }) => definition === "sugar.polarization",
  );
  const asAnalyst = bench.as(both, "analyst");
  const open = await getTask(asAnalyst, task!.id, ROOT);
  const first = await enterObservation(asAnalyst, open.id, entryFor(open), ROOT);
  // A colleague replaces the readings; the first hand still took part.
  const second = await enterObservation(
    bench.as(SUGAR.analyst),
    open.id,
    { ...entryFor(first), reason: "repeated" },
    ROOT,
  );

  const refusal = await refused(review(bench, second, { acknowledged: ["readings-replaced"] }, both));
  expect([refusal.code, refusal.facts["part_en"]]).toEqual(["not-independent", "you entered readings"]);
  expect((await getReview(bench.as(both, "reviewer"), open.id, ROOT)).task.mayReview.reason?.en).toContain("four-eyes");
  const context = bench.as(both, "reviewer");
  const forced = inTransaction(context, (tx) =>
    insertReview(tx, {
      id: context.newId("rev"),
      task_id: open.id,
      observation_id: second.observations.at(-1)!.id,
      commission_id: open.commissionId,
      institution_id: "ins-sugar",
      outcome: "approved",
      comment: null,
      checklist: { items: [], acknowledged: [] },
      reviewed_by: both,
      reviewed_at: context.now(),
    }),
  );
  await expect(forced).rejects.toMatchObject({ constraint: "review_four_eyes" });
});

test("a review of readings that have changed, or by someone who may not, is refused", async (t) => {
  const bench = await openRunningBench(t);
  const task = await measured(bench);
  const stale = await refused(review(bench, task, { version: task.version - 1 }));
  expect([stale.code, stale.facts["changed_en"]]).toEqual(["stale", "entered readings"]);
  await enterObservation(bench.as(SUGAR.second), task.id, { ...entryFor(task), reason: "repeated" }, ROOT);
  const outdated = await refused(review(bench, task));
  expect([outdated.code, outdated.facts["number"]]).toEqual(["review-outdated", 2]);

  expect((await refused(review(bench, task, {}, HANDS["ins-caiq"].reviewer))).code).toBe("not-found");
  await bench.database.owner.deleteFrom("competence").where("person_id", "=", SUGAR.reviewer).execute();
  expect((await refused(review(bench, task))).code).toBe("no-competence");
});

test("what blocks cannot be acknowledged away", async (t) => {
  const bench = await openRunningBench(t);
  const task = await measured(bench);
  await bench.database.owner
    .insertInto("sample_receipt")
    .values({
      id: "evt-unsuitable",
      sample_id: task.sample!.id,
      commission_id: task.commissionId,
      institution_id: "ins-sugar",
      enterprise_id: "ent-yongjiangsugar",
      received_at: "2026-11-23T02:00:00Z",
      received_by: SUGAR.analyst,
      condition: "unsuitable",
      quantity: "1",
      unit: "kg",
    })
    .execute();
  const refusal = await refused(review(bench, task, { acknowledged: ["sample-unsuitable"] }));
  expect([refusal.code, refusal.facts["codes"]]).toEqual(["flags-unacknowledged", ["sample-unsuitable"]]);
});

test("two reviewers at once make one review", async (t) => {
  const bench = await openRunningBench(t);
  const task = await measured(bench);
  const outcomes = await Promise.allSettled([review(bench, task), review(bench, task, {}, "per-panjiahao")]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await getTask(bench.as(SUGAR.analyst), task.id, ROOT)).reviews).toHaveLength(1);
});

test("whichever statement fails, a review leaves no trace", async (t) => {
  const bench = await openRunningBench(t);
  const task = await measured(bench);
  const reviewer = bench.as(SUGAR.reviewer);
  const before = [await bench.trail(), await bench.announced()];
  for (let n = 1; ; n++) {
    const failure = await recordReview(breakingAt(n, reviewer), task.id, entry(task), ROOT).then(
      () => null,
      (error: Error) => error.message,
    );
    if (failure === null) break;
    expect(failure).toContain("injected fault");
    expect([await bench.trail(), await bench.announced()], `after a fault in statement ${n}`).toEqual(before);
    expect((await getTask(reviewer, task.id, ROOT)).state).toBe("entered");
  }
  expect((await getTask(reviewer, task.id, ROOT)).state).toBe("approved");
});

import { setImmediate as turn } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { changeCommission } from "../../store/commission.ts";
import { inTransaction } from "../../store/transaction.ts";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { DEMO_DRAFT, HANDS, submittedCommission } from "../../testing/demo-journey.ts";
import { createCommission, updateCommission } from "./commissions.ts";
import { getPlans, makePlans } from "./make-plans.ts";
import { OTHER_ENTERPRISE, plannedDraft } from "./testing/drafts.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const mill = bench.as(HANDS.mill);

test("the demonstration's question has three proven plans that cover every requirement which somebody tests", async () => {
  const { draft, answer } = await plannedDraft(bench);
  const [cheapest, fastest, balanced] = answer.plans;

  expect(answer.plans.map(({ kind, status }) => [kind, status])).toEqual([
    ["cheapest", "optimal"],
    ["fastest", "optimal"],
    ["balanced", "optimal"],
  ]);
  expect(cheapest!.costFen!).toBeLessThanOrEqual(balanced!.costFen!);
  expect(fastest!.days!).toBeLessThanOrEqual(balanced!.days!);
  expect(answer.aloneSumFen!).toBeGreaterThan(cheapest!.costFen!);
  for (const plan of answer.plans) {
    const covered = new Set(plan.lines.flatMap(({ covers }) => covers.map(({ rowId }) => rowId)));
    for (const line of plan.lines) for (const { because } of line.covers) expect(because.zh && because.en).toBeTruthy();
    expect(covered.size).toBeGreaterThan(20);
    for (const { rowId } of answer.notTested) expect(covered.has(rowId)).toBe(false);
    expect(plan.lines.every(({ method }) => method !== "")).toBe(true);
  }
  expect((await getPlans(mill, draft.id)).answer).toEqual(answer);
});

test("open claims are named with the values there are to choose from", async () => {
  const claims = { "CN.grade": "first", "VN.grade": "A", "ID.grade": "GKP-1" };
  const draft = await createCommission(mill, { ...DEMO_DRAFT, claims });
  const planning = makePlans(mill, draft.id, 1);
  await expect(planning).rejects.toMatchObject({ code: "claims-open" });
  const { facts } = (await planning.catch((error: unknown) => error)) as { facts: { claims: string[] } };
  expect(facts.claims).toHaveLength(1);
  expect(facts.claims[0]).toMatch(/^CODEX\.type \(.*plantation-or-mill-white.*\)$/);
});

test("a day on which nothing applies leaves nothing to plan", async () => {
  const draft = await createCommission(mill, { ...DEMO_DRAFT, claims: {}, appliesOn: "1901-01-01" });
  await expect(makePlans(mill, draft.id, 1)).rejects.toMatchObject({ code: "no-requirements" });
});

test("too little sample: no plan, and the sentence says how much there is and how much is enough", async () => {
  const { answer } = await plannedDraft(bench, { sampleAvailableG: 200 });
  for (const plan of answer.plans) {
    expect([plan.status, plan.costFen, plan.uncoverable]).toEqual(["infeasible", null, []]);
    expect(plan.limits.map(({ binding }) => binding)).toEqual(["sample"]);
    expect(plan.limits[0]!.because.zh).toMatch(/现有 200 g，有 [\d]+ g 即有方案/);
  }
  const needed = Number(/with (\d+) g/.exec(answer.plans[0]!.limits[0]!.because.en)![1]);
  const enough = await plannedDraft(bench, { sampleAvailableG: needed });
  expect(enough.answer.plans[0]!.status).toBe("optimal");
});

test("too near a date: the sentence says how many days the fastest plan takes, and with these there is one", async () => {
  const { answer } = await plannedDraft(bench, { neededBy: "2026-11-24" });
  expect(answer.plans[0]!.limits.map(({ binding }) => binding)).toEqual(["deadline"]);
  const days = Number(/fastest plan takes (\d+)/.exec(answer.plans[0]!.limits[0]!.because.en)![1]);
  const enough = await plannedDraft(bench, { neededBy: `2026-11-${23 + days}` });
  expect(enough.answer.plans.map(({ status }) => status)).toEqual(["optimal", "optimal", "optimal"]);
  expect(enough.answer.plans[1]!.days).toBe(days);
});

test("too little sample and too near a date are both named where neither alone is to blame", async () => {
  const { answer } = await plannedDraft(bench, { sampleAvailableG: 200, neededBy: "2026-11-24" });
  const { limits } = answer.plans[0]!;
  expect(limits.map(({ binding }) => binding)).toEqual(["sample", "deadline"]);
  expect(limits.every(({ because }) => because.en.endsWith("Another limit has to move as well."))).toBe(true);
});

test("a product that no laboratory tests has no plan, and every requirement says why", async () => {
  const works = bench.as(OTHER_ENTERPRISE);
  const draft = await createCommission(works, {
    ...DEMO_DRAFT,
    product: "caliper",
    markets: ["CN"],
    claims: { "CN.resolution": "0.01 or 0.02 mm", "CN.range": "0-200 mm" },
  });
  const { plans, notTested } = await makePlans(works, draft.id, 1);
  expect(notTested.length).toBeGreaterThan(0);
  for (const plan of plans) {
    expect([plan.status, plan.costFen, plan.lines]).toEqual(["infeasible", null, []]);
    expect(plan.uncoverable).toEqual(notTested.map((each) => ({ ...each, remedy: null })));
  }
});

test("plans are for one version of one's own draft", async () => {
  const { draft } = await plannedDraft(bench);
  await expect(makePlans(mill, draft.id, 2)).rejects.toMatchObject({ code: "stale" });
  await expect(makePlans(bench.as(OTHER_ENTERPRISE), draft.id, 1)).rejects.toMatchObject({ code: "not-found" });
  await expect(getPlans(bench.as(OTHER_ENTERPRISE), draft.id)).rejects.toMatchObject({ code: "not-found" });
  await updateCommission(mill, draft.id, { version: 1, draft: { ...DEMO_DRAFT, sampleAvailableG: 4000 } });
  expect(await getPlans(mill, draft.id)).toEqual({ answer: null });

  const submitted = await submittedCommission(bench);
  const late = makePlans(mill, submitted.id, submitted.version);
  await expect(late).rejects.toMatchObject({ code: "not-a-draft" });
});

test("plans that nobody waited for are not kept", async () => {
  const draft = await createCommission(mill, DEMO_DRAFT);
  await makePlans(mill, draft.id, 1, { signal: AbortSignal.abort() });
  expect(await getPlans(mill, draft.id)).toEqual({ answer: null });
});

test("a draft that changes while the planner searches gets no plans of the old version", async () => {
  const draft = await createCommission(mill, DEMO_DRAFT);
  const { planning } = await inTransaction(mill, async (tx) => {
    await changeCommission(tx, draft.id, { sample_available: 4000 });
    const expected = expect(makePlans(mill, draft.id, 1)).rejects.toMatchObject({ code: "stale" });
    while (!(await somebodyWaits())) await turn();
    return { planning: expected };
  });
  await planning;
  expect(await getPlans(mill, draft.id)).toEqual({ answer: null });
});

/** Whether a transaction waits for a lock that another holds. */
async function somebodyWaits(): Promise<boolean> {
  const { rows } = await sql`SELECT FROM pg_locks WHERE NOT granted`.execute(bench.database.owner);
  return rows.length > 0;
}

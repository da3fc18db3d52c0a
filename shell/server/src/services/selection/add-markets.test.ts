import { expect, test } from "vitest";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import { approved, DEMO_DRAFT, entered, HANDS, INTACT, ROOT, tasksOf } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { getSigning } from "../decision/signing.ts";
import { recordContractReview } from "../determination/contract-review.ts";
import { receiveSample } from "../determination/receive-sample.ts";
import { pageSamples } from "../determination/samples.ts";
import { getTask } from "../determination/tasks.ts";
import { addMarkets, planMarkets } from "./add-markets.ts";
import { agree } from "./agree.ts";
import { createCommission, getCommission, pageCommissions } from "./commissions.ts";
import { makePlans } from "./make-plans.ts";
import { OTHER_ENTERPRISE, RULE } from "./testing/drafts.ts";

const INDONESIA = { markets: ["ID"], claims: { "ID.grade": "GKP-1" } };

/** Sugar for China alone, agreed and accepted, the sample received. */
async function chinaOnly(bench: DemoBench): Promise<`com-${string}`> {
  const mill = bench.as(HANDS.mill);
  const draft = await createCommission(mill, { ...DEMO_DRAFT, markets: ["CN"], claims: { "CN.grade": "first" } });
  const { plans } = await makePlans(mill, draft.id, draft.version);
  const { institutionId } = plans[0]!.labs[0]!;
  expect([plans[0]!.labs.length, institutionId]).toEqual([1, "ins-sugar"]);
  await agree(mill, draft.id, { version: draft.version, planId: plans[0]!.id, rule: RULE });
  await accept(bench, draft.id, "accepted");
  const analyst = bench.as(HANDS["ins-sugar"].analyst);
  const { items } = await pageSamples(analyst, { limit: 50, commissionId: draft.id }, ROOT);
  for (const sample of items) await receiveSample(analyst, sample.id, INTACT, ROOT);
  return draft.id;
}

async function accept(bench: DemoBench, id: string, outcome: "accepted" | "declined") {
  const reviewer = bench.as(HANDS["ins-sugar"].reviewer);
  const { version } = await getCommission(reviewer, id);
  return recordContractReview(reviewer, id, { version, outcome, note: outcome === "declined" ? "no room" : null });
}

test("Indonesia added to a commission under way: what is agreed is kept, the rest is bought, and all is decided", async (t) => {
  const bench = await openDemoBench(t);
  const mill = bench.as(HANDS.mill);
  const id = await chinaOnly(bench);
  const before = await getCommission(mill, id);
  const { plans, kept } = await planMarkets(mill, id, { version: before.version, ...INDONESIA });
  const [plan] = plans;

  expect(plan!.status).toBe("optimal");
  expect(kept.length).toBeGreaterThan(0);
  const bought = new Set(before.tasks.map(({ method, characteristic }) => `${method} ${characteristic}`));
  for (const { method, characteristics } of plan!.lines)
    for (const each of characteristics) expect(bought.has(`${method} ${each.id}`)).toBe(false);

  const asked = await addMarkets(mill, id, { version: before.version, planId: plan!.id });
  expect([asked.agreement?.number, asked.markets]).toEqual([1, ["CN"]]);
  expect((await refused(planMarkets(mill, id, { version: asked.version, ...INDONESIA }))).code).toBe(
    "agreement-awaited",
  );
  const reviewer = bench.as(HANDS["ins-sugar"].reviewer);
  const listed = (await pageCommissions(reviewer, { limit: 50, awaiting: true })).items;
  expect(listed.map((each) => [each.id, each.awaitedMarkets])).toEqual([[id, ["ID"]]]);
  const fresh = (await getCommission(mill, id)).tasks.find(
    (task) => !before.tasks.some(({ id: old }) => old === task.id),
  );
  if (fresh) {
    const { mayEnter } = await getTask(bench.as(HANDS["ins-sugar"].analyst), fresh.id, ROOT);
    expect(mayEnter.reason?.en).toMatch(/agreement no. 2, which adds ID/u);
  }
  const waiting = await getSigning(bench.as(HANDS["ins-sugar"].signatory), id);
  expect(waiting.maySign.reason?.en).toMatch(/Agreement no. 2, which adds markets, awaits/u);

  await accept(bench, id, "accepted");
  expect((await pageCommissions(reviewer, { limit: 50, awaiting: true })).items).toEqual([]);
  const after = await getCommission(mill, id);
  expect([after.agreement?.number, after.markets]).toEqual([2, ["CN", "ID"]]);
  expect(after.agreement!.costFen).toBe(before.agreement!.costFen + plan!.costFen!);
  expect(after.tasks.length).toBe(before.tasks.length + plan!.lines.flatMap((line) => line.characteristics).length);
  expect(new Set(after.tasks.map(({ state }) => state))).toEqual(new Set(["ready"]));
  expect(after.samples).toHaveLength(1);

  for (const task of await tasksOf(bench, id, "ins-sugar")) {
    await entered(bench, "ins-sugar", task.id);
    await approved(bench, "ins-sugar", task.id);
  }
  const signing = await getSigning(bench.as(HANDS["ins-sugar"].signatory), id);
  const decided = new Set(signing.verdicts.map(({ rowId }) => rowId));
  for (const { rowId } of kept) expect(decided.has(rowId), rowId).toBe(true);
  expect(new Set(signing.verdicts.map(({ market }) => market))).toEqual(new Set(["CN", "ID"]));
});

test("a laboratory that declines what is added leaves the commission as it was agreed before", async (t) => {
  const bench = await openDemoBench(t);
  const mill = bench.as(HANDS.mill);
  const id = await chinaOnly(bench);
  const before = await getCommission(mill, id);
  const { plans } = await planMarkets(mill, id, { version: before.version, ...INDONESIA });
  await addMarkets(mill, id, { version: before.version, planId: plans[0]!.id });
  await accept(bench, id, "declined");

  const after = await getCommission(mill, id);
  expect([after.state, after.markets, after.agreement?.number]).toEqual([before.state, ["CN"], 1]);
  expect(after.tasks).toEqual(before.tasks);
  expect((await planMarkets(mill, id, { version: after.version, ...INDONESIA })).plans[0]!.status).toBe("optimal");
});

test("markets are added to one's own commission under way, and each only once", async (t) => {
  const bench = await openDemoBench(t);
  const mill = bench.as(HANDS.mill);
  const draft = await createCommission(mill, DEMO_DRAFT);
  expect((await refused(planMarkets(mill, draft.id, { version: 1, ...INDONESIA }))).code).toBe(
    "commission-not-running",
  );
  const id = await chinaOnly(bench);
  const { version } = await getCommission(mill, id);
  const again = planMarkets(mill, id, { version, markets: ["CN"], claims: { "CN.grade": "first" } });
  expect((await refused(again)).code).toBe("market-already-planned");
  const foreign = planMarkets(bench.as(OTHER_ENTERPRISE), id, { version, ...INDONESIA });
  expect((await refused(foreign)).code).toBe("not-found");
});

test("whichever statement fails, adding markets leaves no trace", async (t) => {
  const bench = await openDemoBench(t);
  const mill = bench.as(HANDS.mill);
  const id = await chinaOnly(bench);
  const { version } = await getCommission(mill, id);
  const { plans } = await planMarkets(mill, id, { version, ...INDONESIA });
  const traces = async () => [
    await bench.database.owner.selectFrom("agreement").selectAll().execute(),
    await bench.trail(),
    await bench.announced(),
  ];
  const before = await traces();
  let n = 1;
  for (; n < 80; n++) {
    const done = await addMarkets(breakingAt(n, mill), id, { version, planId: plans[0]!.id }).catch(String);
    if (typeof done !== "string") break;
    expect(done).toContain("injected fault");
    expect(await traces(), `after a fault in statement ${n}`).toEqual(before);
  }
  expect(n).toBeGreaterThan(8);
});

import { afterAll, expect, test } from "vitest";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { DEMO_DRAFT, HANDS } from "../../testing/demo-journey.ts";
import { getContractReview } from "../determination/contract-review.ts";
import { agree } from "./agree.ts";
import { askPlans } from "./ask-plans.ts";
import { createCommission, getCommission } from "./commissions.ts";
import { listEvidence, stateEvidence, takeBackEvidence } from "./evidence.ts";
import { makePlans } from "./make-plans.ts";
import { planProgress, stopPlanning } from "./planning-under-way.ts";
import { OTHER_ENTERPRISE, plannedDraft, RULE } from "./testing/drafts.ts";
import { whatIfOf } from "./what-if.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const mill = bench.as(HANDS.mill);

/** A lead report of another house, young enough everywhere. */
const LEAD = {
  issuer: "Nanning Food Laboratory",
  institutionId: null,
  number: "NF-2026-0815",
  issuedOn: "2026-10-01",
  method: "GB 5009.12-2023",
  accreditedBy: ["CNAS"],
  characteristics: [{ id: "lead", loq: "0.02", U: "0.02" }],
};

test("a report already held makes the plan cheaper, and the laboratory sees it before it accepts", async () => {
  const { draft, answer } = await plannedDraft(bench);
  const stated = await stateEvidence(mill, draft.id, { version: draft.version, evidence: LEAD });
  expect(stated.version).toBe(draft.version + 1);
  const planned = await makePlans(mill, draft.id, stated.version);
  const [before, after] = [answer.plans[0]!, planned.plans[0]!];
  expect(after.status).toBe("optimal");
  expect(after.costFen!).toBeLessThan(before.costFen!);
  expect(after.lines.every(({ method }) => method !== "GB 5009.12-2023")).toBe(true);
  expect(after.held.length).toBeGreaterThan(0);

  await agree(mill, draft.id, { version: stated.version, planId: after.id, rule: RULE });
  const review = await getContractReview(bench.as(HANDS["ins-sugar"].reviewer), draft.id);
  expect(review.evidence).toMatchObject([{ issuer: LEAD.issuer, number: LEAD.number }]);
  await expect(takeBackEvidence(mill, draft.id, review.evidence[0]!.id, stated.version + 1)).rejects.toMatchObject({
    code: "not-a-draft",
  });
});

test("a report too old, by another method, or of nobody a market accepts counts for nothing", async () => {
  for (const change of [{ issuedOn: "2019-01-01" }, { method: "own method" }, { accreditedBy: [] }]) {
    const draft = await createCommission(mill, { ...DEMO_DRAFT, markets: ["CN"], claims: { "CN.grade": "first" } });
    const { version } = await stateEvidence(mill, draft.id, { version: 1, evidence: { ...LEAD, ...change } });
    const { plans } = await makePlans(mill, draft.id, version);
    expect(plans[0]!.held, JSON.stringify(change)).toEqual([]);
  }
});

test("a stated value is judged by each market's limit, and a refused report says why", async () => {
  const draft = await createCommission(mill, { ...DEMO_DRAFT, markets: ["CN"], claims: { "CN.grade": "first" } });
  const characteristics = [{ id: "lead", loq: "0.02", U: "0.02", value: "7.5" }];
  const { version } = await stateEvidence(mill, draft.id, { version: 1, evidence: { ...LEAD, characteristics } });
  const [failing] = (await makePlans(mill, draft.id, version)).plans;
  expect(failing!.held).toEqual([]);
  expect(failing!.heldRefused[0]!.because.en).toMatch(/The value 7.5 of the report fails this market's limit/u);
  expect(failing!.lines.some(({ covers }) => covers.some(({ characteristic }) => characteristic === "lead"))).toBe(
    true,
  );

  const interim = await stateEvidence(mill, draft.id, { version, evidence: { ...LEAD, kind: "interim" } });
  const { plans } = await makePlans(mill, draft.id, interim.version);
  expect(plans[0]!.heldRefused.map(({ because }) => because.en).join(" ")).toMatch(/interim reports/u);
  const { items } = await listEvidence(mill, draft.id);
  expect(items).toMatchObject([{ kind: "full", characteristics: [{ value: "7.5" }] }, { kind: "interim" }]);
});

test("stated wrongly, or by somebody else, a report is refused with its reason", async () => {
  const draft = await createCommission(mill, DEMO_DRAFT);
  const state = (change: object, context = mill) =>
    stateEvidence(context, draft.id, { version: 1, evidence: { ...LEAD, ...change } });
  await expect(state({ issuedOn: "2099-01-01" })).rejects.toMatchObject({ code: "date-impossible" });
  await expect(state({ characteristics: [{ id: "moon-dust", loq: null, U: null }] })).rejects.toMatchObject({
    code: "characteristic-unknown",
  });
  const other = bench.as(OTHER_ENTERPRISE);
  await expect(state({}, other)).rejects.toMatchObject({ code: "not-found" });
  await expect(listEvidence(other, draft.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(planProgress(other, draft.id)).rejects.toMatchObject({ code: "not-found" });

  const { version } = await state({});
  const { items, bodies } = await listEvidence(mill, draft.id);
  expect(items).toHaveLength(1);
  expect(bodies).toContain("CNAS");
  await takeBackEvidence(mill, draft.id, items[0]!.id, version);
  expect((await listEvidence(mill, draft.id)).items).toEqual([]);
  expect((await getCommission(mill, draft.id)).version).toBe(version + 1);
});

test("what if: every market less saves or leaves the price, and each limit has its price", async () => {
  const draft = await createCommission(mill, { ...DEMO_DRAFT, neededBy: "2026-12-20" });
  const { scenarios } = await whatIfOf(mill, draft.id, { version: 1, kind: "cheapest" });
  const markets = scenarios.filter(({ kind }) => kind === "without-market");
  expect(new Set(markets.map(({ market }) => market))).toEqual(new Set(DEMO_DRAFT.markets));
  for (const { savesFen } of markets) expect(savesFen).toBeGreaterThanOrEqual(0);
  expect(scenarios.filter(({ kind }) => kind === "without-limit").map(({ limit }) => limit)).toContain("sample");
  for (const { sentence } of scenarios) expect(sentence.zh && sentence.en).toBeTruthy();
});

test("a visitor is told plans with price and days, and nothing is stored", async () => {
  const { product, markets, claims } = DEMO_DRAFT;
  const visitor = {
    ...mill,
    actor: { ...mill.actor, personId: null, membershipId: null, role: "public", partyKind: null, partyId: null },
  } as typeof mill;
  const count = async () => (await bench.database.owner.selectFrom("plan").select("id").execute()).length;
  const before = await count();
  const answer = await askPlans(visitor, {
    product,
    markets,
    claims,
    on: "2026-11-25",
    neededBy: null,
    sampleAvailableG: 3000,
  });
  expect(answer.plans.map(({ status }) => status)).toEqual(["optimal", "optimal", "optimal"]);
  expect(answer.plans[0]!.orders.length).toBeGreaterThan(0);
  expect(await count()).toBe(before);
});

test("nothing under way has no progress and nothing to stop", async () => {
  const draft = await createCommission(mill, DEMO_DRAFT);
  expect(await planProgress(mill, draft.id)).toEqual({ progress: null });
  expect(await stopPlanning(mill, draft.id)).toEqual({ stopped: false });
});

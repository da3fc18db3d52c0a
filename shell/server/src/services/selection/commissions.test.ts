import type { CommissionDraft, CommissionSummary } from "@quanheng/contract/schemas/selection.ts";
import { afterAll, expect, test } from "vitest";
import { commissionsByState } from "../../store/dashboard.ts";
import { reading } from "../../store/transaction.ts";
import { DEMO_START, openDemoBench } from "../../testing/demo-bench.ts";
import { DEMO_DRAFT, HANDS, submittedCommission } from "../../testing/demo-journey.ts";
import {
  askRequirements,
  cancelCommission,
  createCommission,
  getCommission,
  getRequirements,
  pageCommissions,
  updateCommission,
} from "./commissions.ts";
import { counting } from "./testing/counting.ts";
import { COLLEAGUE, OPERATOR, OTHER_ENTERPRISE } from "./testing/drafts.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const mill = bench.as(HANDS.mill);

const IMPOSSIBLE: readonly (readonly [string, Partial<CommissionDraft>, string])[] = [
  ["a product that the library does not have", { product: "moon-dust" }, "product-unknown"],
  ["a market that the library does not have", { markets: ["CN", "XX"] }, "market-unknown"],
  ["a claim that no requirement knows", { claims: { "CN.grade": "golden" } }, "unknown-claim"],
  ["a claim for a market that is not asked", { markets: ["CN"], claims: { "VN.grade": "A" } }, "claim-not-asked"],
  ["a claim named like a property of every object", { claims: { constructor: "A" } }, "claim-not-asked"],
  ["a claim on a day before every standard", { appliesOn: "1900-01-01" }, "claim-not-asked"],
  ["a need in the past", { neededBy: "2026-11-22" }, "date-impossible"],
  ["production in the future", { item: { ...DEMO_DRAFT.item, producedOn: "2026-12-24" } }, "date-impossible"],
];

test.each(IMPOSSIBLE)("a draft with %s is declined, new or changed, and leaves nothing", async (_, change, code) => {
  const before = await bench.trail();
  await expect(createCommission(mill, { ...DEMO_DRAFT, ...change })).rejects.toMatchObject({ code });
  // Dates of the lot are no part of the question.
  if (code !== "date-impossible")
    await expect(askRequirements(mill, questionOf({ ...DEMO_DRAFT, ...change }))).rejects.toMatchObject({ code });
  expect(await bench.trail()).toEqual(before);

  const draft = await createCommission(mill, DEMO_DRAFT);
  await expect(
    updateCommission(mill, draft.id, { version: 1, draft: { ...DEMO_DRAFT, ...change } }),
  ).rejects.toMatchObject({ code });
  expect(await getCommission(mill, draft.id)).toEqual(draft);
});

function questionOf({ product, markets, claims, appliesOn }: CommissionDraft) {
  return { product, markets, claims, on: appliesOn };
}

test("the second comer is told who changed which parts, and what was typed is not stored", async () => {
  const draft = await createCommission(mill, DEMO_DRAFT);
  const colleague = bench.as(COLLEAGUE);
  const changed = await updateCommission(colleague, draft.id, {
    version: 1,
    draft: { ...DEMO_DRAFT, markets: ["CN", "VN"], claims: { "CN.grade": "first" }, sampleAvailableG: 900 },
  });
  expect([changed.version, changed.markets]).toEqual([2, ["CN", "VN"]]);

  const second = updateCommission(mill, draft.id, { version: 1, draft: DEMO_DRAFT });
  await expect(second).rejects.toMatchObject({
    code: "stale",
    facts: {
      changedBy_zh: colleague.actor.name!.zh,
      changed_en: "changed the commission: markets, claims, sample",
      changedAt: "2026-11-23 09:00",
      version: 2,
      state: "draft",
    },
  });
  expect((await getCommission(mill, draft.id)).markets).toEqual(["CN", "VN"]);
});

test("a commission that is not a draft is not changed any more", async () => {
  const { id, version } = await submittedCommission(bench);
  const change = updateCommission(mill, id, { version, draft: DEMO_DRAFT });
  await expect(change).rejects.toMatchObject({ code: "not-a-draft", facts: { state: "submitted" } });
});

test("a draft is its enterprise's alone; once submitted it is the laboratories' of the plan and the operator's", async () => {
  const draft = await createCommission(mill, DEMO_DRAFT);
  const submitted = await submittedCommission(bench, "cheapest");
  const chosen = await bench.database.owner
    .selectFrom("commission")
    .select("institution_ids")
    .where("id", "=", submitted.id)
    .executeTakeFirstOrThrow();
  const outside = (["ins-sugar", "ins-gxquality", "ins-caiq"] as const).find(
    (lab) => !chosen.institution_ids.includes(lab),
  )!;
  const inside = bench.as(HANDS[chosen.institution_ids[0] as "ins-sugar"].analyst);

  const strangers = [bench.as(OTHER_ENTERPRISE), bench.as(HANDS[outside].reviewer)];
  for (const stranger of strangers) {
    for (const id of [draft.id, submitted.id]) {
      await expect(getCommission(stranger, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(getRequirements(stranger, id)).rejects.toMatchObject({ code: "not-found" });
      const change = { version: 1, draft: DEMO_DRAFT };
      await expect(updateCommission(stranger, id, change)).rejects.toMatchObject({ code: "not-found" });
      const cancel = cancelCommission(stranger, id, { version: 1, reason: "not mine" });
      await expect(cancel).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await pageCommissions(stranger, { limit: 50 })).items).toEqual([]);
  }
  await expect(getCommission(inside, draft.id)).rejects.toMatchObject({ code: "not-found" });
  expect((await getCommission(inside, submitted.id)).number).toBe(submitted.number);
  expect((await getCommission(bench.as(OPERATOR), submitted.id)).number).toBe(submitted.number);
});

test("a draft, and one given up before it was submitted, is not the operator's to see or to count", async (t) => {
  const own = await openDemoBench(t);
  const client = own.as(HANDS.mill);
  const operator = own.as(OPERATOR);
  const draft = await createCommission(client, DEMO_DRAFT);
  const given = await createCommission(client, DEMO_DRAFT);
  await cancelCommission(client, given.id, { version: 1, reason: "typed twice" });

  for (const { id } of [draft, given])
    await expect(getCommission(operator, id)).rejects.toMatchObject({ code: "not-found" });
  expect((await pageCommissions(operator, { limit: 50 })).items).toEqual([]);
  expect(await reading(operator, commissionsByState)).toEqual([]);

  const submitted = await submittedCommission(own);
  expect((await pageCommissions(operator, { limit: 50 })).items.map(({ id }) => id)).toEqual([submitted.id]);
  expect(await reading(operator, commissionsByState)).toEqual([{ state: "submitted", count: 1 }]);
});

test("prices: the client sees all of them, a laboratory its own, the operator none", async () => {
  const { id, agreement } = await submittedCommission(bench, "fastest");
  const row = await bench.database.owner
    .selectFrom("agreement")
    .select(["terms", "institution_ids"])
    .where("commission_id", "=", id)
    .executeTakeFirstOrThrow();
  const labs = (
    row.terms as { labs: { institutionId: string; fixedFen: number; subtotalFen: number; discountFen: number }[] }
  ).labs;
  expect(labs.length).toBeGreaterThan(1);
  const prices = labs.map((lab) => lab.fixedFen + lab.subtotalFen - lab.discountFen);
  expect(agreement!.costFen).toBe(prices.reduce((sum, price) => sum + price, 0));
  for (const [index, { institutionId }] of labs.entries()) {
    const seen = await getCommission(bench.as(HANDS[institutionId as "ins-sugar"].reviewer), id);
    expect(seen.agreement!.costFen).toBe(prices[index]);
  }
  const operator = await getCommission(bench.as(OPERATOR), id);
  expect(operator.agreement).toBeNull();
  expect(JSON.stringify(operator)).not.toMatch(/[fF]en"/);
  const requirements = JSON.stringify(await getRequirements(bench.as(OPERATOR), id));
  expect(requirements).not.toMatch(/[fF]en"/);
});

test("cancelled with a reason, a commission leaves the desks; a second time is declined", async () => {
  const { id, version } = await submittedCommission(bench);
  const cancelled = await cancelCommission(mill, id, { version, reason: "the buyer withdrew" });
  expect([cancelled.state, cancelled.declineReason, cancelled.daysLeft]).toEqual([
    "cancelled",
    "the buyer withdrew",
    null,
  ]);
  expect(cancelled.timeline.find(({ state }) => state === "failed")?.key).toBe("agreed");
  const again = cancelCommission(mill, id, { version: cancelled.version, reason: "once more" });
  await expect(again).rejects.toMatchObject({ code: "not-cancellable", facts: { state: "cancelled" } });
  await expect(cancelCommission(mill, id, { version, reason: "over the old one" })).rejects.toMatchObject({
    code: "stale",
    facts: { changed_en: "cancelled it" },
  });
});

test("paging over equal instants loses none and repeats none, whatever the page is long", async (t) => {
  const own = await openDemoBench(t);
  const context = own.as(HANDS.mill);
  const { id, number, version: _, ...row } = await storedDraft(own);
  const many = Array.from({ length: 119 }, (_each, index) => ({
    ...row,
    id: `${id.slice(0, -4)}z${String(index).padStart(3, "0")}`,
    number: `${number}-${index}`,
    item: JSON.stringify(row.item),
    claims: JSON.stringify(row.claims),
  }));
  await own.database.owner.insertInto("commission").values(many).execute();

  for (const limit of [7, 50, 200]) {
    const seen: CommissionSummary[] = [];
    for (let after: string | undefined; ; ) {
      const page = await pageCommissions(context, { limit, ...(after === undefined ? {} : { after }) });
      seen.push(...page.items);
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen.map((each) => each.id)).size).toBe(120);
  }
  const short = counting(context);
  const long = counting(context);
  await pageCommissions(short.context, { limit: 1 });
  await pageCommissions(long.context, { limit: 200 });
  expect(long.statements(), "a longer page takes no more statements").toBe(short.statements());
  expect(short.statements()).toBeLessThanOrEqual(4);

  const cursors = [
    "",
    "x",
    "W10",
    cursor("1", "com-1"),
    cursor("now", "com-1"),
    cursor("2026-13-01T00:00:00.000Z", ""),
  ];
  for (const after of cursors) expect((await pageCommissions(context, { limit: 5, after })).items).toHaveLength(5);
});

test("a laboratory lists what lies on its desk, newest first and page by page, and nothing from other desks", async (t) => {
  const own = await openDemoBench(t);
  const made: string[] = [];
  for (let day = 20; day < 23; day++) {
    own.clock.now = new Date(`2026-11-${day}T01:00:00.000Z`);
    made.unshift((await submittedCommission(own, "cheapest")).id);
  }
  await createCommission(own.as(HANDS.mill), DEMO_DRAFT);
  const { institution_ids } = await own.database.owner
    .selectFrom("commission")
    .select("institution_ids")
    .where("id", "=", made[0]!)
    .executeTakeFirstOrThrow();
  for (const lab of ["ins-sugar", "ins-gxquality", "ins-caiq"] as const) {
    const reviewer = own.as(HANDS[lab].reviewer);
    const first = await pageCommissions(reviewer, { limit: 2 });
    const rest = first.next === null ? [] : (await pageCommissions(reviewer, { limit: 2, after: first.next })).items;
    const seen = [...first.items, ...rest].map(({ id }) => id);
    expect(seen, lab).toEqual(institution_ids.includes(lab) ? made : []);
  }
  const operator = await pageCommissions(own.as(OPERATOR), { limit: 50 });
  expect(operator.items.slice(-3).map(({ id }) => id)).toEqual(made);
});

function cursor(...values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

async function storedDraft(own: typeof bench) {
  await createCommission(own.as(HANDS.mill), DEMO_DRAFT);
  return own.database.owner.selectFrom("commission").selectAll().executeTakeFirstOrThrow();
}

test("what is searched for stands for itself, signs of the pattern language included", async (t) => {
  const own = await openDemoBench(t);
  const context = own.as(HANDS.mill);
  for (const lotNumber of ["100%", "100x", "A_1", "AB1", "it's", 'say "so"', "back\\slash", "Ünïçode-糖"])
    await createCommission(context, { ...DEMO_DRAFT, item: { ...DEMO_DRAFT.item, lotNumber } });
  const found = async (text: string) =>
    (await pageCommissions(context, { limit: 50, text })).items.map(({ lotNumber }) => lotNumber);

  expect(await found("100%")).toEqual(["100%"]);
  expect(await found("A_1")).toEqual(["A_1"]);
  expect(await found("it's")).toEqual(["it's"]);
  expect(await found('"so"')).toEqual(['say "so"']);
  expect(await found("k\\s")).toEqual(["back\\slash"]);
  expect(await found("糖")).toHaveLength(8);
  expect(await found("-糖")).toEqual(["Ünïçode-糖"]);
  expect(await found("'; DROP TABLE commission; --")).toEqual([]);
  expect(await found("  ")).toHaveLength(8);
});

test("late is what is due before today and still open", async (t) => {
  const own = await openDemoBench(t);
  const { id } = await submittedCommission(own);
  const context = own.as(HANDS.mill);
  await createCommission(context, DEMO_DRAFT);
  expect((await pageCommissions(context, { limit: 50, late: true })).items).toEqual([]);
  own.clock.now = new Date("2026-12-23T01:00:00.000Z");
  const late = await pageCommissions(context, { limit: 50, late: true });
  expect(late.items.map((each) => [each.id, each.late])).toEqual([[id, true]]);
  own.clock.now = new Date(DEMO_START);
});

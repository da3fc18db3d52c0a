import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import type { FrozenTerms } from "../../store/agreement.ts";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import { DEMO_DRAFT, HANDS, submittedCommission } from "../../testing/demo-journey.ts";
import { getRequirement, verifyRequirement } from "../library/requirement-versions.ts";
import { agree, getDecisionRules } from "./agree.ts";
import { createCommission, getCommission, getRequirements, updateCommission } from "./commissions.ts";
import { COLLEAGUE, OTHER_ENTERPRISE, plannedDraft, RULE, STANDARDS_ENGINEER } from "./testing/drafts.ts";

const shared = await openDemoBench();
afterAll(() => shared.close());
const mill = shared.as(HANDS.mill);

test("agreed: plan, rule and editions are frozen, and the laboratories of the plan have it on their desks", async (t) => {
  const bench = await openDemoBench(t);
  const { draft, answer, planId } = await plannedDraft(bench);
  const submitted = await agree(bench.as(HANDS.mill), draft.id, { version: 1, planId, rule: RULE });

  expect([submitted.state, submitted.version, submitted.agreement?.costFen]).toEqual([
    "submitted",
    2,
    answer.plans[0]!.costFen,
  ]);
  const { terms, institution_ids } = await storedAgreement(bench, draft.id);
  const rows = terms.lines.flatMap(({ covers }) => covers.map(({ rowId }) => rowId));
  expect(new Set(rows).size, "each requirement is decided by one result").toBe(rows.length);
  expect(terms.labs.reduce((sum, { sampleG }) => sum + sampleG, 0)).toBe(answer.plans[0]!.sampleG);
  expect(institution_ids).toEqual([...new Set(terms.lines.map(({ institutionId }) => institutionId))]);
  expect((await bench.announced()).map(({ topic, facts }) => [topic, facts["institutions"]])).toEqual([
    ["commission.submitted", institution_ids],
  ]);
  expect((await bench.trail()).map(({ action }) => action)).toEqual([
    "commission.create",
    "commission.plan",
    "commission.agree",
  ]);
});

async function storedAgreement(bench: DemoBench, commissionId: string) {
  const row = await bench.database.owner
    .selectFrom("agreement")
    .select(["terms", "institution_ids"])
    .where("commission_id", "=", commissionId)
    .executeTakeFirstOrThrow();
  return { ...row, terms: row.terms as FrozenTerms };
}

test("of two that agree at once one does, and the other is told", async () => {
  const { draft, planId } = await plannedDraft(shared);
  const outcomes = await Promise.allSettled([
    agree(mill, draft.id, { version: 1, planId, rule: RULE }),
    agree(shared.as(COLLEAGUE), draft.id, { version: 1, planId, rule: RULE }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [lost] = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(lost).toMatchObject({ code: "stale", facts: { state: "submitted", changed_zh: "同意方案并提交" } });
});

test("what was submitted is not agreed to again, and another's draft not at all", async () => {
  const { draft, planId } = await plannedDraft(shared);
  const order = { version: 1, planId, rule: RULE };
  const stranger = shared.as(OTHER_ENTERPRISE);
  await expect(agree(stranger, draft.id, order)).rejects.toMatchObject({ code: "not-found" });
  await expect(getDecisionRules(stranger, draft.id)).rejects.toMatchObject({ code: "not-found" });
  const { version } = await agree(mill, draft.id, order);
  await expect(agree(mill, draft.id, { ...order, version })).rejects.toMatchObject({ code: "not-a-draft" });
});

test("a plan of an older version, of another commission or of nowhere does not count", async () => {
  const { draft, planId } = await plannedDraft(shared);
  const other = await plannedDraft(shared);
  for (const foreign of [other.planId, "pln-0000000000000000000000000"])
    await expect(agree(mill, draft.id, { version: 1, planId: foreign, rule: RULE })).rejects.toMatchObject({
      code: "plan-outdated",
    });
  await updateCommission(mill, draft.id, { version: 1, draft: { ...DEMO_DRAFT, sampleAvailableG: 4000 } });
  await expect(agree(mill, draft.id, { version: 2, planId, rule: RULE })).rejects.toMatchObject({
    code: "plan-outdated",
  });
});

test("a plan that is none says why it cannot be agreed to", async () => {
  const { draft, planId } = await plannedDraft(shared, { sampleAvailableG: 100 });
  await expect(agree(mill, draft.id, { version: 1, planId, rule: RULE })).rejects.toMatchObject({
    code: "plan-infeasible",
    facts: { why_en: expect.stringMatching(/^Too little sample: there are 100 g; with \d+ g there is a plan$/) },
  });
});

test("a rule whose figures no report could stand for is refused", async () => {
  const { draft, planId } = await plannedDraft(shared);
  const { choices } = await getDecisionRules(mill, draft.id);
  expect(choices.map(({ recommended }) => recommended)).toEqual(choices.map((_, index) => index === 0));
  const twisted = [
    { ...RULE, guard: "0" },
    { ...RULE, guard: "-3" },
    { ...RULE, guard: null },
    { ...RULE, coverageProbability: "0.5" },
    { kind: "simple", guard: "1", coverageProbability: "0.9545" },
    { kind: "specific-risk", consumer: "0.5", coverageProbability: "0.9545" },
  ] as const;
  for (const rule of twisted)
    await expect(agree(mill, draft.id, { version: 1, planId, rule })).rejects.toMatchObject({ code: "malformed-rule" });
  const exceptions = [
    { characteristic: "nothing-required", name: { zh: "无", en: "none" }, rule: { kind: "simple" } },
  ] as const;
  await expect(agree(mill, draft.id, { version: 1, planId, rule: { ...RULE, exceptions } })).rejects.toMatchObject({
    code: "rule-unknown",
  });
  expect((await getCommission(mill, draft.id)).state).toBe("draft");
});

test("any published rule can be agreed, also another one for a single characteristic, and is printed", async (t) => {
  const bench = await openDemoBench(t);
  const { draft, planId } = await plannedDraft(bench);
  const rule = {
    kind: "global-risk",
    consumer: "0.02",
    among: "all",
    process: { kind: "reliability", inTolerance: "0.95" },
    coverageProbability: "0.95",
    exceptions: [
      {
        characteristic: "sulphur-dioxide",
        name: { zh: "别名", en: "alias" },
        rule: { kind: "iso-4259", side: "recipient", reproducibility: "3.2" },
      },
    ],
  } as const;
  const { agreement } = await agree(bench.as(HANDS.mill), draft.id, { version: 1, planId, rule });
  expect(agreement?.rule.kind).toBe("global-risk");
  expect(agreement?.ruleSentence.en).toContain("Global risk, JCGM 106");
  expect(agreement?.ruleSentence.en, "under the library's own name").not.toContain("alias");
  expect(agreement?.ruleSentence.zh).toContain("除外：按 ISO 4259（收方）");
});

/** What may change behind a plan: a table, the row's key there, and what changes. */
const CHANGES = [
  ["a price", "offer", { price_fen: 1 }],
  ["a lead time", "offer", { lead_days: 9 }],
  ["the sample that a test takes", "offer", { sample_qty: 1 }],
  ["an accreditation", "offer", { accredited_by: [] }],
  ["the end of an offer", "offer", { valid_to: "2026-11-22" }],
  ["a fixed cost", "lab_terms", { fixed_fen: 1 }],
  ["a discount", "lab_terms", { discount: "[]" }],
  ["the standing of a laboratory", "institution", { status: "suspended" }],
] as const;

test("whatever changed since a plan was made that it rests on, it has to be made anew", async () => {
  const { owner } = shared.database;
  const { draft, answer, planId } = await plannedDraft(shared);
  const line = answer.plans[0]!.lines[0]!;
  for (const [what, table, change] of CHANGES) {
    const key = table === "lab_terms" ? "institution_id" : "id";
    const id = table === "offer" ? line.offerId : line.institutionId;
    const set = (values: object) => owner.updateTable(table).set(values).where(sql.ref(key), "=", id).execute();
    const before = await owner.selectFrom(table).selectAll().where(sql.ref(key), "=", id).executeTakeFirstOrThrow();
    await set(change);
    await expect(agree(mill, draft.id, { version: 1, planId, rule: RULE }), what).rejects.toMatchObject({
      code: "plan-outdated",
    });
    const [column] = Object.keys(change) as (keyof typeof before)[];
    const old = before[column!];
    await set({ [column!]: column === "discount" ? JSON.stringify(old) : old });
  }
  expect((await agree(mill, draft.id, { version: 1, planId, rule: RULE })).state).toBe("submitted");
});

test("a plan that was fast enough when it was made and is not any more has to be made anew", async (t) => {
  const bench = await openDemoBench(t);
  const made = await plannedDraft(bench);
  const { days } = made.answer.plans[0]!;
  const { draft, planId } = await plannedDraft(bench, { neededBy: `2026-11-${23 + days!}` });
  bench.clock.now = new Date("2026-11-24T01:00:00.000Z");
  await expect(agree(bench.as(HANDS.mill), draft.id, { version: 1, planId, rule: RULE })).rejects.toMatchObject({
    code: "plan-outdated",
  });
});

test("what was frozen stays as it was known, whatever a standards engineer records afterwards", async (t) => {
  const bench = await openDemoBench(t);
  const context = bench.as(HANDS.mill);
  const submitted = await submittedCommission(bench);
  const before = await getRequirements(context, submitted.id);
  const recalled = before.requirements.find(({ status }) => status === "recalled")!;

  bench.clock.now = new Date("2026-11-24T01:00:00.000Z");
  const engineer = bench.as(STANDARDS_ENGINEER);
  await verifyRequirement(engineer, recalled.rowId, {
    versionId: recalled.versionId,
    source: "the standard as printed",
    reason: "compared line by line",
  });
  expect((await getRequirement(engineer, recalled.rowId)).versions.map(({ status }) => status)).toEqual([
    "verified",
    "recalled",
  ]);

  expect(await getRequirements(context, submitted.id)).toEqual(before);
  const fresh = await createCommission(context, DEMO_DRAFT);
  const after = (await getRequirements(context, fresh.id)).requirements;
  expect(after.find(({ rowId }) => rowId === recalled.rowId)?.status).toBe("verified");
});

test("a requirement that was verified between planning and agreeing is frozen as verified", async (t) => {
  const bench = await openDemoBench(t);
  const { draft, planId } = await plannedDraft(bench);
  const context = bench.as(HANDS.mill);
  const recalled = (await getRequirements(context, draft.id)).requirements.find(({ status }) => status === "recalled")!;
  bench.clock.now = new Date("2026-11-23T02:00:00.000Z");
  const { rowId, versionId } = recalled;
  const verified = { versionId, source: "the standard as printed", reason: "compared line by line" };
  await verifyRequirement(bench.as(STANDARDS_ENGINEER), rowId, verified);
  await agree(context, draft.id, { version: 1, planId, rule: RULE });
  const frozen = (await getRequirements(context, draft.id)).requirements.find((row) => row.rowId === rowId);
  expect(frozen?.status).toBe("verified");
});

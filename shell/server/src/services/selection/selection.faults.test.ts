import { expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import { DEMO_DRAFT, HANDS, submittedCommission } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { verifyRequirement } from "../library/requirement-versions.ts";
import { agree } from "./agree.ts";
import { cancelCommission, createCommission, updateCommission } from "./commissions.ts";
import { stateEvidence } from "./evidence.ts";
import { makePlans } from "./make-plans.ts";
import { plannedDraft, RULE, STANDARDS_ENGINEER } from "./testing/drafts.ts";

/** Everything that a step of selection could leave behind. */
async function traces({ database: { owner }, trail, announced }: DemoBench) {
  const all = (table: "commission" | "evidence" | "plan" | "agreement" | "number_sequence" | "requirement") =>
    owner.selectFrom(table).selectAll().execute();
  return {
    commissions: await all("commission"),
    evidence: await all("evidence"),
    plans: await all("plan"),
    agreements: await all("agreement"),
    numbers: await all("number_sequence"),
    requirements: (await all("requirement")).length,
    trail: await trail(),
    announced: await announced(),
  };
}

/** Breaks the work at each of its statements in turn until it goes through unbroken. */
async function expectAllOrNothing(bench: DemoBench, context: Context, work: (context: Context) => Promise<unknown>) {
  const before = await traces(bench);
  for (let n = 1; ; n++) {
    let broke = true;
    try {
      await work(breakingAt(n, context));
      broke = false;
    } catch (error) {
      expect(String(error)).toContain("injected fault");
    }
    if (!broke) return n - 1;
    expect(await traces(bench), `after a fault in statement ${n}`).toEqual(before);
  }
}

const HELD = {
  issuer: "Nanning Food Laboratory",
  institutionId: null,
  number: "NF-2026-0815",
  issuedOn: "2026-10-01",
  method: "GB 5009.12-2023",
  accreditedBy: ["CNAS"],
  characteristics: [{ id: "lead", loq: "0.02", U: "0.02" }],
};

type Step = (bench: DemoBench) => Promise<readonly [Context, (context: Context) => Promise<unknown>]>;
const STEPS: readonly (readonly [name: string, atLeast: number, Step])[] = [
  ["opening a draft", 6, async (bench) => [bench.as(HANDS.mill), (context) => createCommission(context, DEMO_DRAFT)]],
  [
    "changing a draft",
    5,
    async (bench) => {
      const { id } = await createCommission(bench.as(HANDS.mill), DEMO_DRAFT);
      const draft = { ...DEMO_DRAFT, sampleAvailableG: 4000 };
      return [bench.as(HANDS.mill), (context) => updateCommission(context, id, { version: 1, draft })];
    },
  ],
  [
    "stating a report already held",
    5,
    async (bench) => {
      const { id } = await createCommission(bench.as(HANDS.mill), DEMO_DRAFT);
      return [bench.as(HANDS.mill), (context) => stateEvidence(context, id, { version: 1, evidence: HELD })];
    },
  ],
  [
    "planning",
    8,
    async (bench) => {
      const { id } = await createCommission(bench.as(HANDS.mill), DEMO_DRAFT);
      return [bench.as(HANDS.mill), (context) => makePlans(context, id, 1)];
    },
  ],
  [
    "agreeing",
    10,
    async (bench) => {
      const { draft, planId } = await plannedDraft(bench);
      return [bench.as(HANDS.mill), (context) => agree(context, draft.id, { version: 1, planId, rule: RULE })];
    },
  ],
  [
    "cancelling",
    6,
    async (bench) => {
      const { id, version } = await submittedCommission(bench);
      const cancel = { version, reason: "the buyer withdrew" };
      return [bench.as(HANDS.mill), (context) => cancelCommission(context, id, cancel)];
    },
  ],
  [
    "verifying a requirement",
    4,
    async (bench) => {
      const row = await bench.database.owner
        .selectFrom("requirement")
        .select(["id", "row_id"])
        .where("status", "=", "recalled")
        .executeTakeFirstOrThrow();
      const verified = { versionId: row.id, source: "the standard as printed", reason: "compared line by line" };
      return [bench.as(STANDARDS_ENGINEER), (context) => verifyRequirement(context, row.row_id, verified)];
    },
  ],
];

test.each(STEPS)("whichever statement fails, %s leaves no trace", async (_, atLeast, prepare) => {
  const bench = await openDemoBench();
  try {
    const [context, work] = await prepare(bench);
    expect(await expectAllOrNothing(bench, context, work)).toBeGreaterThanOrEqual(atLeast);
  } finally {
    await bench.close();
  }
});

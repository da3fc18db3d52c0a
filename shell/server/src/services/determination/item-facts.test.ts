import { sql } from "kysely";
import { expect, test } from "vitest";
import { inTransaction } from "../../store/transaction.ts";
import type { DemoBench } from "../../testing/demo-bench.ts";
import { approved, entered, HANDS, openRunningBench, ROOT, tasksOf } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { decisionFacts } from "../decision/decision-facts.ts";
import { type ReportIdentity, reportFacts } from "../decision/report-facts.ts";
import { getItemFacts, stateItemFacts } from "./item-facts.ts";
import { getTask } from "./tasks.ts";

const SUGAR = HANDS["ins-sugar"];
const WALL = { product: "aluminium-extrusion", condition: "wall thickness at least 0.8 mm" };
const PRINTED: ReportIdentity = {
  number: "R-1",
  gdti: "",
  verifyUrl: "",
  issuedAt: new Date("2026-11-25T00:00:00Z"),
  demonstration: true,
  signatory: { zh: "签", en: "S" },
  contact: "",
  remarks: [],
};

/** A further agreement in force whose requirements on one characteristic hold only from a wall thickness. */
async function underCondition(bench: DemoBench & { readonly commissionId: string }, characteristic: string) {
  const { owner } = bench.database;
  await sql`INSERT INTO agreement SELECT (jsonb_populate_record(a, jsonb_build_object('id', a.id || 'b', 'number', 2,
      'requirements', (SELECT jsonb_agg(CASE WHEN r ->> 'characteristic' = ${characteristic}
        THEN r || ${JSON.stringify(WALL)}::jsonb ELSE r END) FROM jsonb_array_elements(a.requirements) r)))).*
    FROM agreement a WHERE a.commission_id = ${bench.commissionId}`.execute(owner);
  await sql`INSERT INTO contract_review SELECT (jsonb_populate_record(c, jsonb_build_object('id', c.id || 'b',
      'agreement_id', c.agreement_id || 'b'))).*
    FROM contract_review c WHERE c.commission_id = ${bench.commissionId}`.execute(owner);
}

test("a requirement under a condition waits until somebody states the item, then it is decided or set aside", async (t) => {
  const bench = await openRunningBench(t);
  const { commissionId } = bench;
  await underCondition(bench, "polarisation");
  const mill = bench.as(HANDS.mill);
  const analyst = bench.as(SUGAR.analyst);
  const signatory = bench.as(SUGAR.signatory);
  const task = (await tasksOf(bench, commissionId, "ins-sugar")).find(
    ({ definition }) => definition === "sugar.polarization",
  );
  await entered(bench, "ins-sugar", task?.id ?? "");
  await approved(bench, "ins-sugar", task?.id ?? "");
  const verdicts = async () =>
    (await getTask(analyst, task?.id ?? "", ROOT)).observations[0]?.verdicts.map(({ verdict }) => verdict) ?? [];
  const decided = () => inTransaction(signatory, (tx) => decisionFacts(tx, signatory, commissionId, "ins-sugar"));

  const open = await getTask(analyst, task?.id ?? "", ROOT);
  expect(open.observations[0]?.verdicts[0]).toMatchObject({
    verdict: "undecided",
    because: {
      en: "This requirement holds only under a condition; state: wall thickness of the profile at the test place",
    },
  });
  const asked = await getItemFacts(mill, commissionId);
  expect(asked.facts.map(({ question, value }) => [question, value])).toEqual([["wall-thickness", null]]);
  expect(asked.facts[0]?.conditions[0]?.rows).toBe(open.requirements.length);

  const thick = await stateItemFacts(mill, commissionId, {
    version: 0,
    answers: [{ question: "wall-thickness", value: "１．２" }],
  });
  expect(thick.facts[0]).toMatchObject({ value: "1.2", statements: [{ value: "1.2" }] });
  expect(await verdicts()).not.toContain("undecided");
  expect((await decided()).setAside).toEqual([]);

  const answers = [{ question: "wall-thickness", value: "0.7" }];
  expect((await refused(stateItemFacts(analyst, commissionId, { version: 0, answers }))).code).toBe("stale");
  const thin = await stateItemFacts(analyst, commissionId, { version: 1, answers });
  expect(thin.facts[0]?.statements.map(({ value, by }) => [value, by.en])).toEqual([
    ["1.2", thick.facts[0]?.statements[0]?.by.en],
    ["0.7", expect.any(String)],
  ]);
  expect(thin.facts[0]?.statements[1]?.by).not.toEqual(thin.facts[0]?.statements[0]?.by);
  expect(await verdicts()).toEqual([]);
  const facts = await decided();
  expect(facts.setAside).toHaveLength(open.requirements.length);
  // The report tells them with the statement, and not among what it merely leaves open.
  const remarks = reportFacts(facts, PRINTED, () => ({ zh: "人", en: "P" })).remarks.map(({ en }) => en);
  const told = remarks.filter((remark) => remark.includes(facts.setAside[0]!.clause));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("(Wall thickness of the profile at the test place: 0.7 mm)");
  expect(facts.verdicts.some(({ characteristic }) => characteristic === "polarisation")).toBe(false);
  // The same answer again is no new statement.
  expect((await stateItemFacts(analyst, commissionId, { version: 2, answers })).version).toBe(2);
});

test("facts are stated by those who may, of what is asked, and as what they are; whichever statement fails, nothing is half done", async (t) => {
  const bench = await openRunningBench(t);
  const { commissionId } = bench;
  await underCondition(bench, "polarisation");
  const mill = bench.as(HANDS.mill);
  const state = (value: string, question = "wall-thickness", hands = mill) =>
    stateItemFacts(hands, commissionId, { version: 0, answers: [{ question, value }] });

  expect((await refused(state("thick"))).code).toBe("not-a-number");
  expect((await refused(state("0"))).code).toBe("reading-out-of-range");
  expect((await refused(state("1", "module-area"))).code).toBe("question-unknown");
  const foreign = bench.as(HANDS["ins-caiq"].analyst);
  expect((await refused(state("1", "wall-thickness", foreign))).code).toBe("not-found");
  expect((await refused(getItemFacts(foreign, commissionId))).code).toBe("not-found");
  expect((await getItemFacts(bench.as(SUGAR.signatory), commissionId)).mayState.allowed).toBe(false);

  const before = [await bench.trail(), await bench.announced()];
  const rows = () => bench.database.owner.selectFrom("item_fact").selectAll().execute();
  let n = 1;
  for (; ; n++) {
    const failure = await state("1.2", "wall-thickness", breakingAt(n, mill)).then(
      () => null,
      (error: Error) => error.message,
    );
    if (failure === null) break;
    expect(failure).toContain("injected fault");
    expect([await bench.trail(), await bench.announced(), await rows()]).toEqual([...before, []]);
  }
  expect(await rows()).toHaveLength(1);
  await bench.database.owner
    .updateTable("commission")
    .set({ state: "closed" })
    .where("id", "=", commissionId)
    .execute();
  expect((await refused(stateItemFacts(mill, commissionId, { version: 1, answers: [] }))).code).toBe("facts-closed");
});

import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { missingItems } from "@quanheng/formats/report/validate-report.ts";
import { expect, test } from "vitest";
import { insertDecision } from "../../store/decision.ts";
import { personNames } from "../../store/names.ts";
import { inTransaction } from "../../store/transaction.ts";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import {
  approved,
  entered,
  HANDS,
  openReviewedBench,
  openRunningBench,
  runningCommission,
  tasksOf,
} from "../../testing/demo-journey.ts";
import { refused } from "../../testing/refused.ts";
import { type DecisionFacts, decisionFacts } from "./decision-facts.ts";
import { reportFacts } from "./report-facts.ts";
import { getSigning, pageAwaiting, shownSha256 } from "./signing.ts";

const SUGAR = HANDS["ins-sugar"];
const factsOf = (bench: DemoBench, id: string, institutionId = "ins-sugar", hands: string = SUGAR.signatory) =>
  inTransaction(bench.as(hands), (tx) => decisionFacts(tx, bench.as(hands), id, institutionId));

async function decide(bench: DemoBench, facts: DecisionFacts, hands: string) {
  const context = bench.as(hands, "signatory");
  await inTransaction(context, (tx) =>
    insertDecision(tx, {
      id: context.newId("dec"),
      commission_id: facts.commission.id,
      institution_id: facts.laboratory.id,
      enterprise_id: facts.client.id,
      agreement_id: facts.agreement.id,
      rule: facts.agreement.decision_rule,
      verdicts: facts.verdicts,
      summary: { markets: facts.decided.markets, shownSha256: shownSha256(facts) },
      decided_by: context.actor.personId ?? "",
      decided_at: context.now(),
      meaning: "authorise-issue",
      supersedes: null,
    }),
  );
}

test("a signatory sees every result, one verdict per requirement and market, and that nothing is missing", async (t) => {
  const bench = await openReviewedBench(t);
  const view = await getSigning(bench.as(SUGAR.signatory), bench.commissionId);

  expect(view.results).toHaveLength(14);
  expect(view.results[0]).toMatchObject({
    reported: "99.85",
    expanded: "0.05",
    unit: "degZ",
    inScope: true,
    flags: [],
  });
  expect([view.results[0]?.enteredBy.en, view.results[0]?.reviewedBy.en]).toEqual(["Mo Xiaoyan", "Lu Wenjing"]);
  expect(view.verdicts).toHaveLength(30);
  expect(view.markets.map(({ market, verdict, counts }) => [market, verdict, counts["pass"]])).toEqual([
    ["CN", "pass", 11],
    ["CODEX", "pass", 6],
    ["ID", "pass", 8],
    ["VN", "pass", 5],
  ]);
  expect([view.missing, view.openTasks, view.maySign]).toEqual([[], 0, { allowed: true, reason: null }]);
});

test("a verdict on a requirement that nobody verified is indicative, one on a requirement that was read is not", async (t) => {
  const bench = await openReviewedBench(t);
  const { verdicts, agreement } = await factsOf(bench, bench.commissionId);
  const read = new Set(agreement.requirements.filter(({ status }) => status === "read").map(({ id }) => id));

  expect(read.size).toBeGreaterThan(0);
  expect(verdicts.filter(({ rowId, indicative }) => indicative === read.has(rowId))).toEqual([]);
});

test("of two methods that measured one thing, each requirement is decided by the one the agreement names", async (t) => {
  const bench = await openReviewedBench(t);
  const { decided } = await factsOf(bench, bench.commissionId);
  const value = (market: string) =>
    decided.verdicts.find((each) => each.characteristic === "invert-sugar" && each.market === market)?.result?.reported;

  // The Chinese standard's own method reads 0.025, the ICUMSA method that the others name 0.015.
  expect([value("CN"), value("CODEX"), value("VN")]).toEqual(["0.025", "0.015", "0.015"]);
  expect(decided.verdicts.filter(({ reason }) => reason === "two-results")).toEqual([]);
});

test("what is not approved yet decides nothing, and holds the signature back", async (t) => {
  const bench = await openRunningBench(t);
  const task = (await tasksOf(bench, bench.commissionId, "ins-sugar")).find(
    ({ definition }) => definition === "sugar.polarization",
  );
  await entered(bench, "ins-sugar", task!.id);
  const signatory = bench.as(SUGAR.signatory);
  const before = await getSigning(signatory, bench.commissionId);
  expect(new Set(before.verdicts.map(({ verdict }) => verdict))).toEqual(new Set(["undecided"]));
  await approved(bench, "ins-sugar", task!.id);
  const after = await getSigning(signatory, bench.commissionId);

  expect(
    after.verdicts.filter(({ verdict }) => verdict === "pass").map(({ characteristic }) => characteristic),
  ).toEqual(Array(4).fill("polarisation"));
  expect([after.openTasks, after.maySign.allowed, after.maySign.reason?.en]).toEqual([
    13,
    false,
    "Some tests are not approved yet, so nothing can be signed.",
  ]);
  expect(after.shownSha256).not.toBe(before.shownSha256);
  expect((await pageAwaiting(signatory, { limit: 10 })).items).toEqual([]);
});

test("the hash of what was shown stays while nothing changes and differs for anything that does", async (t) => {
  const bench = await openReviewedBench(t);
  const facts = await factsOf(bench, bench.commissionId);
  expect(shownSha256(await factsOf(bench, bench.commissionId))).toBe(shownSha256(facts));
  expect((await getSigning(bench.as(SUGAR.signatory), bench.commissionId)).shownSha256).toBe(shownSha256(facts));

  const other = facts.verdicts.map((each, index) => (index === 3 ? { ...each, verdict: "fail" as const } : each));
  expect(shownSha256({ ...facts, verdicts: other })).not.toBe(shownSha256(facts));
  expect(shownSha256({ ...facts, tasks: facts.tasks.slice(1) })).not.toBe(shownSha256(facts));
});

test("a result outside the accredited range is marked, and the report says so", async (t) => {
  const bench = await openReviewedBench(t);
  await bench.database.owner
    .updateTable("scope_line")
    .set({ range_min: "10" })
    .where("characteristic", "=", "insolubles")
    .execute();
  const facts = await factsOf(bench, bench.commissionId);

  expect(facts.tasks.filter(({ inScope }) => !inScope).map(({ task }) => task.characteristic)).toEqual(["insolubles"]);
});

test("whoever measured or reviewed does not decide, also not through the database alone", async (t) => {
  const bench = await openReviewedBench(t);
  const { owner } = bench.database;
  for (const [id, person] of [
    ["mem-analystsigns", SUGAR.analyst],
    ["mem-reviewersigns", SUGAR.reviewer],
  ] as const) {
    await owner
      .insertInto("membership")
      .values({
        id,
        person_id: person,
        role: "signatory",
        party_kind: "institution",
        party_id: "ins-sugar",
        valid_from: "2026-01-01",
        valid_to: null,
        created_at: "2026-01-01T00:00:00Z",
      })
      .execute();
  }
  const facts = await factsOf(bench, bench.commissionId);
  for (const [person, reason] of [
    [SUGAR.analyst, "You entered readings"],
    [SUGAR.reviewer, "You reviewed results"],
  ] as const) {
    const context = { ...bench.as(person), actor: { ...bench.as(person).actor, role: "signatory" as const } };
    const { maySign } = await getSigning(context, bench.commissionId);
    expect([maySign.allowed, maySign.reason?.en]).toEqual([false, expect.stringContaining(reason)]);
    const forced = decide({ ...bench, as: () => context }, facts, person);
    await expect(forced).rejects.toMatchObject({ constraint: "decision_independence" });
  }
});

test("a signatory without the authorisation, a foreign one and a decided commission are told apart", async (t) => {
  const bench = await openReviewedBench(t);
  const facts = await factsOf(bench, bench.commissionId);
  expect((await pageAwaiting(bench.as(SUGAR.signatory), { limit: 10 })).items.map(({ id }) => id)).toEqual([
    bench.commissionId,
  ]);
  expect((await refused(getSigning(bench.as(HANDS["ins-caiq"].signatory), bench.commissionId))).code).toBe("not-found");
  expect((await refused(factsOf(bench, bench.commissionId, "ins-caiq"))).code).toBe("not-found");

  await decide(bench, facts, SUGAR.signatory);
  const decided = await getSigning(bench.as("per-lihongwei"), bench.commissionId);
  expect(decided.maySign.reason?.en).toBe("Your laboratory has decided on this commission.");
  expect((await pageAwaiting(bench.as(SUGAR.signatory), { limit: 10 })).items).toEqual([]);
});

test("without the authorisation to sign, the reason says so", async (t) => {
  const bench = await openReviewedBench(t);
  await bench.database.owner.deleteFrom("competence").where("person_id", "=", SUGAR.signatory).execute();
  const { maySign } = await getSigning(bench.as(SUGAR.signatory), bench.commissionId);

  expect(maySign.reason?.en).toBe("You have no valid authorisation for this activity and method.");
});

test("each laboratory decides on its own results and says which requirements its report leaves out", async (t) => {
  const bench = await openDemoBench(t);
  const { id } = await runningCommission(bench, "fastest");
  for (const task of await tasksOf(bench, id, "ins-caiq")) {
    await entered(bench, "ins-caiq", task.id);
    await approved(bench, "ins-caiq", task.id);
  }
  const signatory = bench.as(HANDS["ins-caiq"].signatory);
  const facts = await factsOf(bench, id, "ins-caiq", HANDS["ins-caiq"].signatory);
  expect(facts.verdicts.map(({ market, characteristic }) => `${market} ${characteristic}`).toSorted()).toEqual([
    "CN arsenic-total",
    "CN lead",
    "ID arsenic-total",
    "ID lead",
  ]);
  expect((await getSigning(signatory, id)).maySign.allowed).toBe(true);

  const people = await inTransaction(signatory, (tx) => personNames(tx, [...facts.enteredBy, ...facts.reviewedBy]));
  const identity = {
    number: "CAIQ-2026-000001",
    gdti: "9520001000011CAIQ2026000001",
    verifyUrl: "https://qi.example.org/253/9520001000011CAIQ2026000001",
    issuedAt: bench.clock.now,
    demonstration: true,
    signatory: { zh: "宋平", en: "Song Ping" },
    contact: "https://qi.example.org/institutions/ins-caiq",
    remarks: [],
  };
  const snapshot = reportSnapshot(reportFacts(facts, identity, people));
  expect(missingItems(snapshot)).toEqual([]);
  expect(snapshot).toEqual(reportSnapshot(reportFacts(facts, identity, people)));
  expect(snapshot.results.map(({ reported }) => reported)).toContain("<0.040");
  const left = snapshot.statements.find(({ en }) => en.includes("does not cover"));
  expect(left?.en).toContain("CN GB/T 317-2018");
  expect(left?.en).not.toContain("Lead");
});

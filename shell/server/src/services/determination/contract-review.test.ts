import { expect, test } from "vitest";
import { inTransaction } from "../../store/transaction.ts";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { agreedCommission, HANDS, openSubmittedBench, ROOT } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { cancelCommission, getCommission } from "../selection/commissions.ts";
import { getContractReview, recordContractReview } from "./contract-review.ts";
import { pageSamples } from "./samples.ts";
import { pageTasks } from "./tasks.ts";

const ACCEPT = { outcome: "accepted", note: null } as const;
const DECLINE = { outcome: "declined", note: "The furnace is down until January." } as const;

test("a laboratory sees its own lines, what it has for them, and may accept", async (t) => {
  const bench = await openSubmittedBench(t, "fastest");
  const { commissionId: id } = bench;
  const view = await getContractReview(bench.as(HANDS["ins-caiq"].reviewer), id);

  expect(view.lines.map(({ method }) => method).toSorted()).toEqual(["GB 5009.11-2024", "GB 5009.12-2023"]);
  expect(view.findings.every(({ ok }) => ok)).toBe(true);
  expect([view.mayAccept, view.why]).toEqual([true, null]);
});

test("the commission is agreed when the last laboratory of the plan accepts, and each opens its own work", async (t) => {
  const bench = await openSubmittedBench(t, "fastest");
  const { commissionId: id, version } = bench;
  const [sugar, caiq] = [bench.as(HANDS["ins-sugar"].reviewer), bench.as(HANDS["ins-caiq"].signatory)];

  expect((await recordContractReview(sugar, id, { version, ...ACCEPT })).state).toBe("submitted");
  expect((await recordContractReview(caiq, id, { version, ...ACCEPT })).state).toBe("agreed");
  const { tasks, samples } = await getCommission(bench.as(HANDS.mill), id);
  expect(tasks).toHaveLength(14);
  expect(tasks.every(({ state }) => state === "waiting")).toBe(true);
  expect(samples.map(({ number }) => number)).toEqual(["CAIQ-S26-000001", "SUGAR-S26-000001"]);
  // Monday 23 November: one day on the road, then one working day.
  expect(tasks.find(({ method }) => method === "GB 5009.12-2023")?.dueOn).toBe("2026-11-25");
  expect((await bench.announced()).map(({ topic }) => topic)).toEqual([
    "commission.submitted",
    "contract.accepted",
    "commission.agreed",
  ]);
});

test("one laboratory that declines ends the commission, and the work others had opened ends with it", async (t) => {
  const bench = await openSubmittedBench(t, "fastest");
  const { commissionId: id, version } = bench;
  const [sugar, caiq] = [bench.as(HANDS["ins-sugar"].reviewer), bench.as(HANDS["ins-caiq"].reviewer)];
  await recordContractReview(sugar, id, { version, ...ACCEPT });
  const declined = await recordContractReview(caiq, id, { version, ...DECLINE });

  expect([declined.state, declined.declineReason]).toEqual(["declined", DECLINE.note]);
  const { tasks } = await getCommission(bench.as(HANDS.mill), id);
  expect(new Set(tasks.map(({ state }) => state))).toEqual(new Set(["cancelled"]));
  expect((await pageTasks(sugar, { limit: 50 })).items).toEqual([]);
});

test("a client that cancels before samples arrive ends the work at every laboratory", async (t) => {
  const bench = await openDemoBench(t);
  const { id } = await agreedCommission(bench);
  const mill = bench.as(HANDS.mill);
  await cancelCommission(mill, id, { version: (await getCommission(mill, id)).version, reason: "sold" });

  expect((await getCommission(mill, id)).tasks.every(({ state }) => state === "cancelled")).toBe(true);
});

test("each way to get a contract review wrong is refused with its reason", async (t) => {
  const bench = await openSubmittedBench(t);
  const { commissionId: id, version } = bench;
  const reviewer = bench.as(HANDS["ins-sugar"].reviewer);
  const outsider = bench.as(HANDS["ins-caiq"].reviewer);
  const review = (context = reviewer, change: object = {}) =>
    refused(recordContractReview(context, id, { version, ...ACCEPT, ...change }));

  expect((await review(outsider)).code).toBe("not-found");
  expect((await refused(getContractReview(outsider, id))).code).toBe("not-found");
  const stale = await review(reviewer, { version: version + 1 });
  expect([stale.code, stale.facts["changedBy_en"], stale.facts["changed_en"]]).toEqual([
    "stale",
    "Wei Xiaolan",
    "agreed to a plan and submitted it",
  ]);
  expect((await review(reviewer, { outcome: "declined", note: "  " })).code).toBe("reason-needed");

  expect((await getContractReview(reviewer, id)).mayDecline).toBe(true);
  await recordContractReview(reviewer, id, { version, ...ACCEPT });
  expect((await review()).code).toBe("already-reviewed");
  const after = await getContractReview(reviewer, id);
  expect([after.mayAccept, after.mayDecline]).toEqual([false, false]);
});

test("what the laboratory lacks on the day the work is due stops it, with what and until when", async (t) => {
  const bench = await openSubmittedBench(t);
  const { commissionId: id, version } = bench;
  const { owner } = bench.database;
  await owner.updateTable("instrument").set({ due_on: "2026-11-25" }).where("type", "=", "drying-oven").execute();
  await owner.deleteFrom("competence").where("definition", "=", "sugar.mites").execute();
  await owner.updateTable("scope_line").set({ valid_to: "2026-11-01" }).where("characteristic", "=", "lead").execute();
  const reviewer = bench.as(HANDS["ins-sugar"].reviewer);

  const bad = (await getContractReview(reviewer, id)).findings.filter(({ ok }) => !ok);
  expect(bad.map(({ kind }) => kind).toSorted()).toEqual(["competence", "equipment", "scope"]);
  expect(bad.find(({ kind }) => kind === "equipment")?.sentence.en).toContain("ends on 2026-11-25, before 2026-11-28");
  const refusal = await refused(recordContractReview(reviewer, id, { version, ...ACCEPT }));
  expect([refusal.code, (refusal.facts["findings_en"] as string[]).length]).toEqual(["contract-not-acceptable", 2]);
});

test("a commission that was cancelled in the meantime is not accepted", async (t) => {
  const bench = await openSubmittedBench(t);
  const { commissionId: id, version } = bench;
  await cancelCommission(bench.as(HANDS.mill), id, { version, reason: "sold" });

  const late = await refused(
    recordContractReview(bench.as(HANDS["ins-sugar"].reviewer), id, { version: version + 1, ...ACCEPT }),
  );
  expect([late.code, late.facts["state"]]).toEqual(["not-awaiting-review", "cancelled"]);
});

test("two people of one laboratory who accept at once make one contract review", async (t) => {
  const bench = await openSubmittedBench(t);
  const { commissionId: id, version } = bench;
  const both = [bench.as("per-luwenjing"), bench.as("per-panjiahao")].map((context) =>
    recordContractReview(context, id, { version, ...ACCEPT }),
  );
  const outcomes = await Promise.allSettled(both);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await getCommission(bench.as(HANDS.mill), id)).samples).toHaveLength(1);
});

test("whichever statement fails, an acceptance leaves no trace", async (t) => {
  const bench = await openSubmittedBench(t);
  const { commissionId: id, version } = bench;
  const reviewer = bench.as(HANDS["ins-sugar"].reviewer);
  const before = [await bench.trail(), await bench.announced()];
  const samples = () => pageSamples(bench.as(HANDS.mill), { limit: 10 }, ROOT);

  let n = 1;
  for (; n < 60; n++) {
    const outcome = await recordContractReview(breakingAt(n, reviewer), id, { version, ...ACCEPT }).catch(
      (error: Error) => error.message,
    );
    if (typeof outcome !== "string") break;
    expect(outcome).toContain("injected fault");
    expect([await bench.trail(), await bench.announced()], `after a fault in statement ${n}`).toEqual(before);
    expect((await samples()).items, `after a fault in statement ${n}`).toEqual([]);
  }
  expect(n).toBeGreaterThan(10);
  expect((await samples()).items).toHaveLength(1);
  const row = await inTransaction(reviewer, (tx) => tx.selectFrom("contract_review").selectAll().execute());
  expect(row).toHaveLength(1);
});

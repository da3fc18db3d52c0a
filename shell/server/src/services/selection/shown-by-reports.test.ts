import { afterAll, expect, test } from "vitest";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { approved, DEMO_DRAFT, entered, HANDS, INTACT, ROOT, tasksOf } from "../../testing/demo-journey.ts";
import { openIssuingDesk, presentFor } from "../../testing/issuing-desk.ts";
import { signAndIssue } from "../attestation/sign-and-issue.ts";
import { getSigning } from "../decision/signing.ts";
import { recordContractReview } from "../determination/contract-review.ts";
import { receiveSample } from "../determination/receive-sample.ts";
import { pageSamples } from "../determination/samples.ts";
import { addMarkets, planMarkets } from "./add-markets.ts";
import { agree } from "./agree.ts";
import { createCommission, getCommission } from "./commissions.ts";
import { makePlans } from "./make-plans.ts";
import { RULE } from "./testing/drafts.ts";

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const LABORATORIES = ["ins-sugar", "ins-caiq"] as const;

test("what an issued report shows is decided for a market that is added after it, and no test is bought for it", async () => {
  const bench = await openDemoBench();
  ends.push(bench.close);
  const desk = await openIssuingDesk({ onTestFinished: (end) => ends.push(end) }, () => new Date(bench.clock.now));
  const mill = bench.as(HANDS.mill);
  const { id, version } = await createCommission(mill, {
    ...DEMO_DRAFT,
    markets: ["CN"],
    claims: { "CN.grade": "first" },
  });
  const { plans } = await makePlans(mill, id, version);
  const two = plans.find(({ labs }) => labs.length === 2);
  expect(two?.labs.map(({ institutionId }) => institutionId).toSorted()).toEqual(LABORATORIES.toSorted());
  await agree(mill, id, { version, planId: two!.id, rule: RULE });
  const acceptAll = async () => {
    for (const laboratory of LABORATORIES) {
      const reviewer = bench.as(HANDS[laboratory].reviewer);
      const now = (await getCommission(reviewer, id)).version;
      await recordContractReview(reviewer, id, { version: now, outcome: "accepted", note: null });
    }
  };
  await acceptAll();
  for (const laboratory of LABORATORIES) {
    const analyst = bench.as(HANDS[laboratory].analyst);
    const { items } = await pageSamples(analyst, { limit: 50, commissionId: id }, ROOT);
    for (const sample of items.filter(({ state }) => state === "expected"))
      await receiveSample(analyst, sample.id, INTACT, ROOT);
  }
  for (const task of await tasksOf(bench, id, "ins-caiq")) {
    await entered(bench, "ins-caiq", task.id);
    await approved(bench, "ins-caiq", task.id);
  }
  const { context, token } = await presentFor(bench.as(HANDS["ins-caiq"].signatory, "signatory"));
  const { shownSha256 } = await getSigning(context, id);
  const signature = { reauthentication: token, shownSha256, meaning: "authorise-issue", statement: null } as const;
  const issued = await signAndIssue(context, desk, id, signature);
  const before = await getCommission(mill, id);
  expect([before.state, before.shown]).toEqual(["in-progress", []]);

  const indonesia = { markets: ["ID"], claims: { "ID.grade": "GKP-1" } };
  const { plans: further, kept } = await planMarkets(mill, id, { version: before.version, ...indonesia });
  const byReport = kept.filter(({ issuedAs }) => issuedAs === issued.number);
  expect(byReport.length).toBeGreaterThan(0);
  await addMarkets(mill, id, { version: before.version, planId: further[0]!.id });
  await acceptAll();

  const { shown, tasks } = await getCommission(mill, id);
  expect(shown.map(({ rowId }) => rowId).toSorted()).toEqual(byReport.map(({ rowId }) => rowId).toSorted());
  for (const each of shown) {
    expect([each.market, each.report?.number]).toEqual(["ID", issued.number]);
    // Arsenic 0.019 ± 0.004 mg/kg and lead below 0.040 mg/kg lie far inside 1 and 2 mg/kg.
    expect(each.verdict).toBe("pass");
    expect(each.reported).not.toBeNull();
    expect(tasks.filter(({ characteristic }) => characteristic === each.characteristic)).toHaveLength(1);
  }

  await bench.database.owner
    .insertInto("attestation_status")
    .values({
      ...(await bench.database.owner.selectFrom("attestation_status").selectAll().executeTakeFirstOrThrow()),
      ...{ id: "sts-withdrawn", status: "withdrawn", set_at: new Date("2026-12-01T00:00:00Z") },
    })
    .execute();
  const fallen = (await getCommission(mill, id)).shown;
  expect(new Set(fallen.map(({ verdict, reported }) => `${verdict} ${reported}`))).toEqual(new Set(["undecided null"]));
}, 60_000);

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { notificationSentence, notificationSentences } from "@quanheng/contract/messages/notifications.ts";
import {
  getClusterDashboard,
  getRegulatorDashboard,
  getNextSteps as nextStepsRoute,
} from "@quanheng/contract/routes/surveillance.ts";
import { expect, test } from "vitest";
import { announce } from "../../store/outbox.ts";
import { inTransaction } from "../../store/transaction.ts";
import { actorOf } from "../../testing/people.ts";
import { insertPrivateRows, PRIVATE_IDS } from "../../testing/private-rows.ts";
import { openWorkbench, type Workbench } from "../../testing/workbench.ts";
import { audienceOf } from "./audience.ts";
import { clusterDashboard, regulatorDashboard } from "./dashboards.ts";
import { deliverAnnouncements } from "./deliver.ts";
import { getNextSteps } from "./next-steps.ts";
import { pageNotifications, readNotification } from "./notifications.ts";

const ALL = { limit: 50 };

async function openWithCommission(owner: Parameters<typeof openWorkbench>[0]) {
  const bench = await openWorkbench(owner);
  await insertPrivateRows(bench.database.owner);
  await bench.database.owner
    .updateTable("commission")
    .set({ item: JSON.stringify({ name: { zh: "白砂糖", en: "White sugar" } }), number: "QH-2026-000001" })
    .where("id", "=", PRIVATE_IDS.com)
    .execute();
  return bench;
}

const courier = (bench: Workbench) => {
  const { now, newId } = bench.as("public");
  return { owner: bench.database.owner, now, newId };
};

test("an announcement reaches those concerned and nobody else, once, in both languages", async (t) => {
  const bench = await openWithCommission(t);
  const signatory = bench.as("signatory");
  await inTransaction(signatory, (tx) =>
    announce(tx, signatory, {
      topic: "attestation.withdrawn",
      subject: PRIVATE_IDS.att,
      facts: { number: "GXT-2026-000001", reason: "wrong sample" },
    }),
  );
  expect(await deliverAnnouncements(courier(bench))).toBe(1);
  expect(await deliverAnnouncements(courier(bench))).toBe(0);

  const mill = await pageNotifications(bench.as("enterprise-user"), ALL);
  const [notice] = mill.items.filter(({ topic }) => topic === "attestation.withdrawn");
  expect(notice?.sentence).toEqual({
    zh: "报告 GXT-2026-000001（白砂糖）已撤销：wrong sample",
    en: "Report GXT-2026-000001 (White sugar) has been withdrawn: wrong sample",
  });
  expect(notice?.commissionId).toBe(PRIVATE_IDS.com);
  const [seen] = (await pageNotifications(bench.as("regulator"), ALL)).items;
  expect([seen?.topic, seen?.commissionId]).toEqual(["attestation.withdrawn", null]);
  for (const other of [bench.as("enterprise-user", "ent-smelter"), bench.as("signatory", "ins-otherlab"), signatory])
    expect((await pageNotifications(other, ALL)).items).toEqual([]);
});

test("a role hears only what is for it, and reading is each person's own", async (t) => {
  const bench = await openWithCommission(t);
  const mill = bench.as("enterprise-user");
  await inTransaction(mill, (tx) => announce(tx, mill, { topic: "commission.submitted", subject: PRIVATE_IDS.com }));
  await deliverAnnouncements(courier(bench));

  expect((await pageNotifications(bench.as("analyst"), ALL)).items).toEqual([]);
  const reviewer = bench.as("reviewer");
  const { items, unread } = await pageNotifications(reviewer, ALL);
  expect([items.length, unread]).toEqual([1, 1]);
  expect(await readNotification(reviewer, items[0]!.id)).toEqual({ unread: 0 });
  expect(await readNotification(reviewer, items[0]!.id)).toEqual({ unread: 0 });
  expect((await pageNotifications(bench.as("reviewer", undefined, 2), ALL)).unread).toBe(1);
  await expect(readNotification(bench.as("reviewer", "ins-otherlab"), items[0]!.id)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("pages of notices follow each other without a gap or a repetition", async (t) => {
  const bench = await openWithCommission(t);
  const mill = bench.as("enterprise-user");
  await inTransaction(mill, async (tx) => {
    for (let n = 0; n < 7; n++) await announce(tx, mill, { topic: "commission.submitted", subject: PRIVATE_IDS.com });
  });
  await deliverAnnouncements(courier(bench));
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await pageNotifications(bench.as("reviewer"), { limit: 3, after });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  // A cursor that is not ours begins at the beginning.
  const forged = Buffer.from(JSON.stringify(["yesterday", "x"])).toString("base64url");
  for (const after of ["nonsense", forged])
    expect((await pageNotifications(bench.as("reviewer"), { limit: 3, after })).items).toHaveLength(3);
});

test("every topic that the platform announces has a sentence and an audience", () => {
  const folder = fileURLToPath(new URL("../", import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const announcing = sources
    .map((file) => readFileSync(`${folder}${file}`, "utf8"))
    .filter((text) => text.includes("announce("));
  // A topic stands where it is named, or where a function answers it.
  const lines = announcing
    .flatMap((text) => text.split("\n"))
    .filter((line) => /\btopic\b|^\s*(if .*)?return /.test(line));
  const topics = lines.flatMap((line) => Array.from(line.matchAll(/"([a-z]+\.[a-z]+)"/g), ([, topic = ""]) => topic));
  expect(topics).toContain("results.reviewed");
  expect(topics.length).toBeGreaterThan(3);
  expect(topics.filter((topic) => !Object.hasOwn(notificationSentences, topic))).toEqual([]);
  expect(audienceOf("something.else")).toEqual([]);
  expect(notificationSentence("something.else", {})).toEqual({ zh: "something.else", en: "something.else" });
});

test("each role is told its own next step, with the most urgent piece of it", async (t) => {
  const bench = await openWithCommission(t);
  const stepsOf = async (...who: Parameters<Workbench["as"]>) => {
    const answer = await getNextSteps(bench.as(...who));
    nextStepsRoute.response.parse(answer);
    return answer.items.map(({ step, count }) => `${step} ${count}`);
  };
  expect(await stepsOf("reviewer")).toEqual(["review-results 1"]);
  expect(await stepsOf("signatory")).toEqual([]);
  expect(await stepsOf("operator")).toEqual(["watch-late 1"]);
  expect(await stepsOf("enterprise-user")).toEqual(["read-report 1", "follow-commission 1", "state-product 0"]);
  expect(await stepsOf("enterprise-user", "ent-smelter")).toEqual(["state-product 0"]);
  expect(await stepsOf("reviewer", "ins-otherlab")).toEqual([]);
  const [first] = (await getNextSteps(bench.as("operator"))).items;
  expect(first?.first).toEqual({
    kind: "commission",
    id: PRIVATE_IDS.com,
    title: { zh: "QH-2026-000001 白砂糖", en: "QH-2026-000001 White sugar" },
  });

  await bench.database.owner.updateTable("task").set({ state: "approved" }).execute();
  await bench.database.owner.updateTable("commission").set({ state: "submitted" }).execute();
  expect(await stepsOf("reviewer")).toEqual([]);
});

test("the dashboards show states, late work and statements, and a party of the work cannot read the whole", async (t) => {
  const bench = await openWithCommission(t);
  const { owner } = bench.database;
  const view = { itemName: { zh: "糖", en: "Sugar" }, institutionName: { zh: "中心", en: "Centre" } };
  const markets = [
    { market: "CN", verdict: "pass" },
    { market: "VN", verdict: "fail" },
  ];
  const verdicts = [
    { market: "VN", verdict: "fail", characteristicName: { zh: "色值", en: "Colour" } },
    { market: "CN", verdict: "pass", characteristicName: { zh: "灰分", en: "Ash" } },
  ];
  await owner
    .insertInto("decision")
    .values({
      id: "dec-second",
      commission_id: PRIVATE_IDS.com,
      institution_id: "ins-sugarlab",
      enterprise_id: "ent-mill",
      agreement_id: PRIVATE_IDS.agr,
      rule: "{}",
      verdicts: "[]",
      summary: "[]",
      decided_by: actorOf("signatory").personId!,
      decided_at: "2026-03-01T00:00:00Z",
      meaning: "authorise-issue",
      supersedes: null,
    })
    .execute();
  await owner
    .insertInto("attestation")
    .values({
      id: "att-second",
      number: "SUGAR-2026-000009",
      gdti: "9520001000102SUGAR2026000009",
      kind: "test-report",
      commission_id: PRIVATE_IDS.com,
      institution_id: "ins-sugarlab",
      enterprise_id: "ent-mill",
      decision_id: "dec-second",
      snapshot: JSON.stringify({ verdicts }),
      snapshot_sha256: "0".repeat(64),
      public_view: JSON.stringify({ ...view, markets }),
      status_index: 7,
      replaces: null,
      issued_by: actorOf("signatory").personId!,
      issued_at: "2026-03-01T00:00:00Z",
    })
    .execute();
  await owner
    .insertInto("attestation_status")
    .values([
      {
        id: "evt-aaaa",
        attestation_id: "att-second",
        institution_id: "ins-sugarlab",
        status: "issued",
        reason: "issued",
        set_by: actorOf("signatory").personId!,
        set_at: "2026-03-01T00:00:00Z",
      },
      {
        id: "evt-bbbb",
        attestation_id: "att-second",
        institution_id: "ins-sugarlab",
        status: "suspended",
        reason: "doubt about the sample",
        set_by: actorOf("signatory").personId!,
        set_at: "2026-03-01T01:00:00Z",
      },
    ])
    .execute();

  const cluster = getClusterDashboard.response.parse(await clusterDashboard(bench.as("operator")));
  expect(cluster.commissionsByState).toEqual([{ state: "in-progress", count: 1 }]);
  expect(cluster.turnaround).toEqual({ medianDays: null, p90Days: null, count: 0 });
  expect(cluster.late.map(({ number, daysLate }) => [number, daysLate])).toEqual([["QH-2026-000001", 10]]);
  expect(cluster.verdictsByMarket).toEqual([
    { market: "CN", pass: 1, conditional: 0, fail: 0, undecided: 0 },
    { market: "VN", pass: 0, conditional: 0, fail: 1, undecided: 0 },
  ]);
  expect(cluster.byInstitution).toMatchObject([
    { institutionId: "ins-sugarlab", openTasks: 1, lateTasks: 1, issued: 2 },
  ]);
  expect(cluster.perWeek).toHaveLength(12);
  // 1 March 2026, 08:00 in China, is the Sunday of the week from Monday, 23 February.
  expect(cluster.perWeek.filter(({ issued }) => issued > 0).map(({ week, issued }) => [week, issued])).toContainEqual([
    "2026-02-23",
    1,
  ]);

  const regulator = getRegulatorDashboard.response.parse(await regulatorDashboard(bench.as("regulator")));
  expect(regulator.byStatus).toEqual([
    { status: "issued", count: 1 },
    { status: "suspended", count: 1 },
  ]);
  expect(regulator.failing.map(({ number, market, characteristics }) => [number, market, characteristics])).toEqual([
    ["SUGAR-2026-000009", "VN", [{ zh: "色值", en: "Colour" }]],
  ]);
  expect(regulator.statusChanges.map(({ status, reason }) => [status, reason])).toEqual([
    ["suspended", "doubt about the sample"],
  ]);

  const foreign = await regulatorDashboard(bench.as("signatory", "ins-otherlab"));
  expect([foreign.issued, foreign.failing, foreign.statusChanges]).toEqual([0, [], []]);
});

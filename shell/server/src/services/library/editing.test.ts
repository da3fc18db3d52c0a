import { afterAll, expect, test } from "vitest";
import { reading } from "../../store/transaction.ts";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { HANDS, submittedCommission } from "../../testing/demo-journey.ts";
import { compareMarkets } from "../compare/compare.ts";
import { requirementAnswer } from "../selection/requirement-answer.ts";
import { deliverAnnouncements } from "../surveillance/deliver.ts";
import { pageNotifications } from "../surveillance/notifications.ts";
import { checkProposal, declineRequirement, getRowTexts, proposeRequirement } from "./propose.ts";
import { pageQueue } from "./queue.ts";
import { getRequirement, verifyRequirement } from "./requirement-versions.ts";
import { pageRequirements } from "./search.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const engineer = bench.as("per-ganyu");
const colleague = bench.as("per-dengsiyuan");
const ROW = "vn.tcvn-6959-2001.polarisation.a";
const REASON = "amendment read in the official gazette";
const PROOF = { source: "TCVN 6959:2001, printed edition", reason: "compared line by line" };

async function changed(rowId: string, change: Record<string, string>) {
  const { versionId, row } = await getRowTexts(engineer, rowId);
  return { before: versionId, row: { ...row, ...change }, reason: REASON };
}

test("what a row would change is shown before it is recorded, and every fault at its field", async () => {
  const { row } = await changed(ROW, { min: "99.9", note: "amended" });
  const good = await checkProposal(engineer, row);
  expect([good.kind, good.changes.map(({ field }) => field)]).toEqual(["changed", ["min", "note"]]);
  const bad = await checkProposal(engineer, { ...row, max: "1", unit: "mg/kg", from: "2026-02-30" });
  expect(bad.problems.map(({ field, code }) => [field, code])).toEqual([
    ["max", "limits-contradict"],
    ["unit", "row-unit-dimension"],
    ["from", "row-date-impossible"],
  ]);
  for (const { sentence } of bad.problems) expect(sentence.zh + sentence.en).not.toMatch(/[{}]/);
  const foreign = await checkProposal(engineer, { ...row, id: "th.x", market: "TH", from: "1980-01-01" });
  expect(foreign.problems.map(({ field, code }) => [field, code])).toEqual([
    ["market", "row-market-of-document"],
    ["from", "row-outside-document"],
  ]);
  for (const { sentence } of foreign.problems) expect(sentence.zh + sentence.en).not.toMatch(/[{}]/);
  const beside = await checkProposal(engineer, { ...row, id: "vn.another-row" });
  expect(beside.problems.map(({ code }) => code)).toEqual(["row-interval-overlap"]);
});

test("a proposed version is verified by another person, who says edition, clause and day", async () => {
  const proposed = await proposeRequirement(engineer, await changed(ROW, { note: "as amended" }));
  expect([proposed.status, proposed.note, proposed.reason]).toEqual(["proposed", "as amended", REASON]);
  const { versionId } = proposed;
  const waiting = await pageQueue(colleague, { limit: 200, status: "proposed" });
  expect(waiting.items.map(({ rowId, own }) => [rowId, own])).toEqual([[ROW, false]]);
  expect((await pageQueue(engineer, { limit: 200, status: "proposed" })).items[0]?.own).toBe(true);

  await expect(verifyRequirement(engineer, ROW, { versionId, ...PROOF })).rejects.toMatchObject({
    code: "not-independent",
  });
  const tomorrow = { versionId, ...PROOF, comparedOn: "2026-11-24" };
  await expect(verifyRequirement(colleague, ROW, tomorrow)).rejects.toMatchObject({ code: "compared-day-ahead" });
  const early = verifyRequirement(colleague, ROW, { versionId, ...PROOF, comparedOn: "1999-12-31" });
  await expect(early).rejects.toMatchObject({ code: "compared-day-early", facts: { earliest: "2000-01-01" } });
  const compared = { versionId, ...PROOF, clause: "Table 1", comparedOn: "2026-11-20" };
  const verified = await verifyRequirement(colleague, ROW, compared);
  expect(verified.verification).toEqual({
    edition: PROOF.source,
    clause: "Table 1",
    comparedOn: "2026-11-20",
    note: PROOF.reason,
  });
  expect((await pageQueue(colleague, { limit: 200, status: "proposed" })).items).toEqual([]);
});

test("what one person alone proposes reaches no list, no strictest limit and no comparison", async () => {
  const mill = bench.as(HANDS.mill);
  const ask = { product: "white-sugar", markets: ["VN"], claims: { "VN.grade": "A" }, on: "2026-11-23" };
  const seen = async () => {
    const answer = await reading(mill, (tx) => requirementAnswer(tx, mill, ask));
    const found = await pageRequirements(mill, { limit: 200, market: "VN", product: "white-sugar" });
    const compared = await compareMarkets(mill, { ...ask, markets: "VN", claims: JSON.stringify(ask.claims) });
    return [answer.requirements, answer.strictest, found.items, found.total, compared.lines];
  };
  const later = () => {
    bench.clock.now = new Date(bench.clock.now.getTime() + 60_000);
  };
  later();
  const before = await seen();
  const looser = await proposeRequirement(engineer, await changed(ROW, { min: "50" }));
  const { row } = await changed(ROW, { id: "vn.alone", clause: "9.8", min: "99.99", note: "" });
  const alone = await proposeRequirement(engineer, { row, before: null, reason: REASON });
  later();
  expect(await seen()).toEqual(before);
  const open = await pageRequirements(mill, { limit: 200, market: "VN", product: "white-sugar", status: "open" });
  expect(open.items.find(({ rowId }) => rowId === "vn.alone")?.status).toBe("proposed");
  expect((await getRequirement(mill, ROW)).versions[0]?.status).toBe("proposed");

  await verifyRequirement(colleague, "vn.alone", { versionId: alone.versionId, ...PROOF });
  later();
  const answer = await reading(mill, (tx) => requirementAnswer(tx, mill, ask));
  expect(answer.strictest.find(({ characteristic }) => characteristic === "polarisation")?.min).toBe("99.99");
  const { versionId } = looser;
  await declineRequirement(colleague, ROW, { versionId, reason: "the official text says otherwise" });
});

test("a declined proposal leaves what held before, and retires a row that held nothing", async () => {
  const [before] = (await getRequirement(engineer, ROW)).versions;
  const { versionId } = await proposeRequirement(engineer, await changed(ROW, { min: "50" }));
  const declined = { versionId, reason: "the official text says otherwise" };
  await expect(declineRequirement(engineer, ROW, declined)).rejects.toMatchObject({ code: "not-independent" });
  const restored = await declineRequirement(colleague, ROW, declined);
  expect([restored.limitText, restored.status]).toEqual([before?.limitText, before?.status]);
  await expect(
    declineRequirement(colleague, ROW, { ...declined, versionId: restored.versionId }),
  ).rejects.toMatchObject({ code: "requirement-not-open" });

  const { row } = await changed(ROW, { id: "vn.new-row", clause: "9.9", note: "" });
  const fresh = await proposeRequirement(engineer, { row, before: null, reason: REASON });
  const gone = await declineRequirement(colleague, "vn.new-row", { ...declined, versionId: fresh.versionId });
  expect(gone.status).toBe("retired");
});

test("two who propose at once: one is told that the row has changed", async () => {
  const one = await changed(ROW, { note: "one" });
  const outcomes = await Promise.allSettled([engineer, colleague].map((context) => proposeRequirement(context, one)));
  const lost = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(lost).toMatchObject([{ code: "stale" }]);
  const again = await changed(ROW, {});
  await expect(proposeRequirement(engineer, again)).rejects.toMatchObject({ code: "proposal-without-change" });
});

test("a new version of a row in use tells the client and the laboratories of the open commission, and nobody else", async () => {
  const { id } = await submittedCommission(bench);
  const courier = { owner: bench.database.owner, now: () => bench.clock.now, newId: engineer.newId };
  await deliverAnnouncements(courier);
  const used = await bench.database.owner
    .selectFrom("agreement")
    .select("requirements")
    .where("commission_id", "=", id)
    .executeTakeFirstOrThrow();
  const inUse = (used.requirements as { id: string }[]).map((each) => each.id);
  expect(inUse).toContain(ROW);
  await proposeRequirement(engineer, await changed(ROW, { note: "watched" }));
  const unused = (await getRowTexts(engineer, "codex.cxs-212-1999.polarisation.white")).row;
  expect(inUse).not.toContain(unused.id);
  await deliverAnnouncements(courier);
  const told = await pageNotifications(bench.as(HANDS.mill), { limit: 50 });
  const [notice] = told.items.filter(({ topic }) => topic === "requirement.changed");
  expect(notice?.sentence.en).toContain(ROW);
  expect(notice?.sentence.en).toContain("not verified yet");
  expect(notice?.sentence.zh).not.toMatch(/[{}]/);
  const reviewer = await pageNotifications(bench.as("per-luwenjing"), { limit: 50 });
  expect(reviewer.items.filter(({ topic }) => topic === "requirement.changed")).toHaveLength(1);
  const stranger = await pageNotifications(bench.as("per-huanglixin"), { limit: 50 });
  expect(stranger.items.filter(({ topic }) => topic === "requirement.changed")).toEqual([]);
});

import type { DraftEntry } from "@quanheng/contract/schemas/drafting.ts";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { HANDS } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { pageQueue } from "../library/queue.ts";
import { addComment, answerComment, pageComments } from "./comments.ts";
import { getDraft } from "./draft-view.ts";
import { beginDraft, pageDrafts, reviseDraft } from "./drafts.ts";
import { exportDraft } from "./export-draft.ts";
import { moveDraft, settleDraft } from "./move-draft.ts";
import { publishDraft } from "./publish-draft.ts";
import { endRound, openRound } from "./rounds.ts";
import { draftStandings, limitEvidence, versionDifference } from "./standings.ts";
import { issuedResults } from "./testing/issued-results.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const [author, second] = [bench.as("per-ganyu"), bench.as("per-dengsiyuan")];
const [mill, analyst] = [bench.as(HANDS.mill), bench.as("per-moxiaoyan")];
const visitor: Context = {
  ...mill,
  actor: { personId: null, name: null, membershipId: null, role: "public", partyKind: null, partyId: null },
};
const PAGE = { limit: 50 };
const LAST_DAY = "2026-12-23";

let numbers = 0;
function entry(change: Partial<DraftEntry> = {}): DraftEntry {
  return {
    kind: "group",
    number: `T/GXTY ${++numbers}-2026`,
    title: { zh: "低硫白砂糖（虚构）", en: "White sugar low in sulphur (invented)" },
    products: ["white-sugar"],
    scope: { zh: "适用于虚构的示例。", en: "For an invented example." },
    limits: [limit({ clause: "4.1", characteristic: "sulphur-dioxide", max: "8", unit: "mg/kg" })],
    ...change,
  };
}
function limit(texts: DraftEntry["limits"][number]["texts"]): DraftEntry["limits"][number] {
  return { id: null, texts, rationale: "buyers ask for it" };
}

async function answered(draft: DraftEntry = entry()) {
  const { id } = await beginDraft(author, draft);
  await openRound(author, id, { closesOn: LAST_DAY, invited: [] });
  const comment = await addComment(mill, id, COMMENT);
  await endRound(author, id, "every member has answered");
  await answerComment(author, id, comment.id, { outcome: "partly", reason: "a later edition will follow" });
  return id;
}
/** The parties that an announcement of the topic names. */
const told = async (topic: string) =>
  (await bench.announced()).filter((each) => each.topic === topic).map(({ facts }) => facts["party"]);
const COMMENT = { clause: "4.1", limitId: null, body: "Our process reaches 9 mg/kg only.", named: false };

test("from the first line to the library: comment, answer, approval by another person, rows that wait in the queue", async () => {
  const draft = entry();
  const id = await answered(draft);
  expect((await refused(moveDraft(author, id, { step: "submit", version: 9, reason: null }))).code).toBe("stale");
  await moveDraft(author, id, { step: "submit", version: 1, reason: null });
  const approve = { step: "approve", version: 1, reason: null } as const;
  expect((await refused(settleDraft(author, id, approve))).code).toBe("draft-own-approval");
  expect((await getDraft(author, id)).permits.approve.allowed).toBe(false);
  expect(await settleDraft(second, id, approve)).toEqual({ state: "approved" });

  const days = { published: "2026-12-01", effectiveFrom: "2027-01-01" };
  const backwards = { ...days, effectiveFrom: "2026-11-01" };
  expect((await refused(publishDraft(author, id, backwards))).code).toBe("row-interval-empty");
  const { document, rows } = await publishDraft(author, id, days);
  expect(document).toBe(draft.number);
  const waiting = (await pageQueue(second, { ...PAGE, status: "proposed" })).items.find(
    ({ rowId }) => rowId === rows[0],
  );
  expect(waiting).toMatchObject({ document, effectiveFrom: "2027-01-01", force: "voluntary", own: false });
  expect((await getDraft(visitor, id)).state).toBe("published");
  expect((await refused(beginDraft(author, { ...entry(), number: draft.number }))).code).toBe("draft-number-taken");
});

test("a draft is nobody else's before its round, and readers see the version that is commented on", async () => {
  const draft = entry();
  const { id } = await beginDraft(author, draft);
  for (const reader of [mill, analyst, visitor]) {
    expect((await refused(getDraft(reader, id))).code).toBe("not-found");
    expect((await pageDrafts(reader, PAGE)).items.map((each) => each.id)).not.toContain(id);
    expect((await refused(exportDraft(reader, id, { what: "draft", language: "en" }))).code).toBe("not-found");
  }
  await openRound(author, id, { closesOn: LAST_DAY, invited: ["ent-nobody"] }).then(
    () => expect.unreachable(),
    (error: unknown) => expect(error).toMatchObject({ code: "draft-party-unknown" }),
  );
  await openRound(author, id, { closesOn: LAST_DAY, invited: [mill.actor.partyId ?? ""] });
  expect(await told("draft.invited")).toEqual([mill.actor.partyId]);
  expect((await refused(getDraft(visitor, id))).code).toBe("not-found");
  expect((await refused(addComment(analyst, id, COMMENT))).code).toBe("not-found");
  await addComment(mill, id, COMMENT);
  await endRound(author, id, "the one invited has answered");
  const [{ id: comment } = { id: "" }] = (await pageComments(author, id, PAGE)).items;
  await answerComment(author, id, comment, { outcome: "rejected", reason: "the limit is reached by others" });
  expect((await told("draft.answered")).at(-1)).toBe(mill.actor.partyId);
  const [kept] = (await getDraft(author, id)).limits;
  const next = { ...draft, limits: [{ ...draft.limits[0]!, id: kept!.id, texts: { ...kept!.texts, max: "9" } }] };
  expect(await reviseDraft(author, id, { version: 1, draft: next, reason: "after the comments" })).toEqual({
    version: 2,
  });
  expect((await refused(reviseDraft(second, id, { version: 1, draft: next, reason: "too late" }))).code).toBe("stale");
  expect([(await getDraft(mill, id)).version, (await getDraft(author, id)).version]).toEqual([1, 2]);
  expect((await refused(getDraft(mill, id, 2))).code).toBe("not-found");
  expect((await versionDifference(author, id, { from: 1, to: 2 })).limits).toMatchObject([
    { change: "changed", fields: [{ field: "max", before: "8", after: "9" }] },
  ]);
});

test("whose comment it is, the drafting house reads; others only where the commenter is named", async () => {
  const { id } = await beginDraft(author, entry());
  await openRound(author, id, { closesOn: LAST_DAY, invited: [] });
  await addComment(mill, id, COMMENT);
  await addComment(analyst, id, { ...COMMENT, named: true });
  const parties = async (reader: Context) =>
    (await pageComments(reader, id, PAGE)).items.map(({ party, by }) => [party !== null, by !== null]);
  expect(await parties(author)).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(await parties(mill)).toEqual([
    [true, true],
    [true, false],
  ]);
  expect(await parties(visitor)).toEqual([
    [false, false],
    [true, false],
  ]);
  const csv = async (reader: Context) =>
    new TextDecoder().decode((await exportDraft(reader, id, { what: "comments", language: "en" })).bytes);
  expect(await csv(visitor)).toContain("(not named)");
  expect(await csv(author)).not.toContain("(not named)");
  expect((await pageComments(author, id, { limit: 1, only: "unanswered" })).next).not.toBeNull();
  expect((await refused(addComment(visitor, id, COMMENT))).code).toMatch(/not-/);

  const start = bench.clock.now;
  bench.clock.now = new Date("2026-12-24T01:00:00Z");
  expect((await refused(addComment(mill, id, COMMENT))).code).toBe("comments-closed");
  expect((await endRound(author, id, null)).state).toBe("answering");
  bench.clock.now = start;
});

test("what is not ready is not handed in, with the reason", async () => {
  const { id } = await beginDraft(author, entry({ limits: [] }));
  const round = { closesOn: LAST_DAY, invited: [] };
  const code = async (work: Promise<unknown>) => (await refused(work)).code;
  expect(await code(openRound(author, id, round))).toBe("draft-without-limits");
  const faulty = entry({
    limits: [limit({ clause: "4", characteristic: "polarisation", min: "99.9", max: "99.5" })],
  });
  await reviseDraft(author, id, { version: 1, draft: faulty, reason: "a first limit" });
  const problems = (await getDraft(author, id)).limits.map((each) => each.problems.map((problem) => problem.code));
  expect(problems).toEqual([["limits-contradict"]]);
  expect(await code(openRound(author, id, { ...round, closesOn: "2026-11-22" }))).toBe("draft-days-disordered");
  await openRound(author, id, round);
  expect(await code(reviseDraft(author, id, { version: 2, draft: faulty, reason: "while others read" }))).toBe(
    "draft-step-impossible",
  );
  expect(await code(endRound(author, id, null))).toBe("draft-early-reason");
  const comment = await addComment(mill, id, COMMENT);
  await endRound(author, id, "nobody else was asked");
  const submit = (version: number) => moveDraft(author, id, { step: "submit", version, reason: null });
  expect(await code(submit(2))).toBe("draft-comments-unanswered");
  expect(await code(openRound(author, id, round))).toBe("draft-comments-unanswered");
  await answerComment(author, id, comment.id, { outcome: "accepted", reason: "corrected as you say" });
  expect(await code(submit(2))).toBe("draft-limit-faulty");
  expect(await code(beginDraft(author, entry({ number: "GB 1-2026" })))).toBe("draft-number-malformed");
  expect(await code(beginDraft(author, entry({ products: ["moon-dust"] })))).toBe("product-unknown");
  expect(await code(moveDraft(author, id, { step: "withdraw", version: 2, reason: " " }))).toBe("draft-reason-needed");
  await moveDraft(author, id, { step: "withdraw", version: 2, reason: "no longer wanted" });
  expect(await code(submit(2))).toBe("draft-step-impossible");
});

test("each limit stands beside those in force, and markets that say nothing are named", async () => {
  const { id } = await beginDraft(author, entry());
  const { items } = await draftStandings(author, id);
  const [first] = items;
  const markets = new Set(first?.standings.map(({ market }) => market));
  expect(markets.has("CN")).toBe(true);
  expect(first?.silent.some((market) => markets.has(market))).toBe(false);
  for (const { relation, limitText, rowId } of first?.standings ?? []) {
    const max = /^≤ ([\d.]+)$/.exec(limitText.en)?.[1];
    if (max !== undefined && relation !== "incomparable")
      expect([rowId, relation]).toEqual([rowId, Number(max) > 8 ? "stricter" : Number(max) === 8 ? "equal" : "looser"]);
  }
});

test("evidence is withheld below five enterprises or ten results, and then gives quartiles and shares only", async () => {
  const { id } = await beginDraft(author, entry());
  const limitId = (await getDraft(author, id)).limits[0]!.id;
  const evidence = () => limitEvidence(author, id, limitId);
  expect((await evidence()).withheld).toBe("few");
  const add = await issuedResults(bench.database.owner);
  // Four enterprises with three results each, then a fifth: 1 … 13 mg/kg.
  for (let n = 1; n <= 12; n++) await add(`ent-x${n % 4}`, String(n));
  expect((await evidence()).withheld).toBe("few");
  await add("ent-x4", "13");
  // Quartiles of 1 … 13 by hand: places 1 + 12/4 = 4, 7 and 10; 8 of 13 are at most 8: 61.5 %, to a twentieth 60 %.
  expect(await evidence()).toMatchObject({
    ...{ withheld: null, results: 13, enterprises: 5, quartiles: ["4", "7", "10"], complyingPercent: 60 },
  });
  const { bars } = await evidence();
  expect([bars[0]?.to, bars.at(-1)?.from]).toEqual(["1", "16"]);
  const denied = sql`SELECT draft_evidence('white-sugar', 'sulphur-dioxide', 'mg/kg', NULL, false, 8, false)`;
  await expect(
    bench.database.app.transaction().execute(async (tx) => {
      await sql`SELECT set_config('role', 'quanheng_app', true), set_config('qh.role', 'analyst', true)`.execute(tx);
      const { rows } = await denied.execute(tx);
      return rows;
    }),
  ).resolves.toEqual([{ draft_evidence: null }]);
});

test("whichever statement fails, no step leaves a trace", async () => {
  const traces = async () => {
    const count = (table: string) =>
      sql<{
        n: string;
      }>`SELECT count(*) || ' ' || coalesce(string_agg(t::text, ',' ORDER BY t::text), '') AS n FROM ${sql.table(table)} t`
        .execute(bench.database.owner)
        .then(({ rows }) => rows[0]?.n);
    return [
      await Promise.all(
        [
          ...["draft_standard", "draft_version", "draft_step", "draft_round", "draft_comment", "draft_answer"],
          "rule_version",
        ].map(count),
      ),
      (await bench.trail()).length,
      (await bench.announced()).length,
    ];
  };
  const everyFault = async (context: Context, atLeast: number, work: (context: Context) => Promise<unknown>) => {
    const before = await traces();
    for (let n = 1; ; n++) {
      const fault = await work(breakingAt(n, context)).then(
        () => null,
        (error: unknown) => String(error),
      );
      if (fault === null) return expect(n).toBeGreaterThan(atLeast);
      expect(fault).toContain("injected fault");
      expect(await traces(), `after a fault in statement ${n}`).toEqual(before);
    }
  };
  const draft = entry();
  await everyFault(author, 4, (context) => beginDraft(context, draft));
  const [{ id } = { id: "" }] = (await pageDrafts(author, PAGE)).items.filter(({ number }) => number === draft.number);
  const revised = { version: 1, draft, reason: "a second version" };
  await everyFault(author, 6, (context) => reviseDraft(context, id, revised));
  await everyFault(author, 6, (context) =>
    openRound(context, id, { closesOn: LAST_DAY, invited: [mill.actor.partyId ?? ""] }),
  );
  await everyFault(mill, 6, (context) => addComment(context, id, COMMENT));
  await everyFault(author, 6, (context) => endRound(context, id, "all have answered"));
  const [{ id: comment } = { id: "" }] = (await pageComments(author, id, PAGE)).items;
  const answer = { outcome: "accepted", reason: "taken into the text" } as const;
  await everyFault(author, 4, (context) => answerComment(context, id, comment, answer));
  await everyFault(author, 6, (context) => moveDraft(context, id, { step: "submit", version: 2, reason: null }));
  await everyFault(second, 6, (context) => settleDraft(context, id, { step: "approve", version: 2, reason: null }));
  const days = { published: "2026-12-01", effectiveFrom: "2027-01-01" };
  await everyFault(author, 12, (context) => publishDraft(context, id, days));
});

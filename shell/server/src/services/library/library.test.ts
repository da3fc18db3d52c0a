import { invariant } from "@quanheng/kernel/refusal.ts";
import { afterAll, expect, test } from "vitest";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { HANDS } from "../../testing/demo-journey.ts";
import { counting } from "../selection/testing/counting.ts";
import { getInstitution, listMarkets, listProducts, pageInstitutions } from "./library.ts";
import { getRequirement, verifyRequirement } from "./requirement-versions.ts";
import { pageRequirements } from "./search.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const mill = bench.as(HANDS.mill);
const engineer = bench.as("per-ganyu");
const colleague = bench.as("per-dengsiyuan");
const PROOF = { source: "the standard as printed", reason: "compared line by line" };

async function recalledRow(text: string): Promise<{ rowId: string; versionId: string }> {
  const { items } = await pageRequirements(mill, { limit: 200, product: "white-sugar", text });
  const found = items.find(({ status }) => status === "recalled");
  invariant(found, `${text} names a recalled requirement`);
  return found;
}

test("pages of requirements together are the library, each row once, also while searching", async () => {
  const all = async (query: { text?: string; market?: string }, limit: number) => {
    const ids: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await pageRequirements(mill, { ...query, limit, ...(after === undefined ? {} : { after }) });
      ids.push(...page.items.map(({ rowId }) => rowId));
      if (page.next === null) return ids;
      after = page.next;
    }
  };
  const stored = await bench.database.owner.selectFrom("requirement").select("row_id").distinct().execute();
  for (const limit of [113, 200]) {
    const ids = await all({}, limit);
    expect(ids).toEqual(stored.map(({ row_id }) => row_id).sort());
  }
  const found = await all({ text: "icumsa" }, 2);
  expect(found.length).toBeGreaterThan(2);
  expect(await all({ text: "icumsa" }, 200)).toEqual(found);
  expect(await all({ text: "100%_" }, 50)).toEqual([]);
  const sugar = await pageRequirements(mill, { limit: 200, market: "CN", product: "white-sugar" });
  expect(await all({ market: "CN", text: "白砂糖" }, 50)).toEqual(sugar.items.map(({ rowId }) => rowId));
});

test("a page of requirements takes the same few statements however long it is", async () => {
  const [short, long] = [counting(mill), counting(mill)];
  await pageRequirements(short.context, { limit: 1 });
  await pageRequirements(long.context, { limit: 200 });
  expect(long.statements()).toBe(short.statements());
  expect(short.statements()).toBeLessThanOrEqual(4);
});

test("markets and products have names in both languages, and sugar can be tested here", async () => {
  const [markets, products] = [await listMarkets(mill), await listProducts(mill)];
  for (const { name } of [...markets.items, ...products.items]) expect(name.zh && name.en).toBeTruthy();
  const sugar = products.items.find(({ id }) => id === "white-sugar");
  expect(sugar?.offered).toBe(true);
  expect(sugar?.claims.find(({ market, key }) => market === "CN" && key === "grade")?.values).toContain("superior");
});

test("a recalled requirement is verified once, by whoever did not record it, and its history is kept", async () => {
  const { rowId, versionId } = await recalledRow("polarisation");
  expect((await getRequirement(mill, rowId)).mayVerify.allowed).toBe(false);
  expect((await getRequirement(engineer, rowId)).mayVerify).toEqual({ allowed: true, reason: null });

  const verified = await verifyRequirement(engineer, rowId, { versionId, ...PROOF });
  expect([verified.status, verified.verifiedBy, verified.verifiedOn]).toEqual([
    "verified",
    engineer.actor.name,
    "2026-11-23",
  ]);
  const { versions, mayVerify } = await getRequirement(colleague, rowId);
  expect(versions.map(({ status }) => status)).toEqual(["verified", "recalled"]);
  expect(mayVerify.allowed).toBe(false);
  await expect(verifyRequirement(colleague, rowId, { versionId, ...PROOF })).rejects.toMatchObject({
    code: "stale",
    facts: { changedBy_zh: engineer.actor.name!.zh, changed: PROOF.reason, changedAt: "2026-11-23 09:00" },
  });
  const again = verifyRequirement(colleague, rowId, { versionId: verified.versionId, ...PROOF });
  await expect(again).rejects.toMatchObject({ code: "requirement-not-open", facts: { status: "verified" } });
});

test("of two who verify at once one does, and the other is told", async () => {
  const { rowId, versionId } = await recalledRow("loss");
  const outcomes = await Promise.allSettled(
    [engineer, colleague].map((context) => verifyRequirement(context, rowId, { versionId, ...PROOF })),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [lost] = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(lost).toMatchObject({ code: "stale" });
  expect((await getRequirement(mill, rowId)).versions).toHaveLength(2);
});

test("whoever recorded a version does not verify it", async () => {
  const { rowId, versionId } = await recalledRow("ash");
  const { owner } = bench.database;
  const { serial: _, ...row } = await owner
    .selectFrom("requirement")
    .selectAll()
    .where("id", "=", versionId)
    .executeTakeFirstOrThrow();
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const proposed = {
    ...row,
    ...{ limits: json(row.limits)!, variant: json(row.variant), extra: json(row.extra), verification: null },
    id: engineer.newId("req"),
    status: "proposed" as const,
    recorded_by: engineer.actor.personId,
    recorded_at: new Date("2026-11-01T00:00:00Z"),
  };
  await owner.insertInto("requirement").values(proposed).execute();
  const own = verifyRequirement(engineer, rowId, { versionId: proposed.id, ...PROOF });
  await expect(own).rejects.toMatchObject({ code: "not-independent" });
  expect((await getRequirement(engineer, rowId)).mayVerify.allowed).toBe(false);
  expect((await verifyRequirement(colleague, rowId, { versionId: proposed.id, ...PROOF })).status).toBe("verified");
});

test("as known on an earlier day the library is as it was then", async () => {
  const before = { limit: 200, product: "white-sugar", knownOn: "2026-06-01T00:00:00+08:00" } as const;
  expect((await pageRequirements(mill, before)).items.every(({ status }) => status !== "verified")).toBe(true);
  expect((await pageRequirements(mill, { ...before, knownOn: "2025-12-31T00:00:00Z" })).items).toEqual([]);
  const now = await pageRequirements(mill, { limit: 200, product: "white-sugar" });
  expect(now.items.some(({ status }) => status === "verified")).toBe(true);
});

test("what does not exist is not found", async () => {
  await expect(getRequirement(mill, "no.such.row")).rejects.toMatchObject({ code: "not-found" });
  const nothing = verifyRequirement(engineer, "no.such.row", { versionId: "req-1", ...PROOF });
  await expect(nothing).rejects.toMatchObject({ code: "not-found" });
  await expect(getInstitution(mill, "ins-nowhere")).rejects.toMatchObject({ code: "not-found" });
});

test("institutions are found by kind and by a part of their name, and show scope and what belongs to them", async () => {
  const national = await pageInstitutions(mill, { limit: 50, kind: "national" });
  expect(national.items).toHaveLength(6);
  const sugar = await pageInstitutions(mill, { limit: 50, text: "sugar" });
  expect(sugar.items.map(({ id }) => id)).toContain("ins-sugar");
  const { scope, accreditations, parentId } = await getInstitution(mill, "ins-sugar");
  expect(scope.length).toBeGreaterThan(10);
  expect(accreditations).toHaveLength(1);
  expect((await getInstitution(mill, parentId!)).children.map(({ id }) => id)).toContain("ins-sugar");
  const pages: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await pageInstitutions(mill, { limit: 4, ...(after === undefined ? {} : { after }) });
    pages.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    after = page.next;
  }
  expect(new Set(pages).size).toBe((await pageInstitutions(mill, { limit: 200 })).items.length);
});

import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkbench } from "../testing/workbench.ts";
import { commissionPage } from "./commission.ts";
import { samplePage } from "./sample.ts";
import { reading } from "./transaction.ts";

const bench = await openWorkbench();
afterAll(() => bench.close());

const NAMES = [
  ["一级白糖", "White sugar, grade 1", "L_1%"],
  ["赤砂糖", "Brown sugar", "L21"],
  ["糖蜜 50 kg", "MOLASSES", "M-7"],
  ["糖浆", "Syrup", "D-1"],
] as const;
/** The last is still a draft, so there is no sample of it yet. */
const DRAFT = 3;

beforeAll(async () => {
  const { owner } = bench.database;
  for (const [n, [zh, en, lot]] of NAMES.entries())
    for (const enterprise of ["mill", "smelter"]) {
      const item = JSON.stringify({ name: { zh, en }, lotNumber: lot });
      const key = `${enterprise}${n}`;
      await sql`INSERT INTO commission (id, number, enterprise_id, institution_ids, state, product, item, markets, claims, applies_on, sample_available, created_by, created_at)
        VALUES (${`com-${key}`}, ${`Q-${key}`}, ${`ent-${enterprise}`}, '{ins-sugarlab}', ${n === DRAFT ? "draft" : "submitted"}, 'white-sugar', ${item}, '{CN}', '{}',
          '2026-03-02', 1, 'per-x', ${bench.clock.now})`.execute(owner);
      if (n === DRAFT) continue;
      await sql`INSERT INTO sample (id, number, commission_id, institution_id, enterprise_id, key, description_zh, description_en, lot, quantity, unit, state, created_at)
        VALUES (${`smp-${key}`}, ${`S-${key}`}, ${`com-${key}`}, ${enterprise === "mill" ? "ins-sugarlab" : "ins-otherlab"}, ${`ent-${enterprise}`}, '{}', ${zh}, ${en}, ${lot}, '1', 'kg',
          ${n === 0 ? "stored" : "received"}, ${bench.clock.now})`.execute(owner);
    }
});

type Reader = ReturnType<typeof bench.as>;
const samplesSeen = async (reader: Reader, text: string, state?: "stored") => {
  const { partyKind: kind, partyId: id } = reader.actor;
  const page = await reading(reader, (tx) => samplePage(tx, { kind, id }, { limit: 10, text, state }, (row) => row.id));
  return page.items.toSorted();
};
const commissionsSeen = async (reader: Reader, text: string) => {
  const { partyKind: kind, partyId: id, role } = reader.actor;
  const party = role === "operator" || kind === null || id === null ? null : { kind, id };
  const ask = { limit: 10, text, party, today: "2026-03-02" };
  return (await reading(reader, (tx) => commissionPage(tx, ask, (row) => row.id))).items.toSorted();
};

const FOUND: readonly (readonly [text: string, samples: readonly string[]])[] = [
  ["白糖", ["smp-mill0"]],
  ["糖", ["smp-mill0", "smp-mill1", "smp-mill2"]],
  ["糖白", []],
  ["糖蜜 50", ["smp-mill2"]],
  ["brown SUGAR", ["smp-mill1"]],
  ["molas", ["smp-mill2"]],
  ["m-", ["smp-mill2"]],
  ["S-mill1", ["smp-mill1"]],
  ["_1%", ["smp-mill0"]],
  ["%", ["smp-mill0"]],
  ["\\", []],
  // A part ends where the next begins: no match crosses.
  ["l21 赤", []],
];

test.each(FOUND)("a laboratory finds by %j its own samples that hold it, and no others", async (text, samples) => {
  expect(await samplesSeen(bench.as("analyst"), text)).toEqual(samples);
});

test("each party finds its own, also where another's row matches", async () => {
  expect(await samplesSeen(bench.as("enterprise-user"), "白糖")).toEqual(["smp-mill0"]);
  expect(await samplesSeen(bench.as("enterprise-user", "ent-smelter"), "白糖")).toEqual(["smp-smelter0"]);
  expect(await samplesSeen(bench.as("analyst", "ins-otherlab"), "S-mill0")).toEqual([]);
  expect(await samplesSeen(bench.as("analyst"), "糖", "stored")).toEqual(["smp-mill0"]);
});

test("commissions are found by what a list may show: a draft by nobody but its client", async () => {
  expect(await commissionsSeen(bench.as("enterprise-user"), "糖")).toEqual([
    "com-mill0",
    "com-mill1",
    "com-mill2",
    "com-mill3",
  ]);
  expect(await commissionsSeen(bench.as("analyst"), "糖蜜")).toEqual(["com-mill2", "com-smelter2"]);
  expect(await commissionsSeen(bench.as("analyst"), "糖浆")).toEqual([]);
  expect(await commissionsSeen(bench.as("operator"), "糖蜜")).toEqual(["com-mill2", "com-smelter2"]);
  expect(await commissionsSeen(bench.as("operator"), "糖浆")).toEqual([]);
  expect(await commissionsSeen(bench.as("analyst", "ins-otherlab"), "糖")).toEqual([]);
});

test("nobody who is not signed in finds anything, not even by asking the database itself", async () => {
  const found = await reading(bench.as("public"), (tx) =>
    sql`SELECT sample_search('糖', NULL, NULL, NULL, NULL, 9) UNION ALL SELECT commission_search('糖', NULL, NULL, NULL, NULL, 9)
      UNION ALL SELECT attestation_search('糖', NULL, NULL, NULL, NULL, 9)`.execute(tx),
  );
  expect(found.rows).toEqual([]);
});

test("a server without the extension for trigrams finds the same", async () => {
  await sql`DROP EXTENSION pg_trgm CASCADE`.execute(bench.database.owner);
  for (const [text, samples] of FOUND) expect(await samplesSeen(bench.as("analyst"), text)).toEqual(samples);
});

import { afterAll, expect, test } from "vitest";
import { openWorkbench } from "../testing/workbench.ts";
import { inTransaction, reading } from "./transaction.ts";

const bench = await openWorkbench();
afterAll(() => bench.close());

type Named = "institution" | "enterprise" | "person" | "membership";

function idsSeen(context: ReturnType<typeof bench.as>, table: Named): Promise<readonly string[]> {
  return reading(context, async (tx) =>
    (await tx.selectFrom(table).select("id").orderBy("id").execute()).map(({ id }) => id),
  );
}

test("institutions are public; a client is seen by itself and the cluster, and by a laboratory only when it works for it", async () => {
  expect(await idsSeen(bench.as("public"), "institution")).toHaveLength(4);
  expect(await idsSeen(bench.as("public"), "enterprise")).toEqual([]);
  expect(await idsSeen(bench.as("enterprise-user"), "enterprise")).toEqual(["ent-mill"]);
  expect(await idsSeen(bench.as("operator"), "enterprise")).toEqual(["ent-mill", "ent-smelter"]);
  expect(await idsSeen(bench.as("analyst"), "enterprise")).toEqual([]);

  const commission = {
    id: "com-tenancy",
    number: "T-1",
    enterprise_id: "ent-mill",
    institution_ids: ["ins-sugarlab"],
    product: "white-sugar",
    item: "{}",
    markets: ["CN"],
    claims: "{}",
    applies_on: "2026-03-02",
    needed_by: null,
    sample_available: 1,
    created_by: "per-enterpriseusermill1",
    created_at: bench.clock.now,
    due_on: null,
    decline_reason: null,
  };
  const mill = bench.as("enterprise-user");
  await inTransaction(mill, (tx) =>
    tx
      .insertInto("commission")
      .values({ ...commission, state: "draft" })
      .execute(),
  );
  expect(await idsSeen(bench.as("analyst"), "enterprise")).toEqual([]);
  await inTransaction(mill, (tx) =>
    tx.updateTable("commission").set({ state: "submitted" }).where("id", "=", "com-tenancy").execute(),
  );
  expect(await idsSeen(bench.as("analyst"), "enterprise")).toEqual(["ent-mill"]);
  expect(await idsSeen(bench.as("analyst", "ins-otherlab"), "enterprise")).toEqual([]);
});

test("people are known in their own house only", async () => {
  const seen = await idsSeen(bench.as("reviewer"), "person");
  expect(seen).toHaveLength(6);
  expect(seen.every((id) => id.includes("sugarlab"))).toBe(true);
  expect(await idsSeen(bench.as("public"), "person")).toEqual([]);
  expect(await idsSeen(bench.as("enterprise-user"), "membership")).toEqual([
    "mem-enterpriseusermill1",
    "mem-enterpriseusermill2",
  ]);
});

test("no client opens a commission in another's name, and a pooled connection keeps nothing of an actor", async () => {
  const foreign = inTransaction(bench.as("enterprise-user", "ent-smelter"), (tx) =>
    tx.updateTable("commission").set({ product: "mine" }).where("id", "=", "com-tenancy").executeTakeFirst(),
  );
  expect((await foreign).numUpdatedRows).toBe(0n);
  const { app } = bench.database;
  expect(await app.selectFrom("enterprise").select("id").execute()).toEqual([]);
});

test("what only reads cannot write", async () => {
  const mill = bench.as("enterprise-user");
  const write = reading(mill, (tx) => tx.updateTable("commission").set({ product: "x" }).execute());
  await expect(write).rejects.toThrow("read-only transaction");
});

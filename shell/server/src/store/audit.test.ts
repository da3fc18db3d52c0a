import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { breakingAt } from "../testing/faults.ts";
import { openWorkbench } from "../testing/workbench.ts";
import { recordAction } from "./audit.ts";
import { checkTrail } from "./audit-trail.ts";
import { announce } from "./outbox.ts";
import { inTransaction, reading } from "./transaction.ts";

const bench = await openWorkbench();
afterAll(() => bench.close());
const analyst = bench.as("analyst");

test("the first entry's hash follows from its canonical text, its position and 32 zero bytes", async () => {
  await inTransaction(analyst, (tx) =>
    recordAction(tx, analyst, {
      action: "thing.done",
      subject: "obs-0001",
      commissionId: "com-first",
      facts: { z: "糖", a: 1.5, list: ["b", "a"] },
    }),
  );

  const row = await bench.database.owner
    .selectFrom("audit")
    .selectAll()
    .where("stream", "=", "com-first")
    .executeTakeFirstOrThrow();
  const text =
    `{"action":"thing.done","actor":"per-analystsugarlab1","at":"2026-03-02T01:00:00.000Z","facts":{"a":1.5,"list":["b","a"],"z":"糖"},` +
    `"id":"${row.id}","party":"ins-sugarlab","role":"analyst","stream":"com-first","subject":"obs-0001"}`;
  const position = Buffer.from("0000000000000001", "hex");
  const expected = createHash("sha256")
    .update(Buffer.concat([Buffer.alloc(32), position, Buffer.from(text, "utf8")]))
    .digest();
  expect(row.hash.toString("hex")).toBe(expected.toString("hex"));
});

test("entries written at the same time stand in one chain without gaps", async () => {
  const writes = Array.from({ length: 20 }, (_, index) =>
    inTransaction(analyst, (tx) =>
      recordAction(tx, analyst, {
        action: "thing.counted",
        subject: `obs-${index}`,
        commissionId: "com-busy",
        facts: {},
      }),
    ),
  );

  const positions = await Promise.all(writes);

  expect(positions.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect((await checkTrail(bench.database.owner)).broken).toBeNull();
});

test("an entry that is changed behind the platform's back is found", async (t) => {
  const own = await openWorkbench(t);
  const context = own.as("analyst");
  for (const subject of ["obs-a", "obs-b", "obs-c"]) {
    await inTransaction(context, (tx) =>
      recordAction(tx, context, { action: "thing.done", subject, facts: { value: "99.71" } }),
    );
  }
  expect(await checkTrail(own.database.owner)).toEqual({ streams: 1, entries: 3, broken: null });

  const owner = own.database.owner;
  await sql`ALTER TABLE audit DISABLE TRIGGER audit_append_only`.execute(owner);
  await sql`UPDATE audit SET facts = '{"value":"99.81"}' WHERE subject = 'obs-b'`.execute(owner);
  expect((await checkTrail(owner)).broken).toEqual({ stream: "ins-sugarlab", seq: 2, why: "hash" });
  await sql`UPDATE audit SET facts = '{"value":"99.71"}' WHERE subject = 'obs-b'`.execute(owner);
  await sql`DELETE FROM audit WHERE subject = 'obs-a'`.execute(owner);
  expect((await checkTrail(owner)).broken).toEqual({ stream: "ins-sugarlab", seq: 1, why: "gap" });
});

test("nobody rewrites the trail, not even its owner, and nobody signs for another", async () => {
  await expect(sql`DELETE FROM audit`.execute(bench.database.owner)).rejects.toThrow("append-only");
  await expect(inTransaction(analyst, (tx) => sql`UPDATE audit SET facts = '{}'`.execute(tx))).rejects.toThrow(
    "permission denied",
  );
  await expect(inTransaction(analyst, (tx) => sql`DELETE FROM audit`.execute(tx))).rejects.toThrow("permission denied");
  const forged = { ...bench.as("reviewer"), db: analyst.db };
  const act = inTransaction(analyst, (tx) =>
    recordAction(tx, forged, { action: "thing.done", subject: "obs-x", facts: {} }),
  );
  await expect(act).rejects.toThrow("names the actor");
});

test("whichever statement fails, change, entry and announcement leave no trace", async (t) => {
  const own = await openWorkbench(t);
  const context = own.as("analyst");
  const act = (acting: typeof context) =>
    inTransaction(acting, async (tx) => {
      await recordAction(tx, acting, { action: "thing.done", subject: "obs-a", facts: {} });
      await announce(tx, acting, { topic: "thing.done", subject: "obs-a" });
    });

  for (let n = 1; n <= 2; n++) {
    await expect(act(breakingAt(n, context))).rejects.toThrow("injected fault");
    expect(await own.trail(), `after a fault in statement ${n}`).toEqual([]);
    expect(await own.announced()).toEqual([]);
  }
  await act(breakingAt(3, context));
  expect((await own.trail()).length).toBe(1);
  expect(await own.announced()).toEqual([{ topic: "thing.done", subject: "obs-a", facts: {} }]);
});

test("a party reads its own entries and no others", async () => {
  const seen = (context: typeof analyst) => reading(context, (tx) => tx.selectFrom("audit").select("stream").execute());
  expect((await seen(analyst)).length).toBeGreaterThan(0);
  expect(await seen(bench.as("analyst", "ins-otherlab"))).toEqual([]);
  expect(await seen(bench.as("public"))).toEqual([]);
  expect(await analyst.db.selectFrom("audit").select("stream").execute()).toEqual([]);
});

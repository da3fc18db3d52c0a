import { sql } from "kysely";
import { expect, test } from "vitest";
import { announce } from "../../store/outbox.ts";
import { inTransaction } from "../../store/transaction.ts";
import { insertPrivateRows, PRIVATE_IDS } from "../../testing/private-rows.ts";
import { refused } from "../../testing/refused.ts";
import { openWorkbench, type Workbench } from "../../testing/workbench.ts";
import { deliverAnnouncements } from "../surveillance/deliver.ts";
import { eventOf, pageEvents } from "./query.ts";
import { journeyOf } from "./trace.ts";

const REPORT = "https://id.gs1.org/253/952000100001000001";

/** A commission of which the sample arrived and the report is issued. */
async function openJourney(owner: Parameters<typeof openWorkbench>[0]): Promise<Workbench> {
  const bench = await openWorkbench(owner);
  const database = bench.database.owner;
  await insertPrivateRows(database);
  await database.deleteFrom("outbox").execute();
  const item = JSON.stringify({ name: { zh: "白砂糖", en: "White sugar" }, lotNumber: "YJ-2026-1101", gtin: null });
  await database.updateTable("commission").set({ item }).where("id", "=", PRIVATE_IDS.com).execute();
  await database
    .updateTable("institution")
    .set({ identifiers: JSON.stringify([{ scheme: "GLN", value: "9521234000020" }]) })
    .where("id", "=", "ins-sugarlab")
    .execute();
  await database
    .updateTable("sample")
    .set({ key: JSON.stringify({ ai: "8004", value: "9521234LAB-S26-000001" }) })
    .where("id", "=", PRIVATE_IDS.smp)
    .execute();
  const results = [
    { characteristic: "polarisation", unit: "°Z", reported: "99.82", expanded: "0.05", k: "2" },
    { characteristic: "lead", unit: "mg/kg", reported: "< 0.05", expanded: null, k: null },
    { characteristic: "moisture", unit: "%", reported: "0.04", expanded: "0.01", k: "2" },
  ];
  await database.transaction().execute(async (tx) => {
    await sql`ALTER TABLE attestation DISABLE TRIGGER USER`.execute(tx);
    await tx
      .updateTable("attestation")
      .set({ snapshot: JSON.stringify({ results }) })
      .where("id", "=", PRIVATE_IDS.att)
      .execute();
  });
  return bench;
}

async function tell(bench: Workbench): Promise<unknown[]> {
  const signatory = bench.as("signatory");
  await inTransaction(signatory, async (tx) => {
    await announce(tx, signatory, { topic: "sample.received", subject: PRIVATE_IDS.smp, facts: { number: "1" } });
    await announce(tx, signatory, { topic: "attestation.issued", subject: PRIVATE_IDS.att, facts: { number: "J-1" } });
  });
  const failures: unknown[] = [];
  const { now, newId } = bench.as("public");
  await deliverAnnouncements({ owner: bench.database.owner, now, newId, complain: (error) => failures.push(error) });
  return failures;
}

test("a lot has a sample taken and a report issued: its owner follows it by number or report, nobody else, and once", async (t) => {
  const bench = await openJourney(t);
  const mill = bench.as("enterprise-user");
  expect(await tell(bench)).toEqual([]);
  const way = await journeyOf(mill, " YJ-2026-1101 ");
  expect(way.thing).toBe("urn:x-quanheng:lot:ent-mill:YJ-2026-1101");
  expect(way.events.map(({ step, own }) => [step, own])).toEqual([
    ["sampling", true],
    ["inspecting", true],
  ]);
  expect(way.events[0]?.place).toBe("https://id.gs1.org/414/9521234000020");
  expect(way.events[0]?.things).toContain("https://id.gs1.org/8004/9521234LAB-S26-000001");
  expect(way.evidence.map(({ document, kind }) => [kind, document])).toEqual([
    ["certificate", REPORT],
    ["test-result", REPORT],
  ]);
  expect((await journeyOf(mill, REPORT)).thing, "a report stands for its lot").toBe(way.thing);
  expect((await pageEvents(mill, { key: "YJ-2026-1101", limit: 5 })).items).toHaveLength(2);
  const found = JSON.stringify(await eventOf(mill, way.events[1]?.eventId ?? ""));
  for (const part of [
    '"value":0.04',
    '"uom":"P1"',
    '"qi:unit":"%"',
    '"qi:expandedUncertainty":"0.01"',
    '"value":99.82',
  ])
    expect(found).toContain(part);
  expect(found, "what is below a limit is no value").not.toContain("lead");

  const other = bench.as("enterprise-user", "ent-smelter");
  for (const key of [way.thing, REPORT, "YJ-2026-1101"])
    expect((await refused(journeyOf(other, key))).code).toBe("trace-unknown");
  expect(await tell(bench)).toEqual([]);
  expect((await journeyOf(mill, way.thing)).events).toHaveLength(2);
});

test("an event that cannot be recorded keeps no notice back", async (t) => {
  const bench = await openJourney(t);
  await bench.database.owner
    .updateTable("sample")
    .set({ key: JSON.stringify({ ai: "8004", value: "x".repeat(3000) }) })
    .where("id", "=", PRIVATE_IDS.smp)
    .execute();
  expect(await tell(bench)).toHaveLength(1);
  const waiting = await bench.database.owner
    .selectFrom("outbox")
    .select("id")
    .where("delivered_at", "is", null)
    .execute();
  expect(waiting).toEqual([]);
  expect((await journeyOf(bench.as("enterprise-user"), "YJ-2026-1101")).events).toHaveLength(1);
});

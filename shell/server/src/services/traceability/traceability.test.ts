import { Readable } from "node:stream";
import { EventQuery } from "@quanheng/contract/schemas/event-query.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { openWorkbench, type Workbench } from "../../testing/workbench.ts";
import { captureDocument, captureOne, getCaptureOf, pageCaptures } from "./capture.ts";
import { pageEvents, queryEventsOf } from "./query.ts";
import { callLotBack, pageRecalls, tellAgain } from "./recalls.ts";
import { setShare } from "./shares.ts";
import { arriving, at, documentOf, lot, STORY } from "./testing/events.ts";
import { journeyOf } from "./trace.ts";

let bench: Workbench;
let mill: Context;
let other: Context;
beforeAll(async () => {
  bench = await openWorkbench();
  mill = bench.as("enterprise-user");
  other = bench.as("enterprise-user", "ent-smelter");
});
afterAll(() => bench.close());

const capture = (events: readonly unknown[], behaviour: "rollback" | "proceed" = "rollback", context = mill) =>
  captureDocument(context, arriving(documentOf(events)), behaviour);
const found = async (query: object, context = mill) => {
  const { document, next } = await queryEventsOf(context, EventQuery.parse(query));
  const { epcisBody } = document as { epcisBody: { queryResults: { resultsBody: { eventList: { type: string }[] } } } };
  return { types: epcisBody.queryResults.resultsBody.eventList.map(({ type }) => type), next };
};

test("a document is kept whole, once: the same again is known, another content under the same identity is refused", async () => {
  const first = await capture(STORY);
  expect([first.success, first.read, first.kept, first.running]).toEqual([true, 4, 4, false]);
  const again = await capture([...STORY, STORY[0]]);
  expect([again.success, again.kept, again.known]).toEqual([true, 0, 5]);
  const named = { ...STORY[0], eventID: "urn:uuid:00000000-0000-0000-0000-000000000001" };
  expect((await capture([named])).kept).toBe(1);
  const changed = await capture([{ ...named, bizStep: "inspecting" }]);
  expect([changed.success, changed.errors[0]?.code, changed.errors[0]?.event]).toEqual([false, "epcis-conflict", 0]);
  expect((await refused(captureOne(mill, { ...named, "@context": [], bizStep: "inspecting" }))).code).toBe(
    "epcis-conflict",
  );
});

test("with rollback one fault keeps everything out, with proceed only what is wrong", async () => {
  const good = { ...STORY[0], ...at(7) };
  const wrong = [
    { ...good, bizStep: "testing" },
    { ...good, eventTimeZoneOffset: "+15:00" },
    { ...good, "ex:note": "a\u0000b" },
    "no event",
  ];
  const back = await capture([good, ...wrong]);
  expect([back.success, back.kept, back.wrong, back.errors.map(({ event }) => event)]).toEqual([
    false,
    0,
    4,
    [1, 2, 3, 4],
  ]);
  expect((await found({ GE_eventTime: "2026-02-07T00:00:00Z" })).types).toEqual([]);
  const on = await capture([good, ...wrong], "proceed");
  expect([on.success, on.kept, on.wrong]).toEqual([false, 1, 4]);
  expect((await getCaptureOf(mill, on.captureID)).errors).toHaveLength(4);
  expect((await refused(getCaptureOf(other, on.captureID))).code).toBe("not-found");
});

test("a broken document keeps nothing and says where it is broken", async () => {
  const text = documentOf([{ ...STORY[0], ...at(8) }]);
  const cut = await captureDocument(mill, arriving(text.slice(0, -3)), "rollback");
  expect([cut.success, cut.errors.map(({ code }) => code)]).toEqual([false, ["epcis-not-readable"]]);
  const alien = await captureDocument(mill, arriving(documentOf([], { type: "Invoice" })), "rollback");
  expect(alien.errors[0]?.code).toBe("epcis-type-unknown");
  expect((await refused(captureDocument(mill, arriving(""), "rollback"))).code).toBe("epcis-empty");
  const [before, after] = text.split("commissioning");
  const torn = Readable.from([
    Buffer.from(`${before}commissioning`),
    Buffer.from([0xff, 0xc3]),
    Buffer.from(after ?? ""),
  ]);
  expect((await refused(captureDocument(mill, torn, "rollback"))).code).toBe("malformed");
  const told = await pageCaptures(mill, { limit: 1 });
  expect([told.items[0]?.success, told.items[0]?.errors.map(({ code }) => code)]).toEqual([false, ["malformed"]]);
  expect((await found({ GE_eventTime: "2026-02-08T00:00:00Z" })).types).toEqual([]);
});

test("the simple event query finds by step, thing, time and type, page by page", async () => {
  expect((await found({ EQ_bizStep: "shipping" })).types).toEqual(["ObjectEvent"]);
  expect((await found({ EQ_bizStep: "https://ref.gs1.org/cbv/BizStep-shipping|inspecting" })).types).toHaveLength(1);
  expect((await found({ MATCH_inputEPCClass: lot("CANE") })).types).toEqual(["TransformationEvent"]);
  expect((await found({ MATCH_anyEPCClass: "urn:epc:class:lgtin:9521234.000001.SUGAR" })).types).toHaveLength(2);
  expect((await found({ MATCH_anyEPC: lot("SUGAR") })).types).toEqual([]);
  expect((await found({ eventType: "TransformationEvent", LT_eventTime: "2026-02-03T00:00:00Z" })).types).toHaveLength(
    1,
  );
  const page = await found({ perPage: "2" });
  expect(page.types).toHaveLength(2);
  expect((await found({ perPage: "200", nextPageToken: page.next })).types.length).toBeGreaterThan(1);
  expect((await refused(found({ MATCH_epc: "urn:epc:idpat:sgtin:9521234.*.*" }))).code).toBe("epcis-pattern");
  expect(EventQuery.safeParse({ EQ_nonsense: "1" }).success).toBe(false);
});

test("readings, quantities, documents and places within places are found, in the order that is asked for", async () => {
  const report = (type: string, value: number, uom: string) => ({ type, value, uom });
  await capture([
    {
      ...{ ...STORY[0], ...at(9), quantityList: [{ epcClass: lot("COOL"), quantity: 7.5, uom: "KGM" }] },
      sensorElementList: [
        { sensorReport: [report("Temperature", 15.5, "CEL"), report("RelativeHumidity", 80, "A93")] },
      ],
      readPoint: { id: "https://id.gs1.org/414/9521234000013/254/7" },
      bizTransactionList: [{ type: "po", bizTransaction: "urn:x:order:1" }],
      persistentDisposition: { set: ["completeness_verified"] },
    },
  ]);
  const count = async (query: object) => (await found(query)).types.length;
  expect(await count({ EQ_type: "gs1:Temperature", GE_value_CEL: "15.5" })).toBe(1);
  expect(await count({ EQ_type: "Temperature", GT_value_CEL: "15.5" })).toBe(0);
  expect(await count({ EQ_type: "Temperature", GE_value_A93: "80" }), "both in one report").toBe(0);
  expect(await count({ GT_quantity: "7", LE_quantity: "7.5" })).toBe(1);
  expect(await count({ LT_quantity: "7" })).toBe(0);
  expect(await count({ WD_readPoint: "https://id.gs1.org/414/9521234000013" })).toBe(1);
  expect(await count({ WD_readPoint: "https://id.gs1.org/414/952123400001" })).toBe(0);
  expect(await count({ EQ_readPoint: "https://id.gs1.org/414/9521234000013" })).toBe(0);
  expect(await count({ EQ_bizTransaction_po: "urn:x:order:1|urn:x:order:2" })).toBe(1);
  expect(await count({ EQ_bizTransaction_inv: "urn:x:order:1" })).toBe(0);
  expect(await count({ EQ_persistentDisposition_set: "https://ref.gs1.org/cbv/Disp-completeness_verified" })).toBe(1);
  const oldest = await found({ orderBy: "eventTime", orderDirection: "ASC", eventCountLimit: "3", perPage: "2" });
  expect(oldest.types).toEqual(["ObjectEvent", "ObjectEvent"]);
  const rest = await found({
    ...{ orderDirection: "ASC", eventCountLimit: "3", perPage: "2" },
    nextPageToken: oldest.next,
  });
  expect([rest.types.length, rest.next]).toEqual([1, null]);
  expect((await refused(found({ maxEventCount: "2" }))).code).toBe("epcis-too-many");
  for (const wrong of [{ GE_value_CEL: "warm" }, { GE_value_celsius: "1" }, { EQ_bizTransaction_: "x" }])
    expect(EventQuery.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
});

test("a journey goes up and down, is others' only when shared, and a recall tells the holder", async () => {
  const way = await journeyOf(mill, "(01)09521234000013(10)SUGAR");
  expect(way.origins.map(({ thing }) => thing)).toEqual([lot("SUGAR"), lot("CANE")]);
  expect(way.reached.map(({ thing }) => thing)).toEqual([lot("SUGAR"), lot("SWEETS")]);
  expect(new Set(way.evidence.map(({ document }) => document))).toEqual(new Set(["https://verify.example.cn/c/1"]));
  expect(way.circle).toEqual([]);

  expect((await refused(journeyOf(other, lot("SUGAR")))).code).toBe("trace-unknown");
  expect((await pageEvents(other, { limit: 50 })).items).toEqual([]);
  await setShare(mill, { readerId: "ent-smelter", shared: true });
  expect((await journeyOf(other, lot("SUGAR"))).reached).toHaveLength(2);
  await setShare(mill, { readerId: "ent-smelter", shared: false });
  expect((await refused(journeyOf(other, lot("SUGAR")))).code).toBe("trace-unknown");

  await bench.database.owner
    .updateTable("enterprise")
    .set({ identifiers: JSON.stringify([{ scheme: "GLN", value: "9521234000013" }]) })
    .where("id", "=", "ent-smelter")
    .execute();
  const called = await callLotBack(mill, { key: lot("CANE"), reason: "Lead above the limit." });
  expect(called.reached.map(({ thing }) => thing)).toEqual([lot("CANE"), lot("SUGAR"), lot("SWEETS")]);
  expect(called.notified).toBe(1);
  expect((await bench.announced()).at(-1)).toMatchObject({ topic: "trace.recalled", facts: { party: "ent-smelter" } });
  const seen = await pageRecalls(other, { limit: 10 });
  expect(seen.items[0]?.holders.map(({ partyId }) => partyId)).toEqual(["ent-smelter"]);
  expect((await pageRecalls(bench.as("regulator", "ins-regulator"), { limit: 10 })).items[0]?.holders).toHaveLength(2);
  const told = async () => (await bench.announced()).filter(({ topic }) => topic === "trace.recalled").length;
  const before = await told();
  expect(await tellAgain(mill, called.id)).toEqual({ told: 1 });
  expect(await tellAgain(bench.as("regulator", "ins-regulator"), called.id)).toEqual({ told: 1 });
  for (const who of [other, bench.as("signatory", "ins-otherlab")])
    expect((await refused(tellAgain(who, called.id))).code).toBe("not-found");
  expect(await told()).toBe(before + 2);
  expect((await pageRecalls(bench.as("signatory", "ins-otherlab"), { limit: 10 })).items).toEqual([]);
});

test("what was declared wrong is on no journey, a circle is named, and an event from the future is marked", async () => {
  const wrong = {
    ...{ type: "TransformationEvent", ...at(5), eventID: "urn:uuid:00000000-0000-0000-0000-000000000002" },
    inputQuantityList: [{ epcClass: lot("WATER") }],
    outputQuantityList: [{ epcClass: lot("WINE") }],
  };
  await capture([wrong]);
  expect((await journeyOf(mill, lot("WATER"))).reached).toHaveLength(2);
  await capture([{ ...wrong, errorDeclaration: { declarationTime: "2026-02-06T00:00:00Z", reason: "did_not_occur" } }]);
  expect((await refused(journeyOf(mill, lot("WATER")))).code).toBe("trace-unknown");

  const pack = (day: number, parentID: string, child: string) => ({
    ...{ type: "AggregationEvent", ...at(day), action: "ADD", parentID, childEPCs: [child] },
  });
  await capture([pack(1, "urn:x:a", "urn:x:b"), pack(2, "urn:x:b", "urn:x:a")]);
  expect((await journeyOf(mill, "urn:x:a")).circle.toSorted()).toEqual(["urn:x:a", "urn:x:b"]);
  await capture([
    { ...STORY[0], eventTime: "2026-12-01T08:00:00+08:00", quantityList: [{ epcClass: lot("TOMORROW") }] },
  ]);
  expect((await pageEvents(mill, { key: lot("TOMORROW"), limit: 5 })).items[0]?.ahead).toBe(true);
});

test("whichever statement fails, no event, share or recall is half kept", async () => {
  const { owner } = bench.database;
  const rows = async (table: "epcis_event" | "epcis_event_thing" | "epcis_share" | "epcis_recall" | "outbox") =>
    Number((await owner.selectFrom(table).select(owner.fn.countAll().as("rows")).executeTakeFirstOrThrow()).rows);
  const count = async () => [
    await rows("epcis_event"),
    await rows("epcis_event_thing"),
    await rows("epcis_share"),
    await rows("epcis_recall"),
    await rows("outbox"),
  ];
  const works: readonly ((context: Context) => Promise<unknown>)[] = [
    (context) => capture([{ ...STORY[0], ...at(20) }], "rollback", context),
    (context) =>
      capture([{ ...STORY[0], ...at(21) }], "proceed", context).then(({ success }) => success || Promise.reject()),
    (context) => setShare(context, { readerId: "ent-smelter", shared: true }),
    (context) => callLotBack(context, { key: lot("SUGAR"), reason: "x" }),
    async (context) => tellAgain(context, (await pageRecalls(mill, { limit: 1 })).items[0]?.id ?? ""),
  ];
  for (const [which, work] of works.entries()) {
    const before = await count();
    const [events = 0, things = 0, ...others] = before;
    const whole = [events + 1, things + 1, ...others];
    for (let n = 1; n < 20; n++) {
      const broke = await work(breakingAt(n, mill)).then(
        () => false,
        () => true,
      );
      if (!broke) break;
      // With `proceed` each batch stands for itself: here the only one is there whole, or nothing of it.
      if (which === 1) expect([before, whole], `work ${which}, statement ${n}`).toContainEqual(await count());
      else expect(await count(), `work ${which}, statement ${n}`).toEqual(before);
    }
  }
});

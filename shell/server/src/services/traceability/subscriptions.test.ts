import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NewSubscription } from "@quanheng/contract/schemas/event-subscription.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hookFault, openHook } from "../../adapters/webhook/post.ts";
import { isPublicAddress } from "../../adapters/webhook/public-address.ts";
import { openSecretBox } from "../../adapters/webhook/secret-box.ts";
import type { Context } from "../../context.ts";
import { breakingAt } from "../../testing/faults.ts";
import { refused } from "../../testing/refused.ts";
import { openWorkbench, type Workbench } from "../../testing/workbench.ts";
import { captureDocument } from "./capture.ts";
import { askQuery, forgetQuery, nameQuery, pageQueries } from "./named-queries.ts";
import { setShare } from "./shares.ts";
import { endSubscription, pageSubscriptions, subscribeTo, subscriptionOf } from "./subscriptions.ts";
import { tellSubscribers } from "./tell-subscribers.ts";
import { arriving, at, documentOf, lot, STORY } from "./testing/events.ts";

/** A receiver that really listens: what it was told, and what it answers. */
const receiver = { told: [] as { body: string; signature: string }[], status: 200 };
const server = createServer((request, answer) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    receiver.told.push({ body: Buffer.concat(parts).toString(), signature: String(request.headers["gs1-signature"]) });
    answer.writeHead(receiver.status).end();
  });
});
let bench: Workbench;
let mill: Context;
let other: Context;
let dest: string;
beforeAll(async () => {
  bench = await openWorkbench();
  mill = bench.as("enterprise-user");
  other = bench.as("enterprise-user", "ent-smelter");
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  dest = `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`;
});
afterAll(async () => {
  server.close();
  await bench.close();
});
beforeEach(() => {
  receiver.told.length = 0;
  receiver.status = 200;
});

const box = openSecretBox(async () => ({
  publicKey: new Uint8Array(32),
  sign: async () => new Uint8Array(64).fill(7),
}));
const desk = { places: "any", box } as const;
const subscription = (asked: object) => NewSubscription.parse({ dest, stream: true, ...asked });
const tell = () =>
  tellSubscribers({ owner: bench.database.owner, context: bench.as("public"), box, post: openHook("any") });
const capture = (day: number, name = "CANE", context = mill) =>
  captureDocument(
    context,
    arriving(documentOf([{ ...STORY[0], ...at(day), quantityList: [{ epcClass: lot(name) }] }])),
    "rollback",
  );
type Told = { epcisBody: { queryResults: { subscriptionID: string; resultsBody: { eventList: object[] } } } };
const toldEvents = () =>
  receiver.told.map(({ body }) => (JSON.parse(body) as Told).epcisBody.queryResults.resultsBody.eventList.length);
const later = (ms: number) => {
  bench.clock.now = new Date(bench.clock.now.getTime() + ms);
};

test("a query has one name, is asked page by page, and is its party's own", async () => {
  await capture(1);
  await nameQuery(mill, { name: "cane", query: { MATCH_anyEPCClass: [lot("CANE"), lot("X")], orderDirection: "ASC" } });
  expect((await refused(nameQuery(mill, { name: "cane", query: {} }))).code).toBe("epcis-name-taken");
  const wrong = await refused(nameQuery(mill, { name: "wrong", query: { EQ_nonsense: "1" } }));
  expect([wrong.code, wrong.facts]).toEqual(["epcis-query-wrong", { parameter: "EQ_nonsense" }]);
  const found = (await askQuery(mill, "cane", { perPage: 10 })).document as Told;
  expect(found.epcisBody.queryResults.resultsBody.eventList).toHaveLength(1);
  expect((await refused(askQuery(other, "cane", { perPage: 10 }))).code).toBe("not-found");
  expect((await pageQueries(other, { limit: 5 })).items).toEqual([]);
  expect((await refused(forgetQuery(other, "cane"))).code).toBe("not-found");
});

test("a subscriber is told at once and signed; while it is down nothing is lost, and it hears all when it is back", async () => {
  await nameQuery(mill, { name: "stream", query: { eventType: "ObjectEvent", MATCH_anyEPCClass: lot("STREAM") } });
  const { signatureToken, subscriptionID } = await subscribeTo(mill, desk, "stream", subscription({}));
  expect(signatureToken).toMatch(/^[\w-]{43}$/);
  await capture(2, "STREAM");
  await capture(2, "ELSEWHERE");
  expect(await tell()).toBe(1);
  expect(toldEvents()).toEqual([1]);
  const [{ body, signature } = { body: "", signature: "" }] = receiver.told;
  const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  expect(mac).toBe(createHmac("sha256", signatureToken!).update(`${seconds}.${body}`).digest("hex"));
  expect(await tell()).toBe(0);

  receiver.status = 503;
  await capture(3, "STREAM");
  await tell();
  await capture(4, "STREAM");
  expect(await tell(), "it waits before it tries again").toBe(0);
  const down = await subscriptionOf(mill, "stream", subscriptionID);
  expect([down.attempts, down.failure]).toEqual([1, "declined 503"]);
  receiver.status = 200;
  receiver.told.length = 0;
  later(6000);
  await tell();
  expect(toldEvents()).toEqual([2]);
  const up = await subscriptionOf(mill, "stream", subscriptionID);
  expect([up.attempts, up.failure, up.lastNotifiedAt]).toEqual([0, null, bench.clock.now.toISOString()]);
  const rows = await bench.database.owner.selectFrom("epcis_subscription").select("secret").execute();
  expect(
    rows.some(({ secret }) => secret.includes(signatureToken!)),
    "no secret lies open",
  ).toBe(false);

  expect((await refused(endSubscription(other, "stream", subscriptionID))).code).toBe("not-found");
  await endSubscription(mill, "stream", subscriptionID);
  await capture(5, "STREAM");
  expect(await tell()).toBe(0);
});

test("others' events are told while they share them, and only what the subscriber may see", async () => {
  await nameQuery(other, { name: "shared", query: {} });
  const secret = "a secret of the subscriber";
  const made = await subscribeTo(other, desk, "shared", subscription({ signatureToken: secret }));
  expect(made.signatureToken).toBeUndefined();
  await capture(6, "HIDDEN");
  await setShare(mill, { readerId: "ent-smelter", shared: true });
  await capture(7, "SHOWN");
  await tell();
  expect(toldEvents()).toEqual([1]);
  await capture(8, "WITHDRAWN");
  await setShare(mill, { readerId: "ent-smelter", shared: false });
  receiver.told.length = 0;
  await tell();
  expect(toldEvents()).toEqual([]);
  await endSubscription(other, "shared", made.subscriptionID);
});

test("a schedule comes at its time, says when nothing happened if it shall, and begins where it is asked to", async () => {
  const schedule = { hour: "3", minute: "30" };
  const since = "2026-01-01T00:00:00Z";
  const made = await subscribeTo(mill, desk, "cane", {
    ...subscription({ stream: undefined, schedule, reportIfEmpty: true, initialRecordTime: since }),
  });
  expect(made.nextAt).toBe("2026-03-02T03:30:00.000Z");
  expect(await tell()).toBe(0);
  later(3 * 3_600_000);
  while ((await tell()) > 0);
  expect(toldEvents(), "what was recorded before, then that there is no more").toEqual([1, 0]);
  expect((await pageSubscriptions(mill, "cane", { limit: 5 })).items[0]?.nextAt).toBe("2026-03-03T03:30:00.000Z");
  for (const [wrong, field] of [
    [{ stream: true, schedule }, "schedule"],
    [{ stream: undefined }, "schedule"],
    [{ stream: undefined, schedule: {} }, "schedule"],
    [{ stream: undefined, schedule: { hour: "24" } }, "hour"],
    [{ stream: undefined, schedule: { dayOfMonth: "30", month: "2" } }, "schedule"],
  ] as const) {
    const said = await refused(subscribeTo(mill, desk, "cane", subscription(wrong)));
    expect([said.code, said.facts]).toEqual(["epcis-subscription-wrong", { field }]);
  }
  await forgetQuery(mill, "cane");
  expect((await refused(pageSubscriptions(mill, "cane", { limit: 5 }))).code).toBe("not-found");
});

test("no private place is told, by number or by name", async () => {
  for (const address of [
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "192.168.0.1",
    "::1",
    "fd00::1",
    "::ffff:10.0.0.1",
  ])
    expect(isPublicAddress(address), address).toBe(false);
  for (const address of ["8.8.8.8", "223.5.5.5", "2400:3200::1"]) expect(isPublicAddress(address), address).toBe(true);
  for (const [address, fault] of [
    ["https://receiver.example.com/events", null],
    ["http://receiver.example.com/events", "scheme"],
    ["https://[::ffff:127.0.0.1]/", "not-public"],
    ["https://0x7f000001/", "not-public"],
    ["https://169.254.169.254/latest", "not-public"],
    ["https://localhost./", "not-public"],
    ["https://intranet/", "not-public"],
    ["https://user:secret@example.com/", "address"],
    ["nonsense", "address"],
  ] as const)
    expect(hookFault(address, "public"), address).toBe(fault);
  const closed = { ...desk, places: "public" } as const;
  await nameQuery(mill, { name: "closed", query: {} });
  const said = await refused(subscribeTo(mill, closed, "closed", subscription({})));
  expect([said.code, said.facts]).toEqual(["epcis-dest-refused", { reason: "scheme" }]);
  expect(await openHook("public")(dest, "{}", {})).toEqual({ ok: false, failure: "not-public" });
});

test("whichever statement fails, no query and no subscription is half kept", async () => {
  const { owner } = bench.database;
  const count = async () =>
    JSON.stringify([
      await owner.selectFrom("epcis_query").selectAll().orderBy("name").execute(),
      await owner.selectFrom("epcis_subscription").selectAll().orderBy("id").execute(),
      await owner.selectFrom("epcis_due").selectAll().orderBy("first").execute(),
      (await bench.trail()).length,
    ]);
  let made = "";
  const works: readonly ((context: Context) => Promise<unknown>)[] = [
    (context) => nameQuery(context, { name: "faulty", query: {} }),
    async (context) => {
      const since = "2026-01-01T00:00:00Z";
      const found = await subscribeTo(context, desk, "faulty", subscription({ initialRecordTime: since }));
      made = found.subscriptionID;
    },
    (context) => endSubscription(context, "faulty", made),
    (context) => forgetQuery(context, "faulty"),
  ];
  for (const [which, work] of works.entries()) {
    const before = await count();
    let done = false;
    for (let n = 1; n < 20 && !done; n++) {
      done = await work(breakingAt(n, mill)).then(
        () => true,
        () => false,
      );
      if (!done) expect(await count(), `work ${which}, statement ${n}`).toBe(before);
    }
    expect(done, `work ${which} ends`).toBe(true);
  }
});

import { expect, test } from "vitest";
import { documentOf, lot, STORY } from "../services/traceability/testing/events.ts";
import { openHouse } from "../testing/house.ts";

test("a document of more than a form may have goes in as a stream, and comes out page by page with its headers", async (t) => {
  const house = await openHouse(t);
  const cookie = await house.signIn("enterprise-user");
  const headers = { cookie, "x-quanheng-request": "test", "content-type": "application/ld+json" };
  const events = [
    ...STORY,
    ...Array.from({ length: 60 }, (_, n) => ({ ...STORY[0], "ex:note": `${n} ${"x".repeat(20_000)}` })),
  ];
  const captured = await house.app.inject({
    ...{ method: "POST", url: "/api/epcis/capture", headers, payload: documentOf(events) },
  });
  expect([captured.statusCode, captured.json().kept, captured.headers["gs1-epcis-version"]]).toEqual([
    202,
    64,
    "2.0.0",
  ]);
  const job = await house.send("GET", String(captured.headers.location), { cookie });
  expect(job.json()).toMatchObject({ running: false, success: true, read: 64 });
  const page = await house.send("GET", "/api/epcis/events?EQ_bizStep=commissioning&perPage=50", { cookie });
  expect(page.headers.link).toMatch(/nextPageToken=[^>]+>; rel="next"/);
  const next = /<([^>]+)>/.exec(String(page.headers.link))?.[1] ?? "";
  const rest = await house.send("GET", next, { cookie });
  expect(rest.json().epcisBody.queryResults.resultsBody.eventList).toHaveLength(11);
  const about = await house.send("GET", `/api/epcis/epcs/${encodeURIComponent(lot("SWEETS"))}/events`, { cookie });
  expect(about.json().epcisBody.queryResults.resultsBody.eventList).toHaveLength(2);
  const nonsense = await house.send("GET", "/api/epcis/events?EQ_nonsense=1", { cookie });
  expect([nonsense.statusCode, nonsense.headers["content-type"], nonsense.json().type]).toEqual([
    ...[400, "application/problem+json", "epcisException:QueryParameterException"],
  ]);
  const unread = await house.send("GET", "/api/epcis/events?GE_eventTime=yesterday", { cookie });
  expect([unread.statusCode, unread.json().facts]).toEqual([400, { parameter: "GE_eventTime" }]);
  const many = await house.send("GET", "/api/epcis/events?maxEventCount=3", { cookie });
  expect([many.statusCode, many.json().type]).toEqual([413, "epcisException:QueryTooLargeException"]);

  const named = { name: "sweets", query: { MATCH_anyEPCClass: [lot("SWEETS")] } };
  const query = await house.send("POST", "/api/epcis/queries", { cookie, body: named });
  expect([query.statusCode, query.headers.location]).toEqual([201, "/api/epcis/queries/sweets/events"]);
  const results = await house.send("GET", String(query.headers.location), { cookie });
  expect(results.json().epcisBody.queryResults.resultsBody.eventList).toHaveLength(2);
  const told = { dest: "https://receiver.example.com/events", schedule: { hour: 1, minute: 5 } };
  const made = await house.send("POST", "/api/epcis/queries/sweets/subscriptions", { cookie, body: told });
  expect([made.statusCode, made.json().schedule, made.json().signatureToken.length]).toEqual([
    ...[201, { hour: "1", minute: "5" }, 43],
  ]);
  const again = await house.send("GET", String(made.headers.location), { cookie });
  expect([again.statusCode, again.json().signatureToken]).toEqual([200, undefined]);
  expect((await house.send("DELETE", String(made.headers.location), { cookie })).statusCode).toBe(204);
  const inside = { ...told, dest: "https://127.0.0.1/" };
  const refused = await house.send("POST", "/api/epcis/queries/sweets/subscriptions", { cookie, body: inside });
  expect([refused.statusCode, refused.json().code]).toEqual([400, "epcis-dest-refused"]);
  expect((await house.send("DELETE", "/api/epcis/queries/sweets", { cookie })).statusCode).toBe(204);
});

import { expect, test } from "vitest";
import { documentOf, lot, STORY } from "../services/traceability/testing/events.ts";
import { openHouse } from "../testing/house.ts";

test("a document of more than a form may have goes in as a stream, and comes out page by page with its headers", async (t) => {
  const house = await openHouse(t);
  const cookie = await house.signIn("enterprise-user");
  const headers = { cookie, "x-quanheng-request": "test", "content-type": "application/ld+json" };
  const many = [
    ...STORY,
    ...Array.from({ length: 60 }, (_, n) => ({ ...STORY[0], "ex:note": `${n} ${"x".repeat(20_000)}` })),
  ];
  const captured = await house.app.inject({
    ...{ method: "POST", url: "/api/epcis/capture", headers, payload: documentOf(many) },
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
  expect([nonsense.statusCode, nonsense.headers["content-type"]]).toEqual([422, "application/problem+json"]);
});

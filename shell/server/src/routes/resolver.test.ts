import { expect, test } from "vitest";
import { recordItem } from "../services/resolver/items.ts";
import { breakingAt } from "../testing/faults.ts";
import { openHouse, type TestHouse } from "../testing/house.ts";

const GTIN = "09521234543213";
const PATH = `/01/${GTIN}`;
const page = { href: "https://www.example.cn/p", title: "Page" };
const LINKS = {
  "https://ref.gs1.org/voc/defaultLink": [page],
  "https://ref.gs1.org/voc/pip": [{ ...page, hreflang: ["zh"] }],
};
const ITEM = { path: PATH, version: 0, description: "白砂糖", withdrawn: false, links: LINKS };

/** A house in which the mill holds the prefix of the item, and its cookie. */
async function withLicence(owner: Parameters<typeof openHouse>[0]): Promise<TestHouse & { cookie: string }> {
  const house = await openHouse(owner);
  const db = house.bench.database.owner;
  const common = { party_id: "ent-mill", set_by: null, set_at: house.bench.clock.now };
  await db
    .insertInto("number_licence")
    .values({
      ...{ id: "lic-mill", prefix: "9521234", party_kind: "enterprise", party_id: "ent-mill" },
      ...{ demonstration: true, granted_by: null, granted_at: house.bench.clock.now },
    })
    .execute();
  await db
    .insertInto("number_licence_term")
    .values({ licence_id: "lic-mill", term: 1, valid_from: "2026-01-01", valid_to: "2028-01-01", ...common })
    .execute();
  return { ...house, cookie: await house.signIn("enterprise-user") };
}

test("a holder says where a code leads, and it leads there at once; withdrawn it is gone", async (t) => {
  const { send, app, cookie } = await withLicence(t);
  expect((await app.inject(PATH)).statusCode).toBe(404);
  const kept = await send("PUT", "/api/resolver/item", { cookie, body: ITEM });
  expect([kept.statusCode, kept.json().version]).toEqual([200, 1]);
  const led = await app.inject(PATH);
  expect([led.statusCode, led.headers["location"], led.headers["set-cookie"]]).toEqual([307, page.href, undefined]);
  expect((await send("PUT", "/api/resolver/item", { cookie, body: ITEM })).json().code).toBe("record-newer");
  await send("PUT", "/api/resolver/item", { cookie, body: { ...ITEM, version: 1, withdrawn: true } });
  const gone = await app.inject({ url: PATH, headers: { accept: "text/html" } });
  expect([gone.statusCode, gone.headers["content-type"]]).toEqual([410, "text/html; charset=utf-8"]);
  const list = await send("GET", "/api/resolver/items", { cookie });
  expect(list.json().items).toMatchObject([{ path: PATH, version: 2, withdrawn: true }]);
});

test("nobody sets links on a code of another's prefix, by whatever way", async (t) => {
  const { send, signIn, app, bench, cookie } = await withLicence(t);
  const other = await signIn("enterprise-user", "ent-smelter");
  const foreign = await send("PUT", "/api/resolver/item", { cookie: other, body: ITEM });
  expect([foreign.statusCode, foreign.json().code]).toEqual([403, "prefix-not-held"]);
  await send("PUT", "/api/resolver/item", { cookie, body: ITEM });
  expect((await send("GET", `/api/resolver/item?path=${PATH}`, { cookie: other })).statusCode).toBe(404);
  const document = { linkset: [{ anchor: `https://x.example${PATH}`, itemDescription: "x", ...LINKS }] };
  const taken = await send("POST", "/api/resolver/imports", { cookie: other, body: { document, commit: true } });
  expect(taken.json().bad).toMatchObject([{ path: PATH, fault: "prefix-not-held" }]);
  expect((await app.inject(PATH)).headers["location"]).toBe(page.href);
  bench.clock.now = new Date("2028-02-01T00:00:00Z");
  const late = await signIn("enterprise-user", "ent-mill", 2);
  expect((await send("PUT", "/api/resolver/item", { cookie: late, body: { ...ITEM, version: 1 } })).json().code).toBe(
    "prefix-not-held",
  );
});

test.each([
  "javascript:alert(1)",
  "data:text/html,<script>",
  "https://127.0.0.1:5432/",
  "//evil.example",
  "https://a@b.example/",
])("a link to %s is never kept", async (href) => {
  const { send, app, cookie } = await withLicence({ onTestFinished: (end) => ends.push(end) });
  const links = { ...LINKS, "https://ref.gs1.org/voc/support": [{ href, title: "x" }] };
  const refused = await send("PUT", "/api/resolver/item", { cookie, body: { ...ITEM, links } });
  expect([refused.json().code, refused.json().facts]).toMatchObject(["item-wrong", { fault: "target-unsafe" }]);
  expect((await app.inject(PATH)).statusCode).toBe(404);
  for (const end of ends.splice(0)) await end();
});
const ends: (() => Promise<void>)[] = [];

test("nothing in a request names a target, splits a header or reaches a page's script", async (t) => {
  const { send, app, cookie } = await withLicence(t);
  await send("PUT", "/api/resolver/item", { cookie, body: ITEM });
  for (const query of [
    "url=https://evil.example",
    "redirect=//evil.example",
    "@evil.example",
    "%0d%0aset-cookie:a=b",
  ]) {
    const { location } = (await app.inject(`${PATH}?${query}`)).headers;
    expect(new URL(String(location)).hostname).toBe("www.example.cn");
    expect(location).not.toMatch(/[\r\n]/);
  }
  const odd = await app.inject({ url: `${PATH}/%3Cscript%3E`, headers: { accept: "text/html" } });
  expect([odd.statusCode, odd.body.includes("<script>")]).toEqual([400, false]);
});

test("links go out as a linkset and come back: looked at, taken over, and then the same", async (t) => {
  const { send, app, cookie } = await withLicence(t);
  await send("PUT", "/api/resolver/item", { cookie, body: ITEM });
  const exported = await send("GET", "/api/resolver/linkset", { cookie });
  expect(exported.headers["content-type"]).toBe("application/linkset+json");
  const document = exported.json();
  document.linkset.push({
    anchor: `https://x.example${PATH}/10/B1`,
    itemDescription: "批",
    "https://ref.gs1.org/voc/certificationInfo": [page],
  });
  const bring = (commit: boolean) => send("POST", "/api/resolver/imports", { cookie, body: { document, commit } });
  expect((await bring(false)).json()).toEqual({ added: 1, changed: 0, same: 1, bad: [] });
  expect((await app.inject(`${PATH}/10/B1?linkType=gs1:certificationInfo`)).statusCode).toBe(404);
  expect((await bring(true)).json()).toMatchObject({ added: 1 });
  expect((await app.inject(`${PATH}/10/B1?linkType=gs1:certificationInfo`)).headers["location"]).toContain(page.href);
  expect((await bring(true)).json()).toEqual({ added: 0, changed: 0, same: 2, bad: [] });
  const broken = await send("POST", "/api/resolver/imports", {
    cookie,
    body: { document: { linkset: [{}] }, commit: true },
  });
  expect([broken.statusCode, broken.json().code]).toEqual([422, "linkset-unreadable"]);
});

test("whichever statement fails, no version of the links is left behind", async (t) => {
  const { bench } = await withLicence(t);
  const mill = bench.as("enterprise-user");
  let n = 1;
  for (; n < 20; n++) {
    const done = await recordItem(breakingAt(n, mill), ITEM).then(
      () => true,
      (error: unknown) => {
        expect(String(error)).toContain("injected fault");
        return false;
      },
    );
    const rows = await bench.database.owner.selectFrom("resolver_item").select("path").execute();
    if (done) break;
    expect(rows, `after a fault in statement ${n}`).toEqual([]);
  }
  expect(n).toBeGreaterThan(3);
});

test("other resolvers learn what this one is, and a linkset is not sent twice to who has it", async (t) => {
  const { app, send, cookie } = await withLicence(t);
  await send("PUT", "/api/resolver/item", { cookie, body: ITEM });
  const description = await app.inject("/.well-known/gs1resolver");
  expect(description.json()).toMatchObject({
    resolverRoot: "http://127.0.0.1:8088",
    linkTypeDefaultCanBeLinkset: true,
  });
  const first = await app.inject(`${PATH}?linkType=linkset`);
  const again = await app.inject({
    url: `${PATH}?linkType=linkset`,
    headers: { "if-none-match": String(first.headers["etag"]) },
  });
  expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, ""]);
  expect((await app.inject({ method: "OPTIONS", url: PATH })).headers["access-control-allow-methods"]).toBe(
    "GET, HEAD, OPTIONS",
  );
});

test("the label of a sample still opens its page for people, and pages and the API keep their addresses", async (t) => {
  const { app } = await withLicence(t);
  const sample = await app.inject({ url: "/8004/9520001SUGAR-S26-000017", headers: { accept: "text/html" } });
  expect(sample.statusCode).toBe(503); // no pages in this house
  expect((await app.inject("/8004/9520001SUGAR-S26-000017")).statusCode).toBe(404);
  expect((await app.inject(`/api/nothing${PATH}`)).json().code).toBe("not-found");
  const word = (await app.inject(`/gtin/9521234543213`)).json();
  expect([word.status, word.facts.corrected]).toEqual([400, PATH]);
});

test("the certificate of an allocation is a PDF for its holder, and the same bytes each time", async (t) => {
  const { send, signIn, cookie } = await withLicence(t);
  const body = { kind: "GTIN", count: 30, purpose: "白砂糖 50 kg" };
  const { id } = (await send("POST", "/api/numbering/licences/lic-mill/allocations", { cookie, body })).json();
  const url = `/api/numbering/allocations/${id}/certificate`;
  const [one, two] = [await send("GET", url, { cookie }), await send("GET", url, { cookie })];
  expect([one.statusCode, one.headers["content-type"], one.rawPayload.subarray(0, 5).toString("latin1")]).toEqual([
    200,
    "application/pdf",
    "%PDF-",
  ]);
  expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
  expect((await send("GET", url, { cookie: await signIn("enterprise-user", "ent-smelter") })).statusCode).toBe(404);
});

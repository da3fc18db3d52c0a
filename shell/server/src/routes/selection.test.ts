import { afterAll, beforeAll, expect, test } from "vitest";
import { loadLibrary } from "../services/library/load-library.ts";
import { DEMO_DRAFT } from "../testing/demo-journey.ts";
import { openHouse, type TestHouse } from "../testing/house.ts";

/** Reads as the id of a plan. */
const PLAN = "pln-00000000000000000000000000";

/** One house of the small cluster with the whole library in it. */
let opened: TestHouse;
let cookie: string;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  opened = await openHouse({ onTestFinished: (end) => ends.push(end) });
  const { house, bench } = opened;
  await loadLibrary({ owner: bench.database.owner, now: house.now, newId: house.newId });
  cookie = await opened.signIn("enterprise-user");
});
afterAll(async () => {
  for (const end of ends) await end();
});

test("ids of another kind, of nowhere and of strange signs are not found, wherever a commission is named", async () => {
  const { send } = opened;
  const ids = [
    "ins-sugarlab",
    "com-",
    "com-nobody",
    "0",
    "%00",
    "com-%00",
    "..%2f..",
    "com-'",
    "com-%F0%9F%8D%AC",
    "null",
  ];
  const asks = [
    ["GET", "", undefined],
    ["PUT", "", { version: 1, draft: DEMO_DRAFT }],
    ["POST", "/cancel", { version: 1, reason: "some reason" }],
    ["GET", "/requirements", undefined],
    ["POST", "/plans", { version: 1 }],
    ["GET", "/plans", undefined],
    ["GET", "/decision-rules", undefined],
    [
      "POST",
      "/agreement",
      { version: 1, planId: PLAN, rule: { kind: "simple", guard: null, coverageProbability: "0.9545" } },
    ],
  ] as const;
  for (const [method, path, body] of asks)
    for (const id of method === "GET" && path === "" ? ids : ids.slice(0, 3)) {
      const answer = await send(method, `/api/commissions/${id}${path}`, { cookie, body });
      expect([404, 400], `${method} ${id}${path}: ${answer.body}`).toContain(answer.statusCode);
    }
});

test("strange questions get a sentence, never an incident", async () => {
  const { send } = opened;
  const strange = ["%00", "%ED%A0%80", "%25_%5C", "'%22--", "%F0%9F%8D%AC", "a".repeat(101), "%E2%80%AE"];
  const lists = ["/api/commissions", "/api/library/requirements", "/api/library/institutions"];
  const queries = [
    ...lists.flatMap((list) => [
      ...strange.map((text) => `${list}?text=${text}`),
      ...["", "e30", "WyJ4IiwieSJd", "WyIyMDI2LTAxLTAxVDAwOjAwOjAwLjAwMFoiLCJcdTAwMDAiXQ", "%00"].map(
        (after) => `${list}?after=${after}`,
      ),
      ...["0", "-1", "201", "1e9", "x", ""].map((limit) => `${list}?limit=${limit}`),
    ]),
    ...["0000-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "x"].map((on) => `${lists[1]}?on=${on}`),
    ...["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-01-01", "x"].map((at) => `${lists[1]}?knownOn=${at}`),
    ...["product", "market", "characteristic"].map((name) => `${lists[1]}?${name}=%00`),
    `${lists[2]}?kind=%00`,
    "/api/commissions?state=nothing",
    "/api/commissions?late=perhaps",
    ...["%00", "%ED%A0%80", "x".repeat(121)].map((id) => `${lists[1]}/${id}`),
    ...["ins-nobody", "com-1", "%00"].map((id) => `${lists[2]}/${id}`),
  ];
  for (const url of queries) {
    const answer = await send("GET", url, { cookie });
    expect(answer.statusCode, `${url}: ${answer.body.slice(0, 200)}`).toBeLessThan(500);
  }
});

const item = { ...DEMO_DRAFT.item, producedOn: "2026-02-01" };
const DRAFT = { ...DEMO_DRAFT, item };
const STRANGE_DRAFTS: readonly object[] = [
  { item: { ...item, lotNumber: "a\u0000b" } },
  { item: { ...item, lotNumber: "\ud800" } },
  { item: { ...item, lotNumber: "" } },
  { item: { ...item, name: { zh: "", en: "" } } },
  { item: { ...item, lotQuantity: "0" } },
  { item: { ...item, lotQuantity: "-500" } },
  { item: { ...item, lotQuantity: "5,00" } },
  { item: { ...item, lotQuantity: "1,5" } },
  { item: { ...item, lotQuantity: "9".repeat(1000) } },
  { item: { ...item, producedOn: "0000-01-01" } },
  { appliesOn: "0000-01-01" },
  { appliesOn: "2026-02-30" },
  { neededBy: "0000-01-01" },
  { markets: [] },
  { markets: ["CN\u0000"] },
  { claims: { "CN.grade": "\ud800" } },
  { claims: JSON.parse('{"__proto__": "first"}') as object },
  { sampleAvailableG: 0 },
  { sampleAvailableG: 1.5 },
  { sampleAvailableG: 1e12 },
  { product: "white-sugar\u0000" },
];

test("a strange draft is declined with a sentence and stores nothing", async () => {
  const { send, bench } = opened;
  for (const change of STRANGE_DRAFTS) {
    const answer = await send("POST", "/api/commissions", { cookie, body: { ...DRAFT, ...change } });
    const told = `${JSON.stringify(change).slice(0, 300)}: ${answer.body.slice(0, 200)}`;
    expect(answer.statusCode, told).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode, told).toBeLessThan(500);
  }
  expect(await bench.database.owner.selectFrom("commission").select("id").execute()).toEqual([]);
  const far = await send("POST", "/api/commissions", { cookie, body: { ...DRAFT, neededBy: "9999-12-31" } });
  expect(far.statusCode, far.body).toBe(201);
});

test("a lot size in full-width digits is the same number", async () => {
  const { send } = opened;
  const item = { ...DRAFT.item, lotQuantity: "５００" };
  const answer = await send("POST", "/api/commissions", { cookie, body: { ...DRAFT, item } });
  expect(answer.statusCode, answer.body).toBe(201);
  expect(answer.json().item.lotQuantity).toBe("500");
});

test("who is not signed in, or in a role that does not commission, is told so", async () => {
  const { send, signIn } = opened;
  const ask = async (own?: string) =>
    (await send("POST", "/api/commissions", { ...(own === undefined ? {} : { cookie: own }), body: DEMO_DRAFT })).json()
      .code;
  expect(await ask()).toBe("not-signed-in");
  for (const role of ["analyst", "reviewer", "signatory", "operator", "regulator", "standards-engineer"] as const)
    expect(await ask(await signIn(role))).toBe("not-permitted");
});

import { expect, test } from "vitest";
import { openHouse, shareHouse } from "../testing/house.ts";

const opened = shareHouse();

test("a change that another site asks for is refused before anything else", async () => {
  const { send, signIn } = opened();
  const cookie = await signIn("analyst");
  const ask = async (headers: Record<string, string>) =>
    (await send("POST", "/api/session/acting", { cookie, headers, body: { membershipId: "mem-analystsugarlab1" } }))
      .statusCode;

  expect(await ask({ host: "localhost:8088", origin: "http://localhost:8088", "sec-fetch-site": "same-origin" })).toBe(
    200,
  );
  expect(await ask({ host: "localhost:8088", origin: "https://evil.example" })).toBe(403);
  expect(await ask({ host: "localhost:8088", origin: "http://localhost:9999" })).toBe(403);
  expect(await ask({ host: "localhost:8088", origin: "null" })).toBe(403);
  for (const site of ["cross-site", "same-site", "none"]) expect(await ask({ "sec-fetch-site": site })).toBe(403);
});

test("what brings a cookie without saying where it comes from must send the header of our own pages", async () => {
  const { app, signIn } = opened();
  const cookie = await signIn("analyst");
  const payload = { membershipId: "mem-analystsugarlab1" };
  const ask = (headers: Record<string, string>) =>
    app.inject({ method: "POST", url: "/api/session/acting", headers, payload });

  expect((await ask({ cookie })).json().code).toBe("wrong-origin");
  expect((await ask({ cookie, "x-quanheng-request": "tool" })).statusCode).toBe(200);
  expect((await ask({})).json().code).toBe("not-signed-in");
});

test("on loopback a foreign host name is refused, so that a name pointed here reads nothing", async () => {
  const { send } = opened();
  const at = async (host: string) => (await send("GET", "/api/session", { headers: { host } })).statusCode;

  expect([await at("localhost:8088"), await at("127.0.0.1:8088"), await at("[::1]:8088")]).toEqual([200, 200, 200]);
  expect([await at("evil.example"), await at("localhost.evil.example"), await at("127.0.0.1.evil.example")]).toEqual([
    421, 421, 421,
  ]);
});

test("behind an address of its own only that address is answered", async (t) => {
  const { send } = await openHouse(t, { origin: "https://qi.example.org", host: "0.0.0.0" });
  const at = async (host: string) => (await send("GET", "/api/session", { headers: { host } })).statusCode;

  expect([await at("qi.example.org"), await at("localhost:8088"), await at("other.example.org")]).toEqual([
    200, 200, 421,
  ]);
});

test("every answer, also a refusal, carries the headers that keep a browser careful", async () => {
  const { send } = opened();
  for (const url of ["/api/session", "/api/commissions/com-none", "/api/nowhere", "/somewhere"]) {
    const { headers } = await send("GET", url);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toMatch(/default-src '(self|none)'.*frame-ancestors '(self|none)'/);
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["strict-transport-security"]).toBeUndefined();
  }
  expect((await send("GET", "/somewhere")).headers["content-security-policy"]).not.toMatch(/script-src[^;]*'unsafe-/);
  expect((await send("GET", "/api/session")).headers["cache-control"]).toBe("no-store");
});

test("bodies are bounded in size and depth, and cannot reach a prototype", async () => {
  const { app, signIn } = opened();
  const cookie = await signIn("analyst");
  const post = async (payload: string, type = "application/json") => {
    const headers = { cookie, "x-quanheng-request": "test", "content-type": type };
    const answer = await app.inject({ method: "POST", url: "/api/session/acting", headers, payload });
    return [answer.statusCode, answer.json().code];
  };

  expect(await post(JSON.stringify({ membershipId: "x".repeat(1_100_000) }))).toEqual([413, "too-large"]);
  expect(await post(`${"[".repeat(41)}${"]".repeat(41)}`)).toEqual([400, "malformed"]);
  expect(await post('{"membershipId": ')).toEqual([400, "malformed"]);
  expect(await post('{"__proto__": {"admin": true}, "membershipId": "mem-analystsugarlab1"}')).toEqual([
    400,
    "malformed",
  ]);
  expect(await post('{"constructor": {"prototype": {"admin": true}}}')).toEqual([400, "malformed"]);
  expect(await post("membershipId=mem-analystsugarlab1", "application/x-www-form-urlencoded")).toEqual([
    415,
    "media-type",
  ]);
  expect(await post("<a/>", "text/xml")).toEqual([415, "media-type"]);
  expect(await post('"just text"')).toEqual([422, "invalid-request"]);
});

test("a request that does not fit is told which entries, without repeating what was sent", async () => {
  const { send, signIn } = opened();
  const cookie = await signIn("analyst");
  const answer = await send("POST", "/api/session/reauthenticate?lang=zh", {
    cookie,
    body: { password: "", totp: "12345678901" },
  });

  expect(answer.statusCode).toBe(422);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.headers["content-language"]).toBe("zh");
  expect(answer.json()).toMatchObject({ code: "invalid-request", facts: { count: 2 } });
  expect(answer.json().fields.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
    ["password", "too_small"],
    ["totp", "too_big"],
  ]);
  expect(answer.body).not.toContain("12345678901");
});

test("an address that leads nowhere is not found, whoever asks", async () => {
  const { send } = opened();

  expect((await send("GET", "/api/nowhere")).json().code).toBe("not-found");
  expect((await send("GET", "/api/%ff")).statusCode).toBe(400);
  expect((await send("DELETE", "/api/session")).statusCode).toBe(404);
});

test("guessing is slowed down per address, and the wait is said", async (t) => {
  const { app } = await openHouse(t, { limits: { signIn: 3, account: null, publicApi: null } });
  const guess = (remoteAddress: string) =>
    app.inject({ method: "POST", url: "/api/demo/sign-in", remoteAddress, payload: { personId: "per-nobody" } });

  for (let n = 1; n <= 3; n++) expect((await guess("192.0.2.7")).statusCode).toBe(404);
  const slowed = await guess("192.0.2.7");
  expect([slowed.statusCode, slowed.json().code, slowed.headers["retry-after"]]).toEqual([
    429,
    "too-many-requests",
    "20",
  ]);
  expect((await guess("192.0.2.8")).statusCode).toBe(404);
});

test("one IPv6 household shares its allowance, and time gives it back", async (t) => {
  const { app, bench } = await openHouse(t, { limits: { signIn: null, account: null, publicApi: 2 } });
  const ask = async (remoteAddress: string) =>
    (await app.inject({ url: "/api/public/nothing", remoteAddress })).statusCode;

  expect([await ask("2001:db8:1:2::1"), await ask("2001:db8:1:2:ffff::9"), await ask("2001:db8:1:2::3")]).toEqual([
    404, 404, 429,
  ]);
  expect(await ask("2001:db8:1:3::1")).toBe(404);
  bench.clock.now = new Date(bench.clock.now.getTime() + 30_000);
  expect([await ask("2001:db8:1:2::1"), await ask("2001:db8:1:2::1")]).toEqual([404, 429]);
});

test("an address claimed by the sender does not buy a fresh allowance", async (t) => {
  const { app } = await openHouse(t, { limits: { signIn: 1, account: null, publicApi: null } });
  const guess = (claimed: string) =>
    app.inject({
      method: "POST",
      url: "/api/demo/sign-in",
      headers: { "x-forwarded-for": claimed },
      payload: { personId: "per-nobody" },
    });

  expect((await guess("198.51.100.1")).statusCode).toBe(404);
  expect((await guess("198.51.100.2")).statusCode).toBe(429);
});

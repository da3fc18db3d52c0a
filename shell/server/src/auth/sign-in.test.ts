import { expect, test } from "vitest";
import { openHouse, TEST_PASSWORD } from "../testing/house.ts";

test("the cookie is closed to scripts and to other sites, and a changed one opens nothing", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("analyst");
  const again = await send("POST", "/api/auth/sign-in/email", {
    body: { email: "analystsugarlab1@example.org", password: TEST_PASSWORD },
  });
  expect(String(again.headers["set-cookie"])).toMatch(
    /^quanheng\.session_token=.*Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
  );

  const forged = cookie.replace(/=([A-Za-z0-9]{5})/, "=AAAAA");
  expect((await send("GET", "/api/session", { cookie: forged })).json().person).toBeNull();
});

test("behind https the cookie travels encrypted only", async (t) => {
  const { send, bench, house } = await openHouse(t, { origin: "https://qi.example.org" });
  const userId = await house.accounts.add({
    email: "someone@example.org",
    name: "Someone",
    passwordHash: await house.accounts.hash(TEST_PASSWORD),
  });
  await bench.database.owner
    .updateTable("person")
    .set({ user_id: userId })
    .where("id", "=", "per-analystsugarlab1")
    .execute();
  const answer = await send("POST", "/api/auth/sign-in/email", {
    headers: { host: "qi.example.org", origin: "https://qi.example.org" },
    body: { email: "someone@example.org", password: TEST_PASSWORD },
  });

  expect(answer.statusCode).toBe(200);
  expect(String(answer.headers["set-cookie"])).toMatch(/^__Secure-quanheng\.session_token=.*; Secure; /);
  expect(answer.headers["strict-transport-security"]).toContain("max-age=");
});

test("after four wrong passwords the fifth locks the account, for the right one, too, and only for a while", async (t) => {
  const { send, signIn, bench } = await openHouse(t);
  await signIn("signatory");
  const attempt = async (password: string) => {
    const answer = await send("POST", "/api/auth/sign-in/email", {
      body: { email: "SignatorySugarlab1@example.org", password },
    });
    return [answer.statusCode, answer.json().code ?? "in", answer.json().facts?.seconds ?? 0];
  };

  for (let n = 1; n <= 5; n++) expect(await attempt(`wrong number ${n}`)).toEqual([401, "wrong-credentials", 0]);
  expect(await attempt(TEST_PASSWORD)).toEqual([429, "locked-out", 60]);
  bench.clock.now = new Date(bench.clock.now.getTime() + 61_000);
  expect(await attempt("wrong again")).toEqual([401, "wrong-credentials", 0]);
  expect(await attempt(TEST_PASSWORD)).toEqual([429, "locked-out", 120]);
  bench.clock.now = new Date(bench.clock.now.getTime() + 121_000);
  expect(await attempt(TEST_PASSWORD)).toEqual([200, "in", 0]);
  expect(await attempt("wrong after a right one")).toEqual([401, "wrong-credentials", 0]);
});

test("many guesses at once are counted one by one", async (t) => {
  const { send, signIn } = await openHouse(t);
  await signIn("signatory");
  const guess = (n: number) =>
    send("POST", "/api/auth/sign-in/email", {
      body: { email: "signatorysugarlab1@example.org", password: `guess ${n}` },
    });
  const codes = (await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n)))).map(
    (answer) => answer.json().code as string,
  );

  expect(codes.filter((code) => code === "wrong-credentials")).toHaveLength(5);
  expect(codes.filter((code) => code === "locked-out")).toHaveLength(7);
});

test("an unknown address is answered and locked like a known one", async (t) => {
  const { send } = await openHouse(t);
  const guess = () =>
    send("POST", "/api/auth/sign-in/email", { body: { email: "nobody@example.org", password: "whatever it is" } });

  for (let n = 1; n <= 5; n++) expect((await guess()).json().code).toBe("wrong-credentials");
  expect((await guess()).json().code).toBe("locked-out");
});

test("what the sign-in library could also do stays closed", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("operator");
  const closed: [Parameters<typeof send>[0], string][] = [
    ["POST", "/api/auth/sign-up/email"],
    ["GET", "/api/auth/get-session"],
    ["GET", "/api/auth/list-sessions"],
    ["POST", "/api/auth/update-user"],
    ["POST", "/api/auth/change-email"],
    ["POST", "/api/auth/delete-user"],
    ["POST", "/api/auth/update-session"],
    ["GET", "/api/auth/ok"],
    ["GET", "/api/auth//get-session"],
    ["POST", "/api/auth/sign-in/social"],
  ];
  for (const [method, url] of closed) {
    const body = method === "GET" ? {} : { body: { email: "x@example.org", password: "long enough it is", name: "x" } };
    expect([url, (await send(method, url, { cookie, ...body })).statusCode]).toEqual([url, 404]);
  }
});

test("a key acts for its one membership, has no session, and falls with the membership", async (t) => {
  const { send, signIn, bench } = await openHouse(t);
  const cookie = await signIn("analyst");
  const made = await send("POST", "/api/auth/api-key/create", {
    cookie,
    body: { name: "balance", metadata: { membershipId: "mem-analystsugarlab1" } },
  });
  const headers = { "x-api-key": made.json().key as string };

  expect((await send("GET", "/api/session", { headers })).json().acting).toMatchObject({ id: "mem-analystsugarlab1" });
  const prove = await send("POST", "/api/session/reauthenticate", { headers, body: { password: TEST_PASSWORD } });
  expect([prove.statusCode, prove.json().code]).toEqual([401, "not-signed-in"]);
  expect((await send("GET", "/api/session", { headers: { "x-api-key": "qh_invented" } })).json().person).toBeNull();

  await bench.database.owner
    .updateTable("membership")
    .set({ valid_to: "2026-03-02" })
    .where("id", "=", "mem-analystsugarlab1")
    .execute();
  const ended = await send("GET", "/api/session", { headers });
  expect([ended.statusCode, ended.json().code]).toEqual([403, "not-permitted"]);
});

test("a key that names the membership of someone else opens nothing", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("analyst");
  const made = await send("POST", "/api/auth/api-key/create", {
    cookie,
    body: { name: "stolen", metadata: { membershipId: "mem-signatorysugarlab1" } },
  });
  const answer = await send("GET", "/api/session", { headers: { "x-api-key": made.json().key as string } });

  expect([answer.statusCode, answer.json().code]).toEqual([403, "not-permitted"]);
});

test("every statement of the sign-in library's own tables is known to the database", async (t) => {
  const { bench } = await openHouse(t);
  const { getMigrations } = await import("better-auth/db/migration");
  const { openLibrary } = await import("./library.ts");
  const library = await openLibrary({
    pool: bench.database.auth,
    secret: "0123456789abcdef0123456789abcdef",
    settings: { origin: null, port: 8088 },
  });
  const { toBeCreated, toBeAdded } = await getMigrations(library.options);

  expect([...toBeCreated, ...toBeAdded]).toEqual([]);
});

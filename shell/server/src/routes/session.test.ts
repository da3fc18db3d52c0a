import { expect, test } from "vitest";
import { demoSignIn } from "../services/session/demo-sign-in.ts";
import { redeemReauthentication } from "../services/session/redeem-reauthentication.ts";
import { inTransaction } from "../store/transaction.ts";
import { openHouse, TEST_PASSWORD } from "../testing/house.ts";

test("a visitor is nobody and has the public right", async (t) => {
  const { send } = await openHouse(t);
  const answer = await send("GET", "/api/session");

  expect(answer.json()).toEqual({ person: null, memberships: [], acting: null, permissions: ["public"], demo: true });
});

test("a session acts for the person's first membership, and for another of their own when asked", async (t) => {
  const { send, signIn, bench } = await openHouse(t);
  const cookie = await signIn("analyst");
  await bench.database.owner
    .insertInto("membership")
    .values({
      id: "mem-second",
      person_id: "per-analystsugarlab1",
      role: "reviewer",
      party_kind: "institution",
      party_id: "ins-otherlab",
      valid_from: "2026-02-01",
      valid_to: null,
      created_at: "2026-02-01T00:00:00Z",
    })
    .execute();

  const before = (await send("GET", "/api/session", { cookie })).json();
  expect(before.acting).toMatchObject({ id: "mem-analystsugarlab1", role: "analyst", partyId: "ins-sugarlab" });
  expect(before.permissions).toContain("task.enter");
  expect(before.memberships).toHaveLength(2);

  const after = await send("POST", "/api/session/acting", { cookie, body: { membershipId: "mem-second" } });
  expect(after.json().acting).toMatchObject({ role: "reviewer", partyName: { en: "Test Other Laboratory" } });
  const later = (await send("GET", "/api/session", { cookie })).json();
  expect(later.acting.id).toBe("mem-second");
  expect(later.permissions).not.toContain("task.enter");
  expect((await bench.trail()).map(({ action, subject }) => [action, subject])).toEqual([
    ["session.act-as", "mem-second"],
  ]);
});

test("nobody acts under a membership of someone else, or under one that has ended", async (t) => {
  const { send, signIn, bench } = await openHouse(t);
  const cookie = await signIn("analyst");

  const stolen = await send("POST", "/api/session/acting", {
    cookie,
    body: { membershipId: "mem-signatorysugarlab1" },
  });
  expect([stolen.statusCode, stolen.json().code]).toEqual([404, "not-found"]);

  await bench.database.owner
    .updateTable("membership")
    .set({ valid_to: "2026-03-02" })
    .where("id", "=", "mem-analystsugarlab1")
    .execute();
  const ended = (await send("GET", "/api/session", { cookie })).json();
  expect(ended).toMatchObject({
    person: { id: "per-analystsugarlab1" },
    memberships: [],
    acting: null,
    permissions: ["public"],
  });
});

test("an institution that left the cluster leaves its people without a role", async (t) => {
  const { send, signIn, bench } = await openHouse(t);
  const cookie = await signIn("analyst");
  await bench.database.owner
    .updateTable("institution")
    .set({ status: "withdrawn" })
    .where("id", "=", "ins-sugarlab")
    .execute();

  expect((await send("GET", "/api/session", { cookie })).json().acting).toBeNull();
});

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

test("signing out ends the session", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("analyst");
  expect((await send("POST", "/api/auth/sign-out", { cookie, body: {} })).statusCode).toBe(200);

  expect((await send("GET", "/api/session", { cookie })).json().person).toBeNull();
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

test("a proof of presence serves once, for its own session, within five minutes", async (t) => {
  const { send, signIn, bench, house } = await openHouse(t);
  const cookie = await signIn("signatory");
  const prove = async (password: string) =>
    (await send("POST", "/api/session/reauthenticate", { cookie, body: { password } })).json();
  const identified = await house.accounts.identify({ cookie }, house.now());
  const context = { ...bench.as("signatory"), sessionId: identified.session!.id };
  const use = (token: string, as = context) => inTransaction(as, (tx) => redeemReauthentication(tx, as, token));

  expect((await prove("not this one")).code).toBe("wrong-credentials");
  const { token, expiresAt } = await prove(TEST_PASSWORD);
  expect(expiresAt).toBe("2026-03-02T01:05:00.000Z");

  await expect(use(token, { ...context, sessionId: "another session" })).rejects.toThrow("reauthentication-expired");
  const colleague = { ...bench.as("signatory", "ins-sugarlab", 2), sessionId: context.sessionId };
  await expect(use(token, colleague)).rejects.toThrow("reauthentication-expired");
  const { sessionId: _, ...keyed } = context;
  await expect(inTransaction(keyed, (tx) => redeemReauthentication(tx, keyed, token))).rejects.toThrow(
    "reauthentication-needed",
  );
  await use(token);
  await expect(use(token)).rejects.toThrow("reauthentication-expired");

  const late = (await prove(TEST_PASSWORD)).token as string;
  bench.clock.now = new Date(bench.clock.now.getTime() + 5 * 60_000);
  await expect(use(late)).rejects.toThrow("reauthentication-expired");
});

test("a proof remains when the signature it was for fails", async (t) => {
  const { send, signIn, bench, house } = await openHouse(t);
  const cookie = await signIn("signatory");
  const { token } = (
    await send("POST", "/api/session/reauthenticate", { cookie, body: { password: TEST_PASSWORD } })
  ).json();
  const identified = await house.accounts.identify({ cookie }, house.now());
  const context = { ...bench.as("signatory"), sessionId: identified.session!.id };

  const failing = inTransaction(context, async (tx) => {
    await redeemReauthentication(tx, context, token);
    throw new Error("the signature failed");
  });
  await expect(failing).rejects.toThrow("the signature failed");
  await inTransaction(context, (tx) => redeemReauthentication(tx, context, token));
});

test("wrong proofs of presence lock the account like wrong sign-ins", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("signatory");
  const prove = (password: string) => send("POST", "/api/session/reauthenticate", { cookie, body: { password } });
  for (let n = 1; n <= 5; n++) expect((await prove(`no ${n}`)).json().code).toBe("wrong-credentials");

  expect((await prove(TEST_PASSWORD)).json().code).toBe("locked-out");
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

test("with the demonstration off its people are not shown, and not let in though their password is public", async (t) => {
  const { send, signIn, house } = await openHouse(t, { demo: false });
  const cookie = await signIn("analyst");

  expect((await send("GET", "/api/session", { cookie })).json()).toMatchObject({ person: null, demo: false });
  expect((await send("GET", "/api/demo/people")).json().code).toBe("demo-off");
  const asked = await send("POST", "/api/demo/sign-in", { body: { personId: "per-analystsugarlab1" } });
  expect(asked.json().code).toBe("demo-off");
  await expect(demoSignIn(house.accounts, "per-nobody", "http://localhost", house.now())).rejects.toThrow("not-found");
});

test("every statement of the sign-in library's own tables is known to the database", async (t) => {
  const { bench } = await openHouse(t);
  const { getMigrations } = await import("better-auth/db/migration");
  const { openLibrary } = await import("../auth/library.ts");
  const library = await openLibrary({
    pool: bench.database.auth,
    secret: "0123456789abcdef0123456789abcdef",
    settings: { origin: null, port: 8088 },
  });
  const { toBeCreated, toBeAdded } = await getMigrations(library.options);

  expect([...toBeCreated, ...toBeAdded]).toEqual([]);
});

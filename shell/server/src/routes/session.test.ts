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

test("signing out ends the session", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("analyst");
  expect((await send("POST", "/api/auth/sign-out", { cookie, body: {} })).statusCode).toBe(200);

  expect((await send("GET", "/api/session", { cookie })).json().person).toBeNull();
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

test("with the demonstration off its people are not shown, and not let in though their password is public", async (t) => {
  const { send, signIn, house } = await openHouse(t, { demo: false });
  const cookie = await signIn("analyst");

  expect((await send("GET", "/api/session", { cookie })).json()).toMatchObject({ person: null, demo: false });
  expect((await send("GET", "/api/demo/people")).json().code).toBe("demo-off");
  const asked = await send("POST", "/api/demo/sign-in", { body: { personId: "per-analystsugarlab1" } });
  expect(asked.json().code).toBe("demo-off");
  await expect(demoSignIn(house.accounts, "per-nobody", "http://localhost", house.now())).rejects.toThrow("not-found");
});

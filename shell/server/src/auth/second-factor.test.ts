import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { openHouse, TEST_PASSWORD } from "../testing/house.ts";

/** The code an authenticator shows now. @source RFC 6238, 4.2 (30 s, 6 digits) */
function codeOf(uri: string): string {
  return codeAt(base32(new URL(uri).searchParams.get("secret")!), Math.floor(Date.now() / 30_000));
}

/** @source RFC 4226, 5.3 */
function codeAt(secret: Buffer, count: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(count));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const number = mac.readUInt32BE(mac[19]! & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function base32(text: string): Buffer {
  const bits = text
    .replace(/=+$/, "")
    .split("")
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

/** Another six digits than the right ones. */
function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, "0");
}

test("the codes of this test are those of the standard", () => {
  // RFC 4226, appendix D: the secret "12345678901234567890" gives these for the counts 0 to 4.
  const secret = base32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect([0, 1, 2, 3, 4].map((count) => codeAt(secret, count))).toEqual([
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
  ]);
});

test("with an authenticator a password alone opens nothing and signs nothing", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("signatory");
  const enabled = await send("POST", "/api/auth/two-factor/enable", { cookie, body: { password: TEST_PASSWORD } });
  const { totpURI } = enabled.json() as { totpURI: string };
  const verified = await send("POST", "/api/auth/two-factor/verify-totp", { cookie, body: { code: codeOf(totpURI) } });
  expect(verified.statusCode).toBe(200);

  const credentials = { email: "signatorysugarlab1@example.org", password: TEST_PASSWORD };
  const half = await send("POST", "/api/auth/sign-in/email", { body: credentials });
  expect(half.json()).toMatchObject({ twoFactorRedirect: true });
  const pending = cookiesOf(half);
  expect((await send("GET", "/api/session", { cookie: pending })).json().person).toBeNull();

  const refused = await send("POST", "/api/auth/two-factor/verify-totp", {
    cookie: pending,
    body: { code: wrong(codeOf(totpURI)) },
  });
  expect(refused.statusCode).toBe(401);
  const whole = await send("POST", "/api/auth/two-factor/verify-totp", {
    cookie: pending,
    body: { code: codeOf(totpURI) },
  });
  expect(whole.statusCode).toBe(200);
  const session = cookiesOf(whole);
  expect((await send("GET", "/api/session", { cookie: session })).json().acting.role).toBe("signatory");

  const prove = async (totp: string | null) =>
    (
      await send("POST", "/api/session/reauthenticate", { cookie: session, body: { password: TEST_PASSWORD, totp } })
    ).json();
  expect((await prove(null)).code).toBe("second-factor-needed");
  expect((await prove(wrong(codeOf(totpURI)))).code).toBe("wrong-credentials");
  expect((await prove(codeOf(totpURI))).token).toMatch(/^[\w-]{43}$/);
});

test("an authenticator cannot be taken away without the password", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("signatory");
  const { totpURI } = (
    await send("POST", "/api/auth/two-factor/enable", { cookie, body: { password: TEST_PASSWORD } })
  ).json();
  const verified = await send("POST", "/api/auth/two-factor/verify-totp", { cookie, body: { code: codeOf(totpURI) } });
  const renewed = cookiesOf(verified);
  expect((await send("GET", "/api/session", { cookie })).json().person).toBeNull();

  expect(
    (await send("POST", "/api/auth/two-factor/disable", { cookie: renewed, body: { password: "not the password" } }))
      .statusCode,
  ).toBe(400);
});

test("a stolen session guesses the password no faster than a stranger", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("signatory");
  const change = (currentPassword: string) =>
    send("POST", "/api/auth/change-password", {
      cookie,
      body: { currentPassword, newPassword: "another long password" },
    });
  for (let n = 1; n <= 5; n++) expect((await change(`guess ${n}`)).statusCode).toBe(400);

  expect((await change(TEST_PASSWORD)).json().code).toBe("locked-out");
});

test("a passkey is offered to whoever is signed in, for this site", async (t) => {
  const { send, signIn } = await openHouse(t);
  const cookie = await signIn("operator");
  const offered = await send("GET", "/api/auth/passkey/generate-register-options", { cookie });

  expect(offered.json()).toMatchObject({ rp: { id: "localhost", name: "Quanheng 权衡" } });
  expect((await send("GET", "/api/auth/passkey/generate-register-options")).statusCode).toBe(401);
});

function cookiesOf(answer: { cookies: { name: string; value: string }[] }): string {
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
}

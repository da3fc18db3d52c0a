import assert from "node:assert/strict";
import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { test } from "vitest";
import { toBase64Url } from "../bytes/base64.ts";
import { type DidDocument, didDocument, ed25519Jwk, keyUrl } from "./did.ts";
import { didWebAddress } from "./did-web.ts";
import { judgeJwt, signCredential } from "./jws.ts";
import { newestLists } from "./list-memory.ts";

const secret = hexToBytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
const publicKey = ed25519.getPublicKey(secret);
const did = "did:web:qi.example";
const other = "did:web:other.example";
const kid = keyUrl(did, ed25519Jwk(publicKey));
const dids = new Map<string, DidDocument>([
  [did, didDocument(did, { credential: [publicKey], document: [] })],
  [other, didDocument(other, { credential: [ed25519.getPublicKey(hexToBytes("01".repeat(32)))], document: [] })],
]);
const sign = (message: Uint8Array) => ed25519.sign(message, secret);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A token with exactly this header and this text, truly signed by the key. */
function token(header: object, payload = JSON.stringify({ issuer: did }), signer = sign): string {
  const message = `${toBase64Url(utf8(JSON.stringify(header)))}.${toBase64Url(utf8(payload))}`;
  return `${message}.${toBase64Url(signer(utf8(message)))}`;
}
const sound = { alg: "EdDSA", kid, typ: "vc+jwt", cty: "vc" };
const signatureOf = (jwt: string) => judgeJwt(jwt, dids).signature;

/** What becomes of a token that may be unreadable. */
function verdictOf(jwt: string): string {
  try {
    return signatureOf(jwt);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "accepted";
}

test("the header never chooses the algorithm", () => {
  assert.equal(signatureOf(token(sound)), "ok");
  assert.equal(signatureOf(token({ ...sound, alg: "none" })), "wrong");
  assert.equal(signatureOf(token({ ...sound, alg: "HS256" })), "wrong");
  assert.equal(signatureOf(token({ ...sound, alg: "ES256" })), "wrong");
  const unsigned = token({ ...sound, alg: "none" }).replace(/[^.]*$/, "");
  assert.notEqual(
    refusalOf(() => assert.notEqual(signatureOf(unsigned), "ok")),
    "invalid",
  );
});

test("a key of another kind, another owner or another use signs nothing", () => {
  const curve = (message: Uint8Array) => p256.sign(message, secret, { format: "compact" });
  assert.equal(signatureOf(token(sound, undefined, curve)), "wrong");
  assert.equal(signatureOf(token({ ...sound, kid: kid.replace(did, other) })), "unknown");
  assert.equal(signatureOf(token(sound, JSON.stringify({ issuer: other }))), "unknown");
  const [method] = dids.get(did)?.verificationMethod ?? [];
  assert.ok(method);
  const lent = { ...didDocument(other, { credential: [], document: [] }), verificationMethod: [method] };
  const borrowed = new Map([[other, { ...lent, assertionMethod: [kid] }]]);
  assert.equal(judgeJwt(token(sound, JSON.stringify({ issuer: other })), borrowed).signature, "unknown");
  const forLogin = new Map([
    [did, { ...didDocument(did, { credential: [publicKey], document: [] }), assertionMethod: [] }],
  ]);
  assert.equal(judgeJwt(token(sound), forLogin).signature, "unknown");
});

test("another type of token and a critical header are not taken for a credential", () => {
  assert.equal(signatureOf(token({ ...sound, typ: "JWT" })), "unknown");
  assert.equal(signatureOf(token({ ...sound, crit: ["exp"] })), "unknown");
});

test("keys written as Multikey, relative names and methods in full are read", () => {
  const multikey = {
    id: "#one",
    type: "Multikey",
    controller: did,
    publicKeyMultibase: "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw",
  };
  const document = { id: did, verificationMethod: [multikey], assertionMethod: ["#one"] } as unknown as DidDocument;
  const inFull = { id: did, verificationMethod: [], assertionMethod: [multikey] } as unknown as DidDocument;
  for (const one of [document, inFull]) {
    assert.equal(judgeJwt(token({ ...sound, kid: `${did}#one` }), new Map([[did, one]])).signature, "ok");
  }
});

test("what two readers could read differently, and what is too deep or too long, is refused", () => {
  const unreadable = (payload: string) => refusalOf(() => judgeJwt(token(sound, payload), dids));
  assert.equal(unreadable(`{"issuer":"${did}","issuer":"${other}"}`), "credential-unreadable");
  assert.equal(unreadable(`{"issuer":"${did}","a":{"b":1,"\\u0062":2}}`), "credential-unreadable");
  assert.equal(unreadable(`{"issuer":"${did}","a":${"[".repeat(70)}${"]".repeat(70)}}`), "credential-unreadable");
  assert.equal(unreadable(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`), "credential-unreadable");
  assert.equal(unreadable(`{"issuer":"${did}","a":"${"x".repeat(2_000_000)}"}`), "credential-unreadable");
  assert.equal(unreadable(`{"issuer":"${did}","a":[{"b":1},{"b":2}],"c":"{\\"b\\":1,\\"b\\":2}"}`), "accepted");
});

test("a did:web that leads into somebody's house is never asked", () => {
  const hosts = [
    ...["localhost", "127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "0x7f.1", "2130706433", "0177.0.0.1"],
    ...["%5B%3A%3A1%5D", "db", "printer.local", "vault.internal", "a..example", "-a.example", "a.example.", "1.2.3"],
    ...[
      "user%40a.example",
      "a.example%2Fb",
      "a.example%3A80%40b.example",
      "xn--",
      "a.example:..:b",
      "a.example:%2e%2e",
    ],
  ];
  for (const host of hosts)
    assert.equal(
      refusalOf(() => didWebAddress(`did:web:${host}`)),
      "did-not-public",
      host,
    );
  assert.equal(
    refusalOf(() => didWebAddress("did:key:z6Mk")),
    "did-not-public",
  );
});

test("an old status list does not undo what a newer one said", () => {
  const list = (validFrom: string) => ({ validFrom });
  const seen = new Map([["u", list("2026-11-25T08:00:00Z")]]);
  const old = newestLists(seen, new Map([["u", list("2026-11-24T08:00:00Z")]]));
  assert.deepEqual([old.lists.get("u")?.validFrom, old.replayed], ["2026-11-25T08:00:00Z", ["u"]]);
  const newer = newestLists(seen, new Map([["u", list("2026-11-26T08:00:00Z")]]));
  assert.deepEqual([newer.lists.get("u")?.validFrom, newer.replayed], ["2026-11-26T08:00:00Z", []]);
});

test("whichever character of a credential is changed, it is not signed any more", async () => {
  const jwt = await signCredential({ issuer: did, name: "A" }, { kid, sign: async (message) => sign(message) });
  for (let at = 0; at < jwt.length; at++) {
    const changed = `${jwt.slice(0, at)}${jwt[at] === "A" ? "B" : "A"}${jwt.slice(at + 1)}`;
    assert.notEqual(verdictOf(changed), "ok", `character ${at}`);
  }
});

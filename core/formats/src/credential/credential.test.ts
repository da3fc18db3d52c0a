import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { test } from "vitest";
import { fromBase64Url, toBase64Url } from "../bytes/base64.ts";
import { snapshotBytes } from "../report/snapshot-bytes.ts";
import { publicKeyInfo } from "../signature/certificate-write.ts";
import { conformityCredential } from "./conformity-credential.ts";
import { qualityContext } from "./context.ts";
import { crc32 } from "./crc32.ts";
import { type DidDocument, didDocument, didWeb, documentKeyHashes, ed25519Jwk, hostDid, keyUrl } from "./did.ts";
import { digestMultibase } from "./digest.ts";
import { enveloped, type JsonObject, judgeJwt, readJwt, signCredential } from "./jws.ts";
import { bitsOfList, statusBit, statusBits, statusListCredential, statusPlaces } from "./status-list.ts";

const shared = new URL(`${process.env["QUANHENG_SHARED"] ?? "../shared"}/`, `file://${process.cwd()}/`);
const untp = new URL("vectors/untp/", shared);
const haveUntp = existsSync(untp);
if (!haveUntp) process.stdout.write("UNTP vectors are not here: schema and signed samples were not checked.\n");
const json = (path: string) => JSON.parse(readFileSync(new URL(path, untp), "utf8"));

const origin = "https://qi.example";
const did = didWeb(origin, ["institutions", "ins-sugar"]);
const secret = hexToBytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
const publicKey = ed25519.getPublicKey(secret);
const signer = {
  kid: keyUrl(did, ed25519Jwk(publicKey)),
  sign: async (message: Uint8Array) => ed25519.sign(message, secret),
};
const document = didDocument(did, { credential: [publicKey], document: [] });
const dids = new Map([[did, document]]);

const credentialOf = (change = {}, facts = sampleFacts) => {
  const snapshot = reportSnapshot({ ...facts, ...change });
  return conformityCredential({
    snapshot,
    snapshotSha256: snapshotBytes(snapshot).sha256,
    dccSha256: "00".repeat(32),
    origin,
    issuerDid: did,
    clientUri: `${origin}/enterprises/ent-1`,
    statusIndex: 131_075,
    softwareVersion: "0.1.0",
  });
};

test.runIf(haveUntp)(
  "every credential satisfies the released UNTP 0.7.0 schema, and so do the UN's own samples",
  () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const valid = ajv.compile(json("schema/0.7.0/ConformityCredential.json"));
    const issuer = { ...sampleFacts.issuer, accreditation: null };
    const below = sampleFacts.results.map((result) => ({ ...result, reported: "< 2.0", expanded: null, k: null }));
    const ours = [
      credentialOf(),
      credentialOf({ demonstration: true, issuer }),
      credentialOf({ verdicts: [] }),
      credentialOf({ results: below }),
    ];
    const theirs = ["ConformityCredential_instance.json", "ConformityCredential_battery_instance.json"];
    for (const credential of [...ours, ...theirs.map((name) => json(`samples/0.7.0/${name}`))]) {
      assert.ok(valid(credential), JSON.stringify(valid.errors, null, 1));
    }
    const { issuer: _, ...nameless } = credentialOf() as { issuer: unknown };
    assert.ok(!valid(nameless));
  },
);

test.runIf(haveUntp)("the UN's signed sample verifies with its DID document, and not with a changed payload", () => {
  const { id, ...rest } = json("signed/did_web_uncefact.github.io_project-vckit_test-and-development.json");
  const known = new Map<string, DidDocument>([[id, { id, ...rest }]]);
  for (const file of ["playground-dpp-0.6.0-enveloped.json", "invalid-schema-v2-enveloped-dpp.json"]) {
    const sample = json(`signed/${file}`);
    const jwt = (sample.verifiableCredential ?? sample).id.replace("data:application/vc+jwt,", "");
    assert.equal(judgeJwt(jwt, known).signature, "ok", file);
    const [header, payload = "", signature] = jwt.split(".");
    const other = JSON.parse(new TextDecoder().decode(fromBase64Url(payload)));
    const changed = toBase64Url(new TextEncoder().encode(JSON.stringify({ ...other, name: "other" })));
    assert.equal(judgeJwt(`${header}.${changed}.${signature}`, known).signature, "wrong");
    assert.equal(judgeJwt(jwt, dids).signature, "unknown");
  }
});

/** Every term that a context defines, also inside the contexts of its types. */
function termsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...termsOf(inner)]);
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

test.runIf(haveUntp)("no term of a credential is undefined, and ours give no UNTP term a second meaning", () => {
  const theirs = ["context/w3c-credentials-v2.jsonld", "context/untp-context-0.7.0-pre-2026-04-03.jsonld"];
  // The release of May 2026 added these after the copy of April that is at hand.
  const added = ["issuingSoftware", "vendor", "version"];
  const known = new Set([...theirs.flatMap((path) => termsOf(json(path))), ...added, "@context"]);
  const own = Object.keys(qualityContext(origin)["@context"] as JsonObject).filter((term) => !term.startsWith("@"));
  const results = sampleFacts.results.map((result) => ({ ...result, coverage: "95.45 %" }));
  const used = new Set(keysOf(credentialOf({ results })));
  assert.deepEqual(
    [...used].filter((term) => !known.has(term) && !own.includes(term)),
    [],
  );
  assert.deepEqual(
    own.filter((term) => known.has(term)),
    [],
  );
  assert.deepEqual(
    own.filter((term) => !used.has(term)),
    [],
    "terms that nothing uses",
  );
});

test("conformance is a plain yes or no only where the verdict binds", () => {
  const subject = credentialOf()["credentialSubject"] as { conformityAssessment: JsonObject[] };
  assert.deepEqual(
    subject.conformityAssessment.map(({ conformance, verdict, indicative }) => [conformance, verdict, indicative]),
    [
      [true, "pass", false],
      [false, "fail", false],
      [undefined, "pass", true],
    ],
  );
});

test("a single result outside the scope, a missing accreditation or a demonstration claims no endorsement", () => {
  const level = (change: object) => (credentialOf(change)["credentialSubject"] as JsonObject)["assessmentLevel"];
  const [first, ...others] = sampleFacts.results;
  assert.ok(first);
  assert.equal(level({}), "authority-globalmra");
  assert.equal(level({ results: [{ ...first, inScope: false }, ...others] }), "no-endorsement");
  assert.equal(level({ issuer: { ...sampleFacts.issuer, accreditation: null } }), "no-endorsement");
  assert.equal(level({ demonstration: true }), "no-endorsement");
});

test("a signed credential opens with its issuer's document; one changed character does not", async () => {
  const jwt = await signCredential(credentialOf(), signer);
  const { header, payload } = readJwt(jwt);
  assert.deepEqual(header, { alg: "EdDSA", cty: "vc", kid: signer.kid, typ: "vc+jwt" });
  assert.deepEqual(payload, JSON.parse(JSON.stringify(credentialOf())));
  assert.equal(judgeJwt(jwt, dids).signature, "ok");
  assert.equal(judgeJwt(jwt, new Map()).signature, "unknown");
  assert.equal(enveloped(jwt)["id"], `data:application/vc+jwt,${jwt}`);
  const at = jwt.length - 20;
  const forged = jwt.slice(0, at) + (jwt[at] === "A" ? "B" : "A") + jwt.slice(at + 1);
  assert.equal(judgeJwt(forged, dids).signature, "wrong");
});

test("nobody signs in another's name, picks the algorithm, or lends a key across documents", async () => {
  const other = didWeb(origin, ["institutions", "ins-other"]);
  const lent = new Map([[did, { ...document, id: other }]]);
  const jwt = await signCredential(credentialOf(), signer);
  assert.equal(judgeJwt(jwt, lent).signature, "unknown");
  const stolen = await signCredential({ ...credentialOf(), issuer: { id: other } }, signer);
  const both = new Map([
    [did, document],
    [other, didDocument(other, { credential: [], document: [] })],
  ]);
  assert.equal(judgeJwt(stolen, both).signature, "unknown");
  const [, payload = ""] = jwt.split(".");
  const none = toBase64Url(new TextEncoder().encode(JSON.stringify({ alg: "none", kid: signer.kid })));
  assert.equal(judgeJwt(`${none}.${payload}.`, dids).signature, "wrong");
});

test("ES256 credentials of other issuers verify as well", async () => {
  const key = hexToBytes("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
  const info = publicKeyInfo("ecdsa-p256-sha256", p256.getPublicKey(key, false));
  const keys = didDocument(did, { credential: [], document: [info] });
  const header = toBase64Url(new TextEncoder().encode(JSON.stringify({ alg: "ES256", kid: keys.assertionMethod[0] })));
  const payload = toBase64Url(new TextEncoder().encode(JSON.stringify({ issuer: did })));
  const message = new TextEncoder().encode(`${header}.${payload}`);
  const jwt = `${header}.${payload}.${toBase64Url(p256.sign(message, key))}`;
  assert.equal(judgeJwt(jwt, new Map([[did, keys]])).signature, "ok");
  assert.equal(documentKeyHashes(keys).length, 1);
});

test("what is no credential is refused", () => {
  for (const text of ["", "a.b", "a.b.c", "e30.e30", "bnVsbA.e30.AA", "W10.e30.AA", "e30.e31.AA", "%PDF-1.7"]) {
    assert.throws(() => readJwt(text), { code: "credential-unreadable" }, text);
  }
});

test("did:web follows the address, port and path included", () => {
  assert.equal(
    didWeb("http://127.0.0.1:8088", ["institutions", "ins-1"]),
    "did:web:127.0.0.1%3A8088:institutions:ins-1",
  );
  assert.equal(hostDid("did:web:127.0.0.1%3A8088:institutions:ins-1"), "did:web:127.0.0.1%3A8088");
});

test("a key's thumbprint is that of RFC 8037, appendix A.3", () => {
  const jwk = ed25519Jwk(fromBase64Url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo") ?? assert.fail());
  assert.equal(keyUrl("did:x", jwk), "did:x#kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
});

test("a status list keeps its bits: index 0 is the left-most, and 131 072 fit", async () => {
  assert.equal(statusBits([0])[0], 0x80);
  const set = [0, 7, 8, 4711, 131_071];
  const draft = {
    url: `${origin}/status/revocation/0`,
    purpose: "revocation",
    issuer: { id: hostDid(did), name: "Quanheng" },
    set,
    validFrom: "2026-11-25T08:00:00Z",
    validUntil: "2026-12-02T08:00:00Z",
  } as const;
  const credential = await statusListCredential(draft, (bytes) => gzipSync(bytes));
  const bits = bitsOfList(credential, "revocation");
  assert.equal(bits.length, 16_384);
  for (const index of [...set, 1, 6, 9, 4710, 131_070])
    assert.equal(statusBit(bits, index), set.includes(index), `${index}`);
  assert.throws(() => statusBit(bits, 131_072), { code: "status-list-unreadable" });
  assert.throws(() => bitsOfList(credential, "suspension"), { code: "status-list-unreadable" });
  const bomb = gzipSync(new Uint8Array(50_000_000));
  const huge = {
    ...credential,
    credentialSubject: { statusPurpose: "revocation", encodedList: `u${toBase64Url(bomb)}` },
  };
  assert.throws(() => bitsOfList(huge, "revocation"), { code: "inflate-failed" });
});

test("the second list begins where the first is full", () => {
  assert.deepEqual(statusPlaces(origin, 131_075)[0], {
    purpose: "revocation",
    url: "https://qi.example/status/revocation/1",
    index: 3,
  });
});

test("check sums and digests are those of their standards", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  // SHA-256 of nothing, with 0x12 0x20 before it.
  const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  assert.equal(digestMultibase(empty), `u${Buffer.from(`1220${empty}`, "hex").toString("base64url")}`);
});

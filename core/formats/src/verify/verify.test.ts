import assert from "node:assert/strict";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import fc from "fast-check";
import { beforeAll, test } from "vitest";
import { didDocument } from "../credential/did.ts";
import { enveloped, type JsonObject } from "../credential/jws.ts";
import { tinyPdf } from "../pdf/testing/tiny-pdf.ts";
import { signPdf } from "../signature/pades-sign.ts";
import { demoSigner } from "../signature/testing/demo-signer.ts";
import { CHECKS } from "./check.ts";
import { OUTCOMES } from "./outcome.ts";
import { credentialText, kindOfFile } from "./recognise.ts";
import { checkSentence, outcomeSentence } from "./sentences.ts";
import { credentialFor, ISSUER, issued, key, ORIGIN, proofOf, REQUEST, statusLists } from "./testing/demo-house.ts";
import { NO_TRUST, readTrust, type TrustBundle } from "./trust.ts";
import { type ReportVerification, type VerifyInput, verifyReport } from "./verify-report.ts";

type House = Awaited<ReturnType<typeof issued>>;
let house: House;
beforeAll(async () => {
  house = await issued();
});

const NOW = "2026-11-26T00:00:00Z";

function verify(
  change: Partial<Omit<VerifyInput, "trust">> = {},
  trust: Partial<TrustBundle> = {},
): ReportVerification {
  const { pdf, credential, proof } = house;
  return verifyReport({ pdf, credential, proof, now: NOW, ...change, trust: readTrust({ ...house.trust, ...trust }) });
}
const found = (verification: ReportVerification, code: string) =>
  verification.checks.filter((check) => check.code === code).map(({ state, reason }) => [state, reason]);

test("what the house issued is valid, with every check ok and told in order", () => {
  const verification = verify();
  assert.equal(verification.outcome, "valid");
  assert.deepEqual(
    verification.checks,
    CHECKS.filter((code) => code !== "dcc").map((code) => ({ code, state: "ok", reason: null })),
  );
  assert.equal(verification.claims?.number, "GXT-2026-000123");
  assert.equal(verification.signer, "Test Centre");
  // Who signed and why, as the signature itself says; without a stamp the time is the signer's own word.
  assert.deepEqual(
    verification.signatures.map(({ signedBy, reason }) => [signedBy, reason]),
    [[REQUEST.signedBy, REQUEST.reason]],
  );
  assert.deepEqual([verification.level, verification.stampedAt], ["B-B", null]);
  assert.equal(verification.statusAsOf, "2026-11-25T08:00:00Z");
});

test("whichever byte of the PDF is changed, it is never valid again", () => {
  const seed = 20261125;
  const trust = readTrust(house.trust);
  fc.assert(
    fc.property(fc.nat(house.pdf.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const pdf = house.pdf.slice();
      pdf[at] = (pdf[at] ?? 0) ^ by;
      const { outcome, claims } = verifyReport({ ...house, pdf, trust, now: NOW });
      assert.ok(outcome === "altered" || outcome === "unreadable", `byte ${at} by ${by}: ${outcome}`);
      assert.equal(claims, null);
    }),
    { seed, numRuns: 300 },
  );
});

test("the signature spelled in capitals is a change: these are not the bytes that were issued", () => {
  const text = Buffer.from(house.pdf).toString("latin1");
  const pdf = Buffer.from(
    text.replace(/\/Contents\s*<[0-9a-f]+>/, (value) => value.replace(/<.+>/, (digits) => digits.toUpperCase())),
    "latin1",
  );
  assert.notDeepEqual(new Uint8Array(pdf), new Uint8Array(house.pdf));
  assert.equal(verifyReport({ pdf, trust: readTrust(house.trust), now: NOW }).outcome, "altered");
});

test("a genuine signature on what the register does not hold is not in the log; unasked, the sentence says so", () => {
  const { pdf, credential, trust } = house;
  const alone = { pdf, credential, trust: readTrust(trust), now: NOW };
  const unknown = verifyReport({ ...alone, registered: false });
  assert.deepEqual(found(unknown, "log"), [["failed", "not-registered"]]);
  assert.equal(unknown.outcome, "not-in-log");
  const unasked = verifyReport(alone);
  assert.equal(unasked.outcome, "valid");
  assert.match(outcomeSentence(unasked.outcome, unasked.checks).en, /registration not checked/);
  assert.doesNotMatch(outcomeSentence("valid", verify().checks).en, /not checked/);
});

test("something appended after signing is a change", () => {
  const pdf = new Uint8Array([...house.pdf, 10]);
  assert.deepEqual(found(verify({ pdf }), "integrity"), [["failed", "appended"]]);
  assert.equal(verify({ pdf }).outcome, "altered");
});

test("a signature that was taken off is a change, a PDF that never was ours is not ours", () => {
  assert.equal(verify({ pdf: house.bare }).outcome, "altered");
  const other = verifyReport({ pdf: tinyPdf(), trust: readTrust(house.trust), now: NOW });
  assert.equal(other.outcome, "unreadable");
  for (const junk of ["", "hello", "%PDF-1.7", "\u0000".repeat(5000)]) {
    const pdf = new TextEncoder().encode(junk);
    assert.equal(verifyReport({ pdf, trust: readTrust(house.trust), now: NOW }).outcome, "unreadable");
  }
});

test("an unknown signer is told apart from a changed document, and trust never comes from the document", async () => {
  const { signer } = await demoSigner({ rootSeed: 3 });
  const pdf = await signPdf(house.bare, { ...REQUEST, signer });
  assert.equal(verify({ pdf }).outcome, "unknown-signer");
  assert.deepEqual(found(verify({ pdf }), "signer"), [["unknown", "signer-unknown"]]);
  assert.equal(verifyReport({ ...house, trust: NO_TRUST, now: NOW }).outcome, "unknown-signer");
});

test("a trusted body cannot sign a report that names another", () => {
  const dids = {
    ...house.trust.dids,
    [ISSUER]: didDocument(ISSUER, { credential: [key(11).publicKey], document: [] }),
  };
  assert.equal(verify({}, { dids }).outcome, "contradiction");
});

test("a trusted body cannot attach its own credential to another body's report", async () => {
  const other = `${ISSUER}2`;
  const dids = { ...house.trust.dids, [other]: didDocument(other, { credential: [key(14).publicKey], document: [] }) };
  const credential = await credentialFor(house.snapshot, 14, other);
  assert.equal(verify({ credential }, { dids }).outcome, "contradiction");
});

test("withdrawn, replaced, suspended and expired are told apart, by list and by register", async () => {
  const cases = [
    [["revocation"], "withdrawn"],
    [["suspension"], "suspended"],
    [["refresh"], "valid-but-amended"],
    [["revocation", "refresh"], "withdrawn"],
    [["revocation", "suspension"], "withdrawn"],
  ] as const;
  for (const [set, outcome] of cases) {
    assert.equal(verify({}, { statusLists: await statusLists({ set }) }).outcome, outcome);
  }
  for (const status of ["withdrawn", "suspended", "amended", "expired"] as const) {
    const outcome = status === "amended" ? "valid-but-amended" : status;
    assert.equal(verify({ online: { status, at: NOW } }).outcome, outcome);
  }
  const credential = await credentialFor(house.snapshot, 11, ISSUER, { validUntil: "2026-11-25T12:00:00Z" });
  // Beside a report that names no end, such a credential contradicts it; alone it has ended.
  assert.equal(verify({ credential }).outcome, "contradiction");
  assert.equal(verifyReport({ credential, trust: readTrust(house.trust), now: NOW }).outcome, "expired");
});

test("the register's word lifts a suspension that a list still shows, but no withdrawal", async () => {
  const online = { status: "reinstated", at: NOW } as const;
  assert.equal(verify({ online }, { statusLists: await statusLists({ set: ["suspension"] }) }).outcome, "valid");
  assert.equal(verify({ online }, { statusLists: await statusLists({ set: ["revocation"] }) }).outcome, "withdrawn");
});

test("without lists, or with old ones, the status is unknown; an old list can still condemn", async () => {
  assert.deepEqual(found(verify({}, { statusLists: {} }), "status"), [["unknown", "no-status-list"]]);
  const validUntil = "2026-11-25T20:00:00Z";
  const old = verify({}, { statusLists: await statusLists({ validUntil }) });
  assert.equal(old.outcome, "status-unknown");
  assert.deepEqual(found(old, "status"), [["unknown", "status-list-old"]]);
  assert.equal(
    verify({}, { statusLists: await statusLists({ validUntil, set: ["revocation"] }) }).outcome,
    "withdrawn",
  );
  assert.equal(verify({ online: { status: "issued", at: NOW } }, { statusLists: {} }).outcome, "valid");
});

test("what bears a time that is yet to come is not valid: credential, list or bundle", async () => {
  const credential = await credentialFor(house.snapshot, 11, ISSUER, { validFrom: "2099-01-01T00:00:00Z" });
  const alone = verifyReport({ credential, trust: readTrust(house.trust), now: NOW });
  assert.deepEqual([alone.outcome, ...found(alone, "status")], ["status-unknown", ["unknown", "not-yet-valid"]]);
  const lists = async (validFrom: string) => ({ statusLists: await statusLists({ validFrom }) });
  const later = verify({}, await lists("2026-11-27T00:00:01Z"));
  assert.deepEqual([later.outcome, ...found(later, "status")], ["status-unknown", ["unknown", "made-later"]]);
  // Clocks differ, but not by more than a day.
  assert.equal(verify({}, await lists("2026-11-27T00:00:00Z")).outcome, "valid");
  assert.equal(verify({}, { madeAt: "2026-11-27T00:00:00Z" }).outcome, "valid");
  assert.equal(verify({}, { madeAt: "2026-11-27T00:00:01Z" }).outcome, "status-unknown");
  for (const madeAt of ["soon", "", "2026-13-01T00:00:00Z", "2026-11-25"]) {
    assert.throws(() => readTrust({ ...house.trust, madeAt }), { code: "trust-unreadable" }, madeAt);
  }
});

test("a list signed by a body that has no say counts for nothing", async () => {
  const by = "did:web:elsewhere.example";
  const dids = { ...house.trust.dids, [by]: didDocument(by, { credential: [key(12).publicKey], document: [] }) };
  const lists = await statusLists({ by });
  assert.deepEqual(found(verify({}, { dids, statusLists: lists }), "status"), [["unknown", "no-status-list"]]);
  const own = await statusLists({ by: ISSUER });
  assert.equal(verify({}, { statusLists: own }).outcome, "valid");
});

test("a list under another's address counts for nothing", async () => {
  const clean = await statusLists();
  const [revocation, suspension] = [`${ORIGIN}/status/revocation/0`, `${ORIGIN}/status/suspension/0`];
  const swapped = { ...clean, [revocation]: clean[suspension] ?? "" };
  assert.equal(verify({}, { statusLists: swapped }).outcome, "status-unknown");
});

test("data and credential that contradict each other are a contradiction, a broken signature is an alteration", async () => {
  const other = reportSnapshot({ ...sampleFacts, number: "GXT-2026-000999" });
  assert.deepEqual(found(verify({ credential: await credentialFor(other) }), "data"), [["failed", "data-differ"]]);
  assert.equal(verify({ credential: await credentialFor(other) }).outcome, "contradiction");
  const [first, ...more] = house.credential.split(".").reverse();
  const forged = [`${first?.startsWith("A") ? "B" : "A"}${first?.slice(1)}`, ...more].reverse().join(".");
  assert.deepEqual(found(verify({ credential: forged }), "credential"), [["failed", "credential-changed"]]);
  assert.equal(verify({ credential: forged }).outcome, "altered");
});

test("the proof must be of this document's issue, whole, and of a log one knows", async () => {
  const other = await proofOf(new Uint8Array(9), house.log);
  assert.deepEqual(found(verify({ proof: other }), "log"), [["failed", "proof-of-other-document"]]);
  assert.equal(verify({ proof: other }).outcome, "not-in-log");
  assert.deepEqual(found(verify({ proof: await proofOf(house.pdf, house.log, "withdraw") }), "log"), [
    ["failed", "proof-of-other-document"],
  ]);
  assert.deepEqual(found(verify({ proof: house.proof.replace("index 3", "index 2") }), "log"), [
    ["failed", "proof-wrong"],
  ]);
  assert.equal(verify({ proof: house.proof.replace("index 3", "index 2") }).outcome, "log-inconsistent");
  assert.deepEqual(found(verify({ proof: "c2sp.org/tlog-proof@v1\n" }), "log"), [["failed", "proof-wrong"]]);
  assert.deepEqual(found(verify({}, { logs: [] }), "log"), [["unknown", "log-unknown"]]);
  const { proof: _, ...rest } = house;
  const without = verifyReport({ ...rest, trust: readTrust(house.trust), now: NOW });
  assert.deepEqual([without.outcome, ...found(without, "log")], ["valid", ["unknown", "no-proof"]]);
});

test("a credential alone is verified without a PDF, but cannot use the PDF's proof", () => {
  const { credential } = house;
  const trust = readTrust(house.trust);
  const alone = verifyReport({ credential, trust, now: NOW });
  assert.equal(alone.outcome, "valid");
  assert.deepEqual(
    alone.checks.map(({ code }) => code),
    ["credential", "status", "log"],
  );
  assert.equal(verifyReport({ credential, trust: NO_TRUST, now: NOW }).outcome, "unknown-signer");
});

test("a report without credential is genuine at most: its status cannot be known", () => {
  const { pdf } = house;
  const verification = verifyReport({
    pdf,
    trust: readTrust(house.trust),
    now: NOW,
    online: { status: "issued", at: NOW },
  });
  assert.equal(verification.outcome, "status-unknown");
});

test("hostile credentials and snapshots never throw", async () => {
  const hostile = [
    { credentialStatus: null },
    { furtherStatus: 5 },
    { credentialSubject: "x" },
    { issuer: ISSUER, furtherStatus: [null] },
  ];
  for (const change of hostile) {
    const credential = await credentialFor(house.snapshot, 11, ISSUER, change as JsonObject);
    assert.notEqual(verify({ credential }).outcome, "valid", JSON.stringify(change));
  }
  const { signer } = await demoSigner();
  for (const content of ["null", "{}", '{"version":1,"results":{}}', "\u00ff"]) {
    const bare = tinyPdf({ attachment: { name: "snapshot.json", mediaType: "application/json", content } });
    const pdf = await signPdf(bare, { ...REQUEST, signer });
    assert.equal(verify({ pdf }).outcome, "contradiction");
  }
});

test("files are known by their content", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  assert.equal(kindOfFile(house.pdf), "pdf");
  assert.equal(kindOfFile(bytes(`${house.credential}\n`)), "credential");
  assert.equal(kindOfFile(bytes(JSON.stringify(enveloped(house.credential)))), "credential");
  assert.equal(credentialText(JSON.stringify(enveloped(house.credential), null, 2)), house.credential);
  assert.equal(kindOfFile(bytes(house.proof)), "proof");
  assert.equal(kindOfFile(bytes(JSON.stringify(house.trust))), "trust");
  assert.equal(kindOfFile(bytes(JSON.stringify(house.snapshot))), "snapshot");
  for (const text of ["", "{", "{}", "eyJ", "hello"]) assert.equal(kindOfFile(bytes(text)), "other", text);
});

test("a malformed bundle is refused", () => {
  for (const bundle of [null, {}, [], { ...house.trust, dids: [] }, { ...house.trust, statusLists: { a: 1 } }]) {
    assert.throws(() => readTrust(bundle), { code: "trust-unreadable" });
  }
  const swapped = { ...house.trust, dids: { "did:web:other": house.trust.dids[ISSUER] } };
  assert.throws(() => readTrust(swapped), { code: "trust-unreadable" });
  assert.throws(() => readTrust({ ...house.trust, logs: ["x"] }), { code: "note-key-unreadable" });
});

test("every outcome and check has its sentence in both languages", () => {
  for (const outcome of OUTCOMES) assert.ok(outcomeSentence(outcome).zh && outcomeSentence(outcome).en);
  assert.equal(checkSentence({ code: "log", state: "unknown", reason: "no-proof" }).zh, "没有透明日志证明文件。");
  for (const code of CHECKS) assert.ok(checkSentence({ code, state: "ok", reason: null }).en);
});

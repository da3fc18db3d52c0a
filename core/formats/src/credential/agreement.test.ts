import assert from "node:assert/strict";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { test } from "vitest";
import { snapshotBytes } from "../report/snapshot-bytes.ts";
import { accountOfCredential, accountOfSnapshot, contradictions } from "./agreement.ts";
import { conformityCredential } from "./conformity-credential.ts";

const credentialOf = (change: Partial<typeof sampleFacts> = {}) => {
  const snapshot = reportSnapshot({ ...sampleFacts, ...change });
  const credential = conformityCredential({
    snapshot,
    snapshotSha256: snapshotBytes(snapshot).sha256,
    origin: "https://qi.example",
    issuerDid: "did:web:qi.example",
    clientUri: "https://qi.example/enterprises/ent-1",
    statusIndex: 7,
    softwareVersion: "0.1.0",
  });
  return {
    snapshot,
    credential,
    level: (credential["credentialSubject"] as Record<string, unknown>)["assessmentLevel"],
  };
};
const told = (change: Partial<typeof sampleFacts>) =>
  contradictions([accountOfSnapshot(credentialOf().snapshot), accountOfCredential(credentialOf(change).credential)]);
const [first, ...others] = sampleFacts.results;
if (!first) throw new Error("the sample has results");

test("report and credential of one snapshot agree in everything", () => {
  assert.deepEqual(told({}), []);
});

test("an understated uncertainty is named with both values", () => {
  const found = told({ results: [{ ...first, expanded: "0.0001" }, ...others] });
  assert.deepEqual(found, [
    {
      code: "uncertainty",
      subject: first.characteristic,
      one: { kind: "snapshot", says: first.expanded },
      other: { kind: "credential", says: "0.0001" },
    },
  ]);
});

test("another laboratory, another number, another day and another value are each named", () => {
  const issuer = { ...sampleFacts.issuer, name: { zh: "别的中心", en: "Other Centre" } };
  const codes = (change: Partial<typeof sampleFacts>) => told(change).map(({ code }) => code);
  assert.deepEqual(codes({ issuer }), ["laboratory"]);
  assert.deepEqual(codes({ number: "GXT-2026-999999" }), ["number"]);
  assert.deepEqual(codes({ issuedAt: "2026-11-26T08:00:00Z" }), ["issued"]);
  assert.deepEqual(codes({ results: [{ ...first, reported: "1.5" }, ...others] }), ["value"]);
  assert.deepEqual(codes({ results: [{ ...first, unit: "mg/kg" }, ...others] }), ["unit"]);
  assert.deepEqual(codes({ results: [{ ...first, testedOn: "2026-01-01" }, ...others] }), ["tested"]);
  assert.ok(codes({ results: others }).includes("result-missing"));
});

test("a turned verdict is named by its requirement", () => {
  const verdicts = sampleFacts.verdicts.map((one) => ({ ...one, verdict: "pass" as const }));
  const turned = sampleFacts.verdicts.filter(({ verdict }) => verdict !== "pass").map((one) => one.requirementId);
  assert.ok(turned.length > 0);
  assert.deepEqual(
    told({ verdicts }).map(({ code, subject }) => [code, subject]),
    turned.map((requirement) => ["verdict", requirement]),
  );
});

test("a reissued document and its parent do not pass as one", () => {
  const statement = { ...accountOfSnapshot(credentialOf().snapshot), replaces: null };
  const reissued = { ...accountOfCredential(credentialOf().credential), replaces: "GXT-2026-000001" };
  assert.deepEqual(
    contradictions([statement, reissued]).map(({ code, other }) => [code, other.says]),
    [["replaces", "GXT-2026-000001"]],
  );
});

test("one result outside the scope, or an accreditation that was taken away, and nobody endorses the statement", () => {
  const real = { demonstration: false };
  const inScope = sampleFacts.results.map((result) => ({ ...result, inScope: true }));
  const outside = inScope.map((result, place) => ({ ...result, inScope: place > 0 }));
  const issuer = { ...sampleFacts.issuer, accreditation: null };
  assert.equal(credentialOf({ ...real, results: inScope }).level, "authority-globalmra");
  assert.equal(credentialOf({ ...real, results: outside }).level, "no-endorsement");
  assert.equal(credentialOf({ ...real, results: inScope, issuer }).level, "no-endorsement");
  const suspended = credentialOf({ issuer });
  assert.deepEqual(
    contradictions([accountOfSnapshot(credentialOf().snapshot), accountOfCredential(suspended.credential)]).map(
      ({ code }) => code,
    ),
    ["accreditation"],
  );
});

test("digits that are not printed change nothing, an operator does", () => {
  const say = (value: string) => ({ kind: "dcc" as const, results: [{ characteristic: "lead", value }] });
  assert.deepEqual(contradictions([say("0.10"), say("0.1")]), []);
  assert.equal(contradictions([say("0.5"), say("< 0.5")]).length, 1);
  assert.equal(contradictions([say("0.5"), say("not detected")]).length, 1);
  assert.equal(contradictions([say("0.5"), say("0.50"), say("0.51")]).length, 2);
});

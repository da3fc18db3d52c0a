import assert from "node:assert/strict";
import { expect, test } from "vitest";
import { type Check, type CheckCode, type CheckReason, failed, ok, unknown } from "./check.ts";
import { gravestOf, OUTCOMES, type Outcome, outcomeOf } from "./outcome.ts";
import { outcomeSentence } from "./sentences.ts";

const GOOD: readonly CheckCode[] = [
  "signature",
  "integrity",
  "signer",
  "credential",
  "data",
  "issuer",
  "status",
  "log",
];

/** One finding in an otherwise good document, and the word for it. */
const ONE: readonly (readonly [Outcome, Check])[] = [
  ["altered", failed("signature", "not-signed")],
  ["altered", failed("integrity", "changed")],
  ["altered", failed("integrity", "appended")],
  ["altered", failed("credential", "credential-changed")],
  ["altered", failed("dcc", "dcc-changed")],
  ["contradiction", failed("data", "data-differ")],
  ["contradiction", failed("dcc", "dcc-differs")],
  ["contradiction", failed("issuer", "other-signer")],
  ["untrusted-chain", failed("signer", "certificate-not-valid")],
  ["untrusted-chain", failed("dcc", "certificate-not-valid")],
  ["unknown-signer", unknown("signer", "signer-unknown")],
  ["unknown-signer", unknown("signer", "no-trust")],
  ["log-inconsistent", failed("log", "proof-wrong")],
  ["not-in-log", failed("log", "proof-of-other-document")],
  ["not-in-log", failed("log", "not-registered")],
  ["not-in-log", unknown("log", "log-unknown")],
  ["withdrawn", failed("status", "withdrawn")],
  ["expired", failed("status", "expired")],
  ["suspended", failed("status", "suspended")],
  ["valid-but-amended", failed("status", "amended")],
  ["status-unknown", unknown("status", "no-status-list")],
  ["status-unknown", unknown("status", "status-list-old")],
  ["status-unknown", unknown("status", "not-yet-valid")],
  ["status-unknown", unknown("status", "made-later")],
  ["valid", unknown("log", "no-proof")],
  ["valid", unknown("dcc", "dcc-not-signed")],
  ["valid", ok("dcc")],
];

const withFindings = (findings: readonly Check[]): Check[] => [
  ...GOOD.filter((code) => !findings.some((finding) => finding.code === code)).map(ok),
  ...findings,
];

test.each(ONE)("%s: %o", (outcome, finding) => {
  expect(outcomeOf(withFindings([finding]))).toBe(outcome);
});

test("of two findings the graver one is told, whichever they are", () => {
  const later = (reason: CheckReason | null) => reason === "other-signer";
  for (const [one, first] of ONE) {
    for (const [other, second] of ONE) {
      if (first.code === second.code) continue;
      const told = outcomeOf(withFindings([first, second]));
      // That a signer is not the body named can only be said of a signer one knows.
      const exempt = later(first.reason) || later(second.reason);
      if (!exempt) assert.equal(told, gravestOf([one, other]), `${first.reason} with ${second.reason}`);
      else assert.notEqual(told, "valid");
    }
  }
});

test("nothing to check is unreadable, and every outcome is reached and has its words", () => {
  expect(outcomeOf([])).toBe("unreadable");
  expect(gravestOf([])).toBe("unreadable");
  const reached = new Set<Outcome>(["unreadable", ...ONE.map(([outcome]) => outcome)]);
  expect([...OUTCOMES].filter((outcome) => !reached.has(outcome))).toEqual([]);
  const words = OUTCOMES.map((outcome) => outcomeSentence(outcome));
  expect(new Set(words.map(({ zh }) => zh)).size).toBe(OUTCOMES.length);
  expect(new Set(words.map(({ en }) => en)).size).toBe(OUTCOMES.length);
});

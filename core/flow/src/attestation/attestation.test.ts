import assert from "node:assert/strict";
import { test } from "vitest";
import { probabilityText, reportSnapshot } from "./build-snapshot.ts";
import { publicView } from "./public-view.ts";
import { parseReportNumber, reportNumber, serialOfNumber } from "./report-number.ts";
import { ATTESTATION_EVENTS, changedStatus, nextEvents, standingOf } from "./status.ts";
import { sampleFacts } from "./testing/sample-facts.ts";

const kindsOf = (facts = sampleFacts) => reportSnapshot(facts).statements.map(({ kind }) => kind);

test("the dates of testing span the results, and verdicts stand in the order of the markets", () => {
  const snapshot = reportSnapshot(sampleFacts);
  assert.deepEqual([snapshot.testedFrom, snapshot.testedTo], ["2026-11-21", "2026-11-23"]);
  assert.deepEqual(
    snapshot.verdicts.map(({ requirementId }) => requirementId),
    ["CN.sugar.1", "CN.so2", "VN.sugar.1"],
  );
});

test("the statements that the standard demands follow from the facts", () => {
  assert.deepEqual(kindsOf(), [
    "only-items",
    "as-received",
    "client-data",
    "method-changes",
    "external-results",
    "indicative",
    "reproduction",
  ]);
  const sampled = { ...sampleFacts, sample: { ...sampleFacts.sample, sampledBy: "laboratory" as const } };
  assert.ok(!kindsOf(sampled).includes("as-received"));
  assert.ok(kindsOf({ ...sampleFacts, demonstration: true }).includes("demonstration"));
  const provider = { zh: "外部", en: "Other Lab" };
  const results = sampleFacts.results.map((result) => ({ ...result, inScope: false, externalProvider: provider }));
  const said = reportSnapshot({ ...sampleFacts, results }).statements;
  assert.match(said.find(({ kind }) => kind === "external-results")?.en ?? "", /Polarisation \(Other Lab\)/);
  assert.match(said.find(({ kind }) => kind === "scope")?.en ?? "", /Polarisation, Sulphur dioxide/);
});

test("deviations are stated in place of the sentence that there were none", () => {
  const deviations = [{ zh: "二十一度", en: "Read at 21 °C." }];
  const said = reportSnapshot({ ...sampleFacts, deviations }).statements.filter(
    ({ kind }) => kind === "method-changes",
  );
  assert.deepEqual(said, [{ kind: "method-changes", zh: "二十一度", en: "Read at 21 °C." }]);
});

test("the public view names no client, person, commission, sample or unrounded value", () => {
  const text = JSON.stringify(publicView(reportSnapshot(sampleFacts)));
  for (const secret of [
    "Secret Mill",
    "秘密",
    "Hidden street",
    "Person ",
    "C-2026",
    "S-1",
    "500 t",
    "99.8214",
    "0.0227",
    "99.7",
  ]) {
    assert.ok(!text.includes(secret), secret);
  }
  assert.ok(text.includes("99.82") && text.includes("GXT-2026-000123"));
});

test("a field added to the snapshot stays secret until somebody publishes it", () => {
  const snapshot = { ...reportSnapshot(sampleFacts), price: "1200" };
  assert.ok(!JSON.stringify(publicView(snapshot)).includes("1200"));
});

test("a statement that has ended stays ended, whatever is asked", () => {
  for (const last of ["amended", "withdrawn", "expired"] as const) {
    assert.equal(standingOf(last), "ended");
    for (const event of ATTESTATION_EVENTS) {
      assert.throws(() => changedStatus(last, event), { code: "status-ended" }, `${last} to ${event}`);
    }
  }
});

test("only what is suspended is reinstated, and nothing is issued twice", () => {
  assert.equal(changedStatus("suspended", "reinstated"), "reinstated");
  assert.equal(standingOf("reinstated"), "valid");
  assert.throws(() => changedStatus("issued", "reinstated"), { code: "status-not-possible" });
  assert.throws(() => changedStatus("suspended", "suspended"), { code: "status-not-possible" });
  for (const last of ATTESTATION_EVENTS) assert.ok(!nextEvents(last).includes("issued"));
});

test("a report's number reads back, fits a GDTI, and refuses what would not", () => {
  const parts = { code: "GXT", year: 2026, sequence: 123 };
  assert.equal(reportNumber(parts), "GXT-2026-000123");
  assert.deepEqual(parseReportNumber("GXT-2026-000123"), parts);
  assert.equal(serialOfNumber("GXT-2026-000123"), "GXT2026000123");
  for (const wrong of [
    { ...parts, code: "gxt" },
    { ...parts, code: "ABCDEFGH" },
    { ...parts, sequence: 1_000_000 },
  ]) {
    assert.throws(() => reportNumber(wrong), { code: "report-number-wrong" });
  }
  assert.throws(() => parseReportNumber("GXT-2026-123"), { code: "report-number-wrong" });
});

test("a probability is printed with two digits, or as a bound", () => {
  assert.deepEqual([null, 0, 0.00009, 0.0123456, 0.5].map(probabilityText), [
    null,
    "< 0.01 %",
    "< 0.01 %",
    "1.2 %",
    "50 %",
  ]);
});

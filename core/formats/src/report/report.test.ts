import assert from "node:assert/strict";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { test } from "vitest";
import { keyProblem } from "../gs1/key.ts";
import { reportGdti, reportUrl } from "./gdti.ts";
import type { ReportSnapshot } from "./snapshot.ts";
import { snapshotBytes } from "./snapshot-bytes.ts";
import { missingItems } from "./validate-report.ts";

const report = reportSnapshot(sampleFacts);
const none = { zh: "", en: "" };
const without = (kind: string) => ({ statements: report.statements.filter((statement) => statement.kind !== kind) });
const [pol] = report.results;
const [first] = report.verdicts;

test("a complete report misses nothing", () => {
  assert.deepEqual(missingItems(report), []);
});

const broken: readonly (readonly [string, Partial<ReportSnapshot>])[] = [
  ["7.8.2.1 a", { title: { zh: "检测报告", en: " " } }],
  ["7.8.2.1 b", { issuer: { ...report.issuer, address: none } }],
  ["7.8.2.1 c", { placeOfTesting: none }],
  ["7.8.2.1 d", { verifyUrl: "https://qi.example/253/other" }],
  ["7.8.2.1 e", { client: { ...report.client, address: none } }],
  ["7.8.2.1 f", { results: report.results.map((result) => ({ ...result, method: "" })) }],
  ["7.8.2.1 g", { sample: { ...report.sample, condition: none } }],
  ["7.8.2.1 h", { receivedOn: "" }],
  ["7.8.2.1 i", { receivedOn: "2026-11-22" }],
  ["7.8.2.1 i", { testedTo: "2026-11-22" }],
  ["7.8.2.1 j", { issuedAt: "2026-11-22T00:00:00Z" }],
  ["7.8.2.1 k", { sample: { ...report.sample, sampling: none } }],
  ["7.8.2.1 l", without("only-items")],
  ["7.8.2.1 m", { results: report.results.map((result) => ({ ...result, reported: "" })) }],
  ["7.8.2.1 n", without("method-changes")],
  ["7.8.2.1 o", { persons: report.persons.filter(({ role }) => role !== "signatory") }],
  ["7.8.2.1 p", without("external-results")],
  ["7.8.2.2", without("client-data")],
  ["7.8.2.2", without("as-received")],
  ["7.8.3.1 c", { results: report.results.map((result) => ({ ...result, expanded: null })) }],
  ["7.8.6.2 a", { results: pol ? [pol] : [] }],
  ["7.8.6.2 b", { verdicts: first ? [{ ...first, clause: "" }] : [] }],
  ["7.8.6.2 c", { ruleSentence: none }],
  ["7.8.8", { replaces: { number: "GXT-2026-000001", reason: none } }],
];

test.each(broken)("%s: what is missing is named, and nothing else", (item, change) => {
  const missing = missingItems({ ...report, ...change });
  assert.ok(missing.map((one) => one.item).includes(item), JSON.stringify(missing));
  assert.ok(missing.every(({ sentence }) => sentence.zh !== "" && sentence.en !== ""));
  if (item !== "7.8.2.1 h" && change.receivedOn === undefined) assert.equal(missing.length, 1, JSON.stringify(missing));
});

test("what was found and counted states no uncertainty, and the report is complete", () => {
  const counted = report.results.map((result) => ({ ...result, unit: "{count}", u: null, k: null, expanded: null }));
  assert.deepEqual(missingItems({ ...report, results: counted }), []);
});

test("a report without results is none", () => {
  assert.deepEqual(
    missingItems({ ...report, results: [], verdicts: [] }).map(({ item }) => item),
    ["7.8.2.1 m"],
  );
});

test("the order of fields changes neither bytes nor hash; a changed digit changes both", () => {
  const turned = Object.fromEntries(Object.entries(report).toReversed()) as ReportSnapshot;
  assert.deepEqual(snapshotBytes(turned), snapshotBytes(report));
  assert.notEqual(snapshotBytes({ ...report, number: "GXT-2026-000124" }).sha256, snapshotBytes(report).sha256);
  assert.match(snapshotBytes(report).sha256, /^[0-9a-f]{64}$/);
});

test("the GDTI of a report is valid and its address leads to it", () => {
  const gdti = reportGdti("952123450001", "GXT-2026-000123");
  assert.equal(keyProblem("GDTI", gdti), undefined);
  assert.equal(reportUrl("https://qi.example/", gdti), `https://qi.example/253/${gdti}`);
});

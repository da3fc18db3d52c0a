import assert from "node:assert/strict";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { contrastOnWhite, readableAccent } from "@quanheng/flow/attestation/report-design.ts";
import { kindFacts, REPORT_KINDS, type ReportKind } from "@quanheng/flow/attestation/report-kind.ts";
import { SECOND_LANGUAGES } from "@quanheng/flow/attestation/report-language.ts";
import { STATEMENTS, type StatementName } from "@quanheng/flow/attestation/statement-texts.ts";
import { eventOnPredecessor } from "@quanheng/flow/attestation/successor.ts";
import { sampleKinds } from "@quanheng/flow/attestation/testing/sample-kinds.ts";
import { reportTexts } from "@quanheng/flow/attestation/texts/texts.ts";
import { test } from "vitest";
import type { ReportSnapshot } from "./snapshot.ts";
import { missingItems } from "./validate-report.ts";

const of = (kind: ReportKind) => reportSnapshot(sampleKinds[kind]);
const items = (report: ReportSnapshot) => missingItems(report).map(({ item }) => item);

test.each(REPORT_KINDS)("a complete %s misses nothing and bears its own title", (kind) => {
  assert.deepEqual(missingItems(of(kind)), []);
  assert.deepEqual(of(kind).title, kindFacts(kind).title);
});

const calibration = of("calibration-certificate");
const verification = of("verification-certificate");
const inspection = of("inspection-report");
const conformity = of("certificate-of-conformity");
const certification = of("certification-certificate");
const part = calibration.calibration!;
const none = { zh: "", en: "" };
const nobody = { persons: [] };
const failed = verification.verdicts.map((verdict) => ({ ...verdict, verdict: "fail" as const }));

const broken: readonly (readonly [string, ReportSnapshot, Partial<ReportSnapshot>])[] = [
  ["7.8.4.1 a", calibration, { results: calibration.results.map((result) => ({ ...result, k: null })) }],
  ["7.8.4.1 b", calibration, { calibration: { ...part, conditions: [] } }],
  ["7.8.4.1 c", calibration, { calibration: { ...part, references: [] } }],
  ["7.8.4.1 d", calibration, { calibration: { ...part, adjusted: true } }],
  ["7.8.2.1 g", calibration, { calibration: { ...part, instrument: { ...part.instrument, serialNumber: "" } } }],
  [
    "7.8.4.3",
    calibration,
    { statements: [...calibration.statements, { zh: "建议校准间隔为一年。", en: "One year." }] },
  ],
  [
    "7.8.4.3",
    calibration,
    {
      statements: [...calibration.statements, { zh: "一年", en: "The recommended calibration interval is one year." }],
    },
  ],
  ["JJF 1001, 9.13", verification, { verification: { ...verification.verification!, regulation: " " } }],
  ["JJF 1001, 9.14", verification, { verdicts: failed }],
  ["JJF 1001, 9.15", verification, { verification: { ...verification.verification!, validUntil: "2026-11-01" } }],
  ["ISO/IEC 17020, 7.4.2 a", inspection, { issuer: { ...inspection.issuer, address: none } }],
  ["ISO/IEC 17020, 7.4.2 b", inspection, { gdti: "" }],
  ["ISO/IEC 17020, 7.4.2 c", inspection, { inspection: { ...inspection.inspection!, inspectedOn: "2026-11-26" } }],
  ["ISO/IEC 17020, 7.4.2 d", inspection, { inspection: { ...inspection.inspection!, object: "" } }],
  ["ISO/IEC 17020, 7.4.2 e", inspection, nobody],
  ["ISO/IEC 17020, 7.4.2 f", inspection, { inspection: { ...inspection.inspection!, result: "does-not-conform" } }],
  [
    "ISO/IEC 17020, 7.4.2 g",
    inspection,
    { results: inspection.results.map((result) => ({ ...result, reported: "" })) },
  ],
  ["ISO/IEC 17020, 7.4.2", inspection, { inspection: { ...inspection.inspection!, documents: [] } }],
  [
    "ISO/IEC 17020, 7.4.4",
    inspection,
    { statements: inspection.statements.filter(({ kind }) => kind !== "external-results") },
  ],
  ["7.8.6.2 a", conformity, { basis: conformity.basis!.map((each) => ({ ...each, sha256: "short" })) }],
  ["7.8.6.2 b", conformity, { markets: conformity.markets.map((market) => ({ ...market, indicative: true })) }],
  ["7.8.6.2 c", conformity, { ruleSentence: none }],
  ["ISO/IEC 17065, 7.7.1 b", certification, { certification: { ...certification.certification!, validFrom: "soon" } }],
  ["ISO/IEC 17065, 7.7.1 d", certification, { certification: { ...certification.certification!, standards: [] } }],
  [
    "ISO/IEC 17065, 7.7.1 e",
    certification,
    { certification: { ...certification.certification!, validUntil: "2026-01-01" } },
  ],
  ["ISO/IEC 17065, 7.7.2", certification, nobody],
  [
    "ISO/IEC 17065, 7.7.3",
    certification,
    { certification: { ...certification.certification!, decidedOn: "2026-12-01" } },
  ],
  ["ISO/IEC 17065, 7.6", certification, { verdicts: failed }],
  ["7.8.8", certification, { replaces: { number: "A-1", reason: { zh: "改", en: "changed" }, sha256: "zz" } }],
];

test.each(broken)("%s: what is missing is named in both languages", (item, report, change) => {
  const missing = missingItems({ ...report, ...change });
  assert.ok(
    missing.some((each) => each.item === item),
    JSON.stringify(missing),
  );
  assert.ok(missing.every(({ sentence }) => sentence.zh !== "" && sentence.en !== ""));
});

test("a laboratory that sampled says when and where; what an instrument is asked for, a sample is not", () => {
  const report = of("test-report");
  const sample = { ...report.sample, sampledBy: "laboratory" as const };
  assert.deepEqual(items({ ...report, sample }), ["7.8.5"]);
  const told = { ...sample, sampledOn: "2026-11-20", sampledAt: { zh: "码头", en: "Quay" } };
  assert.deepEqual(items({ ...report, sample: told }), []);
  assert.deepEqual(items({ ...calibration, sample: { ...calibration.sample, sampling: none } }), []);
});

test.each(SECOND_LANGUAGES.filter((language) => language !== "en"))(
  "%s says every word, title and sentence, with the same places for facts",
  (language) => {
    const { words, titles, statements, status } = reportTexts(language);
    const english = reportTexts("en");
    assert.equal(status, "not-reviewed-by-a-native-speaker");
    assert.deepEqual(Object.keys(words), Object.keys(english.words));
    for (const text of [...Object.values(words), ...Object.values(titles)])
      assert.ok(text.trim() === text && text !== "");
    assert.ok(words.page.includes("{page}") && words.page.includes("{total}"));
    const same = (name: string) => ["U", "k"].includes(words[name as "factor"]);
    // Languages of the Malay world share short words with English, scripts of their own share none.
    const borrowed = Object.keys(words).filter(
      (name) => !same(name) && words[name as "no"] === english.words[name as "no"],
    );
    assert.ok(borrowed.length <= (["id", "ms"].includes(language) ? 4 : 0), borrowed.join());
    for (const name of Object.keys(STATEMENTS) as StatementName[]) {
      assert.equal(statements[name]?.includes("{items}") ?? false, STATEMENTS[name].en.includes("{items}"), name);
      assert.ok(statements[name], name);
    }
  },
);

test("a document in another language has its standard sentences in it, and English stays without a second copy", () => {
  const thai = reportSnapshot({ ...sampleKinds["test-report"], second: "th" });
  assert.deepEqual(thai.languages, ["zh", "th"]);
  assert.ok(thai.statements.every(({ second }) => second !== undefined));
  assert.deepEqual(missingItems(thai), []);
  const english = reportSnapshot(sampleKinds["test-report"]);
  assert.ok(english.statements.every((statement) => !("second" in statement)));
});

test("one line outside the scope, or measured elsewhere, takes the mark away and says so", () => {
  const facts = sampleKinds["test-report"];
  const kinds = (results: typeof facts.results) =>
    reportSnapshot({ ...facts, results }).statements.map(({ kind }) => kind);
  assert.ok(!kinds(facts.results).includes("no-mark"));
  const outside = facts.results.map((result, at) => ({ ...result, inScope: at > 0 }));
  assert.ok(kinds(outside).includes("no-mark"));
  const elsewhere = facts.results.map((result) => ({ ...result, externalProvider: { zh: "外", en: "Other" } }));
  assert.ok(kinds(elsewhere).includes("no-mark"));
  const unmarked = { ...facts, results: outside, issuer: { ...facts.issuer, accreditation: null } };
  assert.ok(!reportSnapshot(unmarked).statements.some(({ kind }) => kind === "no-mark"));
});

test("a figure without any uncertainty is told by name; one whose uncertainty is only left out is not excused", () => {
  const facts = sampleKinds["test-report"];
  const of = (u: string | null) =>
    reportSnapshot({ ...facts, results: facts.results.map((result) => ({ ...result, u, expanded: null, k: null })) });
  const told = of("0");
  assert.match(
    told.statements.find(({ kind }) => kind === "no-uncertainty")?.en ?? "",
    /Polarisation, Sulphur dioxide/,
  );
  assert.deepEqual(items(told), []);
  for (const u of ["0.02", null]) assert.deepEqual(items(of(u)), ["7.8.3.1 c"]);
});

test("an inspection in the first hours of a day in China is not after its report, though the day in UTC is the one before", () => {
  const night = { ...inspection, issuedAt: "2026-11-22T17:00:00Z" };
  assert.deepEqual(items({ ...night, inspection: { ...inspection.inspection!, inspectedOn: "2026-11-23" } }), []);
  assert.deepEqual(items({ ...night, inspection: { ...inspection.inspection!, inspectedOn: "2026-11-24" } }), [
    "ISO/IEC 17020, 7.4.2 c",
  ]);
});

test("what happens to a document when another takes its place", () => {
  assert.equal(eventOnPredecessor("reinstated", "amendment"), "amended");
  assert.throws(() => eventOnPredecessor("amended", "amendment"), { code: "status-ended" });
  assert.throws(() => eventOnPredecessor("withdrawn", "replacement"), { code: "status-ended" });
});

test("a colour that cannot be read on white is refused, in any spelling", () => {
  assert.equal(contrastOnWhite("#0b5c7a").toFixed(1), contrastOnWhite("#0B5C7A").toFixed(1));
  assert.throws(() => readableAccent("#777777"), { code: "contrast-low" });
  assert.equal(readableAccent("#767676"), "#767676");
  for (const wrong of ["red", "#fff", "#12345g", "#0b5c7a;}", "url(#a)", ""])
    assert.throws(() => readableAccent(wrong), { code: "colour-malformed" }, wrong);
});

import { randomInt } from "node:crypto";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { sampleKinds } from "@quanheng/flow/attestation/testing/sample-kinds.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReportResult, ReportSnapshot, ReportVerdict } from "../report/snapshot.ts";
import { readXml } from "../xml/read.ts";
import { checkDcc } from "./check.ts";
import { certificateOfSnapshot } from "./from-report.ts";
import { lostIn } from "./lost.ts";
import { readCertificate } from "./model/read.ts";
import { writeCertificate } from "./model/write.ts";
import { reportOf } from "./to-report/report-of.ts";

const settings = { softwareVersion: "0.1.0" };
const report = reportSnapshot(sampleFacts);
const [result] = report.results as readonly [ReportResult];
const [verdict] = report.verdicts as readonly [ReportVerdict];
const pathsLost = (snapshot: ReportSnapshot) => lostIn(snapshot).map(({ path }) => path);

test("what a certificate cannot carry is named for each kind of document, with a sentence", () => {
  const special: Record<string, readonly string[]> = {
    "calibration-certificate": ["results[0].budget", "results[1].budget"],
    "verification-certificate": [
      "results[0].budget",
      "results[1].budget",
      "verdicts[0].characteristicName.zh",
      "verdicts[0].characteristicName.en",
    ],
    "inspection-report": ["inspection"],
    "certification-certificate": ["certification"],
  };
  for (const [kind, facts] of Object.entries(sampleKinds)) {
    const lost = lostIn(reportSnapshot(facts));
    const own = lost.map(({ path }) => path).filter((path) => path !== "issuer.id" && path !== "issuedAt");
    expect([kind, own]).toEqual([kind, special[kind] ?? []]);
    expect(lost.every(({ sentence }) => sentence.zh !== "" && sentence.en !== "")).toBe(true);
  }
});

test("results below a limit, undecided and indicative verdicts, and every form of a predecessor come back", () => {
  const odd: ReportSnapshot = {
    ...report,
    results: [
      { ...result, reported: "< 0.5", value: "0.31", u: null, k: null, expanded: null, unit: "mg/kg" },
      { ...result, characteristic: "colour", unit: "{ICUMSA}", reported: "−0.050", coverage: "95 %" },
      { ...result, characteristic: "length", unit: "[in_i]", u: null, k: "2", expanded: "0.01" },
    ],
    verdicts: [
      { ...verdict, verdict: "undecided", indicative: true, probabilityFalseAcceptance: null },
      { ...verdict, requirementId: "X.1", verdict: "undecided", characteristic: "not-measured" },
      { ...verdict, requirementId: "X.2", verdict: "conditional", characteristic: "colour" },
    ],
    markets: [{ market: "CODEX", name: { zh: "食典", en: "Codex" }, verdict: "undecided", indicative: true }],
    replaces: { number: "OLD-1", reason: { zh: "改", en: "Changed" }, sha256: "ab".repeat(32), relation: "supplement" },
    sample: {
      ...report.sample,
      sampledBy: "laboratory",
      sampledOn: "2026-11-19",
      sampledAt: { zh: "仓", en: "Store" },
    },
  };
  const otherNames = [1, 2].flatMap((i) => [
    `verdicts[${i}].characteristicName.zh`,
    `verdicts[${i}].characteristicName.en`,
  ]);
  expect(pathsLost(odd).filter((path) => !otherNames.includes(path))).toEqual(["issuer.id", "issuedAt"]);
  const back = reportOf(certificateOfSnapshot(odd, settings));
  expect(back.results).toEqual(odd.results);
  expect(back.markets).toEqual(odd.markets);
  expect(back.replaces).toEqual(odd.replaces);
});

const text = fc
  .array(fc.constantFrom("糖", "a", "B7", "<", "&", '"', "%20", "±", "½", "ab", "]]>", "1.5", "é"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(" "));
const both = fc.record({ zh: text, en: text });
const number = fc
  .tuple(fc.bigInt({ min: -99_999n, max: 99_999n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => (scale === 0 ? String(digits) : (Number(digits) / 10 ** scale).toFixed(scale)));
const positive = number.map((given) => given.replace("-", ""));
const unit = fc.constantFrom(
  "mg/kg",
  "°Z",
  "{ICUMSA}",
  "[in_i]",
  "°C",
  "%",
  "1",
  "",
  "CFU/mL",
  "no unit",
  "um",
  "g/100 g",
);
const outcome = fc.constantFrom("pass", "conditional", "fail", "undecided" as const);

const someResult = fc.record<ReportResult>(
  {
    characteristic: fc.constantFrom("c-1", "c-2", "c-3"),
    characteristicName: both,
    method: text,
    methodId: text,
    unit,
    reported: fc.oneof(
      number,
      positive.map((given) => `< ${given}`),
      fc.constant("not detected"),
    ),
    value: number,
    u: fc.option(positive),
    k: fc.option(fc.constantFrom("2", "2.00", "1.96", "3.2")),
    expanded: fc.option(positive),
    inScope: fc.boolean(),
    testedOn: fc.constantFrom("2026-11-20", "2024-02-29"),
    phase: fc.constantFrom("as-found", "as-left" as const),
    externalProvider: both,
    coverage: fc.constantFrom("95.45 %", "95 %", "99.7 %", "about 95 %"),
  },
  {
    requiredKeys: [
      ...(["characteristic", "characteristicName", "method", "methodId", "unit", "reported", "value"] as const),
      ...(["u", "k", "expanded", "inScope", "testedOn"] as const),
    ],
  },
);
const someVerdict = fc.record<ReportVerdict>({
  requirementId: text,
  market: fc.constantFrom("CN", "VN", "CODEX"),
  document: text,
  clause: text,
  edition: text,
  characteristic: fc.constantFrom("c-1", "c-2", "c-3", "none"),
  characteristicName: both,
  limitText: both,
  compare: fc.constantFrom("full", "rounded" as const),
  verdict: outcome,
  indicative: fc.boolean(),
  probabilityFalseAcceptance: fc.option(text),
  because: both,
});
const someReport = fc
  .record({
    number: text,
    title: both,
    demonstration: fc.boolean(),
    commissionNumber: text,
    placeOfTesting: both,
    ruleSentence: both,
    results: fc.array(someResult, { maxLength: 4 }),
    verdicts: fc.uniqueArray(someVerdict, { maxLength: 4, selector: ({ requirementId }) => requirementId }),
    markets: fc.array(
      fc.record({ market: fc.constantFrom("CN", "CODEX"), name: both, verdict: outcome, indicative: fc.boolean() }),
      {
        maxLength: 2,
      },
    ),
    statements: fc.array(both, { maxLength: 3 }),
    persons: fc.array(fc.record({ role: fc.constantFrom("analyst", "signatory" as const), name: both }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map((own): ReportSnapshot => ({ ...report, ...own }));

const MAY_BE_LOST = [
  /^issuer\.id$/,
  /^issuedAt$/,
  // A result of the same characteristic stands for the name that its verdicts use.
  /^verdicts\[\d+\]\.characteristicName/,
];

test("model, XML and model again agree, and a report comes back but for what is named as lost", () => {
  const seed = Number(process.env["QUANHENG_SEED"] ?? randomInt(2 ** 31));
  console.info(`seed ${seed}`);
  const property = fc.property(someReport, (snapshot) => {
    const certificate = certificateOfSnapshot(snapshot, settings);
    const document = readXml(writeCertificate(certificate));
    expect(checkDcc(document).faults.filter(({ severity }) => severity === "error")).toEqual([]);
    const read = readCertificate(document);
    expect(read).toEqual({ from: "3.3.0", certificate, left: [], lacks: [] });
    expect(pathsLost(snapshot).filter((path) => !MAY_BE_LOST.some((way) => way.test(path)))).toEqual([]);
    const phases = [undefined, "as-found", "as-left"];
    const results = phases.flatMap((phase) => snapshot.results.filter((one) => one.phase === phase));
    expect(reportOf(read.certificate).results).toEqual(results);
  });
  fc.assert(property, { seed, numRuns: 40 });
});

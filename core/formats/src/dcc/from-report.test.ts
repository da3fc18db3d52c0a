import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { sampleKinds } from "@quanheng/flow/attestation/testing/sample-kinds.ts";
import { expect, test } from "vitest";
import type { ReportResult, ReportSnapshot, ReportVerdict } from "../report/snapshot.ts";
import { demoSigner } from "../signature/testing/demo-signer.ts";
import { verifyXades } from "../xades/verify.ts";
import { readXml } from "../xml/read.ts";
import { checkDcc } from "./check.ts";
import { certificateOfSnapshot, dccOfSnapshot, signedDccOfSnapshot } from "./from-report.ts";
import { readCertificate } from "./model/read.ts";
import { conformityOf } from "./report/conformity.ts";

const settings = { softwareVersion: "0.1.0" };
const report = reportSnapshot(sampleFacts);
const errors = (xml: string) => checkDcc(readXml(xml)).faults.filter(({ severity }) => severity === "error");

test("a report becomes a certificate that its schema and its rules accept", () => {
  expect(errors(dccOfSnapshot(report, settings))).toEqual([]);
  const [first] = report.results as readonly [ReportResult];
  const units = ["degZ", "g/(100.g)", "{ICUMSA}", "[in_i]", "°C", "mm", "%", "CFU/mL", "1", "", "g/100 g", "no unit"];
  const results = units.map((unit) => ({ ...first, unit, characteristic: `c-${unit}` }));
  const odd: ReportSnapshot = {
    ...report,
    results: [
      ...results,
      { ...first, reported: "< 0.5", u: null, k: null, expanded: null },
      { ...first, reported: "−0.050" },
    ],
  };
  expect(errors(dccOfSnapshot(odd, settings))).toEqual([]);
});

test("each kind of document becomes a well-built certificate whose signature holds", async () => {
  const { root, signer } = await demoSigner();
  for (const [kind, facts] of Object.entries(sampleKinds)) {
    const snapshot = reportSnapshot(facts);
    const xml = await signedDccOfSnapshot(snapshot, settings, signer);
    expect([kind, errors(xml)]).toEqual([kind, []]);
    const document = readXml(xml);
    expect(verifyXades(document, { roots: [root] }, snapshot.issuedAt)).toMatchObject([
      { intact: true, trusted: true },
    ]);
    expect(await signedDccOfSnapshot(snapshot, settings, signer)).toBe(xml);
    expect(readCertificate(document).certificate).toEqual(
      certificateOfSnapshot(snapshot, { ...settings, signed: true }),
    );
  }
});

test("value, uncertainty and verdicts stand where the standard wants them", () => {
  const [first] = report.results as readonly [ReportResult];
  const measured: ReportResult = { ...first, unit: "mg/kg", coverage: "95.45 %" };
  const { measurementResults } = certificateOfSnapshot({ ...report, results: [measured] }, settings);
  expect(measurementResults.measurementResult[0]?.results.result[0]?.data.parts[0]?.value).toMatchObject({
    real: {
      value: "99.82",
      unit: "\\milli\\gram\\kilogram\\tothe{-1}",
      measurementUncertaintyUnivariate: {
        expandedMU: { valueExpandedMU: "0.05", coverageFactor: "2", coverageProbability: "0.9545" },
      },
    },
  });
});

test("a conditional verdict is a pass or a fail by the side of the limit; one that binds nobody is neither", () => {
  const [verdict] = report.verdicts as readonly [ReportVerdict];
  const [first] = report.results as readonly [ReportResult];
  const result = (reported: string) => ({ ...first, reported, limits: [{ market: verdict.market, lower: "99.7" }] });
  const conditional = { ...verdict, verdict: "conditional" as const, indicative: false };
  expect(conformityOf(conditional, result("99.71"))).toBe("conditionalPass");
  expect(conformityOf(conditional, result("99.69"))).toBe("conditionalFail");
  expect(conformityOf(conditional, first)).toBeUndefined();
  expect(conformityOf({ ...conditional, verdict: "pass" }, first)).toBe("pass");
  expect(conformityOf({ ...conditional, verdict: "undecided" }, first)).toBeUndefined();
  expect(conformityOf({ ...conditional, verdict: "fail", indicative: true }, first)).toBeUndefined();
});

test("the day of issue is that of China, and the software is named with its release throughout", () => {
  const late = { ...report, issuedAt: "2026-12-31T16:00:00.500Z" };
  const { administrativeData, measurementResults } = certificateOfSnapshot(late, { softwareVersion: "7.8.9" });
  expect(administrativeData.coreData.issueDate).toBe("2027-01-01");
  const releases = [administrativeData.dccSoftware, measurementResults.usedSoftware].map((list) => list?.software[0]);
  expect(releases.map((software) => software?.release)).toEqual(["v7.8.9", "v7.8.9"]);
});

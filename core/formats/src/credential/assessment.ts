import { unitForm } from "../dcc/report/units.ts";
import type { ReportResult, ReportSnapshot, ReportVerdict } from "../report/snapshot.ts";
import type { JsonObject } from "./jws.ts";
import { criterionUrl } from "./scheme.ts";
import { conformityTopic } from "./untp/topics.ts";

/** UNECE Recommendation 20 codes by UCUM code or printed symbol; what is not here has no code in that list. */
const REC20: Readonly<Record<string, string>> = {
  "g/(100.g)": "P1",
  "g/100 g": "P1",
  "%": "P1",
  "mg/kg": "NA",
  "ug/kg": "J33",
  "µg/kg": "J33",
  "mg/L": "M1",
  "g/L": "GL",
  Cel: "CEL",
  "°C": "CEL",
  mm: "MMT",
  "1": "C62",
};

/**
 * One assessment for each verdict, and one for each result that no requirement asked for.
 *
 * @param origin address of the platform that publishes the criteria, without a trailing slash
 * @example assessmentsOf({ ...{ verifyUrl: "https://qi.example/253/1", number: "GXT-2026-000123", title: { zh: "检测报告", en: "Test report" }, demonstration: false, issuer: { name: { zh: "中心", en: "Centre" }, accreditation: null }, issuedAt: "2026-11-25T08:00:00Z", client: { name: { zh: "厂", en: "Mill" } }, item: { name: { zh: "糖", en: "Sugar" }, lotNumber: "L1" }, ruleSentence: { zh: "简单", en: "Simple" }, results: [], verdicts: [] }, results: [{ characteristic: "lead", characteristicName: { zh: "铅", en: "Lead" }, method: "GB 5009.12", methodId: "lead", reported: "0.04", value: "0.041", unit: "mg/kg", expanded: null, k: null, testedOn: "2026-11-23" }] })[0].assessedPerformance[0].measure // → { value: 0.04, unit: "NA" } (UNECE Recommendation 20: NA is mg/kg)
 * @source UNTP 0.7.0, ConformityAssessment
 */
export function assessmentsOf(snapshot: ReportSnapshot, origin = originOf(snapshot.verifyUrl)): JsonObject[] {
  const judged = new Set(snapshot.verdicts.map(({ characteristic }) => characteristic));
  return [
    ...snapshot.verdicts.map((verdict) => judgement(snapshot, verdict, origin)),
    ...snapshot.results
      .filter(({ characteristic }) => !judged.has(characteristic))
      .map((r) => measurement(snapshot, r)),
  ];
}

/** One criterion that a lot was found to meet, as a passport may claim it. */
export type MetCriterion = {
  /** Part of an address that is its own within the report. */
  readonly part: string;
  readonly name: string;
  readonly date: string;
  readonly criteria: readonly JsonObject[];
  readonly performance: readonly JsonObject[];
  readonly topics: readonly JsonObject[];
};

/**
 * What a report attests with a binding "pass", in the words and addresses of its assessments.
 *
 * @param origin address of the platform without a trailing slash
 * @example criteriaOf({ verdicts: [], results: [] }, "https://qi.example") // → [] (nothing was judged)
 * @source UNTP 0.7.0, trust graph: claim and assessment meet by the address of the criterion
 */
export function criteriaOf(snapshot: ReportSnapshot, origin: string): MetCriterion[] {
  return snapshot.verdicts
    .filter(({ verdict, indicative }) => verdict === "pass" && !indicative)
    .map((verdict) => {
      const result = snapshot.results.find(({ characteristic }) => characteristic === verdict.characteristic);
      return {
        part: encodeURIComponent(verdict.requirementId),
        name: `${verdict.characteristicName.en}, ${verdict.market}`,
        date: result?.testedOn ?? snapshot.testedTo,
        criteria: [criterion(verdict, origin)],
        performance: [performance(verdict.characteristic, verdict.characteristicName.en, result)],
        topics: [conformityTopic("quality-performance")],
      };
    });
}

function criterion(verdict: ReportVerdict, origin: string): JsonObject {
  return {
    type: ["Criterion"],
    id: criterionUrl(origin, verdict.requirementId),
    name: `${verdict.characteristicName.en} ${verdict.limitText.en}`,
  };
}

/** The house that a document names as its place of verification. */
const originOf = (url: string): string => /^https?:\/\/[^/]+/.exec(url)?.[0] ?? "";

function judgement(snapshot: ReportSnapshot, verdict: ReportVerdict, origin: string): JsonObject {
  const result = snapshot.results.find(({ characteristic }) => characteristic === verdict.characteristic);
  const binding = !verdict.indicative && (verdict.verdict === "pass" || verdict.verdict === "fail");
  const document = [verdict.document, verdict.edition].filter((part) => part !== "").join(", ");
  return {
    ...common(snapshot, `verdict-${encodeURIComponent(verdict.requirementId)}`),
    name: `${verdict.characteristicName.en}, ${verdict.market}: ${document}, ${verdict.clause}`,
    nameZh: verdict.characteristicName.zh,
    assessmentCriteria: [criterion(verdict, origin)],
    assessmentDate: result?.testedOn ?? snapshot.testedTo,
    assessedPerformance: [performance(verdict.characteristic, verdict.characteristicName.en, result)],
    referenceStandard: [{ id: `urn:quanheng:document:${encodeURIComponent(verdict.document)}`, name: document }],
    conformityTopic: [conformityTopic("quality-performance")],
    // Only a binding pass or fail is a plain yes or no; the rest is said in our own words below.
    ...(binding ? { conformance: verdict.verdict === "pass" } : {}),
    verdict: verdict.verdict,
    indicative: verdict.indicative,
    ...(result ? { measurementResult: measured(result) } : {}),
  };
}

function measurement(snapshot: ReportSnapshot, result: ReportResult): JsonObject {
  return {
    ...common(snapshot, `result-${encodeURIComponent(result.characteristic)}`),
    name: `${result.characteristicName.en}, ${result.method}`,
    nameZh: result.characteristicName.zh,
    assessmentCriteria: [
      { type: ["Criterion"], id: `urn:quanheng:method:${encodeURIComponent(result.methodId)}`, name: result.method },
    ],
    assessmentDate: result.testedOn,
    assessedPerformance: [performance(result.characteristic, result.characteristicName.en, result)],
    conformityTopic: [conformityTopic("metrology-and-measurement")],
    measurementResult: measured(result),
  };
}

function common(snapshot: ReportSnapshot, part: string): JsonObject {
  return {
    type: ["ConformityAssessment"],
    id: `${snapshot.verifyUrl}#${part}`,
    assessedProduct: [
      {
        product: {
          type: ["Product"],
          id: `${snapshot.verifyUrl}#item`,
          name: snapshot.item.name.en,
          batchNumber: snapshot.item.lotNumber,
        },
        idVerifiedByCAB: false,
      },
    ],
  };
}

/** `Measure` has no room for an operator or an uncertainty: only plain values in a listed unit go there. */
function performance(characteristic: string, name: string, result: ReportResult | undefined): JsonObject {
  const unit = result && REC20[result.unit];
  const plain = result !== undefined && /^-?\d+(\.\d+)?$/.test(result.reported);
  return {
    metric: {
      type: ["PerformanceMetric"],
      id: `urn:quanheng:characteristic:${encodeURIComponent(characteristic)}`,
      name,
    },
    ...(unit && plain ? { measure: { value: Number(result.reported), unit } } : {}),
  };
}

function measured(result: ReportResult): JsonObject {
  return {
    reportedValue: result.reported,
    unroundedValue: result.value,
    unitText: result.unit,
    ...(result.expanded === null ? {} : { expandedUncertainty: result.expanded }),
    ...(result.k === null ? {} : { coverageFactor: result.k }),
    ...(result.coverage === undefined ? {} : { coverageProbability: result.coverage }),
    ...siUnit(result.unit),
  };
}

/** The unit in the words of D-SI, where it is one; a unit that only its method defines has none. */
function siUnit(unit: string): JsonObject {
  const { written, si, outside } = unitForm(unit);
  if (!outside) return { siUnit: written };
  return si ? { siUnit: si.unit } : {};
}

import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ReportFacts } from "../report-facts.ts";
import type { ReportKind } from "../report-kind.ts";
import type { ReportResult } from "../report-snapshot.ts";
import { sampleFacts } from "./sample-facts.ts";

const [first] = sampleFacts.results as [ReportResult];

const deviation = (nominal: string, reported: string, value: string, expanded: string): ReportResult => ({
  ...first,
  characteristic: `gauge-block-${nominal}`,
  characteristicName: { zh: `量块 ${nominal} mm 长度偏差`, en: `Gauge block ${nominal} mm, deviation of length` },
  method: "JJG 146-2011",
  methodId: "length.gauge-block-comparison",
  unit: "um",
  reported,
  value,
  u: "0.0247",
  k: "2.00",
  expanded,
  coverage: "95.45 %",
  testedOn: "2026-11-23",
  budget: [
    { source: { zh: "标准量块", en: "Reference gauge block" }, contribution: "0.018", dof: "∞" },
    { source: { zh: "比较仪重复性", en: "Repeatability of the comparator" }, contribution: "0.012", dof: "9" },
  ],
});

const calibration = {
  instrument: {
    name: { zh: "量块", en: "Gauge blocks" },
    manufacturer: "Demo Tools",
    model: "GB-1",
    serialNumber: "GB-2026-001",
  },
  conditions: [
    { name: { zh: "温度", en: "Temperature" }, value: "20.1 °C" },
    { name: { zh: "湿度", en: "Humidity" }, value: "52 %" },
  ],
  references: [
    {
      name: { zh: "二等量块", en: "Reference gauge blocks, order 2" },
      serialNumber: "REF-7",
      certificate: "CDGB-2026-0007",
      issuer: { zh: "国家计量院（演示）", en: "National metrology institute (demonstration)" },
      validUntil: "2027-06-30",
    },
  ],
  adjusted: false,
};

const instrument = {
  ...sampleFacts,
  item: { name: { zh: "量块", en: "Gauge blocks" }, lotNumber: "GB-2026-001", lotSize: "2" },
  results: [deviation("1", "0.05", "0.0483", "0.05"), deviation("10", "-0.08", "-0.0791", "0.05")],
  verdicts: [],
  markets: [],
  calibration,
} satisfies ReportFacts;

const [verdict] = sampleFacts.verdicts;
const [market] = sampleFacts.markets;
const conforms = {
  verdicts: [
    {
      ...verdict!,
      market: "CN",
      verdict: "pass" as const,
      indicative: false,
      characteristic: "gauge-block-1",
      document: "JJG 146-2011",
      clause: "5.6",
    },
  ],
  markets: [{ ...market!, verdict: "pass" as const, indicative: false }],
};

const NONE: Bilingual = { zh: "无", en: "none" };

/** Facts of a complete document of each kind, invented throughout. */
export const sampleKinds: Readonly<Record<ReportKind, ReportFacts>> = {
  "test-report": sampleFacts,
  "calibration-certificate": { ...instrument, kind: "calibration-certificate" },
  "verification-certificate": {
    ...instrument,
    ...conforms,
    kind: "verification-certificate",
    verification: { regulation: "JJG 146-2011", result: "pass", accuracyClass: "3", validUntil: "2027-11-22" },
  },
  "inspection-report": {
    ...sampleFacts,
    kind: "inspection-report",
    item: { name: { zh: "工业蒸汽锅炉", en: "Industrial steam boiler" }, lotNumber: "B-117", lotSize: "1" },
    results: [
      { ...first, characteristicName: { zh: "排烟温度", en: "Flue gas temperature" }, unit: "Cel", reported: "148" },
    ],
    verdicts: [],
    markets: [],
    inspection: {
      object: "B-117",
      documents: ["TSG 11-2020"],
      inspectedOn: "2026-11-23",
      nextOn: "2028-11-22",
      place: { zh: "使用现场", en: "Where it is used" },
      result: "conforms-with-findings",
      findings: [
        { zh: "安全阀铅封缺失，已当场补封。", en: "The seal of the safety valve was missing and was put on at once." },
      ],
      omitted: [],
    },
  },
  "certificate-of-conformity": {
    ...sampleFacts,
    kind: "certificate-of-conformity",
    ...conforms,
    verdicts: conforms.verdicts.map((each) => ({ ...each, characteristic: "polarisation", document: "GB/T 317-2018" })),
    basis: [
      {
        number: "GXT-2026-000122",
        sha256: "ab".repeat(32),
        issuedOn: "2026-11-24",
        issuer: sampleFacts.issuer.name,
      },
    ],
  },
  "certification-certificate": {
    ...sampleFacts,
    kind: "certification-certificate",
    results: [],
    verdicts: [],
    markets: [],
    certification: {
      scheme: { zh: "白砂糖产品认证方案（演示）", en: "Product certification scheme for white sugar (demonstration)" },
      schemeType: "3",
      scope: { zh: "白砂糖，优级", en: "White sugar, superior grade" },
      standards: ["GB/T 317-2018"],
      validFrom: "2026-11-25",
      validUntil: "2029-11-24",
      decidedOn: "2026-11-25",
      conditions: [NONE],
    },
  },
};

import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ReportFacts } from "../report-facts.ts";
import type { ReportResult, ReportVerdict } from "../report-snapshot.ts";

const POL: Bilingual = { zh: "蔗糖分", en: "Polarisation" };
const SO2: Bilingual = { zh: "二氧化硫", en: "Sulphur dioxide" };

const result = (own: Partial<ReportResult>): ReportResult => ({
  characteristic: "polarisation",
  characteristicName: POL,
  method: "GB/T 35887-2018",
  methodId: "sugar.polarisation",
  unit: "°Z",
  reported: "99.82",
  value: "99.8214",
  u: "0.0227",
  k: "2",
  expanded: "0.05",
  inScope: true,
  testedOn: "2026-11-23",
  ...own,
});

const verdict = (own: Partial<ReportVerdict>): ReportVerdict => ({
  requirementId: "CN.sugar.1",
  market: "CN",
  document: "GB/T 317-2018",
  clause: "4.2",
  edition: "2018",
  characteristic: "polarisation",
  characteristicName: POL,
  limitText: { zh: "≥ 99.7 °Z", en: "≥ 99.7 °Z" },
  compare: "rounded",
  verdict: "pass",
  indicative: false,
  probabilityFalseAcceptance: "< 0.01 %",
  because: { zh: "99.82 不低于 99.7。", en: "99.82 is not below 99.7." },
  ...own,
});

/** A small report, invented throughout: two results, three verdicts, two markets. */
export const sampleFacts: ReportFacts = {
  number: "GXT-2026-000123",
  gdti: "9521234500018GXT2026000123",
  verifyUrl: "https://qi.example/253/9521234500018GXT2026000123",
  demonstration: false,
  issuer: {
    id: "ins-sugar",
    name: { zh: "糖业检验中心", en: "Sugar Inspection Centre" },
    address: { zh: "南宁", en: "Nanning" },
    contact: "lab@qi.example",
    accreditation: { number: "CNAS L00000", body: { zh: "认可委", en: "CNAS" }, validUntil: "2029-06-30" },
  },
  placeOfTesting: { zh: "实验室", en: "Laboratory" },
  client: { name: { zh: "秘密糖厂", en: "Secret Mill" }, address: { zh: "密址", en: "Hidden street 1" } },
  commissionNumber: "C-2026-00042",
  item: { name: { zh: "白砂糖", en: "White sugar" }, lotNumber: "L1", lotSize: "500 t" },
  sample: {
    number: "S-1",
    quantity: "2.5 kg",
    condition: { zh: "完好", en: "Intact" },
    sampling: { zh: "客户送样", en: "Sampled by the client" },
  },
  receivedOn: "2026-11-20",
  issuedAt: "2026-11-25T08:00:00Z",
  results: [
    result({}),
    result({
      characteristic: "sulphur-dioxide",
      characteristicName: SO2,
      method: "GB 5009.34-2022",
      methodId: "sugar.so2",
      unit: "mg/kg",
      reported: "5.1",
      value: "5.0974",
      expanded: "0.6",
      testedOn: "2026-11-21",
    }),
  ],
  verdicts: [
    verdict({ requirementId: "VN.sugar.1", market: "VN", indicative: true, clause: "3" }),
    verdict({}),
    verdict({
      requirementId: "CN.so2",
      characteristic: "sulphur-dioxide",
      characteristicName: SO2,
      verdict: "fail",
      probabilityFalseAcceptance: null,
    }),
  ],
  markets: [
    { market: "CN", name: { zh: "中国", en: "China" }, verdict: "fail", indicative: false },
    { market: "VN", name: { zh: "越南", en: "Viet Nam" }, verdict: "pass", indicative: true },
  ],
  ruleSentence: { zh: "简单接受", en: "Simple acceptance (ILAC-G8:09/2019, 4.2.1)" },
  persons: [
    { role: "analyst", name: { zh: "甲", en: "Person A" } },
    { role: "reviewer", name: { zh: "乙", en: "Person B" } },
    { role: "signatory", name: { zh: "丙", en: "Person C" } },
  ],
  replaces: null,
  deviations: [],
  remarks: [],
};

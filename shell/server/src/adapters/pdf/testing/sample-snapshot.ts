import type { ReportResult, ReportSnapshot, ReportVerdict } from "@quanheng/formats/report/snapshot.ts";

const NAMES = {
  polarisation: { zh: "蔗糖分（旋光度）", en: "Polarisation" },
  "conductivity-ash": { zh: "电导灰分", en: "Conductivity ash" },
  "invert-sugar": { zh: "还原糖分", en: "Reducing sugars" },
  "loss-on-drying": { zh: "干燥失重", en: "Loss on drying" },
  "colour-icumsa": { zh: "色值", en: "Colour in solution" },
  "sulphur-dioxide": { zh: "二氧化硫残留量", en: "Sulphur dioxide" },
  insolubles: { zh: "不溶于水杂质", en: "Insoluble matter" },
} as const;

type Name = keyof typeof NAMES;

function result(
  characteristic: Name,
  method: string,
  reported: string,
  expanded: string | null,
  unit: string,
): ReportResult {
  return {
    characteristic,
    characteristicName: NAMES[characteristic],
    method,
    methodId: `sugar.${characteristic}`,
    unit,
    reported,
    value: reported,
    u: expanded,
    k: expanded === null ? null : "2",
    expanded,
    inScope: characteristic !== "insolubles",
    testedOn: "2026-11-23",
  };
}

function verdict(
  market: string,
  document: string,
  characteristic: Name,
  limit: string,
  outcome: ReportVerdict["verdict"],
  indicative = false,
): ReportVerdict {
  return {
    requirementId: `${market}-${characteristic}`,
    market,
    document,
    clause: "4.2",
    edition: /[-:](\d{4})/.exec(document)?.[1] ?? "",
    characteristic,
    characteristicName: NAMES[characteristic],
    limitText: { zh: limit, en: limit },
    compare: market === "CN" ? "rounded" : "full",
    verdict: outcome,
    indicative,
    probabilityFalseAcceptance: outcome === "pass" ? "< 0.01 %" : null,
    because: { zh: "", en: "" },
  };
}

/** A report as a laboratory would issue it; invented throughout. */
export const sampleSnapshot: ReportSnapshot = {
  version: 1,
  title: { zh: "检测报告", en: "Test report" },
  number: "GXT-2026-000123",
  gdti: "9521234500018GXT2026000123",
  verifyUrl: "https://qi.example.org/253/9521234500018GXT2026000123",
  demonstration: true,
  languages: ["zh", "en"],
  issuer: {
    id: "ins-sugar",
    name: {
      zh: "国家糖业质量检验检测中心（演示）",
      en: "National Quality Inspection Centre for Sugar (demonstration)",
    },
    address: { zh: "广西南宁市五象新区平乐大道 18 号", en: "18 Pingle Avenue, Wuxiang, Nanning, Guangxi" },
    contact: "+86 771 000 0000 · lab@example.org",
    accreditation: {
      number: "CNAS L00000",
      body: { zh: "中国合格评定国家认可委员会", en: "CNAS" },
      validUntil: "2029-06-30",
    },
  },
  placeOfTesting: { zh: "实验室固定场所", en: "Permanent facility of the laboratory" },
  client: {
    name: { zh: "邕江糖业有限公司（演示）", en: "Yongjiang Sugar Mill Co., Ltd. (demonstration)" },
    address: { zh: "广西崇左市扶绥县渠黎镇", en: "Quli, Fusui, Chongzuo, Guangxi" },
  },
  commissionNumber: "C-2026-00042",
  item: {
    name: { zh: "白砂糖（优级）", en: "White granulated sugar (superior grade)" },
    lotNumber: "L20261118-A",
    lotSize: "500 t",
  },
  sample: {
    number: "S-2026-00042-1",
    quantity: "2.5 kg",
    condition: { zh: "完好，密封，无结块", en: "Intact, sealed, free of lumps" },
    sampling: {
      zh: "委托方送样；结果仅适用于收到的样品",
      en: "Sampled by the client; results apply to the sample as received",
    },
  },
  receivedOn: "2026-11-20",
  testedFrom: "2026-11-21",
  testedTo: "2026-11-24",
  issuedAt: "2026-11-25T08:00:00Z",
  results: [
    result("polarisation", "GB/T 35887-2018 · ICUMSA GS2/3-1", "99.82", "0.05", "degZ"),
    result("conductivity-ash", "GB/T 35887-2018 · ICUMSA GS2/3-17", "0.017", "0.002", "g/(100.g)"),
    result("invert-sugar", "ICUMSA GS2/3-5", "0.018", "0.004", "g/(100.g)"),
    result("loss-on-drying", "GB 5009.3-2016", "0.035", "0.006", "g/(100.g)"),
    result("colour-icumsa", "ICUMSA GS2/3-10", "48", "6", "{ICUMSA}"),
    result("sulphur-dioxide", "GB 5009.34-2022", "< 2.0", null, "mg/kg"),
    result("insolubles", "GB/T 35887-2018", "6", "2", "mg/kg"),
  ],
  verdicts: [
    verdict("CN", "GB/T 317-2018", "polarisation", "≥ 99.7 °Z", "pass"),
    verdict("CN", "GB/T 317-2018", "conductivity-ash", "≤ 0.02 g/100 g", "pass"),
    verdict("CN", "GB/T 317-2018", "invert-sugar", "≤ 0.03 g/100 g", "pass"),
    verdict("CN", "GB/T 317-2018", "loss-on-drying", "≤ 0.05 g/100 g", "pass"),
    verdict("CN", "GB/T 317-2018", "colour-icumsa", "≤ 60 IU", "pass"),
    verdict("CN", "GB 13104-2014", "sulphur-dioxide", "≤ 0.1 g/kg", "pass"),
    verdict("VN", "TCVN 6958:2001", "polarisation", "≥ 99.80 °Z", "conditional"),
    verdict("VN", "TCVN 6958:2001", "colour-icumsa", "≤ 50 IU", "conditional"),
    verdict("VN", "QCVN 01-98:2012/BNNPTNT", "sulphur-dioxide", "≤ 7 mg/kg", "pass", true),
    verdict("ID", "SNI 3140.3:2020", "polarisation", "≥ 99.6 °Z", "pass", true),
    verdict("ID", "SNI 3140.3:2020", "colour-icumsa", "≤ 45 IU", "fail", true),
    verdict("CODEX", "CXS 212-1999", "polarisation", "≥ 99.7 °Z", "pass"),
    verdict("CODEX", "CXS 212-1999", "conductivity-ash", "≤ 0.04 g/100 g", "pass"),
    verdict("CODEX", "CXS 212-1999", "sulphur-dioxide", "≤ 15 mg/kg", "undecided"),
  ],
  markets: [
    { market: "CN", name: { zh: "中国", en: "China" }, verdict: "pass", indicative: false },
    { market: "VN", name: { zh: "越南", en: "Viet Nam" }, verdict: "conditional", indicative: true },
    { market: "ID", name: { zh: "印度尼西亚", en: "Indonesia" }, verdict: "fail", indicative: true },
    { market: "CODEX", name: { zh: "国际食品法典", en: "Codex" }, verdict: "undecided", indicative: false },
  ],
  ruleSentence: {
    zh: "按 ILAC-G8:09/2019 采用带保护带 w = U 的非二元判定：结果在扣除 U 后仍在限值内为合格，跨越限值为有条件合格或不合格。",
    en: "Non-binary statement with guard band w = U (ILAC-G8:09/2019): pass if the result is within the limit by at least U, conditional where the interval crosses the limit.",
  },
  statements: [
    { zh: "本报告仅对所检样品负责。", en: "The results relate only to the items tested." },
    {
      zh: "未经本机构书面同意，不得部分复制本报告。",
      en: "This report shall not be reproduced except in full without approval of the laboratory.",
    },
    { zh: "方法无偏离、无增删。", en: "No additions to, deviations from or exclusions from the methods." },
    { zh: "未经核实的限值以“仅供参考”标注。", en: "Limits not verified are marked “indicative”." },
  ],
  persons: [
    { role: "analyst", name: { zh: "黄秋实", en: "Huang Qiushi" } },
    { role: "reviewer", name: { zh: "覃海燕", en: "Qin Haiyan" } },
    { role: "signatory", name: { zh: "韦明", en: "Wei Ming" } },
  ],
};

import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** The documents in which a conformity assessment body states what it found. */
export const REPORT_KINDS = [
  "test-report",
  "calibration-certificate",
  "verification-certificate",
  "inspection-report",
  "certificate-of-conformity",
  "certification-certificate",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export type KindFacts = {
  readonly title: Bilingual;
  /** Whose requirements the document meets. */
  readonly standard: string;
  /** The activity, in the words of ISO/IEC 17000:2020, clause 6 and 7. */
  readonly activity: "testing" | "calibration" | "verification" | "inspection" | "certification";
};

const FACTS: Readonly<Record<ReportKind, KindFacts>> = {
  "test-report": {
    title: { zh: "检测报告", en: "Test report" },
    standard: "ISO/IEC 17025:2017",
    activity: "testing",
  },
  "calibration-certificate": {
    title: { zh: "校准证书", en: "Calibration certificate" },
    standard: "ISO/IEC 17025:2017",
    activity: "calibration",
  },
  "verification-certificate": {
    title: { zh: "检定证书", en: "Verification certificate" },
    standard: "ISO/IEC 17025:2017",
    activity: "verification",
  },
  "inspection-report": {
    title: { zh: "检验报告", en: "Inspection report" },
    standard: "ISO/IEC 17020:2012",
    activity: "inspection",
  },
  "certificate-of-conformity": {
    title: { zh: "符合性证书", en: "Certificate of conformity" },
    standard: "ISO/IEC 17025:2017",
    activity: "testing",
  },
  "certification-certificate": {
    title: { zh: "产品认证证书", en: "Product certificate" },
    standard: "ISO/IEC 17065:2012",
    activity: "certification",
  },
};

/**
 * What a kind of document is called, whose requirements it meets and which activity it reports.
 *
 * @example kindFacts("verification-certificate").title.zh // → "检定证书" (JJF 1001-2011, 9.13)
 * @source ISO/IEC 17000:2020, 6 and 7; ISO/IEC 17025:2017, 7.8.1.2; ISO/IEC 17020:2012, 7.4; ISO/IEC 17065:2012, 7.7
 */
export const kindFacts = (kind: ReportKind): KindFacts => FACTS[kind];

/**
 * The kind of a frozen document. A snapshot from before there were several kinds names none and is a test report.
 *
 * @example kindOf({}) // → "test-report" (the only kind at first)
 * @source ours: snapshots are never rewritten
 */
export const kindOf = ({ kind }: { readonly kind?: ReportKind }): ReportKind => kind ?? "test-report";

/**
 * The kinds in which the results of a centre may go out, the usual one first; a signatory chooses among them.
 *
 * What is measured on an instrument goes out as calibration, or as verification where legal requirements were decided;
 * what is examined on special equipment as inspection.
 *
 * @param centre folder of the centre whose methods gave the results
 * @param decided whether requirements were decided on
 * @example reportKindsOf("product-quality", true) // → ["test-report"] (the only one)
 * @example reportKindsOf("metrology", true) // → ["verification-certificate", "calibration-certificate"] (JJF 1001-2011, 9.12 and 9.13)
 * @example reportKindsOf("metrology", false) // → ["calibration-certificate"] (nothing was decided)
 * @source JJF 1001-2011, 4.10, 9.12 and 9.13 (recalled); ISO/IEC 17025:2017, 7.8.1.2
 */
export function reportKindsOf(centre: string, decided: boolean): readonly [ReportKind, ...ReportKind[]] {
  switch (centre) {
    case "metrology":
      return decided ? ["verification-certificate", "calibration-certificate"] : ["calibration-certificate"];
    case "special-equipment":
      return ["inspection-report", "test-report"];
    default:
      return ["test-report"];
  }
}

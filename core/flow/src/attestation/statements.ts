import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { markStanding } from "./accreditation-mark.ts";
import type { ReportFacts } from "./report-facts.ts";
import { kindOf, type ReportKind } from "./report-kind.ts";
import type { ReportResult, ReportStatement, StatementKind } from "./report-snapshot.ts";
import { STATEMENTS, type StatementName } from "./statement-texts.ts";
import { reportTexts } from "./texts/texts.ts";

/** Which sentences belong to which document, in the order in which they stand. */
const ORDER: Readonly<Record<ReportKind, readonly StatementKind[]>> = {
  "test-report": [
    "only-items",
    "as-received",
    "client-data",
    "method-changes",
    "external-results",
    "no-uncertainty",
    "scope",
    "no-mark",
    "indicative",
    "reproduction",
    "demonstration",
  ],
  "calibration-certificate": [
    "only-items",
    "client-data",
    "traceability",
    "method-changes",
    "external-results",
    "no-uncertainty",
    "scope",
    "no-mark",
    "indicative",
    "no-interval",
    "reproduction",
    "demonstration",
  ],
  "verification-certificate": [
    "only-items",
    "client-data",
    "traceability",
    "method-changes",
    "external-results",
    "no-uncertainty",
    "indicative",
    "reproduction",
    "demonstration",
  ],
  "inspection-report": [
    "as-inspected",
    "client-data",
    "method-changes",
    "external-results",
    "no-uncertainty",
    "indicative",
    "reproduction",
    "demonstration",
  ],
  "certificate-of-conformity": [
    "basis",
    "client-data",
    "external-results",
    "no-uncertainty",
    "reproduction",
    "demonstration",
  ],
  "certification-certificate": ["conditions", "external-results", "reproduction", "demonstration"],
};

/**
 * The sentences that the standard of its kind demands of a document, as far as they follow from its facts; each also in the
 * document's second language where we have the words.
 *
 * @example standardStatements({ deviations: [], remarks: [], results: [{ characteristicName: { zh: "铅", en: "Lead" }, testedOn: "2026-11-23", inScope: true }], markets: [{ market: "CN" }], verdicts: [], receivedOn: "2026-11-20", sample: {}, issuer: { accreditation: null }, demonstration: false }).map(({ kind }) => kind) // → ["only-items", "as-received", "client-data", "method-changes", "external-results", "reproduction"] (ISO/IEC 17025:2017, 7.8.2.1 l, 7.8.2.2, 7.8.2.1 n and p, note 2)
 * @source ISO/IEC 17025:2017, 7.8.2, 7.8.4.1 c and 7.8.4.3; ISO/IEC 17020:2012, 7.4.2; ISO/IEC 17065:2012, 7.7.1
 */
export function standardStatements(facts: ReportFacts): ReportStatement[] {
  return ORDER[kindOf(facts)].flatMap((kind) => sentencesOf(kind, facts));
}

function sentencesOf(kind: StatementKind, facts: ReportFacts): ReportStatement[] {
  if (kind === "method-changes" && facts.deviations.length > 0)
    return facts.deviations.map((deviation) => ({ kind, ...deviation }));
  const name = nameOf(kind, facts);
  return name === null ? [] : [said(kind, name, facts)];
}

/** The sentence of a kind that fits the facts; null where none is due. */
function nameOf(kind: StatementKind, facts: ReportFacts): StatementName | null {
  const { results, sample, verdicts, certification } = facts;
  const instrument = facts.calibration !== undefined;
  switch (kind) {
    case "only-items":
      return instrument ? "only-instrument" : "only-items";
    case "as-received":
      return sample.sampledBy === "laboratory" ? null : "as-received";
    case "client-data":
      return instrument ? "client-instrument" : "client-data";
    case "external-results":
      return results.some(({ externalProvider }) => externalProvider) ? "external-some" : "external-none";
    case "no-uncertainty":
      return results.some(withoutUncertainty) ? kind : null;
    case "scope":
      return results.some(({ inScope }) => !inScope) ? "scope" : null;
    case "no-mark":
      return noMark(facts) ? "no-mark" : null;
    case "indicative":
      return verdicts.some(({ indicative }) => indicative) ? "indicative" : null;
    case "demonstration":
      return facts.demonstration ? "demonstration" : null;
    case "conditions":
      return certification?.validUntil ? "conditions-until" : "conditions";
    case "opinion":
      return null;
    default:
      return kind;
  }
}

const noMark = (facts: ReportFacts): boolean => ["outside-scope", "external"].includes(markStanding(facts));

/** A sentence in both languages and, beside another language than English, in that one. */
function said(kind: StatementKind, name: StatementName, facts: ReportFacts): ReportStatement {
  const { zh, en } = STATEMENTS[name];
  const told = namesIn(name, facts);
  const { second = "en" } = facts;
  const own = second === "en" ? undefined : reportTexts(second).statements[name];
  return {
    kind,
    zh: zh.replace("{items}", told.zh),
    en: en.replace("{items}", told.en),
    // Names of characteristics are kept in Chinese and English only.
    ...(own === undefined ? {} : { second: own.replace("{items}", told.en) }),
  };
}

function namesIn(name: StatementName, { results, basis = [] }: ReportFacts): Bilingual {
  switch (name) {
    case "external-some":
      return listed(
        results.filter(({ externalProvider }) => externalProvider),
        ({ characteristicName: { zh, en }, externalProvider: by }) => ({
          zh: `${zh}（${by?.zh}）`,
          en: `${en} (${by?.en})`,
        }),
      );
    case "no-uncertainty":
      return listed(results.filter(withoutUncertainty), ({ characteristicName }) => characteristicName);
    case "scope":
      return listed(
        results.filter(({ inScope }) => !inScope),
        ({ characteristicName }) => characteristicName,
      );
    case "basis": {
      const numbers = basis.map(({ number }) => number);
      return { zh: numbers.join("、"), en: numbers.join(", ") };
    }
    default:
      return { zh: "", en: "" };
  }
}

/** A computed figure to which no reading with an uncertainty contributes; what was only counted or not found has no u at all. */
const withoutUncertainty = ({ u, expanded, reported, unit }: ReportResult): boolean =>
  expanded === null && u !== null && Number(u) === 0 && !reported.startsWith("<") && !unit.startsWith("{");

function listed(results: readonly ReportResult[], name: (result: ReportResult) => Bilingual): Bilingual {
  const names = results.map(name);
  return { zh: names.map(({ zh }) => zh).join("、"), en: names.map(({ en }) => en).join(", ") };
}

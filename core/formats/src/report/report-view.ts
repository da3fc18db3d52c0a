import { markStanding } from "@quanheng/flow/attestation/accreditation-mark.ts";
import { kindOf } from "@quanheng/flow/attestation/report-kind.ts";
import { type SecondLanguage, secondLanguage } from "@quanheng/flow/attestation/report-language.ts";
import type { ReportTexts } from "@quanheng/flow/attestation/texts/report-texts.ts";
import { reportTexts } from "@quanheng/flow/attestation/texts/texts.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { type LimitChart, limitCharts } from "./limit-chart.ts";
import type { ReportSnapshot } from "./snapshot.ts";

/** What a page needs beside the snapshot; all of it follows from the snapshot. */
export type ReportView = {
  readonly language: SecondLanguage;
  readonly zh: Pick<ReportTexts, "words">;
  readonly second: Pick<ReportTexts, "words">;
  /** Title in the second language. */
  readonly title: string;
  /** Whether capitals and letter spacing suit the script. */
  readonly spaced: boolean;
  readonly accent: string;
  readonly footer: string;
  /** Whether the accreditation is named. */
  readonly mark: boolean;
  /** Whether there is a sample to speak of. */
  readonly sample: boolean;
  readonly units: Readonly<Record<string, string>>;
  readonly charts: readonly LimitChart[];
};

const HOUSE_ACCENT = "#0b5c7a";
/** Scripts without capitals, whose letters must not be set apart. */
const JOINED: ReadonlySet<SecondLanguage> = new Set(["th", "lo", "km", "my"]);

/**
 * What a page needs beside the snapshot, from the snapshot alone: the same snapshot gives the same page.
 *
 * @example reportView({ languages: ["zh", "th"], title: { zh: "检测报告", en: "Test report" }, issuer: { accreditation: null }, results: [] }).title // → "รายงานผลการทดสอบ" (the kind's title in the second language)
 * @source ours: a document is a function of its snapshot
 */
export function reportView(snapshot: ReportSnapshot): ReportView {
  const kind = kindOf(snapshot);
  const language = secondLanguage(snapshot.languages);
  const second = reportTexts(language);
  const { design, results } = snapshot;
  return {
    language,
    zh: { words: reportTexts("zh").words },
    second: { words: second.words },
    title: language === "en" ? snapshot.title.en : second.titles[kind],
    spaced: !JOINED.has(language),
    accent: design?.accent ?? HOUSE_ACCENT,
    footer: footerOf(snapshot),
    mark: markStanding(snapshot) === "shown",
    sample: kind === "test-report",
    units: Object.fromEntries(results.map(({ unit }) => [unit, unitSymbol(unit)])),
    charts: limitCharts(results),
  };
}

const FOOTER = "本文件仅对所述对象有效 For the item described only";

function footerOf({ design }: ReportSnapshot): string {
  const own = [design?.footerZh ?? "", design?.footerEn ?? ""].filter((text) => text !== "").join(" ");
  return own === "" ? FOOTER : own;
}

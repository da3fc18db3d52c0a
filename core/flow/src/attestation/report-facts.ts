import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { SecondLanguage } from "./report-language.ts";
import type { ReportSnapshot } from "./report-snapshot.ts";

/** What the services know when a report is issued; everything else of the snapshot follows from it. */
export type ReportFacts = Omit<
  ReportSnapshot,
  "version" | "title" | "languages" | "testedFrom" | "testedTo" | "statements"
> & {
  readonly title?: Bilingual;
  /** What stands beside Chinese; absent means English. */
  readonly second?: SecondLanguage;
  /** Deviations from the methods in the laboratory's words; empty when there were none (7.8.2.1 n). */
  readonly deviations: readonly Bilingual[];
  /** What the signatory adds; opinions and interpretations are not for this place (7.8.7). */
  readonly remarks: readonly Bilingual[];
};

import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** One measured characteristic as the report states it. Numbers are texts: what was rounded once stays as it was. */
export type ReportResult = {
  readonly characteristic: string;
  readonly characteristicName: Bilingual;
  /** Method document as cited, e.g. `GB/T 35887-2018`, with the id of the definition that computed it. */
  readonly method: string;
  readonly methodId: string;
  readonly unit: string;
  /** As printed, with its operator where it is not an equality: `99.82`, `< 0.5`. */
  readonly reported: string;
  /** Unrounded value; standard and expanded uncertainty with the coverage factor; null where the method states none. */
  readonly value: string;
  readonly u: string | null;
  readonly k: string | null;
  /** Expanded uncertainty as printed; null where none is stated. */
  readonly expanded: string | null;
  /** Whether the accredited scope covers this test. */
  readonly inScope: boolean;
  readonly testedOn: string;
};

/** The decision on one requirement of one market. */
export type ReportVerdict = {
  readonly requirementId: string;
  readonly market: string;
  readonly document: string;
  readonly clause: string;
  readonly edition: string;
  readonly characteristic: string;
  readonly characteristicName: Bilingual;
  readonly limitText: Bilingual;
  readonly compare: "full" | "rounded";
  readonly verdict: "pass" | "conditional" | "fail" | "undecided";
  /** True where the requirement has not been verified against its source: the verdict binds nobody. */
  readonly indicative: boolean;
  readonly probabilityFalseAcceptance: string | null;
  readonly because: Bilingual;
};

export type ReportMarket = {
  readonly market: string;
  readonly name: Bilingual;
  readonly verdict: "pass" | "conditional" | "fail" | "undecided";
  readonly indicative: boolean;
};

export type ReportPerson = {
  readonly role: "analyst" | "reviewer" | "signatory";
  readonly name: Bilingual;
};

/**
 * Everything a test report says, frozen when it is issued: report, credential and public view are functions of it.
 *
 * Letters in brackets name the item of ISO/IEC 17025:2017, 7.8.2.1.
 */
export type ReportSnapshot = {
  readonly version: 1;
  /** (a) */
  readonly title: Bilingual;
  /** (d) */
  readonly number: string;
  readonly gdti: string;
  readonly verifyUrl: string;
  readonly demonstration: boolean;
  readonly languages: readonly string[];
  /** (b, c) */
  readonly issuer: {
    readonly id: string;
    readonly name: Bilingual;
    readonly address: Bilingual;
    readonly contact: string;
    readonly accreditation: { readonly number: string; readonly body: Bilingual; readonly validUntil: string } | null;
  };
  readonly placeOfTesting: Bilingual;
  /** (e) */
  readonly client: { readonly name: Bilingual; readonly address: Bilingual };
  readonly commissionNumber: string;
  /** (g) */
  readonly item: { readonly name: Bilingual; readonly lotNumber: string; readonly lotSize: string };
  readonly sample: {
    readonly number: string;
    readonly quantity: string;
    readonly condition: Bilingual;
    readonly sampling: Bilingual;
  };
  /** (h, i, j), ISO dates. */
  readonly receivedOn: string;
  readonly testedFrom: string;
  readonly testedTo: string;
  readonly issuedAt: string;
  /** (f, m) */
  readonly results: readonly ReportResult[];
  readonly verdicts: readonly ReportVerdict[];
  readonly markets: readonly ReportMarket[];
  readonly ruleSentence: Bilingual;
  /** (n) additions, deviations, conditions; (l) only the items tested; and what else must be said. */
  readonly statements: readonly Bilingual[];
  /** (o) */
  readonly persons: readonly ReportPerson[];
};

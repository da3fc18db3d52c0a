import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ReportDesign } from "./report-design.ts";
import type { ReportKind } from "./report-kind.ts";
import type {
  BasisDocument,
  CalibrationPart,
  CertificationPart,
  InspectionPart,
  Predecessor,
  VerificationPart,
} from "./report-parts.ts";

/** One line of the uncertainty appendix: a source and what it contributes to u, as printed. */
export type BudgetEntry = { readonly source: Bilingual; readonly contribution: string; readonly dof: string };

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
  /** (p) Who measured it, where it was not the issuer. */
  readonly externalProvider?: Bilingual | null;
  /** Before or after adjustment, where an instrument was adjusted (7.8.4.1 d). */
  readonly phase?: "as-found" | "as-left";
  /** Sources of the uncertainty, the greatest first; absent where none is stated. */
  readonly budget?: readonly BudgetEntry[];
  /** Coverage probability of U as printed, e.g. `95.45 %`. */
  readonly coverage?: string;
  /** Limits as printed numbers in the unit of the result, for the chart; by market. */
  readonly limits?: readonly { readonly market: string; readonly lower?: string; readonly upper?: string }[];
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

/** What a statement is there for, where ISO/IEC 17025:2017 asks for it; others carry no kind. */
export type StatementKind =
  /** 7.8.2.1 l: results relate only to the items tested. */
  | "only-items"
  /** 7.8.2.1 n: additions to, deviations from or exclusions from the method, or that there were none. */
  | "method-changes"
  /** 7.8.2.1 p: which results come from external providers, or that none do. */
  | "external-results"
  /** 7.8.2.2: which information the client supplied. */
  | "client-data"
  /** 7.8.2.2: results apply to the sample as received, where the laboratory did not sample. */
  | "as-received"
  /** Not to be reproduced except in full (7.8.2.1, note 2). */
  | "reproduction"
  | "scope"
  | "indicative"
  | "demonstration"
  /** ISO/IEC 17025:2017, 7.8.3.1 c: for which results none is stated, and why. */
  | "no-uncertainty"
  /** ISO/IEC 17025:2017, 7.8.4.1 c: how the results are traceable. */
  | "traceability"
  /** ISO/IEC 17025:2017, 7.8.4.3: no recommendation of an interval unless the client agreed to it. */
  | "no-interval"
  /** What a certificate of conformity rests on and for whom it speaks. */
  | "basis"
  /** ISO/IEC 17020:2012, 7.4.2 e: inspected as it was on that day. */
  | "as-inspected"
  /** ISO/IEC 17065:2012, 7.7.1: under which conditions the certificate holds. */
  | "conditions"
  /** No mark of an accreditation, and why. */
  | "no-mark"
  /** ISO/IEC 17025:2017, 7.8.7: an opinion of a named person. */
  | "opinion";

export type ReportStatement = Bilingual & {
  readonly kind?: StatementKind;
  /** The same in the second language of the document, where that is not English and we have the words. */
  readonly second?: string;
};

/**
 * Everything a test report says, frozen when it is issued: report, credential and public view are functions of it.
 *
 * Letters in brackets name the item of ISO/IEC 17025:2017, 7.8.2.1.
 */
export type ReportSnapshot = {
  readonly version: 1;
  /** Absent means a test report. */
  readonly kind?: ReportKind;
  /** (a) */
  readonly title: Bilingual;
  /** (d) */
  readonly number: string;
  readonly gdti: string;
  readonly verifyUrl: string;
  readonly demonstration: boolean;
  /** Chinese and one more, see `report-language.ts`. */
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
    /** (k) How the sample was taken, by whom, under which plan. */
    readonly sampling: Bilingual;
    /** Who took it; absent means the client did. */
    readonly sampledBy?: "client" | "laboratory";
    /** Where the laboratory took it (7.8.5). */
    readonly sampledOn?: string;
    readonly sampledAt?: Bilingual;
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
  readonly statements: readonly ReportStatement[];
  /** (o) */
  readonly persons: readonly ReportPerson[];
  /** The document this one amends, replaces or supplements, and why (7.8.8). */
  readonly replaces?: Predecessor | null;
  /** Documents that this one rests on, by their hashes. */
  readonly basis?: readonly BasisDocument[];
  readonly calibration?: CalibrationPart;
  readonly verification?: VerificationPart;
  readonly inspection?: InspectionPart;
  readonly certification?: CertificationPart;
  /** What the item looked like when it came in. */
  readonly photos?: readonly { readonly sha256: string; readonly mediaType: string; readonly caption: Bilingual }[];
  /** How documents of the issuer look; absent means the plain design of the house. */
  readonly design?: ReportDesign;
};

import type { ReportSnapshot } from "../../report/snapshot.ts";

/** What a certificate carries of a report: the report's own data, without what a certificate has no place for. */
export type CarriedReport = Pick<
  ReportSnapshot,
  | "title"
  | "number"
  | "gdti"
  | "verifyUrl"
  | "demonstration"
  | "placeOfTesting"
  | "client"
  | "commissionNumber"
  | "item"
  | "sample"
  | "receivedOn"
  | "testedFrom"
  | "testedTo"
  | "results"
  | "verdicts"
  | "markets"
  | "ruleSentence"
  | "statements"
  | "persons"
  | "kind"
  | "replaces"
  | "basis"
  | "calibration"
  | "verification"
> & {
  readonly issuer: Omit<ReportSnapshot["issuer"], "id">;
  /** The day of issue in China; a certificate has no hour for it. */
  readonly issuedOn: string;
};

import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { kindOf, type ReportKind } from "./report-kind.ts";
import type { ReportSnapshot } from "./report-snapshot.ts";

/**
 * What anyone who holds the number of a report may read of it.
 *
 * It holds what a buyer or an officer needs to compare with the paper in hand: who issued it, for which lot, with which
 * results and verdicts. It leaves out the client, commission, sample and dates of work (trade relations), persons
 * (privacy), unrounded values and standard uncertainties (the laboratory's records), limits and reasons (the whole
 * report is for those to whom the client hands it). Fields are named one by one, so that a new one is secret until
 * somebody decides otherwise.
 */
export type PublicView = {
  readonly number: string;
  readonly gdti: string;
  readonly kind: ReportKind;
  readonly title: Bilingual;
  readonly institutionName: Bilingual;
  readonly institutionAddress: Bilingual;
  readonly itemName: Bilingual;
  readonly lotNumber: string;
  /** Calendar date in UTC. */
  readonly issuedOn: string;
  readonly demonstration: boolean;
  readonly results: readonly {
    readonly characteristicName: Bilingual;
    readonly method: string;
    readonly reported: string;
    /** Empty where the method states none. */
    readonly expanded: string;
    readonly unit: string;
  }[];
  readonly markets: readonly {
    readonly market: string;
    readonly verdict: "pass" | "conditional" | "fail" | "undecided";
    readonly indicative: boolean;
  }[];
  readonly ruleSentence: Bilingual;
};

/**
 * What anyone who holds the number of a report may read of it; see `PublicView` for what it leaves out and why.
 *
 * @example publicView({ number: "GXT-2026-000123", issuer: {}, item: {}, issuedAt: "2026-11-25T08:00:00.000Z", results: [], markets: [{ market: "CN", verdict: "pass", indicative: false, note: "secret" }] }).issuedOn // → "2026-11-25" (the day of the instant)
 * @source ISO/IEC 17025:2017, 4.2 (confidentiality); ISO/IEC 17065:2012, 7.8
 */
export function publicView(snapshot: ReportSnapshot): PublicView {
  return {
    number: snapshot.number,
    gdti: snapshot.gdti,
    kind: kindOf(snapshot),
    title: snapshot.title,
    institutionName: snapshot.issuer.name,
    institutionAddress: snapshot.issuer.address,
    itemName: snapshot.item.name,
    lotNumber: snapshot.item.lotNumber,
    issuedOn: snapshot.issuedAt.slice(0, 10),
    demonstration: snapshot.demonstration,
    results: snapshot.results.map(({ characteristicName, method, reported, expanded, unit }) => ({
      characteristicName,
      method,
      reported,
      expanded: expanded ?? "",
      unit,
    })),
    markets: snapshot.markets.map(({ market, verdict, indicative }) => ({ market, verdict, indicative })),
    ruleSentence: snapshot.ruleSentence,
  };
}

import { kindOf } from "@quanheng/flow/attestation/report-kind.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";

/** Markets of a report for which a certificate may be issued: every requirement met, and each of them verified. */
export function certifiableMarkets(snapshot: Pick<ReportSnapshot, "kind" | "markets" | "verdicts">): string[] {
  if (kindOf(snapshot) !== "test-report") return [];
  return snapshot.markets
    .filter(({ market, verdict, indicative }) => {
      const own = snapshot.verdicts.filter((each) => each.market === market);
      return verdict === "pass" && !indicative && own.length > 0 && own.every((each) => each.verdict === "pass");
    })
    .map(({ market }) => market);
}

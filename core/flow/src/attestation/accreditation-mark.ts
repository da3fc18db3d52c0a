import type { ReportSnapshot } from "./report-snapshot.ts";

/** Whether a document may bear the mark of its issuer's accreditation, and if not, why. */
export type MarkStanding = "shown" | "not-accredited" | "outside-scope" | "external" | "not-covered";

type Marked = Pick<ReportSnapshot, "results"> & {
  readonly issuer: Pick<ReportSnapshot["issuer"], "accreditation">;
  readonly kind?: ReportSnapshot["kind"];
};

/**
 * The mark stands only where the accreditation covers every line: a reader takes it for all of the document.
 *
 * Verification by law and certification are other activities than those of a laboratory's accreditation; their documents
 * bear none, as far as the house knows no accreditation for them.
 *
 * @example markStanding({ issuer: { accreditation: {} }, results: [{ inScope: true }] }) // → "shown" (every line is covered)
 * @example markStanding({ issuer: { accreditation: {} }, results: [{ inScope: true }, { inScope: false }] }) // → "outside-scope" (one line is not)
 * @example markStanding({ issuer: { accreditation: null }, results: [] }) // → "not-accredited" (there is no mark to show)
 * @source ILAC-P8:03/2019, 9.1 and 9.2; ISO/IEC 17025:2017, 7.8.2.1 p
 */
export function markStanding({ issuer, results, kind = "test-report" }: Marked): MarkStanding {
  if (issuer.accreditation === null) return "not-accredited";
  if (kind !== "test-report" && kind !== "calibration-certificate") return "not-covered";
  if (results.some(({ externalProvider }) => externalProvider)) return "external";
  return results.length > 0 && results.every(({ inScope }) => inScope) ? "shown" : "outside-scope";
}

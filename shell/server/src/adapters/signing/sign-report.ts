import type { DocumentSigner } from "@quanheng/formats/signature/signer.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { RenderedReport } from "../pdf/render-report.ts";
import { type LongTerm, type SignedInTurn, signInTurn } from "./sign-in-turn.ts";

export type ReportSignature = {
  readonly signer: DocumentSigner;
  /** The person who authorised the report. */
  readonly signatory: Bilingual;
  readonly institution: Bilingual;
  /** ISO 8601 in UTC. */
  readonly signedAt: string;
};

/** No service is set: signatures are B-B, and their bytes follow from the report alone. */
const ALONE: LongTerm = { authorities: [], required: false };

/**
 * Puts the institution's electronic signature on a rendered report.
 *
 * @returns the final bytes, stored as they are and never made again
 * @throws Refusal `timestamp-unavailable`
 */
export function signReport(
  report: RenderedReport,
  { signer, signatory, institution, signedAt }: ReportSignature,
  longTerm: LongTerm = ALONE,
): Promise<SignedInTurn> {
  const part = {
    signer,
    signedAt,
    signedBy: `${signatory.zh} ${signatory.en}`,
    reason: "授权签发 Authorised for issue",
    location: `${institution.zh} ${institution.en}`,
    place: report.place,
  };
  return signInTurn(report.pdf, [part], longTerm);
}

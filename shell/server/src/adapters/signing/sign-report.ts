import type { DocumentSigner } from "@quanheng/formats/signature/signer.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { RenderedReport } from "../pdf/render-report.ts";
import { type LongTerm, type SignedInTurn, signInTurn } from "./sign-in-turn.ts";

export type ReportSignature = {
  readonly signer: DocumentSigner;
  /** The institution's key by SM2 and SM3, where domestic rules ask for it; null where they do not. */
  readonly sm2: DocumentSigner | null;
  /** The person who authorised the report. */
  readonly signatory: Bilingual;
  readonly institution: Bilingual;
  /** ISO 8601 in UTC. */
  readonly signedAt: string;
};

/** Nowhere to click: the box on the page belongs to the other signature. */
const NOWHERE = { page: 1, xPt: 0, yPt: 0, widthPt: 0, heightPt: 0 } as const;

/** No service is set: signatures are B-B, and their bytes follow from the report alone. */
const ALONE: LongTerm = { authorities: [], required: false };

/**
 * Puts the institution's electronic signature on a rendered report, and before it the one by SM2 where there is one: the
 * last signature covers the other and the whole file, and it is the one that readers everywhere can check.
 *
 * @returns the final bytes, stored as they are and never made again
 * @throws Refusal `timestamp-unavailable`
 */
export function signReport(
  report: RenderedReport,
  { signer, sm2, signatory, institution, signedAt }: ReportSignature,
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
  const domestic = sm2
    ? [{ ...part, signer: sm2, reason: "国密签名 SM2/SM3 Signed by SM2 and SM3", place: NOWHERE }]
    : [];
  return signInTurn(report.pdf, [...domestic, part], longTerm);
}

import { inflateSync } from "node:zlib";
import type { Inflate } from "@quanheng/formats/pdf/inflate.ts";
import { signPdf } from "@quanheng/formats/signature/pades-sign.ts";
import type { DocumentSigner } from "@quanheng/formats/signature/signer.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { RenderedReport } from "../pdf/render-report.ts";

export type ReportSignature = {
  readonly signer: DocumentSigner;
  /** The person who authorised the report. */
  readonly signatory: Bilingual;
  readonly institution: Bilingual;
  /** ISO 8601 in UTC. */
  readonly signedAt: string;
};

/**
 * Puts the institution's electronic signature on a rendered report.
 *
 * @returns the final bytes, stored as they are and never made again
 */
export function signReport(report: RenderedReport, signature: ReportSignature): Promise<Uint8Array> {
  const { signer, signatory, institution, signedAt } = signature;
  return signPdf(
    report.pdf,
    {
      signer,
      signedAt,
      signedBy: `${signatory.zh} ${signatory.en}`,
      reason: "授权签发 Authorised for issue",
      location: `${institution.zh} ${institution.en}`,
      place: report.place,
    },
    fastInflate,
  );
}

/** The platform's own zlib, for files that this server made. */
const fastInflate: Inflate = (zlib, limit) => inflateSync(zlib, { maxOutputLength: limit });

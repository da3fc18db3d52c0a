import { checkDcc, type DccCheck } from "@quanheng/formats/dcc/check.ts";
import { readCertificate } from "@quanheng/formats/dcc/model/read.ts";
import { type CertificateView, viewOf } from "@quanheng/formats/dcc/view/view.ts";
import type { Trust } from "@quanheng/formats/verify/trust.ts";
import type { XadesVerdict } from "@quanheng/formats/xades/verdict.ts";
import { verifyXades } from "@quanheng/formats/xades/verify.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";

/** Everything that is found on a certificate; what could not be found out is absent. */
export type JudgedCertificate = {
  /** Why the file is no XML that can be read. */
  readonly refused?: Pick<Refusal, "code" | "facts">;
  readonly check?: DccCheck;
  readonly signatures: readonly XadesVerdict[];
  /** Absent where the build is wrong. */
  readonly view?: CertificateView;
  /** Ways to what the newest version has no place for. */
  readonly left: readonly string[];
};

/**
 * Judges the XML of a calibration certificate on this device: build, rules, signatures, content. Never throws for a bad
 * file.
 *
 * @param trust whom the reader trusts; never taken from the certificate
 * @param at instant for certificates whose signer states none, ISO 8601 in UTC
 */
export function judgeCertificate(xml: Uint8Array | string, trust: Pick<Trust, "roots">, at: string): JudgedCertificate {
  try {
    const document = readXml(xml);
    const check = checkDcc(document);
    const signatures = verifyXades(document, { roots: trust.roots }, at);
    if (!check.isWellBuilt) return { check, signatures, left: [] };
    const { certificate, left } = readCertificate(document);
    return { check, signatures, left, view: viewOf(certificate) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: { code: error.code, facts: error.facts }, signatures: [], left: [] };
  }
}

import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import { ocspRequest } from "@quanheng/formats/signature/ocsp.ts";
import { pemOfCertificate } from "@quanheng/formats/signature/pem.ts";
import type { DocumentSigner } from "@quanheng/formats/signature/signer.ts";
import { demoResponder } from "@quanheng/formats/signature/testing/demo-responder.ts";
import { demoSigner } from "@quanheng/formats/signature/testing/demo-signer.ts";
import { demoStamper, stampBy } from "@quanheng/formats/signature/testing/demo-stamper.ts";
import { requestFor, timestampRequest } from "@quanheng/formats/signature/timestamp-request.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { RenderedReport } from "@quanheng/server/adapters/pdf/render-report.ts";
import { type LongTerm, signInTurn } from "@quanheng/server/adapters/signing/sign-in-turn.ts";

/** Forms of signatures beside the plain one: stamped; by three, for the long term; SM2 beside P-256. */
export const SIGNATURE_FORMS = ["b-t", "b-lt", "sm2"] as const;
export type SignatureForm = (typeof SIGNATURE_FORMS)[number];

type Order = {
  readonly signer: DocumentSigner;
  readonly institution: Bilingual;
  readonly signedAt: string;
};

/** Signs a report in one of the forms with the published keys of the tests. */
export async function signAs(form: SignatureForm, report: RenderedReport, order: Order) {
  const { signer, institution, signedAt } = order;
  const later = new Date(Date.parse(signedAt) + 3000).toISOString();
  const stamper = await demoStamper({ time: later });
  const { root } = await demoSigner();
  const location = `${institution.zh} ${institution.en}`;
  const by = (signedBy: string, reason: string, one: DocumentSigner) =>
    ({ signer: one, signedBy, reason, location, signedAt }) as const;
  const seal = { ...by(location, "授权签发 Authorised for issue", signer), place: report.place };
  const reviewer = (await demoSigner({ seed: 3, commonName: "Reviewer" })).signer;
  const signatory = (await demoSigner({ seed: 4, commonName: "Signatory" })).signer;
  const domestic = (await demoSigner({ seed: 5, commonName: "Test Centre SM2", algorithm: "sm2-sm3" })).signer;
  const parts = {
    "b-t": [seal],
    "b-lt": [by("梁静 Liang Jing", "审核 Reviewed", reviewer), by("韦明 Wei Ming", "批准 Approved", signatory), seal],
    sm2: [by(location, "商用密码签名 SM2 signature", domestic), seal],
  }[form];
  const responder = await demoResponder({ root, now: later });
  const plain: LongTerm = { authorities: [root], required: true };
  const stamped: LongTerm = {
    ...plain,
    timestamp: (value) => stampBy(stamper, timestampRequest(requestFor(value, Uint8Array.of(1)))),
  };
  const long: LongTerm = {
    ...stamped,
    revocation: {
      answers: (pairs) =>
        Promise.all(
          pairs.map(([one, issuer]) => responder.respond(ocspRequest(readCertificate(one), readCertificate(issuer)))),
        ),
    },
    kept: { certificates: [stamper.root], crls: [await stamper.crl([], later)] },
  };
  const { file } = await signInTurn(report.pdf, parts, { "b-t": stamped, "b-lt": long, sm2: plain }[form]);
  return { file, timestampCertificates: [pemOfCertificate(stamper.root)] };
}

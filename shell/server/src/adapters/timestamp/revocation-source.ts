import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import { ocspRequest, readOcsp } from "@quanheng/formats/signature/ocsp.ts";
import { boundedPost } from "./bounded-post.ts";

/** Where it is asked whether certificates were revoked. */
export type RevocationSource = {
  /** @returns OCSP answers, DER, one for each pair of certificate and issuer @throws Error, Refusal `ocsp-declined` */
  answers(pairs: readonly (readonly [certificate: Uint8Array, issuer: Uint8Array])[]): Promise<readonly Uint8Array[]>;
};

/**
 * A responder that answers over HTTP.
 *
 * @source RFC 6960, appendix A.1
 */
export function openResponder(url: string, timeoutMs = 5000): RevocationSource {
  const post = { url, contentType: "application/ocsp-request", accept: "application/ocsp-response", timeoutMs };
  return {
    answers: (pairs) =>
      Promise.all(
        pairs.map(async ([certificate, issuer]) => {
          const answer = await boundedPost(post, ocspRequest(readCertificate(certificate), readCertificate(issuer)));
          readOcsp(answer);
          return answer;
        }),
      ),
  };
}

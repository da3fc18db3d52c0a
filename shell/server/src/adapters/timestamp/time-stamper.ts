import { randomBytes } from "node:crypto";
import type { Timestamp } from "@quanheng/formats/signature/cms-write.ts";
import { judgeTimestamp, tokenOfResponse } from "@quanheng/formats/signature/timestamp.ts";
import { requestFor, timestampRequest } from "@quanheng/formats/signature/timestamp-request.ts";
import { boundedPost } from "./bounded-post.ts";

export type TimeStampService = {
  /** Where it answers (RFC 3161 over HTTP). */
  readonly url: string;
  /** Policy to stamp under, in dotted digits; left out, the service's own. */
  readonly policy?: string;
  /** Certificates of the authorities that vouch for it, DER. */
  readonly roots: readonly Uint8Array[];
  readonly timeoutMs?: number;
};

const USUAL_TIMEOUT_MS = 5000;

/**
 * Asks a time-stamp service, and believes its answer only after checking it: nonce, imprint, policy, signature and the
 * chain to a known authority. A stamp that no verifier would accept is as good as none.
 *
 * @throws Refusal of `tokenOfResponse`
 * @throws Error when the service is not there or its stamp is not to be trusted
 * @source RFC 3161, 2.4 and 3.4
 */
export function openTimeStamper(service: TimeStampService): Timestamp {
  const post = {
    url: service.url,
    contentType: "application/timestamp-query",
    accept: "application/timestamp-reply",
    timeoutMs: service.timeoutMs ?? USUAL_TIMEOUT_MS,
  };
  return async (signature) => {
    const request = requestFor(signature, randomBytes(16), service.policy);
    const token = tokenOfResponse(await boundedPost(post, timestampRequest(request)), request);
    const { holds, reasons } = judgeTimestamp(token, signature, { roots: [], timestampRoots: service.roots });
    if (!holds) throw new Error(`gave a stamp that does not hold: ${reasons.join(", ")}`);
    return token;
  };
}

import { bytesToHex } from "@noble/hashes/utils.js";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { accountOfCredential, accountOfSnapshot, contradictions } from "../credential/agreement.ts";
import { digestOf } from "../credential/digest.ts";
import { type JsonObject, type JwtVerdict, judgeJwt, objectOf } from "../credential/jws.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";
import { arithmetic } from "../signature/arithmetic.ts";
import { type Check, failed, ok, unknown } from "./check.ts";
import type { Trust } from "./trust.ts";

/**
 * The credential's own signature; `verdict` is undefined where there is no readable credential.
 *
 * @example judgeCredential(undefined, { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }).check // → { code: "credential", state: "unknown", reason: "no-credential" } (there is none)
 * @example judgeCredential("a.b", { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }).check.reason // → "credential-changed" (unreadable)
 * @source VC-JOSE-COSE, 3.1.1
 */
export function judgeCredential(jwt: string | undefined, trust: Trust): { check: Check; verdict?: JwtVerdict } {
  if (jwt === undefined) return { check: unknown("credential", "no-credential") };
  try {
    const verdict = judgeJwt(jwt, trust.dids);
    if (verdict.signature === "ok") return { check: ok("credential"), verdict };
    if (verdict.signature === "wrong") return { check: failed("credential", "credential-changed"), verdict };
    return { check: unknown("credential", "credential-signer-unknown"), verdict };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { check: failed("credential", "credential-changed") };
  }
}

/**
 * Whether the data inside the report and the credential say the same. Each may be signed and still contradict the
 * other:
 * a signature does not protect against copies that disagree.
 *
 * @example judgeData(undefined, {}).reason // → "data-missing" (the document carries none)
 * @example judgeData({ bytes: new Uint8Array(), value: undefined }, {}).reason // → "data-differ" (they contradict each other)
 * @source ours: two signed copies may contradict each other
 */
export function judgeData(
  snapshot: { readonly bytes: Uint8Array; readonly value: ReportSnapshot | undefined } | undefined,
  credential: JsonObject | undefined,
): Check {
  if (!snapshot || !credential) return unknown("data", snapshot ? "no-credential" : "data-missing");
  const { bytes, value } = snapshot;
  const subject = objectOf(credential["credentialSubject"]);
  // The digest ties the credential to the data; what it repeats of them is compared one by one all the same.
  const same =
    value !== undefined &&
    subject["snapshotSha256"] === bytesToHex(arithmetic().sha256(bytes)) &&
    objectOf(subject["auditableEvidence"])["digestMultibase"] === digestOf(bytes) &&
    subject["documentNumber"] === value.number &&
    subject["demonstration"] === value.demonstration &&
    credential["id"] === value.verifyUrl &&
    credential["validFrom"] === value.issuedAt &&
    objectOf(credential["issuer"])["name"] === value.issuer.name.en &&
    contradictions([accountOfSnapshot(value), accountOfCredential(credential)]).length === 0;
  return same ? ok("data") : failed("data", "data-differ");
}

import { bytesToHex } from "@noble/hashes/utils.js";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type JsonObject, type JwtVerdict, judgeJwt } from "../credential/jws.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";
import { arithmetic } from "../signature/arithmetic.ts";
import { type Check, failed, ok, unknown } from "./check.ts";
import { credentialDifferences, type Difference } from "./credential-differences.ts";
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
 * Whether the data inside the report and the credential say the same, and where they do not. Each may be signed and
 * still contradict the other: a signature does not protect against copies that disagree.
 *
 * @example judgeData(undefined, {}).check.reason // → "data-missing" (the document carries none)
 * @example judgeData({ bytes: new Uint8Array(), value: undefined }, {}).check.reason // → "data-differ" (they contradict each other)
 * @source ours: two signed copies may contradict each other
 */
export function judgeData(
  snapshot: { readonly bytes: Uint8Array; readonly value: ReportSnapshot | undefined } | undefined,
  credential: JsonObject | undefined,
): { readonly check: Check; readonly differences: readonly Difference[] } {
  if (!snapshot || !credential) {
    return { check: unknown("data", snapshot ? "no-credential" : "data-missing"), differences: [] };
  }
  const { bytes, value } = snapshot;
  const sha256 = bytesToHex(arithmetic().sha256(bytes));
  const differences = value ? credentialDifferences(value, sha256, credential) : [];
  const same = value !== undefined && differences.length === 0;
  return { check: same ? ok("data") : failed("data", "data-differ"), differences };
}

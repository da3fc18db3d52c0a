import { bytesToHex } from "@noble/hashes/utils.js";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { readEntry } from "../log/entry.ts";
import { judgeLogProof, parseLogProof } from "../log/proof-file.ts";
import { arithmetic } from "../signature/arithmetic.ts";
import { type Check, failed, ok, unknown } from "./check.ts";
import type { Trust } from "./trust.ts";

/**
 * Whether the log that one trusts holds the issue of exactly this document.
 *
 * @param document bytes of the PDF, or of the credential where there is no PDF
 * @param registered whether the register that writes this log knows exactly these bytes; undefined where it was not
 *   asked
 * @example judgeLog(undefined, new Uint8Array(), { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }, undefined) // → { code: "log", state: "unknown", reason: "no-proof" } (no proof was given)
 * @example judgeLog(undefined, new Uint8Array(), { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }, false).reason // → "not-registered" (the register was asked and does not know it)
 * @source C2SP tlog-proof (draft); the entry is ours
 */
export function judgeLog(
  proof: string | undefined,
  document: Uint8Array,
  trust: Trust,
  registered: boolean | undefined,
): Check {
  const check = judgeProof(proof, document, trust);
  return check.state === "unknown" && registered === false ? failed("log", "not-registered") : check;
}

function judgeProof(proof: string | undefined, document: Uint8Array, trust: Trust): Check {
  if (proof === undefined) return unknown("log", "no-proof");
  try {
    const read = parseLogProof(proof);
    const entry = read.extra && readEntry(read.extra);
    if (!read.extra || !entry) return failed("log", "proof-wrong");
    const verdict = judgeLogProof(read, read.extra, trust.log);
    const hash = bytesToHex(arithmetic().sha256(document));
    if (!verdict.included || verdict.reasons.includes("log-signature-wrong")) return failed("log", "proof-wrong");
    if (entry.event !== "issue" || !entry.docs.some(({ sha256: known }) => known === hash)) {
      return failed("log", "proof-of-other-document");
    }
    return verdict.trusted ? ok("log") : unknown("log", "log-unknown");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return failed("log", "proof-wrong");
  }
}

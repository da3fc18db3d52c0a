import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type AttachedFile, attachedFiles } from "../pdf/attachments.ts";
import type { Inflate } from "../pdf/inflate.ts";
import { verifyPades } from "../signature/pades-verify.ts";
import type { PadesVerdict } from "../signature/verdict.ts";
import { type Check, failed, ok, unknown } from "./check.ts";
import type { Trust } from "./trust.ts";

export type JudgedPdf = {
  readonly pades: PadesVerdict;
  readonly checks: readonly Check[];
  /** Canonical JSON of the snapshot that travels inside, and the credential; undefined where there is none. */
  readonly snapshot: Uint8Array | undefined;
  readonly credential: string | undefined;
  /** The digital calibration certificate inside; undefined where there is none. */
  readonly dcc: Uint8Array | undefined;
};

/**
 * What the signature of a PDF proves, and what the PDF carries. Never throws for a bad file.
 *
 * @example judgePdf(new TextEncoder().encode("no PDF"), { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }).checks // → [{ code: "signature", state: "failed", reason: "unreadable" }] (a finding, not an exception)
 * @source ETSI EN 319 142-1 V1.1.1, 6.3
 */
export function judgePdf(bytes: Uint8Array, trust: Trust, inflate?: Inflate): JudgedPdf {
  const pades = verifyPades(bytes, trust, inflate);
  const files = attachments(bytes, inflate);
  const credential = files.find(({ name }) => name === "credential.jwt")?.bytes;
  return {
    pades,
    checks: checksOf(pades, trust),
    snapshot: files.find(({ name }) => name === "snapshot.json")?.bytes,
    credential: credential && new TextDecoder().decode(credential),
    dcc: files.find(({ name }) => name === "dcc.xml")?.bytes,
  };
}

function checksOf(pades: PadesVerdict, trust: Trust): Check[] {
  if (!pades.found) return [failed("signature", pades.reasons.includes("not-signed") ? "not-signed" : "unreadable")];
  return [ok("signature"), integrity(pades), signer(pades, trust)];
}

function integrity({ intact, coversWholeFile, reasons }: PadesVerdict): Check {
  if (!intact) return failed("integrity", "changed");
  if (!coversWholeFile || reasons.includes("changed-after-signing")) return failed("integrity", "appended");
  return ok("integrity");
}

function signer({ trusted, reasons }: PadesVerdict, trust: Trust): Check {
  if (trusted) return ok("signer");
  if (trust.roots.length === 0) return unknown("signer", "no-trust");
  return reasons.includes("signer-unknown")
    ? unknown("signer", "signer-unknown")
    : failed("signer", "certificate-not-valid");
}

function attachments(bytes: Uint8Array, inflate?: Inflate): AttachedFile[] {
  try {
    return attachedFiles(bytes, inflate);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}

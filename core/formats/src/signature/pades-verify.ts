import { sha256 } from "@noble/hashes/sha2.js";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { Inflate } from "../pdf/inflate.ts";
import { hex } from "../pdf/write.ts";
import { judgeChain, type PadesTrust } from "./chain.ts";
import { readSignedData, type SignedContent, signs } from "./cms-read.ts";
import { readDerAt } from "./der.ts";
import { joined } from "./der-write.ts";
import { type SignatureField, signatureFields, signatureInDamagedFile } from "./signature-field.ts";
import type { PadesVerdict } from "./verdict.ts";

const NONE: PadesVerdict = {
  found: false,
  intact: false,
  coversWholeFile: false,
  signer: null,
  trusted: false,
  signedAt: null,
  reasons: [],
};

/**
 * Checks the signature of a PDF without trusting the file: whether there is one, whether the bytes it covers are as
 * they were, whether it covers the whole file, who signed, and whether a trusted authority vouches for them.
 *
 * Never throws for a bad file. Reasons: `pdf-unreadable`, `pdf-encrypted`, `inflate-failed`, `not-signed`,
 * `several-signatures`, `byte-range-wrong`, `changed-after-signing`, `signature-encoding`, `signature-unreadable`,
 * `digest-mismatch`, `signature-wrong`, `certificate-not-named`, `algorithm-unsupported`, `subfilter-unknown`,
 * `signing-time-missing`, and those of the chain.
 *
 * @example verifyPades(new TextEncoder().encode("no PDF"), { roots: [] }) // → { found: false, intact: false, trusted: false, reasons: ["pdf-unreadable"] } (a finding, not an exception)
 * @source ETSI EN 319 142-1 V1.1.1, 6.3; ISO 32000-1:2008, 12.8.1 and 12.8.3.3
 */
export function verifyPades(bytes: Uint8Array, trust: PadesTrust, inflate?: Inflate): PadesVerdict {
  const found = locate(bytes, inflate);
  if (!found.field) return { ...NONE, reasons: found.reasons };
  const { field, reasons } = found;
  const covered = coverage(bytes, field);
  const cms = readContents(field);
  const seen = { ...NONE, found: true, signedAt: field.signedAt, coversWholeFile: covered.whole };
  if (!cms) return { ...seen, reasons: [...reasons, ...covered.reasons, "signature-unreadable"] };

  const broken = [...reasons, ...covered.reasons, ...faultsOf(cms, field, covered.content)];
  const chain = chainOf(cms, trust, field.signedAt);
  const changed = broken.filter((reason) => reason !== "changed-after-signing");
  const signer = cms.signer;
  return {
    ...seen,
    intact: changed.length === 0,
    signer: { subject: signer.subjectName, serial: signer.serial, spkiSha256: hex(sha256(signer.publicKey)) },
    trusted: chain.trusted,
    reasons: [...broken, ...chain.reasons],
  };
}

type Located = { field: SignatureField | undefined; reasons: string[] };

function locate(bytes: Uint8Array, inflate?: Inflate): Located {
  try {
    const fields = signatureFields(bytes, inflate);
    if (fields.length > 1) return { field: fields.at(-1), reasons: ["several-signatures"] };
    if (fields[0]) return { field: fields[0], reasons: [] };
    const orphan = signatureInDamagedFile(bytes);
    return { field: orphan, reasons: orphan ? ["pdf-unreadable"] : ["not-signed"] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { field: signatureInDamagedFile(bytes), reasons: [error.code] };
  }
}

type Coverage = { whole: boolean; content: Uint8Array; reasons: string[] };

/** What the signature covers: all but its own value, which must stand exactly in the gap. */
function coverage(bytes: Uint8Array, field: SignatureField): Coverage {
  const [start = -1, before = -1, after = -1, rest = -1] = field.byteRange;
  const end = after + rest;
  const sound = start === 0 && before > 0 && rest >= 0 && after > before + 1 && end <= bytes.length;
  if (!sound) return { whole: false, content: new Uint8Array(), reasons: ["byte-range-wrong"] };
  const reasons: string[] = [];
  const gap = String.fromCharCode(...bytes.subarray(before, Math.min(after, before + 200_000)));
  const value = hex(field.contents);
  // One spelling only, the one that signing writes, so that not even the case of a digit can change unnoticed.
  if (gap !== `<${value}>`) reasons.push("signature-encoding");
  if (end < bytes.length) reasons.push("changed-after-signing");
  return {
    whole: end === bytes.length,
    content: joined([bytes.subarray(0, before), bytes.subarray(after, end)]),
    reasons,
  };
}

function readContents(field: SignatureField): SignedContent | undefined {
  try {
    return readSignedData(readDerAt(field.contents, 0).whole);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

function faultsOf(cms: SignedContent, field: SignatureField, content: Uint8Array): string[] {
  const faults: string[] = [];
  const padding = field.contents.subarray(readDerAt(field.contents, 0).whole.length);
  if (padding.some((byte) => byte !== 0)) faults.push("signature-encoding");
  if (field.subFilter !== "ETSI.CAdES.detached") faults.push("subfilter-unknown");
  const holds = checked(() => signs(cms, content));
  if (!holds?.digest) faults.push("digest-mismatch");
  if (holds?.signature === "unsupported") faults.push("algorithm-unsupported");
  else if (!holds?.signature) faults.push("signature-wrong");
  if (!cms.namesCertificate) faults.push("certificate-not-named");
  return faults;
}

function chainOf(cms: SignedContent, trust: PadesTrust, signedAt: string | null) {
  if (signedAt === null) return { trusted: false, reasons: ["signing-time-missing"] };
  const verdict = checked(() => judgeChain(cms.signer, cms.certificates, trust, signedAt));
  return verdict ?? { trusted: false, reasons: ["signer-unknown"] };
}

/** A damaged key or certificate inside the signature is a finding about the file, not a failure of ours. */
function checked<T>(judge: () => T): T | undefined {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

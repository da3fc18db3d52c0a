import { sha256 } from "@noble/hashes/sha2.js";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { hex } from "../pdf/write.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { type ChainVerdict, judgeChain, type PadesTrust } from "./chain.ts";
import { readSignedData, type SignedContent, signs } from "./cms-read.ts";
import { readDerAt } from "./der.ts";
import { joined } from "./der-write.ts";
import type { ValidationData } from "./dss.ts";
import { OID } from "./oids.ts";
import { revocationStatus } from "./revocation.ts";
import type { SignatureField } from "./signature-field.ts";
import { judgeTimestamp, readTimestamp } from "./timestamp.ts";
import type { SignatureLevel, SignatureVerdict } from "./verdict.ts";

/** One signature judged, with the part of the file that it covers. */
export type JudgedSignature = {
  readonly verdict: SignatureVerdict;
  /** Where its value begins, and where what it covers ends; 0 where the byte range is wrong. */
  readonly valueAt: number;
  readonly end: number;
  /** Every certificate that came with it or with its time stamp. */
  readonly certificates: readonly Certificate[];
};

/**
 * Judges one signature of a PDF by the bytes that it covers, whatever stands behind them.
 *
 * Reasons: `byte-range-wrong`, `signature-encoding`, `signature-unreadable`, `digest-mismatch`, `signature-wrong`,
 * `certificate-not-named`, `algorithm-unsupported`, `subfilter-unknown`, `signing-time-missing`,
 * `certificate-not-for-signing`, `certificate-revoked`, those of the time stamp and those of the chain.
 *
 * @param data certificates and revocation data that the file holds
 * @example judgeSignature(new Uint8Array(), { byteRange: [], contents: new Uint8Array(), signedAt: null, subFilter: "", signedBy: "", reason: "" }, { roots: [] }, { certificates: [], ocsps: [], crls: [] }).verdict.reasons // → ["byte-range-wrong", "signature-unreadable"] (nothing is covered)
 * @source ETSI EN 319 142-1 V1.1.1, 6.3; ISO 32000-1:2008, 12.8.1 and 12.8.3.3
 */
export function judgeSignature(
  bytes: Uint8Array,
  field: SignatureField,
  trust: PadesTrust,
  data: ValidationData,
): JudgedSignature {
  const { signedBy, reason, signedAt } = field;
  const covered = coverage(bytes, field);
  const { valueAt, end } = covered;
  const cms = checked(() => readSignedData(readDerAt(field.contents, 0).whole));
  const seen = { signedBy, reason, signedAt, stampedAt: null, level: "B-B" } as const;
  if (!cms) {
    const reasons = [...covered.reasons, "signature-unreadable"];
    return {
      verdict: { ...seen, intact: false, signer: null, trusted: false, reasons },
      valueAt,
      end,
      certificates: [],
    };
  }
  const kept = data.certificates.flatMap((der) => checked(() => readCertificate(der)) ?? []);
  const stamp = stampOf(cms, trust, kept, data);
  const broken = [...covered.reasons, ...faultsOf(cms, field, covered.content), ...stamp.faults];
  const chain = chainOf(cms, kept, trust, stamp.time ?? signedAt);
  const revoked = revokedIn(chain.path, [data, ...(trust.revocation ? [trust.revocation] : [])], stamp.time);
  const purpose = isForDocuments(cms.signer) ? [] : ["certificate-not-for-signing"];
  const { signer } = cms;
  const verdict: SignatureVerdict = {
    ...seen,
    intact: broken.length === 0,
    signer: { subject: signer.subjectName, serial: signer.serial, spkiSha256: hex(sha256(signer.publicKey)) },
    trusted: chain.trusted && revoked.length === 0 && purpose.length === 0,
    stampedAt: stamp.time,
    level: levelOf(stamp, chain, data),
    reasons: [...broken, ...stamp.doubts, ...new Set([...chain.reasons, ...purpose]), ...revoked],
  };
  return { verdict, valueAt, end, certificates: [...cms.certificates, ...stamp.certificates] };
}

type Coverage = { valueAt: number; end: number; content: Uint8Array; reasons: string[] };

/** What the signature covers: all but its own value, which must stand exactly in the gap. */
function coverage(bytes: Uint8Array, field: SignatureField): Coverage {
  const [start = -1, before = -1, after = -1, rest = -1] = field.byteRange;
  const end = after + rest;
  const sound = start === 0 && before > 0 && rest >= 0 && after > before + 1 && end <= bytes.length;
  if (!sound) return { valueAt: 0, end: 0, content: new Uint8Array(), reasons: ["byte-range-wrong"] };
  const gap = String.fromCharCode(...bytes.subarray(before, Math.min(after, before + 200_000)));
  const padding = field.contents.subarray(checked(() => readDerAt(field.contents, 0).whole.length) ?? 0);
  // One spelling only, the one that signing writes, so that not even the case of a digit can change unnoticed.
  const exact = gap === `<${hex(field.contents)}>` && padding.every((byte) => byte === 0);
  return {
    valueAt: before,
    end,
    content: joined([bytes.subarray(0, before), bytes.subarray(after, end)]),
    reasons: exact ? [] : ["signature-encoding"],
  };
}

function faultsOf(cms: SignedContent, field: SignatureField, content: Uint8Array): string[] {
  const faults: string[] = [];
  if (field.subFilter !== "ETSI.CAdES.detached") faults.push("subfilter-unknown");
  const holds = checked(() => signs(cms, content));
  if (!holds?.digest) faults.push("digest-mismatch");
  if (holds?.signature === "unsupported") faults.push("algorithm-unsupported");
  else if (!holds?.signature) faults.push("signature-wrong");
  if (!cms.namesCertificate) faults.push("certificate-not-named");
  return faults;
}

type Stamp = {
  /** Proven time; null without a stamp that one can trust. */
  readonly time: string | null;
  readonly faults: readonly string[];
  readonly doubts: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly chain: readonly Certificate[];
};

/** A stamp that is not over this signature is a change; one of an authority nobody knows proves nothing, and no more. */
function stampOf(cms: SignedContent, trust: PadesTrust, kept: readonly Certificate[], data: ValidationData): Stamp {
  const none = { time: null, faults: [], doubts: [], certificates: [], chain: [] };
  const { timestamp } = cms;
  if (!timestamp) return none;
  const { holds, time, reasons } = judgeTimestamp(timestamp, cms.signature, trust, kept);
  const token = checked(() => readTimestamp(timestamp).cms);
  const certificates = token?.certificates ?? [];
  const faults = reasons.filter((reason) => reason !== "timestamp-untrusted");
  if (!holds || !token || time === null) {
    return { ...none, faults, doubts: reasons.filter((reason) => !faults.includes(reason)), certificates };
  }
  const roots = [...trust.roots, ...(trust.timestampRoots ?? [])];
  const chain = judgeChain(token.signer, [...certificates, ...kept], { roots }, time).path;
  const revoked = revokedIn(chain, [data, ...(trust.revocation ? [trust.revocation] : [])], time);
  return revoked.length === 0
    ? { time, faults, doubts: [], certificates, chain }
    : { ...none, doubts: ["timestamp-untrusted"], certificates };
}

type Revocations = Pick<ValidationData, "ocsps" | "crls">;

function revokedIn(path: readonly Certificate[], known: readonly Revocations[], at: string | null): string[] {
  const data = { ocsps: known.flatMap(({ ocsps }) => ocsps), crls: known.flatMap(({ crls }) => crls) };
  const revoked = pairs(path).some(([one, issuer]) => revocationStatus(one, issuer, data, at).status === "revoked");
  return revoked ? ["certificate-revoked"] : [];
}

/** Each certificate with the one above it; a root has none. */
function pairs(path: readonly Certificate[]): [Certificate, Certificate][] {
  return path.slice(1).map((issuer, at) => [path[at] ?? issuer, issuer]);
}

function levelOf(stamp: Stamp, chain: ChainVerdict, data: ValidationData): SignatureLevel {
  const { time } = stamp;
  if (time === null) return "B-B";
  const all = [...pairs(chain.path), ...pairs(stamp.chain)];
  const known = all.every(([one, issuer]) => revocationStatus(one, issuer, data, time).status === "good");
  return known && chain.path.length > 0 ? "B-LT" : "B-T";
}

/** Keys for time stamps or for answers about revocation sign no documents, whoever vouches for them. */
function isForDocuments({ purposes }: Certificate): boolean {
  return (
    purposes === undefined || purposes.some((purpose) => purpose !== OID.timeStamping && purpose !== OID.ocspSigning)
  );
}

function chainOf(cms: SignedContent, kept: readonly Certificate[], trust: PadesTrust, at: string | null): ChainVerdict {
  if (at === null) return { trusted: false, reasons: ["signing-time-missing"], path: [] };
  const verdict = checked(() => judgeChain(cms.signer, [...cms.certificates, ...kept], trust, at));
  return verdict ?? { trusted: false, reasons: ["signer-unknown"], path: [] };
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

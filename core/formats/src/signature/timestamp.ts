import { Refusal } from "@quanheng/kernel/refusal.ts";
import { refuse } from "../refusals.ts";
import { judgeChain, type PadesTrust } from "./chain.ts";
import { readSignedData, type SignedContent, signs } from "./cms-read.ts";
import { children, expectTag, oidOf, readDer, sameBytes, TAG } from "./der.ts";
import { timeOf } from "./der-time.ts";
import { OID } from "./oids.ts";
import { algorithmOf, digestMatches } from "./public-key.ts";
import { positive, type TimestampRequest } from "./timestamp-request.ts";

/** What a time-stamping authority says, before anyone believes it. */
export type TimestampToken = {
  readonly cms: SignedContent;
  /** Policy in dotted digits. */
  readonly policy: string;
  readonly digest: string;
  readonly imprint: Uint8Array;
  /** ISO 8601 in UTC with seconds. */
  readonly time: string;
  /** As the request gave it; undefined when there was none. */
  readonly nonce: Uint8Array | undefined;
};

/**
 * Reads a time-stamp token.
 *
 * @example refusalOf(() => readTimestamp(new Uint8Array([0x30, 0]))) // → "der-unreadable" (no SignedData)
 * @throws Refusal `der-unreadable`, `certificate-unreadable`
 * @source RFC 3161, 2.4.2
 */
export function readTimestamp(der: Uint8Array): TimestampToken {
  const cms = readSignedData(der, { types: [OID.timestampInfo], inside: true });
  const [version, policy, imprint, , time, ...rest] = children(
    expectTag(readDer(cms.content ?? new Uint8Array()), TAG.sequence),
  );
  if (expectTag(version, TAG.integer).content[0] !== 1) refuse("der-unreadable");
  const [algorithm, digest] = children(expectTag(imprint, TAG.sequence));
  return {
    cms,
    policy: oidOf(policy),
    digest: algorithmOf(algorithm).oid,
    imprint: expectTag(digest, TAG.octets).content,
    time: timeOf(expectTag(time, TAG.generalizedTime)),
    nonce: rest.find(({ tag }) => tag === TAG.integer)?.content,
  };
}

/**
 * The token of an authority's answer, held against what was asked: granted, the same imprint, nonce and policy.
 *
 * @returns DER of the token
 * @example refusalOf(() => tokenOfResponse(new Uint8Array([0x30, 5, 0x30, 3, 2, 1, 2]), { imprint: new Uint8Array(32), nonce: new Uint8Array([1]) })) // → "timestamp-declined" (status 2: rejection)
 * @throws Refusal `timestamp-declined` with the status, `timestamp-mismatch` with what differs, `der-unreadable`, `certificate-unreadable`
 * @source RFC 3161, 2.2 and 2.4.2
 */
export function tokenOfResponse(response: Uint8Array, request: TimestampRequest): Uint8Array {
  const [info, token] = children(expectTag(readDer(response), TAG.sequence));
  const status = expectTag(children(expectTag(info, TAG.sequence))[0], TAG.integer).content[0] ?? 2;
  if (status > 1 || !token) return refuse("timestamp-declined", { status });
  const { imprint, digest, nonce, policy } = readTimestamp(token.whole);
  if (digest !== OID.sha256 || !sameBytes(imprint, request.imprint)) refuse("timestamp-mismatch", { what: "imprint" });
  if (!nonce || !sameBytes(nonce, positive(request.nonce))) refuse("timestamp-mismatch", { what: "nonce" });
  if (request.policy !== undefined && policy !== request.policy) refuse("timestamp-mismatch", { what: "policy" });
  return token.whole;
}

export type TimestampVerdict = {
  /** Whether it proves that the bytes existed at the time. */
  readonly holds: boolean;
  /** ISO 8601 in UTC with seconds; null for what cannot be read. */
  readonly time: string | null;
  readonly authority: string | null;
  readonly reasons: readonly string[];
};

/**
 * Whether a token proves that bytes existed at its time: its imprint is of them, its signature holds, and its signer is
 * an authority for time stamps that a trusted root vouches for.
 *
 * Never throws for a bad token. Reasons: `timestamp-unreadable`, `timestamp-imprint`, `timestamp-wrong`,
 * `timestamp-untrusted`.
 *
 * @param stamped what the stamp is over
 * @param given other certificates that came along
 * @example judgeTimestamp(new Uint8Array([0x30, 0]), new Uint8Array(), { roots: [] }) // → { holds: false, time: null, reasons: ["timestamp-unreadable"] } (no token)
 * @source RFC 3161, 2.3 and 2.4.2; ETSI EN 319 422 V1.1.1
 */
export function judgeTimestamp(
  token: Uint8Array,
  stamped: Uint8Array,
  trust: PadesTrust,
  given: readonly SignedContent["signer"][] = [],
): TimestampVerdict {
  const read = quietly(() => readTimestamp(token));
  if (!read) return { holds: false, time: null, authority: null, reasons: ["timestamp-unreadable"] };
  const { cms, time } = read;
  const reasons: string[] = [];
  if (!digestMatches(read.digest, stamped, read.imprint)) reasons.push("timestamp-imprint");
  const signed = quietly(() => signs(cms, cms.content ?? new Uint8Array()));
  if (!signed?.digest || signed.signature !== true || !cms.namesCertificate) reasons.push("timestamp-wrong");
  // RFC 3161, 2.3: the key is for time stamps and for nothing else.
  const [purpose, ...others] = cms.signer.purposes ?? [];
  const roots = [...trust.roots, ...(trust.timestampRoots ?? [])];
  const forStamps = purpose === OID.timeStamping && others.length === 0 && cms.signer.purposesCritical;
  const chain = quietly(() => judgeChain(cms.signer, [...cms.certificates, ...given], { roots }, time));
  if (!forStamps || !chain?.trusted) reasons.push("timestamp-untrusted");
  return { holds: reasons.length === 0, time, authority: cms.signer.subjectName, reasons };
}

/** A damaged token is a finding about the file, not a failure of ours. */
function quietly<T>(judge: () => T): T | undefined {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

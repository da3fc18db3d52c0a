import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { fromBase64 } from "../bytes/base64.ts";
import { isInstant } from "../bytes/instant.ts";
import { type DidDocument, readDidDocument } from "../credential/did.ts";
import type { LogTrust } from "../log/checkpoint.ts";
import { parseVkey } from "../log/key.ts";
import { refuse } from "../refusals.ts";
import { certificatesOfPem } from "../signature/pem.ts";
import type { RevocationData } from "../signature/revocation.ts";
import { type KnownList, readStatusList } from "./status-list.ts";

/** Whom a verifier trusts, as it is handed around in a file; never taken from the document that is verified. */
export type TrustBundle = {
  /** PEM of the certificate authorities. */
  readonly certificates: readonly string[];
  /** Keys of logs and witnesses in the spelling of signed notes. */
  readonly logs: readonly string[];
  readonly witnesses: readonly string[];
  /** DID documents by DID. */
  readonly dids: Readonly<Record<string, unknown>>;
  /** Signed status lists (`vc+jwt`) by their address. */
  readonly statusLists: Readonly<Record<string, string>>;
  /** PEM of the authorities that vouch for time stamps and nothing else; left out, there are none. */
  readonly timestampCertificates?: readonly string[] | undefined;
  /** Lists of revoked certificates, DER in base64; left out, none is known. */
  readonly revocationLists?: readonly string[] | undefined;
  readonly madeAt: string;
};

/** The same, taken apart and checked. */
export type Trust = {
  readonly roots: readonly Uint8Array[];
  readonly timestampRoots?: readonly Uint8Array[];
  readonly revocation?: RevocationData;
  readonly log: LogTrust;
  readonly dids: ReadonlyMap<string, DidDocument>;
  /** Lists whose signature holds, by their address. */
  readonly statusLists: ReadonlyMap<string, KnownList>;
  /** Instant at which the bundle was made; left out where there is none. */
  readonly madeAt?: string;
};

/** Trusts nobody: a document can still be found whole or changed. */
export const NO_TRUST: Trust = {
  roots: [],
  log: { logs: [], witnesses: [], quorum: 0 },
  dids: new Map(),
  statusLists: new Map(),
};

/**
 * A bundle taken apart and checked. Costs a few milliseconds for each status list: read a bundle once and keep it.
 *
 * @param quorum how many witnesses must have seen the log
 * @example readTrust({ certificates: [], logs: [], witnesses: [], dids: {}, statusLists: {}, madeAt: "2026-11-25T08:00:00Z" }, 2).log.quorum // → 2 (witnesses that must have seen the log)
 * @example refusalOf(() => readTrust({})) // → "trust-unreadable" (no bundle)
 * @throws Refusal `trust-unreadable`, `certificate-unreadable`, `note-key-unreadable`
 * @source ours: whom one trusts is a file with provenance
 */
export function readTrust(value: unknown, quorum = 0): Trust {
  if (!isBundle(value)) return refuse("trust-unreadable");
  const documents = Object.entries(value.dids).map(([did, document]) => {
    const read = readDidDocument(document);
    return read?.id === did ? ([did, read] as const) : refuse("trust-unreadable");
  });
  const dids = new Map(documents);
  return {
    roots: value.certificates.flatMap(certificatesOfPem),
    timestampRoots: (value.timestampCertificates ?? []).flatMap(certificatesOfPem),
    revocation: {
      ocsps: [],
      crls: (value.revocationLists ?? []).map((list) => fromBase64(list) ?? refuse("trust-unreadable")),
    },
    log: { logs: value.logs.map(parseVkey), witnesses: value.witnesses.map(parseVkey), quorum },
    dids,
    statusLists: knownLists(value.statusLists, dids),
    madeAt: value.madeAt,
  };
}

/**
 * Those of the lists whose signature holds, by their address.
 *
 * @example knownLists({ "https://qi.example/l": "a.b" }, new Map()).size // → 0 (unreadable)
 * @source Bitstring Status List 1.0, 3.2
 */
export function knownLists(lists: TrustBundle["statusLists"], dids: Trust["dids"]): Trust["statusLists"] {
  return new Map(
    Object.entries(lists).flatMap(([url, jwt]) => {
      const list = readStatusList(url, jwt, dids);
      return list ? [[url, list] as const] : [];
    }),
  );
}

/**
 * Whether a value has the shape of a trust bundle.
 *
 * @example isBundle({ certificates: [], logs: [], witnesses: [], dids: {}, statusLists: {}, madeAt: "2026-11-25T08:00:00Z" }) // → true (the shape is there)
 * @example isBundle({ certificates: "pem" }) // → false (no list)
 * @source ours: whom one trusts is a file with provenance
 */
export function isBundle(value: unknown): value is TrustBundle {
  const bundle = value as Partial<Record<keyof TrustBundle, unknown>> | null;
  return (
    typeof bundle === "object" &&
    bundle !== null &&
    [bundle.certificates, bundle.logs, bundle.witnesses].every(isTexts) &&
    [bundle.timestampCertificates ?? [], bundle.revocationLists ?? []].every(isTexts) &&
    typeof bundle.madeAt === "string" &&
    isInstant(bundle.madeAt) &&
    isCalendarDate(bundle.madeAt.slice(0, 10)) &&
    isRecord(bundle.dids) &&
    isRecord(bundle.statusLists) &&
    isTexts(Object.values(bundle.statusLists))
  );
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((text) => typeof text === "string");
const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

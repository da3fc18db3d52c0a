import { fromBase64Url, toBase64Url } from "../bytes/base64.ts";
import { inflateRaw } from "../pdf/inflate.ts";
import { refuse } from "../refusals.ts";
import { crc32 } from "./crc32.ts";
import type { JsonObject } from "./jws.ts";

/** Entries of one list: enough that a look-up says little about whom it concerns. @source Bitstring Status List 1.0, 6.1 */
export const STATUS_LIST_ENTRIES = 131_072;
const BYTES = STATUS_LIST_ENTRIES / 8;

/** What a set bit means: withdrawn, suspended, or replaced by a newer statement. */
export const STATUS_PURPOSES = ["revocation", "suspension", "refresh"] as const;
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

export type StatusPlace = { readonly purpose: StatusPurpose; readonly url: string; readonly index: number };

/**
 * Where the three states of a statement stand, by its number in the register.
 *
 * @param origin address of the platform without a trailing slash
 * @param statusIndex number in the register, from 0
 * @example statusPlaces("https://qi.example", 131073)[0] // → { purpose: "revocation", url: "https://qi.example/status/revocation/1", index: 1 } (131 073 − 131 072)
 * @source Bitstring Status List 1.0, 2.1
 */
export function statusPlaces(origin: string, statusIndex: number): StatusPlace[] {
  const list = Math.floor(statusIndex / STATUS_LIST_ENTRIES);
  return STATUS_PURPOSES.map((purpose) => ({
    purpose,
    url: statusListUrl(origin, purpose, list),
    index: statusIndex % STATUS_LIST_ENTRIES,
  }));
}

/**
 * The address of a list.
 *
 * @param list its number, from 0
 * @example statusListUrl("https://qi.example", "suspension", 0) // → "https://qi.example/status/suspension/0" (purpose and number)
 * @source ours: one list for each purpose and 131 072 entries
 */
export function statusListUrl(origin: string, purpose: StatusPurpose, list: number): string {
  return `${origin}/status/${purpose}/${list}`;
}

export type StatusListDraft = {
  readonly url: string;
  readonly purpose: StatusPurpose;
  readonly issuer: { readonly id: string; readonly name: string };
  /** Indices whose bit is set. */
  readonly set: readonly number[];
  /** Instants: when the list was made, and until when it may be relied on. */
  readonly validFrom: string;
  readonly validUntil: string;
};

/**
 * A status list as an unsigned credential.
 *
 * @param gzip of the platform, because compressing is not core's trade
 * @example statusListCredential({ url: "https://qi.example/status/revocation/0", purpose: "revocation", issuer: { id: "did:web:qi.example", name: "A" }, set: [], validFrom: "2026-11-25T08:00:00Z", validUntil: "2026-11-26T08:00:00Z" }, () => new Uint8Array([1])).then(({ credentialSubject }) => credentialSubject.encodedList) // → "uAQ" (multibase u, then base64url of the packed bits)
 * @source Bitstring Status List 1.0, 3.2
 */
export async function statusListCredential(
  draft: StatusListDraft,
  gzip: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Promise<JsonObject> {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id: draft.url,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: draft.issuer,
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    credentialSubject: {
      id: `${draft.url}#list`,
      type: "BitstringStatusList",
      statusPurpose: draft.purpose,
      encodedList: `u${toBase64Url(await gzip(statusBits(draft.set)))}`,
    },
  };
}

/**
 * The bits of a list, 131 072 of them; index 0 is the left-most.
 *
 * @param set indices whose bit is set
 * @example statusBits([0, 9]).slice(0, 2) // → [128, 64] (the first bit, and the second of the second byte)
 * @source Bitstring Status List 1.0, 3.1
 */
export function statusBits(set: readonly number[]): Uint8Array {
  const bits = new Uint8Array(BYTES);
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return bits;
}

/**
 * Whether a bit is set; index 0 is the left-most.
 *
 * @example statusBit(new Uint8Array([64]), 1) // → true (01000000)
 * @example refusalOf(() => statusBit(new Uint8Array(1), 8)) // → "status-list-unreadable" (beyond the list)
 * @throws Refusal `status-list-unreadable` also for an index beyond the list
 * @source Bitstring Status List 1.0, 3.2
 */
export function statusBit(bits: Uint8Array, index: number): boolean {
  const byte = bits[Math.floor(index / 8)];
  if (byte === undefined || !Number.isInteger(index)) return refuse("status-list-unreadable");
  return (byte & (0x80 >> (index % 8))) !== 0;
}

/**
 * The bits of a list credential.
 *
 * @example bitsOfList({ credentialSubject: { statusPurpose: "revocation", encodedList: "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA" } }, "revocation").length // → 16384 (Bitstring Status List 1.0, example of a list with nothing set)
 * @example refusalOf(() => bitsOfList({}, "revocation")) // → "status-list-unreadable" (no list)
 * @throws Refusal `status-list-unreadable`, `inflate-failed`
 * @source Bitstring Status List 1.0, 3.3
 */
export function bitsOfList(credential: JsonObject, purpose: StatusPurpose): Uint8Array {
  const subject = credential["credentialSubject"] as JsonObject | undefined;
  const encoded = subject?.["encodedList"];
  if (subject?.["statusPurpose"] !== purpose || typeof encoded !== "string" || !encoded.startsWith("u")) {
    return refuse("status-list-unreadable");
  }
  const bits = gunzip(fromBase64Url(encoded.slice(1)) ?? refuse("status-list-unreadable"), 16 * BYTES);
  return bits.length >= BYTES ? bits : refuse("status-list-unreadable");
}

/** One gzip member without optional fields or with a file name, at most `limit` bytes when unpacked. @source RFC 1952, 2.3 */
function gunzip(bytes: Uint8Array, limit: number): Uint8Array {
  const flags = bytes[3] ?? 0;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || (flags & ~8) !== 0) refuse("status-list-unreadable");
  let start = 10;
  if (flags & 8) start = bytes.indexOf(0, start) + 1;
  if (start < 10) refuse("status-list-unreadable");
  const { bytes: unpacked, end } = inflateRaw(bytes.subarray(start), limit);
  const trailer = bytes.subarray(start + end);
  if (trailer.length !== 8) refuse("status-list-unreadable");
  const view = new DataView(trailer.buffer, trailer.byteOffset, 8);
  if (view.getUint32(0, true) !== crc32(unpacked) || view.getUint32(4, true) !== unpacked.length) {
    refuse("status-list-unreadable");
  }
  return unpacked;
}

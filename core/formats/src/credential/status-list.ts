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

/** Where the three states of a statement stand, by its number in the register. */
export function statusPlaces(origin: string, statusIndex: number): StatusPlace[] {
  const list = Math.floor(statusIndex / STATUS_LIST_ENTRIES);
  return STATUS_PURPOSES.map((purpose) => ({
    purpose,
    url: statusListUrl(origin, purpose, list),
    index: statusIndex % STATUS_LIST_ENTRIES,
  }));
}

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

/** Index 0 is the left-most bit. */
export function statusBits(set: readonly number[]): Uint8Array {
  const bits = new Uint8Array(BYTES);
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return bits;
}

/** @throws Refusal `status-list-unreadable` also for an index beyond the list */
export function statusBit(bits: Uint8Array, index: number): boolean {
  const byte = bits[Math.floor(index / 8)];
  if (byte === undefined || !Number.isInteger(index)) return refuse("status-list-unreadable");
  return (byte & (0x80 >> (index % 8))) !== 0;
}

/** The bits of a list credential. @throws Refusal `status-list-unreadable`, `inflate-failed` */
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

import { sha256 } from "@noble/hashes/sha2.js";
import { TAG } from "./der.ts";
import { element, octets, oid, sequence, smallInteger } from "./der-write.ts";
import { OID } from "./oids.ts";

/** What a time-stamping authority is asked. */
export type TimestampRequest = {
  /** SHA-256 of what is stamped. */
  readonly imprint: Uint8Array;
  /** Random bytes that the answer repeats, so that an old answer cannot be played back. */
  readonly nonce: Uint8Array;
  /** Policy to stamp under, in dotted digits; left out, the authority's own. */
  readonly policy?: string;
};

/**
 * The question to a time-stamping authority; its certificate is to come along.
 *
 * @returns TimeStampReq, DER
 * @example timestampRequest({ imprint: new Uint8Array(32), nonce: new Uint8Array([5]) }).slice(0, 5) // → [0x30, 0x3c, 2, 1, 1] (version 1)
 * @source RFC 3161, 2.4.1
 */
export function timestampRequest({ imprint, nonce, policy }: TimestampRequest): Uint8Array {
  return sequence(
    smallInteger(1),
    messageImprint(imprint),
    ...(policy === undefined ? [] : [oid(policy)]),
    element(TAG.integer, positive(nonce)),
    element(TAG.boolean, Uint8Array.of(0xff)),
  );
}

/**
 * The request for a stamp over bytes.
 *
 * @example requestFor(new Uint8Array(), new Uint8Array([5])).imprint.slice(0, 4) // → [0xe3, 0xb0, 0xc4, 0x42] (FIPS 180-4: SHA-256 of nothing)
 * @source RFC 3161, 2.4.1
 */
export function requestFor(stamped: Uint8Array, nonce: Uint8Array, policy?: string): TimestampRequest {
  return { imprint: sha256(stamped), nonce, ...(policy === undefined ? {} : { policy }) };
}

/**
 * Digest and its algorithm, as request and answer state them.
 *
 * @example messageImprint(new Uint8Array(32)).length // → 51 (identifier of 13 bytes with its header, digest of 34)
 * @source RFC 3161, 2.4.1
 */
export function messageImprint(imprint: Uint8Array): Uint8Array {
  return sequence(sequence(oid(OID.sha256), element(TAG.null)), octets(imprint));
}

/**
 * Bytes as a positive integer in its one encoding.
 *
 * @example positive(new Uint8Array([0, 0x80])) // → [0, 0x80] (the zero keeps it positive)
 * @source ITU-T X.690 (2021), 8.3
 */
export function positive(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0);
  const digits = from < 0 ? [0] : [...bytes.subarray(from)];
  return Uint8Array.from((digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits);
}

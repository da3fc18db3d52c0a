import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { toBase64Url } from "../bytes/base64.ts";

/** SHA-256 as a multihash in multibase: `u` for base64url, then 0x12 for the function and 0x20 for its length. */
export function digestMultibase(sha256Hex: string): string {
  return `u${toBase64Url(concatBytes(Uint8Array.of(0x12, 0x20), hexToBytes(sha256Hex)))}`;
}

export function digestOf(bytes: Uint8Array): string {
  return `u${toBase64Url(concatBytes(Uint8Array.of(0x12, 0x20), sha256(bytes)))}`;
}

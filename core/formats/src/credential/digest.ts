import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { toBase64Url } from "../bytes/base64.ts";
import { arithmetic } from "../signature/arithmetic.ts";

/**
 * SHA-256 as a multihash in multibase: `u` for base64url, then 0x12 for the function and 0x20 for its length.
 *
 * @param sha256Hex 64 hexadecimal digits
 * @example digestMultibase("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") // → "uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ" (SHA-256 of nothing, FIPS 180-4, in base64url behind 0x12 0x20)
 * @source Multibase and Multihash (multiformats), sha2-256
 */
export function digestMultibase(sha256Hex: string): string {
  return `u${toBase64Url(concatBytes(Uint8Array.of(0x12, 0x20), hexToBytes(sha256Hex)))}`;
}

/**
 * SHA-256 of bytes, in the same spelling.
 *
 * @example digestOf(new Uint8Array()) // → "uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ" (SHA-256 of nothing, FIPS 180-4, in base64url behind 0x12 0x20)
 * @source Multibase and Multihash (multiformats), sha2-256
 */
export function digestOf(bytes: Uint8Array): string {
  return `u${toBase64Url(concatBytes(Uint8Array.of(0x12, 0x20), arithmetic().sha256(bytes)))}`;
}

import { sm2, sm3 as sm3Hex } from "sm-crypto-v2";
import { hex } from "../pdf/write.ts";
import { children, expectTag, readDer, TAG } from "./der.ts";
import { element, sequence } from "./der-write.ts";

/** The identity of a signer that goes into every signature where none was agreed (GB/T 32918.5-2017, annex A; recalled). */
const USUAL_IDENTITY = "1234567812345678";
/** Order of the curve (GB/T 32918.5-2017, annex A). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/**
 * SM3 of bytes: 32 bytes.
 *
 * @example sm3(new TextEncoder().encode("abc")).slice(0, 4) // → [0x66, 0xc7, 0xf0, 0xf4] (GB/T 32905-2016, A.1)
 * @source GB/T 32905-2016
 */
export function sm3(bytes: Uint8Array): Uint8Array {
  return bytesOfHex(sm3Hex(bytes));
}

/**
 * What SM2 signs: SM3 of the signer's identity and key followed by the message.
 *
 * e = SM3(Z ‖ M)
 *
 * @param key 65 bytes of an uncompressed point
 * @example sm2Digest(Uint8Array.from("0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0".match(/../g), (digits) => Number.parseInt(digits, 16)), new Uint8Array()).length // → 32 (one SM3 value; the key is the base point of GB/T 32918.5-2017)
 * @source GB/T 32918.2-2016, 5.5 and 6.1
 */
export function sm2Digest(key: Uint8Array, message: Uint8Array): Uint8Array {
  return bytesOfHex(sm2.getHash(message, hex(key), USUAL_IDENTITY));
}

/**
 * Whether an SM2 signature over a message holds: two integers of a SEQUENCE, both from 1 to n − 1.
 *
 * @param key 65 bytes of an uncompressed point
 * @param signature DER
 * @example sm2Holds(new Uint8Array(65), new Uint8Array(), new Uint8Array([0x30, 0])) // → false (no numbers)
 * @source GB/T 32918.2-2016, 7.1; GM/T 0009-2012, 7.3
 */
export function sm2Holds(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const [r, s, ...more] = children(expectTag(readDer(signature), TAG.sequence)).map((each) => positive(each.content));
    if (r === undefined || s === undefined || more.length > 0 || key.length !== 65 || key[0] !== 4) return false;
    const digits = `${r.toString(16).padStart(64, "0")}${s.toString(16).padStart(64, "0")}`;
    return sm2.doVerifySignature(message, digits, hex(key), { hash: true, userId: USUAL_IDENTITY });
  } catch {
    // The curve library throws on points and numbers that are none; such a signature does not hold.
    return false;
  }
}

/**
 * The two numbers of a signature as the SEQUENCE that X.509 and CMS carry.
 *
 * @param raw 64 bytes, r and s
 * @example sm2SignatureDer(new Uint8Array(64).fill(1)).slice(0, 4) // → [0x30, 68, 2, 32] (two integers of 32 bytes)
 * @source GM/T 0009-2012, 7.3
 */
export function sm2SignatureDer(raw: Uint8Array): Uint8Array {
  return sequence(integer(raw.subarray(0, 32)), integer(raw.subarray(32, 64)));
}

function integer(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0);
  const digits = from < 0 ? Uint8Array.of(0) : bytes.subarray(from);
  return element(TAG.integer, ...((digits[0] ?? 0) >= 0x80 ? [Uint8Array.of(0), digits] : [digits]));
}

/** A number from 1 to n − 1 in its one encoding. */
function positive(content: Uint8Array): bigint {
  const padded = content[0] === 0;
  const shortest = content.length > 0 && (!padded || (content[1] ?? 0) >= 0x80);
  const value = BigInt(`0x${hex(content) || "0"}`);
  if (!shortest || (content[0] ?? 0) >= 0x80 || value < 1n || value >= ORDER) throw new RangeError("not in range");
  return value;
}

function bytesOfHex(digits: string): Uint8Array {
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}

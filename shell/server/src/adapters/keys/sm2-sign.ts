import { createHmac } from "node:crypto";
import { weierstrass } from "@noble/curves/abstract/weierstrass.js";
import { sm2Digest } from "@quanheng/formats/signature/sm2.ts";

/** The curve of SM2. @source GB/T 32918.5-2017, annex A */
const Point = weierstrass({
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
});

/** A private key is at most n − 2, so that 1 + d has an inverse (GB/T 32918.1-2016, 6.1). */
export function sm2SecretFrom(random: Uint8Array): Uint8Array {
  return bytesOf((numberOf(random) % (Point.Fn.ORDER - 2n)) + 1n);
}

/** 65 bytes of the uncompressed point. */
export function sm2PublicKey(secret: Uint8Array): Uint8Array {
  return Point.BASE.multiply(numberOf(secret)).toBytes(false);
}

/**
 * Signs with SM2: r = e + x₁, s = (1 + d)⁻¹ · (k − r·d), modulo n.
 *
 * The number k comes from key and message, as RFC 6979 does it for ECDSA: the same message gives the same signature, and
 * no random number, however bad, can give the key away.
 *
 * @returns 64 bytes, r and s
 * @source GB/T 32918.2-2016, 6.1; the choice of k is ours
 */
export function sm2Sign(message: Uint8Array, secret: Uint8Array): Uint8Array {
  const { Fn } = Point;
  const digest = sm2Digest(sm2PublicKey(secret), message);
  const d = numberOf(secret);
  for (let round = 0; ; round++) {
    const seed = createHmac("sha512", secret).update("sm2 nonce").update(digest).update(Uint8Array.of(round)).digest();
    const k = (numberOf(seed) % (Fn.ORDER - 1n)) + 1n;
    const r = Fn.create(numberOf(digest) + Point.BASE.multiply(k).toAffine().x);
    const s = Fn.mul(Fn.inv(Fn.create(1n + d)), Fn.create(k - r * d));
    if (r !== 0n && r + k !== Fn.ORDER && s !== 0n) return Buffer.concat([bytesOf(r), bytesOf(s)]);
  }
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}

function bytesOf(number: bigint): Uint8Array {
  return Buffer.from(number.toString(16).padStart(64, "0"), "hex");
}

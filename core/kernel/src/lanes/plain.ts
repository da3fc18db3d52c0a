import { type Lanes, OUTSIDE } from "./lanes.ts";

/** Sixteen bytes, seen as two numbers, two 64-bit words or four 32-bit words. */
export type Plain = { readonly f: Float64Array; readonly q: BigUint64Array; readonly w: Uint32Array };

/**
 * A register from its numbers.
 *
 * @param low in the first lane
 * @param high in the second
 * @source ours: the sixteen bytes of v128 (WebAssembly Core Specification 2.0, 2.3.2) in little-endian order
 * @example plain(1, -2).f // → [1, -2] (as two numbers)
 * plain(1, 0).w // → [0, 0x3ff00000, 0, 0] (IEEE Std 754-2019, 3.4: 1 has the biased exponent 1023 = 3ff)
 */
export function plain(low: number, high: number): Plain {
  const value = empty();
  value.f[0] = low;
  value.f[1] = high;
  return value;
}

/** The arithmetic of `Lanes` with ordinary numbers: slow, and what the fast one must agree with to the last bit. */
export const PLAIN: Lanes<Plain> = {
  constant: (value) => plain(value, value),
  bits: (value) => words64(() => value),
  add: (a, b) => numbers((i) => a.f[i]! + b.f[i]!),
  subtract: (a, b) => numbers((i) => a.f[i]! - b.f[i]!),
  multiply: (a, b) => numbers((i) => a.f[i]! * b.f[i]!),
  divide: (a, b) => numbers((i) => a.f[i]! / b.f[i]!),
  squareRoot: (a) => numbers((i) => Math.sqrt(a.f[i]!)),
  nearest: (a) => numbers((i) => halfToEven(a.f[i]!)),
  smaller: (a, b) => numbers((i) => Math.min(a.f[i]!, b.f[i]!)),
  larger: (a, b) => numbers((i) => Math.max(a.f[i]!, b.f[i]!)),
  less: (a, b) => words64((i) => (a.f[i]! < b.f[i]! ? ALL : 0n)),
  equal: (a, b) => words64((i) => (a.f[i]! === b.f[i]! ? ALL : 0n)),
  and: (a, b) => words64((i) => a.q[i]! & b.q[i]!),
  or: (a, b) => words64((i) => a.q[i]! | b.q[i]!),
  xor: (a, b) => words64((i) => a.q[i]! ^ b.q[i]!),
  select: (mask, a, b) => words64((i) => (a.q[i]! & mask.q[i]!) | (b.q[i]! & ~mask.q[i]!)),
  shiftLeft64: (a, by) => words64((i) => a.q[i]! << BigInt(by)),
  shiftRight64: (a, by) => words64((i) => a.q[i]! >> BigInt(by)),
  shiftRightSigned64: (a, by) => words64((i) => BigInt.asIntN(64, a.q[i]!) >> BigInt(by)),
  add64: (a, b) => words64((i) => a.q[i]! + b.q[i]!),
  subtract64: (a, b) => words64((i) => a.q[i]! - b.q[i]!),
  words: (...given) => words32((i) => given[i]!),
  add32: (a, b) => words32((i) => a.w[i]! + b.w[i]!),
  rotateLeft32: (a, by) => words32((i) => (a.w[i]! << by) | (a.w[i]! >>> (32 - by))),
  shiftLeft32: (a, by) => words32((i) => a.w[i]! << by),
  multiplyLow32: (a, factor) => words32((i) => Math.imul(a.w[i]!, factor)),
  multiplyHigh32: (a, factor) => words32((i) => Number((BigInt(a.w[i]!) * BigInt(factor)) >> 32n)),
  within: (work) => work(),
  call: (name, a, b) => numbers((i) => OUTSIDE[name](a.f[i]!, b ? b.f[i]! : 0)),
  repair: (value, mask, name, x) => {
    const repaired = numbers((i) => (mask.q[i] === 0n ? 0 : OUTSIDE[name](x.f[i]!, 0)));
    return PLAIN.select(mask, repaired, value);
  },
};

const ALL = 0xffff_ffff_ffff_ffffn;

function empty(): Plain {
  const bytes = new ArrayBuffer(16);
  return { f: new Float64Array(bytes), q: new BigUint64Array(bytes), w: new Uint32Array(bytes) };
}

function numbers(at: (lane: 0 | 1) => number): Plain {
  return plain(at(0), at(1));
}

function words64(at: (lane: 0 | 1) => bigint): Plain {
  const value = empty();
  value.q[0] = BigInt.asUintN(64, at(0));
  value.q[1] = BigInt.asUintN(64, at(1));
  return value;
}

function words32(at: (lane: number) => number): Plain {
  const value = empty();
  for (let lane = 0; lane < 4; lane++) value.w[lane] = at(lane);
  return value;
}

function halfToEven(x: number): number {
  if (!(Math.abs(x) < 4_503_599_627_370_496)) return x;
  const shift = x < 0 || Object.is(x, -0) ? -6_755_399_441_055_744 : 6_755_399_441_055_744;
  const rounded = x + shift - shift;
  return rounded === 0 && shift < 0 ? -0 : rounded;
}

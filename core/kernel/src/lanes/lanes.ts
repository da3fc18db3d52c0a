/**
 * Arithmetic on two binary64 numbers at once, or on the four 32-bit words or two 64-bit words that share their bits.
 *
 * Algorithms of the trials are written once against this interface. `plain.ts` computes them with ordinary numbers,
 * `wasm/code.ts` writes them down as WebAssembly. Every operation is one of IEEE 754 or of integers, so both give the
 * same bits, on any machine. Comparisons give masks: all bits of a lane set, or none.
 */
export type Lanes<V> = {
  constant(value: number): V;
  /** Both 64-bit lanes hold these bits. */
  bits(value: bigint): V;
  add(a: V, b: V): V;
  subtract(a: V, b: V): V;
  multiply(a: V, b: V): V;
  divide(a: V, b: V): V;
  squareRoot(a: V): V;
  /** The nearest whole number, half to even. */
  nearest(a: V): V;
  smaller(a: V, b: V): V;
  larger(a: V, b: V): V;
  /** Mask of a < b. */
  less(a: V, b: V): V;
  equal(a: V, b: V): V;
  and(a: V, b: V): V;
  or(a: V, b: V): V;
  xor(a: V, b: V): V;
  /** Bits of a where the mask is set, of b elsewhere. */
  select(mask: V, a: V, b: V): V;
  shiftLeft64(a: V, by: number): V;
  shiftRight64(a: V, by: number): V;
  /** Keeps the sign. */
  shiftRightSigned64(a: V, by: number): V;
  add64(a: V, b: V): V;
  subtract64(a: V, b: V): V;
  /** Four words that are given. */
  words(a: number, b: number, c: number, d: number): V;
  add32(a: V, b: V): V;
  rotateLeft32(a: V, by: number): V;
  shiftLeft32(a: V, by: number): V;
  /** Lower and upper half of the products with a word. */
  multiplyLow32(a: V, factor: number): V;
  multiplyHigh32(a: V, factor: number): V;
  /** Does some work of which only the result is used again, so that what it needed on the way can be reused. */
  within(work: () => V): V;
  /** A function that has no arithmetic of its own here, applied lane by lane. */
  call(name: OutsideName, a: V, b?: V): V;
  /** `value`, but the function of x in the lanes where the mask is set, which is rare. */
  repair(value: V, mask: V, name: OutsideName, x: V): V;
};

/** Functions of the language that are called where a formula needs them. */
export const OUTSIDE = {
  log10: Math.log10,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  atan2: Math.atan2,
  power: (x: number, c: number) => x ** c,
} as const satisfies Readonly<Record<string, (...given: number[]) => number>>;
export type OutsideName = keyof typeof OUTSIDE;

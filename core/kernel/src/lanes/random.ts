import type { Lanes } from "./lanes.ts";

/** Four generators side by side: word j of the state of all of them in state[j]. */
export type Generators<V> = readonly [V, V, V, V];

/**
 * Philox4x32-10 on four counters at once that differ in their last word only, which is 0, 1, 2 and 3.
 *
 * The lowest bit of the first word is set, for a generator must not start from zero alone.
 *
 * @param L the arithmetic: any `Lanes`
 * @param counter its first three words
 * @source Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011)
 * @example philoxLanes({ words: (a) => a, add32: (a, b) => (a + b) >>> 0, xor: (a, b) => (a ^ b) >>> 0, or: (a, b) => (a | b) >>> 0, multiplyLow32: (a, f) => Math.imul(a, f) >>> 0, multiplyHigh32: (a, f) => Number((BigInt(a) * BigInt(f)) >> 32n) }, [0, 0, 0], [0, 0]) // → [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] (Random123, kat_vectors, philox4x32 10; one lane)
 */
export function philoxLanes<V>(L: Lanes<V>, counter: readonly [V, V, V], key: readonly [V, V]): Generators<V> {
  let [c0, c1, c2, c3] = [...counter, L.words(0, 1, 2, 3)] as [V, V, V, V];
  let [k0, k1] = key;
  const [step0, step1] = [same(L, 0x9e3779b9), same(L, 0xbb67ae85)];
  for (let round = 0; round < 10; round++) {
    const [high0, low0] = [L.multiplyHigh32(c0, 0xd2511f53), L.multiplyLow32(c0, 0xd2511f53)];
    const [high1, low1] = [L.multiplyHigh32(c2, 0xcd9e8d57), L.multiplyLow32(c2, 0xcd9e8d57)];
    [c0, c1, c2, c3] = [L.xor(L.xor(high1, c1), k0), low1, L.xor(L.xor(high0, c3), k1), low0];
    [k0, k1] = [L.add32(k0, step0), L.add32(k1, step1)];
  }
  // A generator must not start from zero alone, so the lowest bit of the first word is always set.
  return [L.or(c0, same(L, 1)), c1, c2, c3];
}

function same<V>(L: Lanes<V>, word: number): V {
  return L.words(word, word, word, word);
}

/**
 * One step of four xoshiro128++ generators: their words, and the states that follow.
 *
 * @source Blackman, Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021) 36
 * @example step({ add32: (a, b) => (a + b) >>> 0, rotateLeft32: (a, by) => ((a << by) | (a >>> (32 - by))) >>> 0, shiftLeft32: (a, by) => a << by, xor: (a, b) => (a ^ b) >>> 0 }, [1, 2, 3, 4]) // → { words: 641, next: [7, 0, 1026, 12288] } ((1 + 4) rotated by 7 is 640, plus 1; 1^(4^2), 2^(3^1), (3^1)^(2·2⁹), (4^2) rotated by 11; one lane)
 */
export function step<V>(L: Lanes<V>, [s0, s1, s2, s3]: Generators<V>): { words: V; next: Generators<V> } {
  const words = L.add32(L.rotateLeft32(L.add32(s0, s3), 7), s0);
  const shifted = L.shiftLeft32(s1, 9);
  const [t2, t3] = [L.xor(s2, s0), L.xor(s3, s1)];
  return { words, next: [L.xor(s0, t3), L.xor(s1, t2), L.xor(t2, shifted), L.rotateLeft32(t3, 11)] };
}

/**
 * Two numbers strictly between 0 and 1 from the upper 52 bits of two words: (n + ½)·2⁻⁵².
 *
 * @param L the arithmetic: any `Lanes`
 * @source ours: the bits of a number from 1 to 2 (IEEE Std 754-2019, 3.4), less 1 − 2⁻⁵³
 * @example openUniform({ bits: (v) => v, constant: (v) => v, shiftRight64: (a, by) => a >> BigInt(by), or: (a, b) => a | b, subtract: (a, b) => new Float64Array(BigUint64Array.of(a).buffer)[0] - b }, 0n) // → 1.1102e-16 (the smallest: 2⁻⁵³)
 */
export function openUniform<V>(L: Lanes<V>, words: V): V {
  const from1to2 = L.or(L.shiftRight64(words, 12), L.bits(ONE));
  return L.subtract(from1to2, L.constant(1 - 2 ** -53));
}

/**
 * Two numbers from −½ (included) to ½ from the upper 52 bits of two words: n·2⁻⁵² − ½.
 *
 * @param L the arithmetic: any `Lanes`
 * @source ours: the bits of a number from 1 to 2 (IEEE Std 754-2019, 3.4), less 1½
 * @example centeredUniform({ bits: (v) => v, constant: (v) => v, shiftRight64: (a, by) => a >> BigInt(by), or: (a, b) => a | b, subtract: (a, b) => new Float64Array(BigUint64Array.of(a).buffer)[0] - b }, 2n ** 63n) // → 0 (half of the range)
 */
export function centeredUniform<V>(L: Lanes<V>, words: V): V {
  return L.subtract(L.or(L.shiftRight64(words, 12), L.bits(ONE)), L.constant(1.5));
}

const ONE = 0x3ff0_0000_0000_0000n;

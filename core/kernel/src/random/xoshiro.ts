import { invariant } from "../refusal.ts";
import { philox, type Words } from "./philox.ts";

/**
 * xoshiro128++: a fast stream of 32-bit words from four words of state, of which one must not be zero.
 *
 * @source Blackman, Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021) 36
 */
export class Xoshiro {
  #s0: number;
  #s1: number;
  #s2: number;
  #s3: number;

  constructor([s0, s1, s2, s3]: Words) {
    invariant((s0 | s1 | s2 | s3) !== 0, "the state of a generator is not all zero");
    this.#s0 = s0 | 0;
    this.#s1 = s1 | 0;
    this.#s2 = s2 | 0;
    this.#s3 = s3 | 0;
  }

  /** The next word, from 0 to 2³² − 1. */
  word(): number {
    const sum = (this.#s0 + this.#s3) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + this.#s0) >>> 0;
    const shifted = this.#s1 << 9;
    this.#s2 ^= this.#s0;
    this.#s3 ^= this.#s1;
    this.#s1 ^= this.#s2;
    this.#s0 ^= this.#s3;
    this.#s2 ^= shifted;
    this.#s3 = (this.#s3 << 11) | (this.#s3 >>> 21);
    return result;
  }

  /** A number strictly between 0 and 1, in steps of 2⁻⁵². */
  uniform(): number {
    return ((this.word() >>> 6) * 67_108_864 + (this.word() >>> 6) + 0.5) * 2 ** -52;
  }
}

/**
 * The stream of one input in one block of trials. Streams of other inputs and blocks have nothing in common with it.
 *
 * The state is the output of Philox4x32-10 for the counter (block, input) under the key (seed).
 *
 * @param seed whole number from 0 to 2⁵³ − 1
 * @param block number of the block of trials, from 0
 * @param input position of the input in the model, from 0
 * @source ours: the counter keeps the streams apart, as in Salmon et al., SC11 (2011), 2
 * @example streamOf(0, 0, 0).word() // → 0xfa8a3f55 (state of Random123's first answer: s₀ = 6627e8d5, s₃ = 9b00dbd8; (s₀ + s₃) rotated by 7 is 94625680, plus s₀)
 * new Xoshiro([1, 2, 3, 4]).word() // → 641 ((1 + 4) rotated by 7 is 640, plus 1)
 */
export function streamOf(seed: number, block: number, input: number): Xoshiro {
  const words = philox([block >>> 0, Math.floor(block / 2 ** 32), input, 0], [seed >>> 0, Math.floor(seed / 2 ** 32)]);
  // All four words are zero for one counter in 2¹²⁸; that one gets a fixed state.
  return new Xoshiro(words.every((word) => word === 0) ? [1, 0, 0, 0] : words);
}

/** Dimensions that the table reaches; dimension 0 needs no row. */
export const SOBOL_DIMENSIONS = 32;

/**
 * Degree and inner coefficients of a primitive polynomial over GF(2), then the first numbers of the recurrence, for
 * dimensions 1 to 31.
 *
 * @source Joe, Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30
 * (2008) 2635: the first rows of their table new-joe-kuo-6.21201, published for free use with this reference
 */
const DIRECTIONS: readonly (readonly [number, number, ...number[]])[] = [
  [1, 0, 1],
  [2, 1, 1, 3],
  [3, 1, 1, 3, 1],
  [3, 2, 1, 1, 1],
  [4, 1, 1, 1, 3, 3],
  [4, 4, 1, 3, 5, 13],
  [5, 2, 1, 1, 5, 5, 17],
  [5, 4, 1, 1, 5, 5, 5],
  [5, 7, 1, 1, 7, 11, 19],
  [5, 11, 1, 1, 5, 1, 1],
  [5, 13, 1, 1, 1, 3, 11],
  [5, 14, 1, 3, 5, 5, 31],
  [6, 1, 1, 3, 3, 9, 7, 49],
  [6, 13, 1, 1, 1, 15, 21, 21],
  [6, 16, 1, 3, 1, 13, 27, 49],
  [6, 19, 1, 1, 1, 15, 7, 5],
  [6, 22, 1, 3, 1, 15, 13, 25],
  [6, 25, 1, 1, 5, 5, 19, 61],
  [7, 1, 1, 3, 7, 11, 23, 15, 103],
  [7, 4, 1, 3, 7, 13, 13, 15, 69],
  [7, 7, 1, 1, 3, 13, 7, 35, 63],
  [7, 8, 1, 3, 5, 9, 1, 25, 53],
  [7, 14, 1, 3, 1, 13, 9, 35, 107],
  [7, 19, 1, 3, 1, 5, 27, 61, 31],
  [7, 21, 1, 1, 5, 11, 19, 41, 61],
  [7, 28, 1, 3, 5, 3, 3, 13, 69],
  [7, 31, 1, 1, 7, 13, 1, 19, 1],
  [7, 32, 1, 3, 7, 5, 13, 19, 59],
  [7, 37, 1, 1, 3, 9, 25, 29, 41],
  [7, 41, 1, 3, 5, 13, 23, 1, 55],
  [7, 42, 1, 3, 7, 3, 13, 59, 17],
];

/**
 * The first points of one dimension of Sobol's sequence, scrambled: strictly between 0 and 1. Of 2^m points exactly one
 * lies in each interval of the length 2^-m, whatever the scramble.
 *
 * @param dimension from 0 to 31
 * @param scramble 32 random bits; those of different dimensions must have nothing in common
 * @source Sobol', USSR Comput. Math. Math. Phys. 7 (1967) 86; Antonov, Saleev, ibid. 19 (1979) 252 for the order;
 * Burley, "Practical hash-based Owen scrambling", JCGT 9 (2020) 4 for the scramble
 * @example [...scrambledSobol(5, 12345, 8)].map((x) => Math.floor(8 * x)).sort() // → [0, 1, 2, 3, 4, 5, 6, 7] (Sobol' 1967: eight points, one in each eighth)
 */
export function scrambledSobol(dimension: number, scramble: number, count: number): Float64Array {
  const directions = reversedDirections(dimension);
  const points = new Float64Array(count);
  let word = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) word ^= directions[31 - Math.clz32(i & -i)]!;
    points[i] = (bitsReversed(scrambled(word, scramble)) + 0.5) * 2 ** -32;
  }
  return points;
}

/** Direction numbers with their bits in reverse order, as the scramble wants them. */
function reversedDirections(dimension: number): Uint32Array {
  const numbers = new Uint32Array(32);
  const row = dimension === 0 ? undefined : DIRECTIONS[dimension - 1]!;
  const [degree, inner, ...first] = row ?? [0, 0];
  for (let k = 0; k < 32; k++) {
    if (!row) numbers[k] = 1 << (31 - k);
    else if (k < degree) numbers[k] = first[k]! << (31 - k);
    else {
      let next = numbers[k - degree]! ^ (numbers[k - degree]! >>> degree);
      for (let j = 1; j < degree; j++) if ((inner >>> (degree - 1 - j)) & 1) next ^= numbers[k - j]!;
      numbers[k] = next;
    }
  }
  return numbers.map(bitsReversed);
}

/** Flips each bit by a hash of those below it: of those above it, once the word is reversed. */
function scrambled(word: number, seed: number): number {
  let x = (word + seed) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  return x ^ Math.imul(x, 0x8d22f6e6);
}

function bitsReversed(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x5555_5555) | ((x & 0x5555_5555) << 1);
  x = ((x >>> 2) & 0x3333_3333) | ((x & 0x3333_3333) << 2);
  x = ((x >>> 4) & 0x0f0f_0f0f) | ((x & 0x0f0f_0f0f) << 4);
  x = ((x >>> 8) & 0x00ff_00ff) | ((x & 0x00ff_00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}

import { cosineOfReduced, exponential, logarithmOfNormal, sineOfReduced } from "./elementary.ts";
import type { Lanes } from "./lanes.ts";
import { centeredUniform, openUniform } from "./random.ts";

/** Distributions that are drawn without rejection: every draw uses the same number of random words. */
export const DRAWN = [
  "normal",
  "t",
  "rectangular",
  "triangular",
  "arcsine",
  "trapezoidal",
  "curvilinear-trapezoid",
  "exponential",
] as const;
export type Drawn = (typeof DRAWN)[number];

/**
 * Draws of a distribution: registers of two draws each, four draws for the normal and two for the others.
 *
 * @param L the arithmetic: any `Lanes`
 * @param kind of the distribution
 * @param words the next random words
 * @param parameters normal: x, u; t: x, scale, ν, −2/ν; rectangular, triangular, arcsine: x, a; trapezoidal: x, a, 1 + β,
 * 1 − β; curvilinear trapezoid: x, a, d; exponential: x. What is not used is 0.
 * @source JCGM 101:2008, 6.4.2 to 6.4.10; Box, Muller, Ann. Math. Stat. 29 (1958) 610; Bailey, Math. Comp. 62 (1994) 779
 * @example draws({ bits: (v) => v, constant: (v) => v, shiftRight64: (a, by) => a >> BigInt(by), or: (a, b) => a | b, add: (a, b) => a + b, multiply: (a, b) => a * b, subtract: (a, b) => new Float64Array(BigUint64Array.of(a).buffer)[0] - b }, "rectangular", () => 2n ** 62n, [20, 4, 0, 0]) // → [18] (JCGM 101:2008, 6.4.2.4: 16 + (24 − 16)·¼, the words being a quarter of their range)
 */
export function draws<V>(L: Lanes<V>, kind: Drawn, words: () => V, [x, p, q, r]: readonly [V, V, V, V]): readonly V[] {
  const scaled = (standard: V) => L.add(x, L.multiply(p, standard));
  const centered = () => doubled(L, centeredUniform(L, words()));
  switch (kind) {
    case "normal": {
      const stretch = L.squareRoot(L.multiply(L.constant(-2), logarithmOfNormal(L, openUniform(L, words()))));
      return direction(L, words()).map((way) => scaled(L.multiply(stretch, way)));
    }
    case "t": {
      // p is the scale, q the degrees of freedom, r = −2/q.
      const power = exponential(L, L.multiply(r, logarithmOfNormal(L, openUniform(L, words()))));
      const stretch = L.squareRoot(L.multiply(q, L.subtract(power, L.constant(1))));
      return [scaled(L.multiply(stretch, direction(L, words())[0]))];
    }
    case "rectangular":
      return [scaled(centered())];
    case "triangular":
      return [scaled(L.add(centeredUniform(L, words()), centeredUniform(L, words())))];
    case "arcsine": {
      const angle = quarterTurn(L, words());
      return [scaled(doubled(L, L.multiply(sineOfReduced(L, angle), cosineOfReduced(L, angle))))];
    }
    case "trapezoidal":
      // q and r are 1 ± β.
      return [scaled(L.add(L.multiply(q, centeredUniform(L, words())), L.multiply(r, centeredUniform(L, words()))))];
    case "curvilinear-trapezoid":
      return [L.add(x, L.multiply(L.add(p, L.multiply(q, centered())), centered()))];
    case "exponential":
      return [L.multiply(x, L.subtract(L.constant(0), logarithmOfNormal(L, openUniform(L, words()))))];
  }
}

function doubled<V>(L: Lanes<V>, a: V): V {
  return L.add(a, a);
}

/** An angle from −π/4 to π/4. */
function quarterTurn<V>(L: Lanes<V>, words: V): V {
  return L.multiply(centeredUniform(L, words), L.constant(Math.PI / 2));
}

/** Both coordinates of a point on the unit circle, anywhere with equal chance. */
function direction<V>(L: Lanes<V>, words: V): readonly [V, V] {
  const angle = quarterTurn(L, words);
  const [sine, cosine] = [sineOfReduced(L, angle), cosineOfReduced(L, angle)];
  // The two lowest bits, which the angle does not use, choose one of the four quarters.
  const swap = L.shiftRightSigned64(L.shiftLeft64(words, 63), 63);
  const sign = L.and(L.shiftLeft64(words, 62), L.bits(0x8000_0000_0000_0000n));
  return [L.xor(L.select(swap, sine, cosine), sign), L.xor(L.select(swap, cosine, sine), sign)];
}

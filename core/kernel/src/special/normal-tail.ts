/**
 * Probability that a standard normal variable exceeds z, to about 1e-14 of itself, in some nanoseconds. For many draws;
 * `normalCdf` of distributions.ts is the one for single figures.
 *
 * @source Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969) 631
 * @example normalTail(1.96) // → 0.02499789515 (Abramowitz and Stegun, table 26.1: 1 − 0.97500210485)
 */
export function normalTail(z: number): number {
  const x = Math.abs(z) * Math.SQRT1_2;
  const tail = 0.5 * complement(x);
  return z < 0 ? 1 - tail : tail;
}

/** erfc x for x ≥ 0. */
function complement(x: number): number {
  if (x <= 0.46875) return 1 - x * ratio(NEAR, x * x);
  if (x > 27) return 0;
  // e^(−x²) from x cut to sixteenths and the rest, so that squaring loses nothing.
  const cut = Math.trunc(x * 16) / 16;
  const bell = Math.exp(-cut * cut) * Math.exp(-(x - cut) * (x + cut));
  if (x <= 4) return bell * ratio(MIDDLE, x);
  const inverse = 1 / (x * x);
  return (bell / x) * (1 / Math.sqrt(Math.PI) - inverse * ratio(FAR, inverse));
}

type Fraction = { readonly over: readonly number[]; readonly under: readonly number[] };

/** Polynomials by rising powers. */
function ratio({ over, under }: Fraction, x: number): number {
  return polynomial(over, x) / polynomial(under, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + coefficients[k]!;
  return value;
}

const NEAR: Fraction = {
  over: [3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315],
  under: [2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1],
};

const MIDDLE: Fraction = {
  over: [
    1230.3393547979972, 2051.0783778260716, 1712.0476126340707, 881.952221241769, 298.6351381974001, 66.11919063714163,
    8.883149794388377, 0.5641884969886701, 2.1531153547440383e-8,
  ],
  under: [
    1230.3393548037495, 3439.3676741437216, 4362.619090143247, 3290.7992357334597, 1621.3895745666903,
    537.1811018620099, 117.6939508913125, 15.744926110709835, 1,
  ],
};

const FAR: Fraction = {
  over: [
    0.0006587491615298378, 0.016083785148742275, 0.12578172611122926, 0.36034489994980445, 0.30532663496123236,
    0.016315387137302097,
  ],
  under: [0.0023352049762686918, 0.06051834131244132, 0.5279051029514285, 1.8729528499234673, 2.568520192289822, 1],
};

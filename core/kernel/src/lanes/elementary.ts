import type { Lanes } from "./lanes.ts";

/**
 * ln x. Errors stay below one unit in the last place. NaN below zero, −∞ at zero.
 *
 * x = 2^k (1 + f) with √½ ≤ 1 + f < √2;  ln(1 + f) = f − f²/2 + s (f²/2 + R(s²)), s = f / (2 + f)
 *
 * @source FDLIBM 5.3, e_log.c (Sun Microsystems, 1993): method and coefficients
 * @example ((q, f) => ((n) => f(logarithm({ constant: q, bits: (b) => b, add: n((a, b) => a + b), subtract: n((a, b) => a - b), multiply: n((a, b) => a * b), divide: n((a, b) => a / b), less: (a, b) => (f(a) < f(b) ? -1n : 0n), equal: (a, b) => (f(a) === f(b) ? -1n : 0n), and: (a, b) => a & b, select: (mask, a, b) => (a & mask) | (b & ~mask), add64: (a, b) => BigInt.asIntN(64, a + b), subtract64: (a, b) => BigInt.asIntN(64, a - b), shiftLeft64: (a, by) => BigInt.asIntN(64, a << BigInt(by)), shiftRightSigned64: (a, by) => a >> BigInt(by) }, q(10))))((g) => (...v) => q(g(...v.map(f)))))((x) => new BigInt64Array(Float64Array.of(x).buffer)[0], (b) => new Float64Array(BigInt64Array.of(b).buffer)[0]) // → 2.30258509299405 (Abramowitz and Stegun, table 1.1: ln 10; one lane, its bits in an integer)
 */
export function logarithm<V>(L: Lanes<V>, x: V): V {
  const zero = L.constant(0);
  // Numbers below the normal range are brought into it and the shift is taken back.
  const tiny = L.less(x, L.constant(2.2250738585072014e-308));
  const scaled = L.select(tiny, L.multiply(x, L.constant(18_014_398_509_481_984)), x);
  const value = logarithmOfNormal(L, scaled, L.and(tiny, L.constant(-54)));
  const finite = L.select(L.equal(x, zero), L.constant(-Infinity), L.select(L.less(x, zero), L.constant(NaN), value));
  const ordinary = L.less(x, L.constant(Infinity));
  // Infinity and NaN come back as they are.
  return L.select(ordinary, finite, x);
}

/**
 * ln x for positive normal x, plus `extra` times ln 2: the heart of `logarithm`.
 *
 * @param L the arithmetic
 * @param x not zero, not below 2⁻¹⁰²², finite
 * @param extra powers of two that were taken out of x
 * @source FDLIBM 5.3, e_log.c: method and coefficients
 * @example ((q, f) => ((n) => f(logarithmOfNormal({ constant: q, bits: (b) => b, add: n((a, b) => a + b), subtract: n((a, b) => a - b), multiply: n((a, b) => a * b), divide: n((a, b) => a / b), add64: (a, b) => BigInt.asIntN(64, a + b), subtract64: (a, b) => BigInt.asIntN(64, a - b), shiftLeft64: (a, by) => BigInt.asIntN(64, a << BigInt(by)), shiftRightSigned64: (a, by) => a >> BigInt(by) }, q(2))))((g) => (...v) => q(g(...v.map(f)))))((x) => new BigInt64Array(Float64Array.of(x).buffer)[0], (b) => new Float64Array(BigInt64Array.of(b).buffer)[0]) // → 0.69314718055995 (Abramowitz and Stegun, table 1.1: ln 2; one lane, its bits in an integer)
 */
export function logarithmOfNormal<V>(L: Lanes<V>, x: V, extra?: V): V {
  const offset = L.subtract64(x, L.bits(SQRT_HALF));
  const power = L.shiftRightSigned64(offset, 52);
  const fraction = L.subtract64(x, L.shiftLeft64(power, 52));
  const whole = L.subtract(L.add64(power, L.bits(MAGIC_BITS)), L.constant(MAGIC));
  const k = extra === undefined ? whole : L.add(whole, extra);
  const f = L.subtract(fraction, L.constant(1));
  const s = L.divide(f, L.add(f, L.constant(2)));
  const z = L.multiply(s, s);
  const w = L.multiply(z, z);
  const even = L.multiply(w, horner(L, w, [0.3999999999940942, 0.22222198432149784, 0.15313837699209373]));
  const odd = L.multiply(
    z,
    horner(L, w, [0.6666666666666735, 0.2857142874366239, 0.1818357216161805, 0.14798198605116586]),
  );
  const rest = L.add(odd, even);
  const half = L.multiply(L.multiply(f, f), L.constant(0.5));
  const inner = L.add(L.multiply(s, L.add(half, rest)), L.multiply(k, L.constant(LN2_LOW)));
  return L.subtract(L.multiply(k, L.constant(LN2_HIGH)), L.subtract(L.subtract(half, inner), f));
}

const SQRT_HALF = 0x3fe6_a09e_667f_3bcdn;
/** 1.5 · 2⁵²: adding it to a small whole number leaves that number in the last bits. */
const MAGIC = 6_755_399_441_055_744;
const MAGIC_BITS = 0x4338_0000_0000_0000n;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** c₀ + x (c₁ + x (c₂ + …)) */
function horner<V>(L: Lanes<V>, x: V, coefficients: readonly number[]): V {
  const constants = coefficients.map((value) => L.constant(value));
  return constants.reduceRight((sum, c) => L.add(c, L.multiply(x, sum)));
}

/**
 * eˣ, below one unit in the last place; ∞ and 0 beyond the range.
 *
 * x = k ln 2 + r;  e^r = 1 − (r c / (c − 2) − r), c = r − r² P(r²)
 *
 * @source FDLIBM 5.3, e_exp.c: method and coefficients
 * @example ((q, f) => ((n) => f(exponential({ constant: q, add: n((a, b) => a + b), subtract: n((a, b) => a - b), multiply: n((a, b) => a * b), divide: n((a, b) => a / b), smaller: n(Math.min), larger: n(Math.max), nearest: n(Math.round), shiftLeft64: (a, by) => BigInt.asIntN(64, a << BigInt(by)) }, q(1))))((g) => (...v) => q(g(...v.map(f)))))((x) => new BigInt64Array(Float64Array.of(x).buffer)[0], (b) => new Float64Array(BigInt64Array.of(b).buffer)[0]) // → 2.71828182845905 (Abramowitz and Stegun, table 1.1: e; one lane, its bits in an integer)
 */
export function exponential<V>(L: Lanes<V>, x: V): V {
  const bounded = L.smaller(L.larger(x, L.constant(-760)), L.constant(720));
  const k = L.nearest(L.multiply(bounded, L.constant(Math.LOG2E)));
  const high = L.subtract(bounded, L.multiply(k, L.constant(LN2_HIGH)));
  const low = L.multiply(k, L.constant(LN2_LOW));
  const r = L.subtract(high, low);
  const t = L.multiply(r, r);
  const p = horner(
    L,
    t,
    [0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6, 4.1381367970572385e-8],
  );
  const c = L.subtract(r, L.multiply(t, p));
  const quotient = L.divide(L.multiply(r, c), L.subtract(L.constant(2), c));
  const y = L.subtract(L.constant(1), L.subtract(L.subtract(low, quotient), high));
  // 2^k in two factors, so that neither leaves the range before the product does.
  const first = L.nearest(L.multiply(k, L.constant(0.5)));
  return L.multiply(L.multiply(y, powerOfTwo(L, first)), powerOfTwo(L, L.subtract(k, first)));
}

/** 2^k for whole k from −1022 to 1023. */
function powerOfTwo<V>(L: Lanes<V>, k: V): V {
  return L.shiftLeft64(L.add(k, L.constant(MAGIC + 1023)), 52);
}

/**
 * Sine of a reduced angle x + tail with |x| ≤ π/4, below one unit in the last place.
 *
 * @param L the arithmetic: any `Lanes`
 * @param tail what x lost by rounding [rad]
 * @source FDLIBM 5.3, k_sin.c: method and coefficients
 * @example sineOfReduced({ constant: (v) => v, add: (a, b) => a + b, subtract: (a, b) => a - b, multiply: (a, b) => a * b }, 0.5) // → 0.4794255386042 (Abramowitz and Stegun, table 4.6)
 */
export function sineOfReduced<V>(L: Lanes<V>, x: V, tail?: V): V {
  const z = L.multiply(x, x);
  const v = L.multiply(z, x);
  const r = horner(
    L,
    z,
    [0.00833333333332249, -0.0001984126982985795, 2.7557313707070068e-6, -2.5050760253406863e-8, 1.58969099521155e-10],
  );
  const third = L.constant(-0.16666666666666632);
  if (tail === undefined) return L.add(x, L.multiply(v, L.add(third, L.multiply(z, r))));
  const bent = L.subtract(L.multiply(tail, L.constant(0.5)), L.multiply(v, r));
  return L.subtract(x, L.subtract(L.subtract(L.multiply(z, bent), tail), L.multiply(v, third)));
}

/**
 * Cosine of a reduced angle x + tail with |x| ≤ π/4, below one unit in the last place.
 *
 * @param L the arithmetic: any `Lanes`
 * @param tail what x lost by rounding [rad]
 * @source FDLIBM 5.3, k_cos.c: method and coefficients
 * @example cosineOfReduced({ constant: (v) => v, add: (a, b) => a + b, subtract: (a, b) => a - b, multiply: (a, b) => a * b }, 0.5) // → 0.8775825618904 (Abramowitz and Stegun, table 4.6)
 */
export function cosineOfReduced<V>(L: Lanes<V>, x: V, tail?: V): V {
  const z = L.multiply(x, x);
  const r = L.multiply(
    z,
    horner(
      L,
      z,
      [
        0.0416666666666666, -0.001388888888887411, 2.480158728947673e-5, -2.7557314351390663e-7, 2.087572321298175e-9,
        -1.1359647557788195e-11,
      ],
    ),
  );
  const half = L.multiply(z, L.constant(0.5));
  const w = L.subtract(L.constant(1), half);
  const bent = L.multiply(z, r);
  const lost = L.subtract(L.subtract(L.constant(1), w), half);
  return L.add(w, L.add(lost, tail === undefined ? bent : L.subtract(bent, L.multiply(x, tail))));
}

/** Beyond this the reduction below loses digits, and the language's own function is asked. */
const FAR = 800_000;

/**
 * sin x or cos x for any x, in radian; angles beyond 800 000 rad are left to the language.
 *
 * x = n π/2 + r with |r| ≤ π/4; n mod 4 says which of ±sin r, ±cos r it is
 *
 * @source FDLIBM 5.3, e_rem_pio2.c (π/2 in three parts), k_sin.c, k_cos.c
 * @example ((q, f) => ((n) => f(circular({ constant: q, bits: (b) => b, add: n((a, b) => a + b), subtract: n((a, b) => a - b), multiply: n((a, b) => a * b), nearest: n(Math.round), less: (a, b) => (f(a) < f(b) ? -1n : 0n), and: (a, b) => a & b, xor: (a, b) => a ^ b, select: (mask, a, b) => (a & mask) | (b & ~mask), shiftLeft64: (a, by) => BigInt.asIntN(64, a << BigInt(by)), shiftRight64: (a, by) => BigInt.asUintN(64, a) >> BigInt(by), shiftRightSigned64: (a, by) => a >> BigInt(by), repair: (value) => value }, "sin", q(30))))((g) => (...v) => q(g(...v.map(f)))))((x) => new BigInt64Array(Float64Array.of(x).buffer)[0], (b) => new Float64Array(BigInt64Array.of(b).buffer)[0]) // → -0.98803162 (Abramowitz and Stegun, table 4.8: sin 30; one lane, its bits in an integer)
 */
export function circular<V>(L: Lanes<V>, name: "sin" | "cos", x: V): V {
  const n = L.nearest(L.multiply(x, L.constant(0.6366197723675814)));
  const t = L.subtract(x, L.multiply(n, L.constant(1.5707963267341256)));
  const w = L.multiply(n, L.constant(6.077100506303966e-11));
  const r = L.subtract(t, w);
  const lost = L.subtract(L.multiply(n, L.constant(2.0222662487959506e-21)), L.subtract(L.subtract(t, r), w));
  const angle = L.subtract(r, lost);
  const tail = L.subtract(L.subtract(r, angle), lost);
  const [sine, cosine] = [sineOfReduced(L, angle, tail), cosineOfReduced(L, angle, tail)];
  // The quarter turns stand in the last bits: an odd number swaps the two, and two of four change the sign.
  const quarters = L.add(n, L.constant(name === "sin" ? MAGIC : MAGIC + 1));
  const odd = L.shiftRightSigned64(L.shiftLeft64(quarters, 63), 63);
  const sign = L.shiftLeft64(L.shiftRight64(L.shiftLeft64(quarters, 62), 63), 63);
  const value = L.xor(L.select(odd, cosine, sine), sign);
  const size = L.and(x, L.bits(0x7fff_ffff_ffff_ffffn));
  return L.repair(value, L.less(L.constant(FAR), size), name, x);
}

/** Points of a segment of the averaged spectrum; a power of two. */
const SEGMENT = 8192;

/** One-sided spectral density at even steps of frequency. */
export type Spectrum = {
  readonly stepHz: number;
  /** At 0, Δf, 2Δf … [(unit)²/Hz] */
  readonly density: Float64Array;
};

/**
 * Averaged spectral density of a record: segments of 8192 points (fewer for a short record) overlap by half, each is freed of
 * its mean and weighted by a Hann window; the squared moduli of their transforms are averaged.
 *
 * G(f) = 2/(f_s·Σw²)·mean |Σ w_k(x_k − x̄)e^(−2πifk)|²
 *
 * @param sampleHz samples per second
 * @param progress is told the share done, from 0 to 1
 * @example spectralDensity(Float64Array.from({ length: 4096 }, (_, k) => Math.sin((2 * Math.PI * k) / 8)), 8).density.length // → 2049 (0 Hz to half the rate)
 * @source P. D. Welch, IEEE Trans. Audio Electroacoust. AU-15 (1967) 70, recalled
 */
export function spectralDensity(
  record: ArrayLike<number>,
  sampleHz: number,
  progress?: (share: number) => void,
): Spectrum {
  const size = Math.min(SEGMENT, 2 ** Math.floor(Math.log2(Math.max(2, record.length))));
  const window = Float64Array.from({ length: size }, (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * k) / size));
  const power = window.reduce((sum, w) => sum + w * w, 0);
  const density = new Float64Array(size / 2 + 1);
  const [re, im] = [new Float64Array(size), new Float64Array(size)];
  const transform = fourier(size);
  const hop = size / 2;
  const segments = Math.max(1, Math.floor((record.length - size) / hop) + 1);
  for (let segment = 0; segment < segments; segment++) {
    load(record, segment * hop, window, re);
    im.fill(0);
    transform(re, im);
    for (let k = 0; k < density.length; k++) density[k]! += re[k]! ** 2 + im[k]! ** 2;
    if ((segment & 15) === 15) progress?.((segment + 1) / segments);
  }
  // Both halves of the spectrum are told by one, but for 0 Hz and half the rate.
  for (let k = 0; k < density.length; k++) {
    const sides = k === 0 || k === density.length - 1 ? 1 : 2;
    density[k] = (sides * density[k]!) / (segments * sampleHz * power);
  }
  return { stepHz: sampleHz / size, density };
}

function load(record: ArrayLike<number>, start: number, window: Float64Array, into: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < window.length; k++) sum += record[start + k]!;
  const mean = sum / window.length;
  for (let k = 0; k < window.length; k++) into[k] = (record[start + k]! - mean) * window[k]!;
}

/** A discrete Fourier transform of one size in place, by halving (radix 2). */
function fourier(size: number): (re: Float64Array, im: Float64Array) => void {
  const bits = Math.log2(size);
  const turned = Uint32Array.from({ length: size }, (_, k) => reversed(k, bits));
  const cos = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sin = Float64Array.from({ length: size / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
  return (re, im) => {
    for (let k = 0; k < size; k++) {
      const other = turned[k]!;
      if (other <= k) continue;
      [re[k], re[other]] = [re[other]!, re[k]!];
      [im[k], im[other]] = [im[other]!, im[k]!];
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let block = 0; block < size; block += 2 * half) {
        for (let k = 0, angle = 0; k < half; k++, angle += stride) {
          const [c, s] = [cos[angle]!, sin[angle]!];
          const upper = block + k;
          const lower = upper + half;
          const r = re[lower]! * c - im[lower]! * s;
          const i = re[lower]! * s + im[lower]! * c;
          re[lower] = re[upper]! - r;
          im[lower] = im[upper]! - i;
          re[upper]! += r;
          im[upper]! += i;
        }
      }
    }
  };
}

function reversed(k: number, bits: number): number {
  let turned = 0;
  for (let bit = 0; bit < bits; bit++) turned |= ((k >> bit) & 1) << (bits - 1 - bit);
  return turned;
}

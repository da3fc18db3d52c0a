/** The smallest and the largest values, each sorted upwards: `low` from the smallest on, `high` up to the largest. */
export type Tails = { readonly low: Float64Array; readonly high: Float64Array };

/** Below this many values everything is sorted. */
const FEW = 20_000;
const SAMPLED = 8192;

/**
 * At least `keep` values of either tail, without sorting what lies between.
 *
 * A sample of the values says where the tails begin, with a margin of six standard deviations of its own scatter; where
 * that is still too narrow, as with values in a peculiar order, everything is sorted.
 *
 * @param values finite numbers, which are left as they are
 * @source Floyd, Rivest, "Expected time bounds for selection", Comm. ACM 18 (1975) 165 (a sample brackets what is sought)
 * @example tailsOf(Float64Array.of(3, 1, 2), 1) // → { low: [1, 2, 3], high: [1, 2, 3] } (few values are sorted as a whole)
 */
export function tailsOf(values: Float64Array, keep: number): Tails {
  const share = keep / values.length;
  const place = Math.ceil(SAMPLED * share + 6 * Math.sqrt(SAMPLED * share * (1 - share)) + 2);
  if (values.length < FEW || place > 0.4 * SAMPLED) return wholly(values);
  const sample = sampled(values);
  const low = gathered(values, -Infinity, sample[place]!);
  const high = gathered(values, sample[SAMPLED - 1 - place]!, Infinity);
  return low.length < keep || high.length < keep ? wholly(values) : { low: sorted(low), high: sorted(high) };
}

function wholly(values: Float64Array): Tails {
  const all = values.slice().sort();
  return { low: all, high: all };
}

function sampled(values: Float64Array): Float64Array {
  const stride = values.length / SAMPLED;
  return Float64Array.from({ length: SAMPLED }, (_, k) => values[Math.floor(k * stride)]!).sort();
}

function gathered(values: Float64Array, from: number, to: number): Float64Array {
  let found = new Float64Array(Math.ceil(values.length / 8));
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value >= from && value <= to) {
      if (count === found.length) found = enlarged(found);
      found[count++] = value;
    }
  }
  return found.subarray(0, count);
}

function enlarged(full: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * full.length);
  larger.set(full);
  return larger;
}

/** Passes of the sort below: eleven bits each of the sixty-four. */
const DIGITS = [0, 11, 22, 32, 43, 54] as const;

/**
 * Sorts by the bits of the numbers, digit by digit: the same order as `sort`, several times faster for many values.
 * Negative numbers are turned over so that their bits grow as they do.
 */
function sorted(values: Float64Array): Float64Array {
  if (values.length < 2000) return values.sort();
  let [from, to] = [new Uint32Array(values.slice().buffer), new Uint32Array(2 * values.length)];
  turn(from, true);
  for (const digit of DIGITS) if (pass(from, to, digit)) [from, to] = [to, from];
  turn(from, false);
  return new Float64Array(from.buffer);
}

/** Makes the order of the words that of the numbers, or undoes it. */
function turn(words: Uint32Array, forth: boolean): void {
  for (let i = 0; i < words.length; i += 2) {
    const high = words[i + 1]!;
    const negative = forth ? high >>> 31 === 1 : high >>> 31 === 0;
    if (negative) words[i] = ~words[i]!;
    words[i + 1] = negative ? ~high : high ^ 0x80000000;
  }
}

/** One stable distribution by eleven bits (ten for the last of each word); false where all have the same ones. */
function pass(from: Uint32Array, to: Uint32Array, digit: number): boolean {
  const [word, shift] = [digit >>> 5, digit & 31];
  const starts = new Uint32Array(2048);
  for (let i = word; i < from.length; i += 2) starts[(from[i]! >>> shift) & 2047]!++;
  let total = 0;
  for (let k = 0; k < 2048; k++) {
    const count = starts[k]!;
    if (2 * count === from.length) return false;
    starts[k] = total;
    total += count;
  }
  for (let i = 0; i < from.length; i += 2) {
    const place = 2 * starts[(from[i + word]! >>> shift) & 2047]!++;
    to[place] = from[i]!;
    to[place + 1] = from[i + 1]!;
  }
  return true;
}

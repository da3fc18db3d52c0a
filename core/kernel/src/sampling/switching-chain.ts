import { needProbability } from "../laboratory/finite.ts";
import type { Severity } from "./attribute-tables.ts";

/** Probability that a lot is accepted, and average sample number. */
export type SeverityCharacteristic = {
  readonly acceptance: number;
  readonly sampleNumber: number;
};

/** The three plans of a scheme at one quality level. */
export type SchemeCharacteristic = Readonly<Record<Severity, SeverityCharacteristic>> & {
  /** On normal inspection: probability that a lot is accepted so well that the score grows, and by how much. */
  readonly gain: { readonly probability: number; readonly points: 2 | 3 };
};

/** What the switching rules come to in the long run. */
export type SwitchingCharacteristic = SeverityCharacteristic & {
  /** Share of lots inspected at each severity. */
  readonly shares: Readonly<Record<Severity, number>>;
  /** Probability that a spell of tightened inspection ends by stopping, not by going back to normal: (1 − a⁵)⁵. */
  readonly stopping: number;
};

/**
 * Long-run behaviour of a scheme under its switching rules, for a process of constant quality that is steady and may be
 * reduced: the stationary distribution of the Markov chain of normal, tightened and reduced inspection. A series that
 * was stopped is taken to go on with tightened inspection.
 *
 * @example switchingCharacteristic({ normal: { acceptance: 0, sampleNumber: 125 }, tightened: { acceptance: 0, sampleNumber: 125 }, reduced: { acceptance: 0, sampleNumber: 50 }, gain: { probability: 0, points: 3 } }) // → { acceptance: 0, sampleNumber: 125, shares: { tightened: 1 }, stopping: 1 } (where nothing is accepted inspection is tightened and stops)
 * @throws Refusal `outside-domain` for probabilities outside [0, 1]
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 9.3 and 9.4; the method is that of K. S. Stephens and K. E. Larson, J.
 *   Quality
 *   Technology 1 (1969)
 */
export function switchingCharacteristic(scheme: SchemeCharacteristic): SwitchingCharacteristic {
  const { normal, tightened, reduced, gain } = scheme;
  for (const { acceptance } of [normal, tightened, reduced]) needWithin(acceptance);
  needWithin(gain.probability);
  const spell = normalSpell(normal.acceptance, Math.min(gain.probability, normal.acceptance), gain.points);
  const lengths = {
    normal: spell.lots,
    tightened: tightenedSpell(tightened.acceptance),
    reduced: reduced.acceptance < 1 ? 1 / (1 - reduced.acceptance) : Infinity,
  };
  const shares = sharesOf(spell, lengths);
  const mean = (of: (each: SeverityCharacteristic) => number): number =>
    (["normal", "tightened", "reduced"] as const).reduce(
      (sum, severity) => sum + (shares[severity] > 0 ? shares[severity] * of(scheme[severity]) : 0),
      0,
    );
  return {
    acceptance: mean(({ acceptance }) => acceptance),
    sampleNumber: mean(({ sampleNumber }) => sampleNumber),
    shares,
    stopping: (1 - tightened.acceptance ** RUN) ** RUN,
  };
}

function needWithin(probability: number): void {
  if (probability !== 0 && probability !== 1) needProbability("acceptance", probability);
}

/** A spell of normal inspection: its expected length, and how it ends. */
export type NormalSpell = { readonly lots: number; readonly toTightened: number; readonly toReduced: number };

/** Score from which inspection is reduced; lots accepted in a row that end tightened inspection, or not that stop it. */
const REDUCED_FROM = 30;
const RUN = 5;
const MEMORY = 4;

/**
 * Expected lots of a spell of normal inspection that starts afresh, and the probabilities that it ends in tightened or
 * reduced inspection. The chain remembers how many lots were accepted since the last that was not (up to four, after
 * which it is forgotten), and the switching score.
 *
 * Without reduced inspection the length is (2 − a⁴)/((1 − a)(1 − a⁴)).
 *
 * @param a probability that a lot is accepted
 * @param b that it also adds `points` to the score, else the score is 0
 * @example normalSpell(0.5, 0, 2) // → { lots: 4.1333, toTightened: 1.00, toReduced: 0 } ((2 − 0.5⁴)/(0.5·(1 − 0.5⁴)) = 1.9375/0.46875)
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 9.3.1 and 9.3.3; the method is that of K. S. Stephens and K. E. Larson,
 *   J. Quality Technology 1 (1969)
 */
export function normalSpell(a: number, b: number, points: 2 | 3): NormalSpell {
  const scores = Math.ceil(REDUCED_FROM / points);
  const size = (MEMORY + 1) * scores;
  // State: lots since the last that was not accepted (4: none within reach), and gains in a row.
  const at = (since: number, gains: number): number => since * scores + gains;
  const rows = Array.from({ length: size }, () => new Float64Array(size + 3));
  for (let since = 0; since <= MEMORY; since++) {
    for (let gains = 0; gains < scores; gains++) {
      const row = rows[at(since, gains)];
      if (!row) continue;
      const add = (column: number, chance: number): void => {
        row[column] = (row[column] ?? 0) + chance;
      };
      add(at(since, gains), 1);
      const next = Math.min(MEMORY, since + 1);
      if (gains + 1 < scores) add(at(next, gains + 1), -b);
      else add(size + 2, b);
      add(at(next, 0), -(a - b));
      if (since === MEMORY) add(at(0, 0), -(1 - a));
      else add(size + 1, 1 - a);
      add(size, 1);
    }
  }
  const [lots = Infinity, toTightened = 0, toReduced = 0] = solved(rows, size)[at(MEMORY, 0)] ?? [];
  return a === 1 && b === 0 ? { lots: Infinity, toTightened: 0, toReduced: 0 } : { lots, toTightened, toReduced };
}

/** Solves the system whose right sides stand behind its square part; Gauss with the largest pivot. */
function solved(rows: Float64Array[], size: number): readonly (readonly number[])[] {
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let r = column; r < size; r++) {
      if (Math.abs(rows[r]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = r;
    }
    [rows[column], rows[pivot]] = [rows[pivot] as Float64Array, rows[column] as Float64Array];
    const head = rows[column] as Float64Array;
    const scale = head[column] ?? 0;
    if (scale === 0) continue;
    for (const [r, row] of rows.entries()) {
      const factor = (row[column] ?? 0) / scale;
      if (r === column || factor === 0) continue;
      for (let c = column; c < row.length; c++) row[c] = (row[c] ?? 0) - factor * (head[c] ?? 0);
    }
  }
  return rows.map((row, r) => Array.from(row.subarray(size), (side) => side / (row[r] ?? 0)));
}

/**
 * Lots until five are accepted in a row: (1 − a⁵)/((1 − a) a⁵).
 *
 * @param a probability that a lot is accepted
 * @example tightenedSpell(0.5) // → 62.00 ((1 − 1/32)/(1/2·1/32))
 * @example tightenedSpell(1) // → 5 (every lot is accepted)
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 9.3.2; W. Feller, An Introduction to Probability Theory I, XIII.7
 *   (success runs)
 */
export function tightenedSpell(a: number): number {
  if (a === 0) return Infinity;
  return a === 1 ? RUN : (1 - a ** RUN) / ((1 - a) * a ** RUN);
}

function sharesOf(
  { toTightened, toReduced }: NormalSpell,
  lengths: Readonly<Record<Severity, number>>,
): Readonly<Record<Severity, number>> {
  // Every other severity is left for normal only, so that a cycle is one normal spell and what follows it.
  const weights = {
    normal: lengths.normal,
    tightened: toTightened > 0 ? toTightened * lengths.tightened : 0,
    reduced: toReduced > 0 ? toReduced * lengths.reduced : 0,
  };
  const endless = (["normal", "tightened", "reduced"] as const).find((severity) => weights[severity] === Infinity);
  if (endless) return { normal: 0, tightened: 0, reduced: 0, [endless]: 1 };
  const total = weights.normal + weights.tightened + weights.reduced;
  return {
    normal: weights.normal / total,
    tightened: weights.tightened / total,
    reduced: weights.reduced / total,
  };
}

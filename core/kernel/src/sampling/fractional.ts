import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { acceptanceProbability, type LotModel } from "./acceptance-probability.ts";
import type { AttributeTables, Severity } from "./attribute-tables.ts";

/** Acceptance numbers between 0 and 1: a single item found is borne only where the lots before had none. */
export const FRACTIONS = ["1/5", "1/3", "1/2"] as const;
export type Fraction = (typeof FRACTIONS)[number];
export type FractionalNumber = number | Fraction;

/**
 * The acceptance number of a cell where fractions are agreed: the arrows between 0 and 1 give way to 1/3 and 1/2, on
 * reduced inspection to 1/5, 1/3 and 1/2. Undefined for cells that stay arrows.
 *
 * @example fractionalAcceptance({ aql: ["0.10", "0.15", "0.25", "0.40"], plans: { normal: [{ letter: "K", n: 125, cells: "0 ↑ ↓ 1" }] } }, "K", "0.25", "normal") // → "1/2" (the last cell before Ac = 1; ISO 2859-1:1999, table 11-A)
 * @throws Refusal `no-sampling-plan` for a letter or AQL that the table does not have
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 13.1 and tables 11-A to 11-C (recalled)
 */
export function fractionalAcceptance(
  tables: AttributeTables,
  letter: string,
  aql: string,
  severity: Severity,
): FractionalNumber | undefined {
  const cells = tables.plans[severity].find((row) => row.letter === letter)?.cells.split(" ");
  const column = tables.aql.indexOf(aql);
  const cell = cells?.[column];
  if (cells === undefined || cell === undefined) return refuse("no-sampling-plan", { name: "cell", given: letter });
  if (/^\d+$/.test(cell)) return Number(cell);
  if (cell === "·") return undefined;
  const place = FRACTIONS.length - (cells.indexOf("1") - column);
  const least = severity === "reduced" ? 0 : 1;
  return place < least || place >= FRACTIONS.length ? undefined : FRACTIONS[place];
}

/** The acceptance score, with which a plan with a fraction is judged from lot to lot. */
export type FractionalState = { readonly score: number };

/** A series, and every change of severity, starts at 0. */
export const NO_SCORE: FractionalState = { score: 0 };

export type FractionalVerdict = {
  readonly accepted: boolean;
  /** The whole number that was applied. */
  readonly acceptance: number;
  readonly after: FractionalState;
};

const GAIN: Readonly<Record<Fraction, number>> = { "1/5": 2, "1/3": 3, "1/2": 5 };
const GAIN_OF_WHOLE = 7;
const BEARS_ONE = 9;

/**
 * Judges a lot by a whole or fractional acceptance number, also where it changes from lot to lot. Before the lot the
 * score grows by 2, 3 or 5 for 1/5, 1/3 or 1/2 and by 7 for a whole number but 0; a fraction then counts as 1 from a
 * score
 * of 9 on, else as 0. Whatever is found sets the score to 0.
 *
 * @returns the verdict with the score after the lot
 * @example judgeFractional({ score: 4 }, "1/2", 1) // → { accepted: true, acceptance: 1, after: { score: 0 } } (4 + 5 = 9 bears one item)
 * @example judgeFractional(NO_SCORE, "1/2", 1) // → { accepted: false, acceptance: 0, after: { score: 0 } } (0 + 5 < 9)
 * @throws Refusal `outside-domain` for numbers that are not whole
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 13.2 (recalled)
 */
export function judgeFractional(state: FractionalState, number: FractionalNumber, found: number): FractionalVerdict {
  needWhole("found", found, 0);
  if (typeof number === "number") needWhole("Ac", number, 0);
  const gain = typeof number === "number" ? (number === 0 ? 0 : GAIN_OF_WHOLE) : GAIN[number];
  const score = state.score + gain;
  const acceptance = typeof number === "number" ? number : score >= BEARS_ONE ? 1 : 0;
  return { accepted: found <= acceptance, acceptance, after: { score: found > 0 ? 0 : score } };
}

/** Lots before that must have shown nothing for one item to be borne. */
const CLEAN_LOTS: Readonly<Record<Fraction, number>> = { "1/5": 4, "1/3": 2, "1/2": 1 };

/**
 * Long-run probability of acceptance of a plan with a fraction, with the same plan for every lot: P₀ + P₁ P₀ᵐ, with P_i
 * the probability of i items in a sample and m = 1, 2, 4 for 1/2, 1/3, 1/5.
 *
 * @example fractionalProbability(125, "1/2", 0.002, "process") // → 0.9305 (0.7786 + 0.1950·0.7786, with 0.998¹²⁵ and 125·0.002·0.998¹²⁴)
 * @throws Refusal `outside-domain`
 * @source derived from ISO 2859-1:1999, 13.2.1
 */
export function fractionalProbability(n: number, fraction: Fraction, quality: number, model: LotModel): number {
  const none = acceptanceProbability({ n, acceptance: 0 }, quality, model);
  const one = acceptanceProbability({ n, acceptance: 1 }, quality, model) - none;
  return none + one * none ** CLEAN_LOTS[fraction];
}

import { needAtLeast, needCount, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** What each fault takes from 100 points. @source GB/T 1798-2008, cleanness (recalled) */
export const DEDUCTIONS = { major: 1, minor: 0.4, ordinary: 0.1 } as const;

/** Faults found on 100 panels of black board. */
export type Faults = Readonly<Record<keyof typeof DEDUCTIONS, number>>;

/**
 * Cleanness.
 *
 * 100 − 1.0·major − 0.4·minor − 0.1·ordinary
 *
 * @returns points, unrounded; never below 0
 * @throws Refusal `not-whole`
 * @source GB/T 1798-2008, cleanness (recalled)
 * @example cleanness({ major: 1, minor: 2, ordinary: 9 }) // → 97.3 (100 − 1 − 0.8 − 0.9)
 */
export function cleanness({ major, minor, ordinary }: Faults): number {
  for (const [field, given] of Object.entries({ major, minor, ordinary })) needCount(field, given);
  // In tenths of a point, so that the digits stay exact.
  return Math.max(0, (1000 - 10 * major - 4 * minor - ordinary) / 10);
}

/** So many panels with one score. */
export type PanelCount = { readonly score: number; readonly count: number };

/** Panels of a neatness test. @source GB/T 1798-2008 (recalled) */
export const NEATNESS_PANELS = 100;

/**
 * Neatness, the mean score of the panels.
 *
 * @param required number of panels
 * @returns points, unrounded
 * @throws Refusal `sample-size`, `not-whole` for a count, `outside-method-range` for a score outside 0 to 100
 * @source GB/T 1798-2008, neatness (recalled)
 * @example neatness([{ score: 95, count: 62 }, { score: 90, count: 28 }, { score: 100, count: 6 }, { score: 85, count: 4 }]) // → 93.50 (9350/100)
 */
export function neatness(panels: readonly PanelCount[], required: number = NEATNESS_PANELS): number {
  needAtLeast("panels", panels, 1);
  for (const { score, count } of panels) {
    needWithin("score", score, { min: 0, max: 100 });
    needCount("count", count);
  }
  const number = panels.reduce((total, { count }) => total + count, 0);
  if (number !== required || number === 0) refuse("sample-size", { field: "panels", given: number, needed: required });
  return panels.reduce((total, { score, count }) => total + score * count, 0) / number;
}

/** Changes of evenness on one board, by degree. */
export type EvennessBoard = { readonly first: number; readonly second: number; readonly third: number };

/** Boards of an evenness test. @source GB/T 1798-2008 (recalled) */
export const EVENNESS_BOARDS = 20;

/**
 * Changes of evenness by degree, summed over the boards: the first beyond V0 up to V1, the second up to V2, the third beyond.
 *
 * @throws Refusal `sample-size`, `not-whole`
 * @source GB/T 1798-2008, evenness (recalled)
 */
export function evenness(boards: readonly EvennessBoard[], required: number = EVENNESS_BOARDS): EvennessBoard {
  if (boards.length !== required) refuse("sample-size", { field: "boards", given: boards.length, needed: required });
  for (const board of boards) for (const [field, given] of Object.entries(board)) needCount(field, given);
  const total = (degree: keyof EvennessBoard) => boards.reduce((sum, board) => sum + board[degree], 0);
  return { first: total("first"), second: total("second"), third: total("third") };
}

import { refuse } from "../refusals.ts";
import { mean, sampleVariance, sum } from "../statistics.ts";
import { needFinite } from "./finite.ts";

/** The results of one laboratory at one level; a laboratory that did not report has none. */
export type Cell = { readonly laboratory: string; readonly results: readonly number[] };

/** Precision of a method at one level, in the unit of the results (n̄ and the counts: 1). */
export type Precision = {
  /** Laboratories p with results, and all their results N. */
  readonly laboratories: number;
  readonly results: number;
  /** General mean m = Σ n_i ȳ_i / Σ n_i. */
  readonly mean: number;
  readonly repeatabilitySd: number;
  readonly betweenSd: number;
  readonly reproducibilitySd: number;
  /** r = 2.8 s_r and R = 2.8 s_R: two results differ by more with a probability of about 5 %. */
  readonly repeatabilityLimit: number;
  readonly reproducibilityLimit: number;
  /** Effective number n̄ of results per laboratory. */
  readonly resultsPerLaboratory: number;
  /** True where s_L² came out negative, as chance allows, and was set to zero. */
  readonly betweenSetToZero: boolean;
};

/** f = 1.96 √2, rounded as the source rounds it. @source ISO 5725-6:1994, 4.1.4 (clause from memory) */
const LIMIT_FACTOR = 2.8;

/**
 * Repeatability, between-laboratory and reproducibility standard deviation from cells that need not be equally filled.
 *
 * s_r² = Σ (n_i − 1) s_i² / Σ (n_i − 1),  s_d² = Σ n_i (ȳ_i − m)² / (p − 1),
 * n̄ = (Σ n_i − Σ n_i² / Σ n_i) / (p − 1),  s_L² = (s_d² − s_r²) / n̄,  s_R² = s_r² + s_L²
 *
 * A cell with one result counts for the mean and s_d, not for s_r; an empty cell is left out.
 *
 * @example precision([[0.71, 0.71, 0.7, 0.71], [0.69, 0.67, 0.68], [0.66, 0.65, 0.69], [0.67, 0.65, 0.66], [0.7, 0.69, 0.66, 0.71, 0.69], [0.73, 0.74, 0.73], [0.71, 0.71, 0.69], [0.7, 0.65, 0.68]].map((results, i) => ({ laboratory: String(i + 1), results }))) // → { mean: 0.690, repeatabilitySd: 0.015, reproducibilitySd: 0.026 } (ISO 5725-2:1994, B.1, sulphur in coal, level 1)
 * @example precision([{ laboratory: "1", results: [1, 3] }, { laboratory: "2", results: [5, 7] }]) // → { repeatabilitySd: 1.414, betweenSd: 2.646, reproducibilitySd: 3.00, repeatabilityLimit: 3.960 } (s_r² = 2; s_d² = 16; s_L² = (16 − 2)/2 = 7; s_R² = 9; 2.8 √2)
 * @throws Refusal `too-few-values` below two laboratories or where no laboratory repeated; `not-finite`;
 *   `laboratory-twice` for a second cell of a laboratory, which would count as another
 * @source ISO 5725-2:1994, 7.4.4 and 7.4.5 (a negative s_L² is taken as zero: 7.4.5.5)
 */
export function precision(cells: readonly Cell[]): Precision {
  const filled = filledCells(cells);
  const p = filled.length;
  if (p < 2) refuse("too-few-values", { given: p, needed: 2 });
  const sizes = filled.map(({ results }) => results.length);
  const [n, squares] = [sum(sizes), sum(sizes.map((size) => size * size))];
  const m = mean(filled.flatMap(({ results }) => results));
  const within = repeatabilityVariance(filled);
  const dispersion = sum(filled.map(({ results }) => results.length * (mean(results) - m) ** 2)) / (p - 1);
  const effective = (n - squares / n) / (p - 1);
  const between = (dispersion - within) / effective;
  const reproducibility = within + Math.max(0, between);
  needFinite("variance", [within, reproducibility]);
  return {
    laboratories: p,
    results: n,
    mean: m,
    repeatabilitySd: Math.sqrt(within),
    betweenSd: Math.sqrt(Math.max(0, between)),
    reproducibilitySd: Math.sqrt(reproducibility),
    repeatabilityLimit: LIMIT_FACTOR * Math.sqrt(within),
    reproducibilityLimit: LIMIT_FACTOR * Math.sqrt(reproducibility),
    resultsPerLaboratory: effective,
    betweenSetToZero: between < 0,
  };
}

/**
 * The cells with at least one result.
 *
 * @example filledCells([{ laboratory: "1", results: [] }, { laboratory: "2", results: [5] }]).map(({ laboratory }) => laboratory) // → ["2"] (laboratory 1 did not report)
 * @example refusalOf(() => filledCells([{ laboratory: "1", results: [5] }, { laboratory: "1", results: [6] }])) // → "laboratory-twice" (one laboratory has one cell at a level)
 * @throws Refusal `not-finite`; `laboratory-twice` for a second cell of a laboratory
 * @source ISO 5725-2:1994, 7.2.2 (missing data)
 */
export function filledCells(cells: readonly Cell[]): readonly Cell[] {
  const names = new Set<string>();
  for (const { laboratory } of cells) {
    if (names.has(laboratory)) refuse("laboratory-twice", { laboratory });
    names.add(laboratory);
  }
  for (const { laboratory, results } of cells) if (results.length > 0) needFinite(laboratory, results);
  return cells.filter(({ results }) => results.length > 0);
}

/**
 * Results per laboratory in most cells, which the tables of Cochran's and Mandel's k ask for; the larger of a tie.
 *
 * @returns 0 where no cell has a result
 * @example usualCellSize([[0.71, 0.71, 0.7, 0.71], [0.69, 0.67, 0.68], [0.66, 0.65, 0.69], [0.67, 0.65, 0.66], [0.7, 0.69, 0.66, 0.71, 0.69], [0.73, 0.74, 0.73], [0.71, 0.71, 0.69], [0.7, 0.65, 0.68]].map((results, i) => ({ laboratory: String(i + 1), results }))) // → 3 (ISO 5725-2:1994, B.1: six of eight laboratories have three results)
 * @source ISO 5725-2:1994, 7.3.3.3
 */
export function usualCellSize(cells: readonly Cell[]): number {
  const counts = new Map<number, number>();
  for (const { results } of cells) counts.set(results.length, (counts.get(results.length) ?? 0) + 1);
  counts.delete(0);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best?.[0] ?? 0;
}

function repeatabilityVariance(filled: readonly Cell[]): number {
  const repeated = filled.filter(({ results }) => results.length > 1);
  if (repeated.length === 0) refuse("too-few-values", { given: 1, needed: 2 });
  const dof = sum(repeated.map(({ results }) => results.length - 1));
  return sum(repeated.map(({ results }) => (results.length - 1) * sampleVariance(results))) / dof;
}

import { mean } from "../statistics.ts";
import { type CochranTest, cochranTest } from "./cochran.ts";
import { type GrubbsDouble, type GrubbsSingle, grubbsDouble, grubbsSingle, type OutlierFinding } from "./grubbs.ts";
import { type Cell, filledCells, type Precision, precision } from "./precision-experiment.ts";

/** What a test says of laboratories at one level. */
export type Remark = {
  readonly test: "cochran" | "grubbs-single" | "grubbs-double";
  readonly finding: Exclude<OutlierFinding, "correct">;
  readonly laboratories: readonly string[];
};

export type OutlierReview = {
  readonly remarks: readonly Remark[];
  /** Laboratories whose results are outliers; a person decides whether they are left out, with the reason. */
  readonly outliers: readonly string[];
  /** Precision of all results, and without the outliers where at least two laboratories remain. */
  readonly all: Precision;
  readonly withoutOutliers: Precision | undefined;
};

/**
 * Goes through the tests of one level in the order of the source: Cochran, repeated while it finds an outlier; then
 * Grubbs for one mean, and for two where one finds none. It proposes; stragglers are named and stay in.
 *
 * @example reviewOutliers([[1.68, 1.7, 1.68, 1.69], [1.64, 1.64, 1.65], [1.61, 1.61, 1.62], [1.68, 1.66, 1.66], [1.64, 1.67, 1.6, 1.66, 1.68], [1.7, 1.73, 1.73], [1.69, 1.7, 1.68], [1.67, 1.68, 1.67]].map((results, i) => ({ laboratory: String(i + 1), results }))).remarks // → [{ test: "cochran", finding: "straggler", laboratories: ["5"] }] (ISO 5725-2:1994, B.1, sulphur in coal, level 3)
 * @throws Refusal `too-few-values`, `not-finite` as `precision`
 * @source ISO 5725-2:1994, 7.3.2 to 7.3.4 and 7.6
 */
export function reviewOutliers(cells: readonly Cell[]): OutlierReview {
  const all = precision(cells);
  const remarks: Remark[] = [];
  let kept = filledCells(cells);
  for (let test = cochranOf(kept); test; test = cochranOf(kept)) {
    const { finding, laboratory } = test;
    if (finding === "correct") break;
    remarks.push({ test: "cochran", finding, laboratories: [laboratory] });
    if (finding === "straggler") break;
    kept = kept.filter((cell) => cell.laboratory !== laboratory);
  }
  const means = grubbsRemarks(kept);
  remarks.push(...means);
  const outliers = remarks.filter(({ finding }) => finding === "outlier").flatMap(({ laboratories }) => laboratories);
  const rest = cells.filter(({ laboratory }) => !outliers.includes(laboratory));
  return { remarks, outliers, all, withoutOutliers: outliers.length > 0 ? precisionOf(rest) : all };
}

/** Cochran's test where it can be made: two laboratories that repeated, and some scatter. */
function cochranOf(cells: readonly Cell[]): CochranTest | undefined {
  const repeated = cells.filter(({ results }) => results.length > 1);
  const varies = repeated.some(({ results }) => results.some((result) => result !== results[0]));
  return repeated.length >= 2 && varies ? cochranTest(cells) : undefined;
}

function grubbsRemarks(cells: readonly Cell[]): Remark[] {
  const ordered = cells.toSorted((a, b) => mean(a.results) - mean(b.results));
  const means = ordered.map(({ results }) => mean(results));
  if (means.length < 3 || means[0] === means.at(-1)) return [];
  const single = singleRemarks(grubbsSingle(means), ordered);
  if (single.some(({ finding }) => finding === "outlier") || means.length < 4) return single;
  return [...single, ...doubleRemarks(grubbsDouble(means), ordered)];
}

function singleRemarks({ highFinding, lowFinding }: GrubbsSingle, ordered: readonly Cell[]): Remark[] {
  return remarksOf("grubbs-single", 1, ordered, lowFinding, highFinding);
}

function doubleRemarks({ highFinding, lowFinding }: GrubbsDouble, ordered: readonly Cell[]): Remark[] {
  return remarksOf("grubbs-double", 2, ordered, lowFinding, highFinding);
}

function remarksOf(
  test: Remark["test"],
  count: number,
  ordered: readonly Cell[],
  low: GrubbsDouble["lowFinding"],
  high: GrubbsDouble["highFinding"],
): Remark[] {
  const names = (cells: readonly Cell[]): string[] => cells.map(({ laboratory }) => laboratory);
  const ends = [
    { finding: low, laboratories: names(ordered.slice(0, count)) },
    { finding: high, laboratories: names(ordered.slice(-count)) },
  ];
  return ends.flatMap(({ finding, laboratories }) =>
    finding === "outlier" || finding === "straggler" ? [{ test, finding, laboratories }] : [],
  );
}

function precisionOf(cells: readonly Cell[]): Precision | undefined {
  const filled = filledCells(cells);
  return filled.length >= 2 && filled.some(({ results }) => results.length > 1) ? precision(filled) : undefined;
}

import { compare, fromNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { needCount, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** One bound per grade or class, best first; null where the document's figure has not been loaded. */
type Bounds = readonly (number | null)[];

/** Bounds that depend on the nominal size, from one size up to another, both included. [den] */
type SizedBounds = readonly { readonly fromDen: number; readonly toDen: number; readonly bounds: Bounds | null }[];

export type SilkItem<Name extends string = string> = {
  readonly item: Name;
  readonly side: "min" | "max";
  readonly rows: SizedBounds;
};

/** Limits of raw silk. Kept in `data/methods/gbt1797-2008.json`. */
export type SilkGradeTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  /** Best first. */
  readonly grades: readonly string[];
  readonly main: readonly SilkItem<MainItem>[];
  /** Bounds of the classes 1, 2, 3, …; what misses the last has the next class. */
  readonly auxiliary: readonly SilkItem<AuxiliaryItem>[];
  /** The auxiliary class that each grade owns. */
  readonly classOfGrade: Readonly<Record<string, number>>;
};

export type MainItem = "sizeDeviation" | "maxDeviation" | "evennessII" | "cleanness" | "neatness";
export type AuxiliaryItem = "evennessIII" | "windingBreaks" | "tenacity" | "elongation" | "cohesion";

export type SilkResults = {
  readonly nominalDen: number;
  readonly main: Readonly<Record<MainItem, number>>;
  readonly auxiliary: Readonly<Record<AuxiliaryItem, number>>;
  readonly appearance: "good" | "normal" | "slightly-inferior" | "inferior";
};

/** Below the worst grade (级外). */
export const SUB_GRADE = "sub-grade";

/** The worst class of an auxiliary item. */
const WORST_CLASS = 4;

/**
 * Grade of a lot of raw silk.
 *
 * The basic grade is that of the worst main item. Each class of the worst auxiliary item beyond the one that the basic grade
 * owns lowers it by a step, a slightly inferior appearance by one more; severe faults of appearance, and what falls below
 * the last grade, are sub-grade.
 *
 * @throws Refusal `limit-not-loaded` for an empty cell or a size that no row covers, `not-whole` for counts,
 *   `outside-method-range`
 * @source GB/T 1797-2008, 4 and 5 (recalled)
 */
export function silkGrade({ nominalDen, main, auxiliary, appearance }: SilkResults, table: SilkGradeTable) {
  checkResults({ nominalDen, main, auxiliary, appearance });
  const { grades } = table;
  const ranks = table.main.map((item) => [item.item, rankOf(item, main[item.item], nominalDen, table)] as const);
  const classes = table.auxiliary.map(
    (item) => [item.item, Math.min(WORST_CLASS, 1 + rankOf(item, auxiliary[item.item], nominalDen, table))] as const,
  );
  const basic = Math.max(...ranks.map(([, rank]) => rank));
  const auxiliaryClass = Math.max(...classes.map(([, of]) => of));
  const gradeAt = (rank: number) => grades[rank] ?? SUB_GRADE;
  const owned = table.classOfGrade[gradeAt(basic)] ?? WORST_CLASS;
  const stepsDown = Math.max(0, auxiliaryClass - owned) + (appearance === "slightly-inferior" ? 1 : 0);
  const rank = basic >= grades.length || appearance === "inferior" ? grades.length : basic + stepsDown;
  return {
    main: Object.fromEntries(ranks.map(([item, of]) => [item, gradeAt(of)])) as Record<MainItem, string>,
    basicGrade: gradeAt(basic),
    auxiliary: Object.fromEntries(classes) as Record<AuxiliaryItem, number>,
    auxiliaryClass,
    stepsDown,
    grade: gradeAt(rank),
  };
}

/** The first bound that is met counts, on decimal digits; every cell of the row must be loaded. */
function rankOf(
  { item, side, rows }: SilkItem,
  value: number,
  nominalDen: number,
  { document }: SilkGradeTable,
): number {
  const row = rows.find(({ fromDen, toDen }) => nominalDen >= fromDen && nominalDen <= toDen);
  const bounds = row?.bounds ?? refuse("limit-not-loaded", { item: `${item} ${nominalDen} den`, table: document });
  const loaded = bounds.filter((bound) => bound !== null);
  if (loaded.length !== bounds.length)
    refuse("limit-not-loaded", { item: `${item} ${nominalDen} den`, table: document });
  const exact = cleanNoise(value);
  const wanted = side === "min" ? 1 : -1;
  const found = loaded.findIndex((bound) => compare(exact, fromNumber(bound)) * wanted >= 0);
  return found < 0 ? loaded.length : found;
}

function checkResults({ nominalDen, main, auxiliary, appearance }: SilkResults): void {
  needWithin("nominalDen", nominalDen, { above: 0, unit: "den" });
  needCount("evennessII", main.evennessII);
  needCount("evennessIII", auxiliary.evennessIII);
  needCount("windingBreaks", auxiliary.windingBreaks);
  for (const field of ["cleanness", "neatness"] as const) needWithin(field, main[field], { min: 0, max: 100 });
  for (const field of ["sizeDeviation", "maxDeviation"] as const)
    needWithin(field, main[field], { min: 0, unit: "den" });
  for (const field of ["tenacity", "elongation", "cohesion"] as const) needWithin(field, auxiliary[field], { min: 0 });
  if (!["good", "normal", "slightly-inferior", "inferior"].includes(appearance)) {
    refuse("unknown-item", { item: appearance, table: "appearance" });
  }
}

/**
 * Two inspectors of the panels may differ by one grade; more goes to arbitration.
 *
 * @returns the worse of the two
 * @throws Refusal `inspectors-differ`, `unknown-item`
 */
export function agreedGrade(first: string, second: string, { grades, document }: SilkGradeTable): string {
  const all = [...grades, SUB_GRADE];
  const [a, b] = [first, second].map((grade) => {
    const rank = all.indexOf(grade);
    return rank < 0 ? refuse("unknown-item", { item: grade, table: document }) : rank;
  }) as [number, number];
  if (Math.abs(a - b) > 1) refuse("inspectors-differ", { first, second });
  return all[Math.max(a, b)] ?? SUB_GRADE;
}

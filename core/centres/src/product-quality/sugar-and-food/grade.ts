import { compare, decimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { roundPlaces } from "@quanheng/kernel/rounding.ts";
import { refuse } from "./refusals.ts";

/** Limits of a graded product standard: per item one bound per grade, best grade first. Kept in `data/methods`. */
export type GradeTable = {
  readonly document: string;
  readonly grades: readonly string[];
  readonly items: readonly {
    readonly characteristic: string;
    readonly side: "min" | "max";
    readonly bounds: readonly string[];
    /** `rounded`: the value is rounded to the places of the bound before it is compared (GB/T 8170-2008, 4.3.3). */
    readonly compare: "full" | "rounded";
  }[];
};

/** Below the worst grade. */
export const UNGRADED = "none";

export type Grading = { readonly perItem: Readonly<Record<string, string>>; readonly grade: string };

/**
 * The grade of a batch: each item gets the best grade whose bound it meets (equality meets it), the batch the worst.
 *
 * @param values by characteristic; the grade speaks only of the items given
 * @throws Refusal `unknown-item` for an item the table does not have
 * @source GB/T 317-2018, classification by physico-chemical items
 */
export function gradeOf(values: Readonly<Record<string, number>>, table: GradeTable): Grading {
  const perItem = Object.fromEntries(
    Object.entries(values).map(([item, value]) => [item, itemGrade(item, value, table)]),
  );
  const ranks = Object.values(perItem).map((grade) => rank(grade, table));
  return { perItem, grade: [...table.grades, UNGRADED][Math.max(...ranks)] ?? UNGRADED };
}

function itemGrade(characteristic: string, value: number, table: GradeTable): string {
  const item = table.items.find((candidate) => candidate.characteristic === characteristic);
  if (!item) return refuse("unknown-item", { item: characteristic, table: table.document });
  const index = item.bounds.findIndex((text) => {
    const bound = decimal(text);
    const exact = fromNumber(value);
    const compared = item.compare === "rounded" ? roundPlaces(exact, bound.scale, "half-even") : exact;
    return item.side === "min" ? compare(compared, bound) >= 0 : compare(compared, bound) <= 0;
  });
  return table.grades[index] ?? UNGRADED;
}

function rank(grade: string, table: GradeTable): number {
  const index = table.grades.indexOf(grade);
  return index < 0 ? table.grades.length : index;
}

import { sum } from "@quanheng/kernel/statistics.ts";
import { needEachWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** How the treatments were laid out, with the sums of the (transformed) responses of each group. */
export type Grouping =
  | { readonly kind: "completely-randomised" }
  | { readonly kind: "randomised-block"; readonly blockSums: readonly number[] }
  | { readonly kind: "latin-square"; readonly rowSums: readonly number[]; readonly columnSums: readonly number[] };

export type GroupSquares = {
  readonly name: "blocks" | "rows" | "columns";
  readonly squares: number;
  readonly dof: number;
};

type Layout = {
  /** Grand mean of the responses. */
  readonly center: number;
  /** Number of responses, of treatments and of replicates of each. */
  readonly total: number;
  readonly treatments: number;
  readonly replicates: number;
};

/**
 * Sums of squares between the groups of a design: Σ(sum − size·ȳ)²/size, with one less than their number as degrees of
 * freedom.
 *
 * @throws Refusal `unequal-replicates` unless a block holds every treatment once, or the square is one;
 *   `sums-disagree` where the sums do not add up to the responses; `outside-method-range`
 * @source Ph. Eur. 5.3, table 3.2.3.-III
 */
export function groupingSquares(design: Grouping, layout: Layout): readonly GroupSquares[] {
  switch (design.kind) {
    case "completely-randomised":
      return [];
    case "randomised-block":
      return [between("blocks", design.blockSums, layout.replicates, layout)];
    case "latin-square":
      if (layout.replicates !== layout.treatments) {
        refuse("unequal-replicates", { field: "rowSums", given: layout.replicates, needed: layout.treatments });
      }
      return [
        between("rows", design.rowSums, layout.treatments, layout),
        between("columns", design.columnSums, layout.treatments, layout),
      ];
  }
}

function between(
  name: GroupSquares["name"],
  sums: readonly number[],
  groups: number,
  { center, total }: Layout,
): GroupSquares {
  needEachWithin(name, sums);
  if (sums.length !== groups) refuse("unequal-replicates", { field: name, given: sums.length, needed: groups });
  const [given, needed] = [sum(sums), center * total];
  if (Math.abs(given - needed) > 1e-6 * Math.abs(needed) + 1e-9)
    refuse("sums-disagree", { field: name, given, needed });
  const size = total / groups;
  return { name, squares: sum(sums.map((value) => (value - size * center) ** 2)) / size, dof: groups - 1 };
}

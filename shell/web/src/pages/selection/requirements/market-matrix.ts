import type { ApplicableRequirement, RequirementAnswer } from "@quanheng/contract/schemas/selection.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { z } from "zod";
import type { Strictest } from "../strictest-text.ts";

/** One characteristic over all markets. */
export type MatrixRow = {
  readonly characteristic: string;
  readonly name: Bilingual;
  /** What satisfies all markets at once; a characteristic without figures (mites, labels) has none. */
  readonly strictest: readonly Strictest[];
  /** By market; a market without a requirement is absent. */
  readonly cells: ReadonlyMap<string, readonly MatrixCell[]>;
};

export type MatrixCell = {
  readonly requirement: ApplicableRequirement;
  /** Whether it sets a side of the strictest limit. */
  readonly decides: boolean;
};

/**
 * The requirements as a table of characteristics by markets, those that most markets ask for first.
 *
 * Nothing is left out: every requirement stands in exactly one cell.
 */
export function marketMatrix({
  requirements,
  strictest,
}: Pick<z.output<typeof RequirementAnswer>, "requirements" | "strictest">): readonly MatrixRow[] {
  const deciding = new Set(strictest.flatMap(({ minBy, maxBy }) => [...minBy, ...maxBy]));
  const characteristics = [...new Set(requirements.map(({ characteristic }) => characteristic))];
  return characteristics
    .map((characteristic): MatrixRow => {
      const own = requirements.filter((row) => row.characteristic === characteristic);
      return {
        characteristic,
        name: own[0]!.characteristicName,
        strictest: strictest.filter((limit) => limit.characteristic === characteristic),
        cells: byMarket(own, deciding),
      };
    })
    .sort((a, b) => b.cells.size - a.cells.size || (a.characteristic < b.characteristic ? -1 : 1));
}

function byMarket(
  rows: readonly ApplicableRequirement[],
  deciding: ReadonlySet<string>,
): ReadonlyMap<string, readonly MatrixCell[]> {
  const cells = new Map<string, MatrixCell[]>();
  for (const requirement of rows) {
    const cell = { requirement, decides: deciding.has(requirement.rowId) };
    cells.set(requirement.market, [...(cells.get(requirement.market) ?? []), cell]);
  }
  return cells;
}

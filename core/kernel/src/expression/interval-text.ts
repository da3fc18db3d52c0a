/** Ends of a range as digits; an absent side is open to infinity, an excluded end does not belong to the range. */
export type IntervalEnds = {
  readonly min?: string;
  readonly max?: string;
  readonly minExcluded?: boolean;
  readonly maxExcluded?: boolean;
};

/**
 * A range in the notation of mathematics, for worksheets and files: brackets include an end, parentheses exclude it.
 *
 * @example intervalNotation({ min: "-5", max: "5", maxExcluded: true }) // → "[-5;5)" (from −5 to 5, without 5)
 * @example intervalNotation({ max: "5" }) // → "<=5" (no lower end)
 * @source ISO 80000-2:2019, clause 7 (intervals; recalled), with ) for an open end
 * @example intervalNotation({ min: "0", minExcluded: true }) // → ">0" (a side that is absent is open)
 */
export function intervalNotation({ min, max, minExcluded = false, maxExcluded = false }: IntervalEnds): string {
  if (min === undefined) return max === undefined ? "" : `${maxExcluded ? "<" : "<="}${max}`;
  if (max === undefined) return `${minExcluded ? ">" : ">="}${min}`;
  return `${minExcluded ? "(" : "["}${min};${max}${maxExcluded ? ")" : "]"}`;
}

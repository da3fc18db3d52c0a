import { mean } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needCount, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Colonies on a plate that can be counted. @source USP <61>; Ph. Eur. 2.6.12; the range of moulds recalled */
const COUNTABLE = { bacteria: { min: 25, max: 250 }, moulds: { min: 15, max: 100 } } as const;
/** A criterion of 10ⁿ CFU allows this many times as much. @source USP <1111>; Ph. Eur. 5.1.4 */
const ALLOWED_FACTOR = 2;

export type PlateCount = {
  /** Colonies on each plate of one dilution. [CFU] */
  readonly colonies: readonly number[];
  /** Millilitres or grams of the product are diluted so many times: 10 for 1:10. */
  readonly dilution: number;
  /** Acceptance criterion, a power of ten. [CFU/g or CFU/mL] */
  readonly criterion: number;
  readonly organisms?: keyof typeof COUNTABLE;
  /** The analyst states the count as estimated although the plates hold too few colonies. */
  readonly estimated?: boolean;
};

/**
 * Microbial count of a product against its acceptance criterion.
 *
 * N = mean colonies · dilution; a criterion of 10ⁿ allows 2·10ⁿ
 *
 * @returns count and greatest allowed count [CFU/g or CFU/mL], unrounded
 * @throws Refusal `plate-count-too-high` above the countable range, `plate-count-too-low` where no plate reaches it and the
 *   count is not marked estimated; `not-whole`, `too-few-rows`, `outside-method-range`, `criterion-not-power-of-ten`
 * @example microbialLimit({ colonies: [142, 158], dilution: 10, criterion: 1000 }).count // → 1500
 * @source USP <61>, <1111>; Ph. Eur. 2.6.12, 5.1.4; ChP 2020, 1105 and 1107
 */
export function microbialLimit({
  colonies,
  dilution,
  criterion,
  organisms = "bacteria",
  estimated = false,
}: PlateCount) {
  needAtLeast("colonies", colonies, 1);
  for (const given of colonies) needCount("colonies", given);
  needWithin("dilution", dilution, { min: 1 });
  if (!(criterion >= 1) || !Number.isInteger(Math.log10(criterion))) {
    refuse("criterion-not-power-of-ten", { field: "criterion", given: String(criterion) });
  }
  const { min, max } = COUNTABLE[organisms];
  const most = Math.max(...colonies);
  if (most > max) refuse("plate-count-too-high", { field: "colonies", given: most, max });
  if (most < min && !estimated) refuse("plate-count-too-low", { field: "colonies", given: most, min });
  const count = mean(colonies) * dilution;
  const greatest = ALLOWED_FACTOR * criterion;
  return { count, greatest, pass: count <= greatest };
}

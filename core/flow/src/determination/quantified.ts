import { formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { roundPlaces } from "@quanheng/kernel/rounding.ts";
import type { Evaluation, Flag, MethodOutput } from "./method.ts";
import { reportedText } from "./reported.ts";
import { unitSymbol } from "./unit-name.ts";

/** The limit of quantification is ten standard deviations of the blank. @source IUPAC 1995; Eurachem, Fitness for Purpose, 6.2 */
export const BLANK_SCATTERS = 10;

export type Quantified = {
  readonly below: boolean;
  readonly statement: Pick<Evaluation, "operator" | "quantifiedFrom" | "reported">;
  readonly flags: readonly Flag[];
};

/**
 * How a content is stated beside the limit of quantification: as it is from the limit on, as "less than the limit"
 * below. A content below the limit is never stated as a number, and never as zero.
 *
 * @param limit of quantification, in the unit of the output
 * @example quantified(0.03, 0.04, { rounding: { mode: "half-even", places: 2 }, unit: "mg/kg" }) // → { below: true, statement: { operator: "<", quantifiedFrom: 0.04, reported: "<0.04" } } (0.03 < 0.04)
 * @example quantified(0.04, 0.04, { rounding: { mode: "half-even", places: 2 }, unit: "mg/kg" }).statement // → { operator: "=", reported: "0.04" } (from the limit on)
 * @source IUPAC, Pure Appl. Chem. 67 (1995) 1699; Eurachem, Fitness for Purpose (2014), 6.2
 */
export function quantified(value: number, limit: number, { rounding, unit }: MethodOutput): Quantified {
  if (value >= limit)
    return { below: false, statement: { operator: "=", reported: reportedText(value, rounding) }, flags: [] };
  const exact = fromNumber(limit);
  const text = formatDecimal(
    exact.scale < (rounding.places ?? 0) ? roundPlaces(exact, rounding.places ?? 0, "up") : exact,
  );
  return {
    below: true,
    statement: { operator: "<", quantifiedFrom: limit, reported: `<${text}` },
    flags: [{ code: "below-quantification", facts: { limit: text, unit: unitSymbol(unit) } }],
  };
}

import type { Decimal } from "../decimal.ts";
import { absolute, compare, formatDecimal, isZero } from "../decimal.ts";
import { roundPlaces } from "../rounding.ts";
import { type ReportRule, reportedPair, TWO_DIGITS } from "../uncertainty/reported.ts";
import { type DecimalMark, withDecimalMark } from "./decimal-mark.ts";
import { orderOf, type PowerStyle, powerOfTen, shifted } from "./scientific.ts";

/**
 * How a result is printed with its uncertainty. `rule` says how U is rounded (1, 2 or PDG digits; half to even, half up,
 * up); `plus-minus` is 5.35 ± 0.02, `concise` 5.35(2). With `power` both share a power of ten, which is the only
 * honest way where the last digit of U is a ten or more. `places` round a result that states no uncertainty.
 */
export type Expression = {
  readonly rule?: ReportRule;
  readonly notation?: "plus-minus" | "concise";
  readonly power?: PowerStyle;
  readonly places?: number;
  readonly mark?: DecimalMark;
};

/** The texts of a printed result, both in units of 10^exponent; without uncertainty there is none, not zero. */
export type ExpressedResult = {
  readonly value: string;
  readonly uncertainty: string | null;
  readonly exponent: number;
  readonly text: string;
};

/**
 * A result with its uncertainty as it goes on a report: U to its digits, the value half to even to the place of U.
 * An uncertainty that is absent or zero is not printed, and the value keeps its digits or gets the places stated.
 *
 * @param uncertainty standard or expanded, in the unit of the value
 * @throws Refusal `outside-domain` for a negative uncertainty
 * @example expressResult(decimal("100.02147"), decimal("0.00035"), { notation: "concise" }).text // → "100.02147(35)" (JCGM 100:2008, 7.2.2)
 * @example expressResult(decimal("100.02147"), decimal("0.00079")).text // → "100.02147 ± 0.00079" (JCGM 100:2008, 7.2.4)
 * @source JCGM 100:2008, 7.2.2, 7.2.4 and 7.2.6; JJF 1059.1-2012, 5.3.8; GB/T 8170-2008
 */
export function expressResult(
  value: Decimal,
  uncertainty: Decimal | undefined,
  expression: Expression = {},
): ExpressedResult {
  const { rule = TWO_DIGITS, notation = "plus-minus", power, mark = ".", places } = expression;
  if (uncertainty === undefined || isZero(uncertainty)) return withoutUncertainty(value, places, mark);
  const { pair, exponent } =
    power === undefined
      ? { pair: reportedPair(value, uncertainty, rule), exponent: 0 }
      : scaledPair(value, uncertainty, rule);
  const [y, u] = [formatDecimal(pair.value), formatDecimal(pair.uncertainty)];
  const together = notation === "concise" ? `${y}(${lastDigits(pair.uncertainty)})` : `${y} ± ${u}`;
  const text =
    power === undefined ? together : powerOfTen(notation === "concise" ? together : `(${together})`, exponent, power);
  const marked = (printed: string) => withDecimalMark(printed, mark);
  return { value: marked(y), uncertainty: marked(u), exponent, text: marked(text) };
}

function withoutUncertainty(value: Decimal, places: number | undefined, mark: DecimalMark): ExpressedResult {
  const rounded = places === undefined ? value : roundPlaces(value, places, "half-even");
  const text = withDecimalMark(formatDecimal(rounded), mark);
  return { value: text, uncertainty: null, exponent: 0, text };
}

/** Both over the power of ten of the larger; a value that rounds up to 10 moves on by one. */
function scaledPair(value: Decimal, uncertainty: Decimal, rule: ReportRule) {
  const at = (exponent: number) => ({
    exponent,
    pair: reportedPair(shifted(value, exponent), shifted(uncertainty, exponent), rule),
  });
  const larger = compare(absolute(value), uncertainty) >= 0 ? value : uncertainty;
  const first = at(orderOf(larger));
  const rounded = larger === value ? first.pair.value : first.pair.uncertainty;
  return orderOf(rounded) > 0 ? at(first.exponent + 1) : first;
}

/** The uncertainty in units of the last digit of the value. */
function lastDigits(uncertainty: Decimal): string {
  return uncertainty.digits.toString();
}

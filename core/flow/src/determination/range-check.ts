import { compare, type Decimal, decimal, plus, times } from "@quanheng/kernel/decimal.ts";
import { meetsLimits, type ValueLimits } from "@quanheng/kernel/limit-comparison.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { refuse } from "@quanheng/kernel/refusals.ts";

/**
 * What a laboratory expects of a result, as digits: a range whose ends belong to it unless excluded, with closed
 * shoulders beyond it that ask for a look; or words, one expected or several allowed, whatever their case.
 */
export type ExpectedRange = {
  readonly min?: string;
  readonly max?: string;
  readonly minExcluded?: boolean;
  readonly maxExcluded?: boolean;
  readonly warnMin?: string;
  readonly warnMax?: string;
  readonly expected?: string;
  readonly allowed?: readonly string[];
};

/** Without an answer nothing passed: why is said. `censored` is a result below or above a limit that lies in the range. */
export type RangeCheck =
  | { readonly evaluated: true; readonly outOfRange: boolean; readonly outOfShoulders: boolean }
  | { readonly evaluated: false; readonly reason: "no-range" | "empty" | "not-a-number" | "censored" };

/**
 * Whether a result lies in its range. Several selected values are outside as soon as one is; a text where a number is
 * needed is not evaluated, and so never passes.
 *
 * @example checkRange("5.2", { min: "-5", max: "5", warnMax: "5.5" }) // → { evaluated: true, outOfRange: true, outOfShoulders: false } (5 < 5.2 ≤ 5.5)
 * @source ISO/IEC 17025:2017, 7.7.1 (what is out of range is looked at); the shoulders are ours
 */
export function checkRange(result: string | readonly string[], range: ExpectedRange | null): RangeCheck {
  if (range === null) return { evaluated: false, reason: "no-range" };
  const results = typeof result === "string" ? [result] : result;
  if (results.length === 0) return { evaluated: false, reason: "empty" };
  return together(results.map((each) => (isOfWords(range) ? checkWord(each, range) : checkNumber(each, range))));
}

function together(checks: readonly RangeCheck[]): RangeCheck {
  const open = checks.find((check) => !check.evaluated);
  if (open) return open;
  const evaluated = checks.filter((check) => check.evaluated);
  return {
    evaluated: true,
    outOfRange: evaluated.some(({ outOfRange }) => outOfRange),
    outOfShoulders: evaluated.some(({ outOfShoulders }) => outOfShoulders),
  };
}

function isOfWords({ expected, allowed }: ExpectedRange): boolean {
  return expected !== undefined || allowed !== undefined;
}

function checkWord(result: string, { expected, allowed }: ExpectedRange): RangeCheck {
  const word = plain(result);
  if (word === "") return { evaluated: false, reason: "empty" };
  const words = [...(expected === undefined ? [] : [expected]), ...(allowed ?? [])].map(plain);
  const outside = !words.includes(word);
  return { evaluated: true, outOfRange: outside, outOfShoulders: outside };
}

function plain(word: string): string {
  return word.trim().toLowerCase();
}

function checkNumber(result: string, range: ExpectedRange): RangeCheck {
  const parsed = parseNumber(result);
  if (!parsed.ok) return { evaluated: false, reason: parsed.code === "empty" ? "empty" : "not-a-number" };
  if (range.min === undefined && range.max === undefined) return { evaluated: false, reason: "no-range" };
  const value = decimal(parsed.text);
  return parsed.operator === "=" ? ofValue(value, range) : ofCensored(value, parsed.operator, range);
}

function ofValue(value: Decimal, range: ExpectedRange): RangeCheck {
  const { lower, upper } = sidesOf(range);
  const low = !meetsLimits(value, lower, { compare: "full" });
  const high = !meetsLimits(value, upper, { compare: "full" });
  const { warnMin, warnMax } = range;
  const beyondLow = low && (warnMin === undefined || compare(value, decimal(warnMin)) < 0);
  const beyondHigh = high && (warnMax === undefined || compare(value, decimal(warnMax)) > 0);
  return { evaluated: true, outOfRange: low || high, outOfShoulders: beyondLow || beyondHigh };
}

function sidesOf({ min, max, minExcluded = false, maxExcluded = false }: ExpectedRange) {
  const lower: ValueLimits = min === undefined ? {} : { lower: decimal(min), lowerExcluded: minExcluded };
  const upper: ValueLimits = max === undefined ? {} : { upper: decimal(max), upperExcluded: maxExcluded };
  return { lower, upper };
}

/** All values that "< x" may stand for have to lie on one side of the answer. */
function ofCensored(limit: Decimal, operator: "<" | ">", { min, max }: ExpectedRange): RangeCheck {
  const below = operator === "<";
  const near = below ? max : min;
  const far = below ? min : max;
  const reaches = (bound: string) =>
    below ? compare(limit, decimal(bound)) <= 0 : compare(limit, decimal(bound)) >= 0;
  if (far !== undefined && reaches(far)) return { evaluated: true, outOfRange: true, outOfShoulders: true };
  const inside = far === undefined && near !== undefined && reaches(near);
  return inside
    ? { evaluated: true, outOfRange: false, outOfShoulders: false }
    : { evaluated: false, reason: "censored" };
}

const CRITERION = /^\s*(mean|min|max|range)\s*(<=|>=|≤|≥|<|>)\s*(\S+)\s*$/;

/**
 * Whether replicates together meet a criterion such as `mean < 0.9`, on exact digits: no rounded mean decides. One
 * replicate that is no number leaves the criterion unanswered; it is not left out.
 *
 * @example checkCriterion("mean < 0.9", ["0.5", "0.7"]).outOfRange // → false (0.6 < 0.9)
 * @throws Refusal `expression-syntax` for a criterion that cannot be read
 * @source ISO/IEC 17025:2017, 7.7.1; the language of criteria is ours
 */
export function checkCriterion(criterion: string, readings: readonly string[]): RangeCheck {
  const [, statistic = "", sign = "", bound = ""] = CRITERION.exec(criterion) ?? [];
  const limit = parseNumber(bound);
  if (statistic === "" || !limit.ok || limit.operator !== "=")
    return refuse("expression-syntax", { at: 0, found: criterion.slice(0, 40), expected: "mean < 0.9" });
  if (readings.length === 0) return { evaluated: false, reason: "empty" };
  const parsed = readings.map((reading) => parseNumber(reading));
  const values = parsed.flatMap((each) => (each.ok && each.operator === "=" ? [decimal(each.text)] : []));
  if (values.length < parsed.length) {
    const reason = parsed.some((each) => !each.ok) ? "not-a-number" : "censored";
    return { evaluated: false, reason };
  }
  const { total, parts } = statisticOf(statistic, values);
  const order = compare(total, times(decimal(limit.text), parts));
  const met =
    sign === "<" ? order < 0 : sign === ">" ? order > 0 : sign === "<=" || sign === "≤" ? order <= 0 : order >= 0;
  return { evaluated: true, outOfRange: !met, outOfShoulders: !met };
}

/** A statistic as total / parts, so that a mean stays exact. */
function statisticOf(name: string, values: readonly Decimal[]): { readonly total: Decimal; readonly parts: Decimal } {
  const ordered = values.toSorted(compare);
  const [least = ZERO, most = ZERO] = [ordered[0], ordered.at(-1)];
  if (name === "min") return { total: least, parts: ONE };
  if (name === "max") return { total: most, parts: ONE };
  if (name === "range") return { total: plus(most, { digits: -least.digits, scale: least.scale }), parts: ONE };
  return { total: values.reduce(plus, ZERO), parts: decimal(String(values.length)) };
}

const ZERO = decimal("0");
const ONE = decimal("1");

import { compare, type Decimal, decimal, formatDecimal, minus, negate, times } from "../decimal.ts";
import { refuse } from "../refusals.ts";

/** A control material: mean and standard deviation as they were established. */
export type Control = { readonly mean: Decimal; readonly sd: Decimal };

/** Rules on one control, by what they count: `2-2s` is two in a row beyond two standard deviations on the same side. */
export const WESTGARD_RULES = [
  "1-3s",
  "2-2s",
  "2of3-2s",
  "R-4s",
  "3-1s",
  "4-1s",
  "6-x",
  "8-x",
  "9-x",
  "10-x",
  "12-x",
  "7-T",
  "1-2s",
] as const;
export type WestgardRule = (typeof WESTGARD_RULES)[number];

/** Whether a value exactly on a limit breaks the rule. The published rules say "exceeds", which is `strict`. */
export type Boundary = "strict" | "inclusive";

export type RuleOutcome = {
  readonly rule: WestgardRule;
  /** False where there is too little history: then the rule is neither kept nor broken. */
  readonly evaluated: boolean;
  readonly violated: boolean;
};

export type WestgardVerdict = {
  readonly verdict: "accept" | "warning" | "reject" | "not-evaluated";
  /** The most severe rule that is broken. */
  readonly rule: WestgardRule | null;
  readonly outcomes: readonly RuleOutcome[];
};

/**
 * Judges the latest value of a control chart. Only what came before it counts, so that a later value never changes a
 * verdict that was given.
 *
 * Works on decimals: 10.2 is exactly three standard deviations of 0.05 above 10.05, which binary numbers would miss.
 *
 * @param values oldest first, the one that is judged last
 * @param rules which are applied
 * @example judgeControl({ mean: decimal("100"), sd: decimal("5") }, [decimal("111"), decimal("112")], ["1-2s", "2-2s"]) // → { verdict: "reject", rule: "2-2s" } (two in a row beyond 110)
 * @example judgeControl({ mean: decimal("100"), sd: decimal("5") }, [decimal("115")], ["1-2s", "1-3s"]) // → { verdict: "warning", rule: "1-2s" } (115 is not beyond 100 + 3·5)
 * @throws Refusal `outside-domain` unless the standard deviation is positive; `unknown-rule`
 * @source J. O. Westgard et al., Clin. Chem. 27 (1981) 493
 */
export function judgeControl(
  control: Control,
  values: readonly Decimal[],
  rules: readonly WestgardRule[],
  boundary: Boundary = "strict",
): WestgardVerdict {
  needPositiveSd(control);
  const deviations = values.map((value) => minus(value, control.mean));
  const outcomes = rules.map((rule) => outcome(rule, deviations, control.sd, boundary));
  return verdictOf(outcomes);
}

/**
 * Judges the controls of one run against each other: R-4s is broken where one lies two standard deviations or more
 * above
 * its mean, another as far below, and more than four lie between them.
 *
 * @example judgeRun([{ mean: decimal("100"), sd: decimal("5"), value: decimal("112.50") }, { mean: decimal("100"), sd: decimal("5"), value: decimal("90.00") }]).violated // → true (2.5 s + 2 s > 4 s)
 * @example judgeRun([{ mean: decimal("100"), sd: decimal("5"), value: decimal("108") }, { mean: decimal("100"), sd: decimal("5"), value: decimal("92") }]).violated // → false (neither lies 2 s out)
 * @throws Refusal `outside-domain` unless every standard deviation is positive
 * @source J. O. Westgard et al., Clin. Chem. 27 (1981) 493
 */
export function judgeRun(run: readonly (Control & { readonly value: Decimal })[]): RuleOutcome {
  const two = decimal("2");
  const four = decimal("4");
  const pairs = run.flatMap((high) => run.map((low) => [high, low] as const));
  for (const each of run) needPositiveSd(each);
  const violated = pairs.some(([high, low]) => {
    const [up, down] = [minus(high.value, high.mean), minus(low.value, low.mean)];
    const apart = minus(times(up, low.sd), times(down, high.sd));
    return (
      compare(up, times(two, high.sd)) >= 0 &&
      compare(down, negate(times(two, low.sd))) <= 0 &&
      compare(apart, times(four, times(high.sd, low.sd))) > 0
    );
  });
  return { rule: "R-4s", evaluated: run.length >= 2, violated };
}

/**
 * Reads the name of a rule.
 *
 * @example westgardRule("1-3s") // → "1-3s" (a rule of the list)
 * @example refusalOf(() => westgardRule("5-5s")) // → "unknown-rule" (none of the list)
 * @throws Refusal `unknown-rule`
 * @source ours: the names follow J. O. Westgard et al., Clin. Chem. 27 (1981) 493
 */
export function westgardRule(name: string): WestgardRule {
  return WESTGARD_RULES.find((rule) => rule === name) ?? refuse("unknown-rule", { given: name });
}

function needPositiveSd({ sd }: Control): void {
  if (sd.digits <= 0n) refuse("outside-domain", { name: "sd", given: formatDecimal(sd), min: 0, max: null });
}

function verdictOf(outcomes: readonly RuleOutcome[]): WestgardVerdict {
  const broken = WESTGARD_RULES.find((rule) => outcomes.some((each) => each.rule === rule && each.violated)) ?? null;
  if (broken === null) {
    const any = outcomes.some(({ evaluated }) => evaluated);
    return { verdict: any ? "accept" : "not-evaluated", rule: null, outcomes };
  }
  return { verdict: broken === "1-2s" ? "warning" : "reject", rule: broken, outcomes };
}

/** How many of how many latest values must lie how far out, on one side. */
const COUNTS: Readonly<Partial<Record<WestgardRule, readonly [count: number, of: number, sds: number]>>> = {
  "1-2s": [1, 1, 2],
  "1-3s": [1, 1, 3],
  "2-2s": [2, 2, 2],
  "2of3-2s": [2, 3, 2],
  "3-1s": [3, 3, 1],
  "4-1s": [4, 4, 1],
  "6-x": [6, 6, 0],
  "8-x": [8, 8, 0],
  "9-x": [9, 9, 0],
  "10-x": [10, 10, 0],
  "12-x": [12, 12, 0],
};

function outcome(rule: WestgardRule, deviations: readonly Decimal[], sd: Decimal, boundary: Boundary): RuleOutcome {
  if (rule === "R-4s") return { rule, evaluated: false, violated: false };
  if (rule === "7-T") return trend(deviations);
  const [count, of, sds] = COUNTS[rule] ?? [1, 1, 0];
  const latest = deviations.slice(-of);
  if (latest.length < of) return { rule, evaluated: false, violated: false };
  const limit = times(decimal(String(sds)), sd);
  // A value on the centre line lies on neither side, whatever the boundary.
  const least = boundary === "inclusive" && sds > 0 ? 0 : 1;
  const beyond = (side: (d: Decimal) => Decimal) => latest.filter((d) => compare(side(d), limit) >= least).length;
  const violated = beyond((d) => d) >= count || beyond(negate) >= count;
  return { rule, evaluated: true, violated };
}

/** Seven values in a row that rise, or that fall. */
function trend(deviations: readonly Decimal[]): RuleOutcome {
  const latest = deviations.slice(-7);
  if (latest.length < 7) return { rule: "7-T", evaluated: false, violated: false };
  const steps = latest.slice(1).map((d, i) => compare(d, latest[i] ?? d));
  const violated = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  return { rule: "7-T", evaluated: true, violated };
}

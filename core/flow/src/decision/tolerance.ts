import {
  absolute,
  compare,
  type Decimal,
  decimal,
  formatDecimal,
  plus,
  times,
  trimZeros,
} from "@quanheng/kernel/decimal.ts";
import { refuse } from "./refusals.ts";

/**
 * Two levels about a reference value, as digits: within `tolerance` all is well, beyond `action` the device or process
 * is stopped, between them it is watched. Levels are differences from the reference, or percent of its size.
 */
export type ToleranceLevels = {
  readonly type: "absolute" | "percent";
  readonly reference: string;
  readonly tolerance?: Levels<string>;
  readonly action?: Levels<string>;
};

/** The same for words: those that pass, those that are watched; every other word asks for action. */
export type ToleranceChoices = {
  readonly type: "choice";
  readonly pass: readonly string[];
  readonly tolerance?: readonly string[];
};

export type ToleranceClass = "ok" | "tolerance" | "action" | "not-done";

/** A lower and an upper level; a side that is null has none. */
export type Levels<Value> = readonly [low: Value | null, high: Value | null];

/** The levels as values of the quantity itself. */
export type ToleranceBounds = {
  readonly tolerance?: Levels<Decimal>;
  readonly action?: Levels<Decimal>;
};

/**
 * Where a value lies between its levels, on exact digits. A value on a level is still within it; without an action
 * level
 * nothing is worse than watched, without a tolerance level nothing is watched. What was skipped is not done, never ok.
 *
 * @example toleranceClass("4.8", { type: "absolute", reference: "5", tolerance: ["-0.1", "0.1"], action: ["-0.2", "0.2"] }) // → "tolerance" (0.2 below the reference: beyond 0.1, within 0.2)
 * @throws Refusal `zero-reference` for percent of zero; `not-a-number`
 * @source ours: levels of tolerance and action, as quality control of devices knows them
 */
export function toleranceClass(value: string | null, levels: ToleranceLevels | ToleranceChoices): ToleranceClass {
  if (levels.type === "choice") return value === null ? "not-done" : classOfWord(value, levels);
  const { tolerance, action } = toleranceBounds(levels);
  if (value === null) return "not-done";
  const measured = decimal(value);
  if (action && !isWithin(measured, action)) return "action";
  return tolerance && !isWithin(measured, tolerance) ? "tolerance" : "ok";
}

/**
 * The levels about the reference; percent count from its size, so that low stays low for negative references.
 *
 * @example toleranceBounds({ type: "percent", reference: "1", tolerance: ["-1", "1"] }).tolerance[0].digits // → 99 (1 − 1 % of 1 is 0.99)
 * @throws Refusal `zero-reference`
 * @source ours: levels of tolerance and action, as quality control of devices knows them
 */
export function toleranceBounds({ type, reference, tolerance, action }: ToleranceLevels): ToleranceBounds {
  const center = decimal(reference);
  if (type === "percent" && center.digits === 0n) refuse("zero-reference", { reference: formatDecimal(center) });
  const unit = type === "percent" ? times(absolute(center), decimal("0.01")) : decimal("1");
  const about = ([low, high]: Levels<string>): Levels<Decimal> => [bound(center, unit, low), bound(center, unit, high)];
  return { ...(tolerance && { tolerance: about(tolerance) }), ...(action && { action: about(action) }) };
}

function bound(center: Decimal, unit: Decimal, level: string | null): Decimal | null {
  return level === null ? null : trimZeros(plus(center, times(unit, decimal(level))));
}

function isWithin(value: Decimal, [low, high]: Levels<Decimal>): boolean {
  return (low === null || compare(value, low) >= 0) && (high === null || compare(value, high) <= 0);
}

function classOfWord(value: string, { pass, tolerance = [] }: ToleranceChoices): ToleranceClass {
  const word = value.toLowerCase();
  if (pass.some((each) => each.toLowerCase() === word)) return "ok";
  return tolerance.some((each) => each.toLowerCase() === word) ? "tolerance" : "action";
}

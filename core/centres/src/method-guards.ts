import { refuse } from "./method-refusals.ts";

/** What a figure may be: `min` and `max` belong to the range, `above` and `below` do not. */
export type Bounds = {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
  /** UCUM code; "1" where it is left out. */
  readonly unit?: string;
};

/** Above zero. */
export const POSITIVE: Bounds = { above: 0 };

/** Whether a figure is finite and within its bounds. */
export function isWithin(given: number, { min, max, above, below }: Bounds): boolean {
  return (
    Number.isFinite(given) &&
    !(min !== undefined && given < min) &&
    !(max !== undefined && given > max) &&
    !(above !== undefined && given <= above) &&
    !(below !== undefined && given >= below)
  );
}

/** @throws Refusal `outside-method-range` unless the figure is finite and within its bounds */
export function needWithin(field: string, given: number, bounds: Bounds = {}): void {
  if (isWithin(given, bounds)) return;
  const min = bounds.min ?? bounds.above ?? "−∞";
  const max = bounds.max ?? bounds.below ?? "∞";
  refuse("outside-method-range", { field, given: plain(given), min, max, unit: bounds.unit ?? "1" });
}

/** The same of each figure of a record of readings, by its name. @throws Refusal `outside-method-range` */
export function needAllWithin(figures: Readonly<Record<string, number>>, bounds: Bounds = {}): void {
  for (const [field, given] of Object.entries(figures)) needWithin(field, given, bounds);
}

/** The same of each figure of a column. @throws Refusal `outside-method-range` */
export function needEachWithin(field: string, values: readonly number[], bounds: Bounds = {}): void {
  for (const given of values) needWithin(field, given, bounds);
}

/** @throws Refusal `columns-differ` unless the column has as many rows as the others */
export function needRows(field: string, values: readonly unknown[], needed: number): void {
  if (values.length !== needed) refuse("columns-differ", { field, given: values.length, needed });
}

/** @throws Refusal `too-few-rows` */
export function needAtLeast(field: string, values: readonly unknown[], needed: number): void {
  if (values.length < needed) refuse("too-few-rows", { field, given: values.length, needed });
}

/** @throws Refusal `not-ascending` with the row, counted from 1, that is not above the one before it */
export function needAscending(field: string, values: readonly number[]): void {
  const row = values.findIndex((value, k) => k > 0 && !(value > values[k - 1]!));
  if (row >= 0) refuse("not-ascending", { field, row: row + 1 });
}

/** @throws Refusal `not-whole` unless the figure is a whole number that is not negative */
export function needCount(field: string, given: number): void {
  if (!Number.isInteger(given) || given < 0) refuse("not-whole", { field, given: plain(given) });
}

/** NaN and infinities do not cross the wire as numbers. */
function plain(given: number): number | string {
  return Number.isFinite(given) ? given : String(given);
}

import { fromNumber } from "@quanheng/kernel/decimal.ts";
import { needAscending, needAtLeast, needEachWithin, needRows } from "../../method-guards.ts";
import { withinPermissible } from "./permissible-error.ts";
import { refuse } from "./refusals.ts";

/** Limits of dial indicators with a graduation of 0.01 mm [µm], as `data/methods/jjg34-dial-indicator.json` keeps them. */
export type DialIndicatorTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  /** Error over the whole range by its upper limit [mm]. */
  readonly fullRange: readonly { readonly upTo: number; readonly limit: number | null }[];
  /** Error within any window of that many millimetres. */
  readonly window: Readonly<Record<string, number | null>>;
  readonly hysteresis: number | null;
  readonly repeatability: number | null;
};

export type DialIndicatorRecord = {
  /** Positions from 0 upwards, and the errors of the indicator there as the spindle goes in and comes back. [mm, µm] */
  readonly positionsMm: readonly number[];
  readonly forwardUm: readonly number[];
  readonly backwardUm: readonly number[];
  /** Length of the window in which the error is judged as well. [mm] */
  readonly windowMm: number;
  /** Repeated readings at one position. [µm] */
  readonly repeatsUm: readonly number[];
};

/** Positions are typed decimals; this closes the gap that their binary differences leave. [mm] */
const SLACK_MM = 1e-9;
/** @source JJG 34-2022 (recalled) */
const REPEATS_NEEDED = 5;

/** All in micrometres, unrounded. */
export type DialIndicatorErrors = {
  readonly fullRangeUm: number;
  readonly windowUm: number;
  readonly hysteresisUm: number;
  readonly repeatabilityUm: number;
};

/**
 * Errors of a dial indicator: over the whole range, in any window, on reversal, and their repeatability.
 *
 * full range: max f − min f;  window: max over windows of (max f − min f);  hysteresis: max |f_i − b_i|;
 * repeatability: max − min
 *
 * @throws Refusal `columns-differ`, `not-ascending`, `too-few-rows`, `window-not-covered`, `outside-method-range`
 * @source JJG 34-2022 (recalled); ISO 463:2006
 */
export function dialIndicatorErrors(record: DialIndicatorRecord): DialIndicatorErrors {
  checked(record);
  const { positionsMm, forwardUm, backwardUm, windowMm, repeatsUm } = record;
  return {
    fullRangeUm: spread(forwardUm),
    windowUm: anyWindow(positionsMm, forwardUm, windowMm),
    hysteresisUm: Math.max(...forwardUm.map((f, i) => Math.abs(f - backwardUm[i]!))),
    repeatabilityUm: spread(repeatsUm),
  };
}

/**
 * The same with the limits of the table and whether each figure meets its own; a figure on the limit does.
 *
 * @throws Refusal as `dialIndicatorErrors`, and `limit-not-loaded`
 * @source JJG 34-2022 (recalled)
 */
export function dialIndicatorVerdict(record: DialIndicatorRecord, table: DialIndicatorTable) {
  const found = dialIndicatorErrors(record);
  const { positionsMm, windowMm } = record;
  const limits = limitsOf(table, positionsMm.at(-1)! - positionsMm[0]!, windowMm);
  const judged = ["fullRangeUm", "windowUm", "hysteresisUm", "repeatabilityUm"] as const;
  const pass = judged.every((figure) => withinPermissible(found[figure], fromNumber(limits[figure])));
  return { ...found, limits, pass };
}

function checked({ positionsMm, forwardUm, backwardUm, windowMm, repeatsUm }: DialIndicatorRecord): void {
  needAtLeast("positionsMm", positionsMm, 3);
  needRows("forwardUm", forwardUm, positionsMm.length);
  needRows("backwardUm", backwardUm, positionsMm.length);
  needAtLeast("repeatsUm", repeatsUm, REPEATS_NEEDED);
  needEachWithin("positionsMm", positionsMm, { min: 0, max: 100, unit: "mm" });
  for (const [field, values] of Object.entries({ forwardUm, backwardUm, repeatsUm })) {
    needEachWithin(field, values, { min: -1e4, max: 1e4, unit: "um" });
  }
  needAscending("positionsMm", positionsMm);
  const step = Math.max(...positionsMm.slice(1).map((position, i) => position - positionsMm[i]!));
  const range = positionsMm.at(-1)! - positionsMm[0]!;
  if (windowMm >= step - SLACK_MM && windowMm <= range + SLACK_MM) return;
  refuse("window-not-covered", { field: "windowMm", given: String(windowMm), min: step, max: range });
}

/** The greatest spread of the errors in a window that begins at a position and lies within the range. */
function anyWindow(positionsMm: readonly number[], errorsUm: readonly number[], windowMm: number): number {
  const spreads = positionsMm.map((from) =>
    spread(errorsUm.filter((_, i) => positionsMm[i]! >= from && positionsMm[i]! <= from + windowMm + SLACK_MM)),
  );
  return Math.max(...spreads);
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function limitsOf(table: DialIndicatorTable, rangeMm: number, windowMm: number): DialIndicatorErrors {
  const need = (item: string, limit: number | null | undefined) =>
    limit ?? refuse("limit-not-loaded", { item, table: table.document });
  const full = table.fullRange.find(({ upTo }) => rangeMm <= upTo + SLACK_MM)?.limit;
  return {
    fullRangeUm: need(`${rangeMm} mm`, full),
    windowUm: need(`any ${windowMm} mm`, table.window[String(windowMm)]),
    hysteresisUm: need("hysteresis", table.hysteresis),
    repeatabilityUm: need("repeatability", table.repeatability),
  };
}

import { needAllWithin, needWithin, POSITIVE } from "../../method-guards.ts";
import { classOf, type ElectricityTable } from "./electricity-limit.ts";
import { refuse } from "./refusals.ts";

export type StartingMeter = {
  readonly accuracyClass: string;
  readonly pulsesPerKwh: number;
  /** Measuring elements: 1 single-phase, 2 or 3 polyphase. */
  readonly elements: number;
  readonly voltageV: number;
  /** I_b (direct) or I_n (transformer). */
  readonly baseA: number;
  readonly maxA: number;
};

/**
 * Starting current and the times of the tests of starting and without load.
 *
 * I_Q = s·I_b;  t_Q = 1.2·60·1000/(C·m·U_n·I_Q);  Δt = K·10⁶/(C·m·U_n·I_max)
 *
 * At the starting current a pulse must come within t_Q; at 1.15 U_n without current at most one within Δt.
 *
 * @returns current [A], times [min]
 * @throws Refusal `unknown-item`, `not-whole`, `current-out-of-range` where I_max is not above I_b, `outside-method-range`
 * @source JJG 596-2012, starting and no-load tests; IEC 62052-11 (recalled)
 */
export function startAndNoLoad(meter: StartingMeter, table: ElectricityTable) {
  const { accuracyClass, pulsesPerKwh, elements, voltageV, baseA, maxA } = meter;
  const { start, noLoad } = classOf(accuracyClass, table);
  needAllWithin({ pulsesPerKwh, voltageV, baseA, maxA }, POSITIVE);
  needWithin("elements", elements, { min: 1, max: 3 });
  if (!Number.isInteger(elements)) refuse("not-whole", { field: "elements", given: elements });
  if (maxA <= baseA) refuse("current-out-of-range", { field: "maxA", given: maxA, min: baseA, max: "I_max" });
  const startA = start * baseA;
  const perAmpere = pulsesPerKwh * elements * voltageV;
  return {
    startA,
    startMin: (1.2 * 60 * 1000) / (perAmpere * startA),
    noLoadMin: (noLoad * 1e6) / (perAmpere * maxA),
  };
}

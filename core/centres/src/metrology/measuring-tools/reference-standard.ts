import type { CalendarDate } from "@quanheng/kernel/calendar.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** What is known of the standard from its certificate. */
export type ReferenceStandard = {
  /** Last day on which the certificate may be used, and the day of the measurement. */
  readonly validUntil: CalendarDate;
  readonly measuredOn: CalendarDate;
  /** Expanded uncertainty of the certificate; absent where it states none. [µm] */
  readonly expandedUm?: number;
};

/**
 * Refuses a standard that does not make the result traceable on the day of the measurement.
 *
 * @throws Refusal `standard-expired`, `standard-uncertainty-missing`, `outside-method-range` for an uncertainty of 0 or less
 * @source ISO/IEC 17025:2017, 6.4.4 and 6.5; JJF 1094-2002 (recalled)
 */
export function needTraceable({ validUntil, measuredOn, expandedUm }: ReferenceStandard): void {
  if (measuredOn > validUntil) refuse("standard-expired", { field: "validUntil", validUntil, measuredOn });
  const stated = expandedUm ?? refuse("standard-uncertainty-missing", { field: "expandedUm" });
  needWithin("expandedUm", stated, { above: 0, unit: "um" });
}

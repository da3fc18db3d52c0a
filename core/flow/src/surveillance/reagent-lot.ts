import type { CalendarDate } from "@quanheng/kernel/calendar.ts";
import type { Quantity } from "@quanheng/kernel/quantity/parse-quantity.ts";
import { draw, type Holding } from "../determination/aliquot.ts";
import { refuse } from "../determination/refusals.ts";

/** A lot of a reagent or reference material on the shelf. */
export type ReagentLot = {
  readonly lot: string;
  /** Last day of use. */
  readonly expiresOn: CalendarDate | null;
  readonly discarded: boolean;
  readonly holding: Holding;
};

/**
 * Takes an amount of a lot for a test.
 *
 * @throws Refusal `lot-not-usable` for a discarded or expired lot; `quantity-depleted`, `quantity-insufficient`
 * @source ISO/IEC 17025:2017, 6.4.1 to 6.4.3 and 6.6
 */
export function withdraw(lot: ReagentLot, amount: Quantity, today: CalendarDate): ReagentLot {
  if (lot.discarded) refuse("lot-not-usable", { lot: lot.lot, reason: "discarded" });
  if (lot.expiresOn !== null && lot.expiresOn < today) refuse("lot-not-usable", { lot: lot.lot, reason: "expired" });
  return { ...lot, holding: draw(lot.holding, amount) };
}

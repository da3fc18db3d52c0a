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
 * @param amount in a unit of the same kind as the lot's
 * @example formatDecimal(withdraw({ lot: "L1", expiresOn: "2026-11-25", discarded: false, holding: { left: decimal("10"), unit: "mL", closed: false } }, { digits: "4", value: decimal("4"), unit: "mL", given: "4 mL" }, "2026-11-25").holding.left) // → "6" (10 − 4 on the last day of use)
 * @example refusalOf(() => withdraw({ lot: "L1", expiresOn: "2026-11-24", discarded: false, holding: {} }, {}, "2026-11-25")) // → "lot-not-usable" (expired the day before)
 * @throws Refusal `lot-not-usable` for a discarded or expired lot; `quantity-depleted`, `quantity-insufficient`
 * @source ISO/IEC 17025:2017, 6.4.1 to 6.4.3 and 6.6
 */
export function withdraw(lot: ReagentLot, amount: Quantity, today: CalendarDate): ReagentLot {
  if (lot.discarded) refuse("lot-not-usable", { lot: lot.lot, reason: "discarded" });
  if (lot.expiresOn !== null && lot.expiresOn < today) refuse("lot-not-usable", { lot: lot.lot, reason: "expired" });
  return { ...lot, holding: draw(lot.holding, amount) };
}

import { checkDigit } from "@quanheng/formats/gs1/check-digit.ts";
import { compare, type Decimal, decimal, dividedBy, fromNumber, times } from "@quanheng/kernel/decimal.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/**
 * The check digit that completes the digits of a label's GS1 number.
 *
 * @param body digits without the check digit
 * @throws Refusal `not-numeric`
 * @source GS1 General Specifications, 7.9.1
 * @example labelCheckDigit("629104150021") // → "3"
 */
export function labelCheckDigit(body: string): string {
  return /^\d+$/.test(body) ? checkDigit(body) : refuse("not-numeric", { field: "body", given: body.slice(0, 40) });
}

/** Least height of the figures of a net content by nominal quantity [g or mL], as `data/methods/net-content-label-2005.json` keeps it. */
export type CharacterHeightTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  readonly rows: readonly { readonly upTo: string | null; readonly mm: number | null }[];
};

/**
 * Least height of the characters that state the net content. [mm]
 *
 * @param nominal nominal quantity [g or mL]
 * @throws Refusal `limit-not-loaded`, `outside-method-range`
 * @source AQSIQ decree 75 (2005), annex 2
 */
export function characterHeight({ rows, document }: CharacterHeightTable, nominal: number): number {
  needWithin("nominal", nominal, { above: 0, unit: "g" });
  const row = rows.find(({ upTo }) => upTo === null || compare(fromNumber(nominal), decimal(upTo)) <= 0);
  return row?.mm ?? refuse("limit-not-loaded", { item: String(nominal), table: document });
}

/** Money is printed to the hundredth. */
const PLACES = 2;

/**
 * Unit price of a package, per 100 g and per kilogram, rounded once half to even.
 *
 * @throws Refusal `outside-method-range` for a negative price or a content that is not positive
 * @source GB/T 8170-2008
 * @example unitPrice(18.9, 325).perKg.digits // → 5815
 */
export function unitPrice(price: number, netG: number): { readonly per100g: Decimal; readonly perKg: Decimal } {
  needWithin("price", price, { min: 0 });
  needWithin("netG", netG, { above: 0, unit: "g" });
  const per = (grams: string) =>
    dividedBy(times(fromNumber(price), decimal(grams)), fromNumber(netG), PLACES, "half-even");
  return { per100g: per("100"), perKg: per("1000") };
}

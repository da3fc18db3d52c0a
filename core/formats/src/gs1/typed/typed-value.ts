import type { Decimal } from "@quanheng/kernel/decimal.ts";
import { applicationIdentifier } from "../dictionary/lookup.ts";
import type { Element } from "../element.ts";
import { valueEnd } from "../value.ts";
import { measureUnit } from "./measure-unit.ts";
import { type Moment, moment } from "./moment.ts";

/** What a value means, in a type that can be computed with. */
export type TypedValue =
  | { readonly kind: "moment"; readonly moment: Moment }
  | { readonly kind: "period"; readonly from: Moment; readonly to: Moment }
  | { readonly kind: "measure"; readonly value: Decimal /** UCUM */; readonly unit: string }
  | {
      readonly kind: "amount";
      readonly value: Decimal /** ISO 4217; null: the local one. */;
      readonly currency: string | null;
    }
  | { readonly kind: "percentage"; readonly value: Decimal }
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "countries" /** ISO 3166-1 numeric or two letters. */; readonly codes: readonly string[] }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "place" /** [°] */; readonly latitude: Decimal; readonly longitude: Decimal }
  | { readonly kind: "piece"; readonly tradeItem: string; readonly piece: number; readonly total: number }
  | { readonly kind: "certificate"; readonly scheme: string; readonly reference: string }
  | { readonly kind: "text"; readonly text: string };

const PRICE_FAMILIES = ["390", "392", "395"];
const CURRENCY_FAMILIES = ["391", "393"];
const TEMPERATURES: Readonly<Record<string, string>> = {
  "4330": "[degF]",
  "4331": "Cel",
  "4332": "[degF]",
  "4333": "Cel",
};
const COUNTS = ["30", "37"];
const DATE_CHECKS = ["yymmdd", "yymmd0"];

/**
 * The typed value of an element; content that is not right for its identifier stays a text.
 *
 * @param reference the present year, from which the century of a two-digit year follows
 * @source GS1 General Specifications, section 3
 */
export function typedValue({ ai, value }: Element, reference: number): TypedValue {
  const entry = applicationIdentifier(ai);
  if (entry === undefined || valueEnd(entry, value, 0, value.length) !== value.length)
    return { kind: "text", text: value };
  const family = ai.slice(0, 3);
  const unit = measureUnit(ai) ?? TEMPERATURES[ai];
  if (TEMPERATURES[ai] !== undefined) return { kind: "measure", value: temperature(value), unit: unit! };
  if (unit !== undefined) return { kind: "measure", value: scaled(ai, value), unit };
  if (ai.length === 4 && PRICE_FAMILIES.includes(family))
    return { kind: "amount", value: scaled(ai, value), currency: null };
  if (ai.length === 4 && CURRENCY_FAMILIES.includes(family))
    return { kind: "amount", value: scaled(ai, value.slice(3)), currency: value.slice(0, 3) };
  if (ai.length === 4 && family === "394") return { kind: "percentage", value: scaled(ai, value) };
  if (COUNTS.includes(ai)) return { kind: "count", value: Number(value) };
  if (ai.startsWith("723")) return { kind: "certificate", scheme: value.slice(0, 2), reference: value.slice(2) };
  return typedByChecks(ai, value, reference);
}

/** The content checks of the first component say what most other values are. */
function typedByChecks(ai: string, value: string, reference: number): TypedValue {
  const [first = "", second = ""] = (applicationIdentifier(ai)?.components ?? []).map(({ names }) => names[0] ?? "");
  if (DATE_CHECKS.includes(first) && second === first && value.length === 12)
    return { kind: "period", from: moment(value.slice(0, 6), 2, reference), to: moment(value.slice(6), 2, reference) };
  if (DATE_CHECKS.includes(first)) return { kind: "moment", moment: moment(value, 2, reference) };
  if (first === "yyyymmdd") return { kind: "moment", moment: moment(value, 4, reference) };
  if (first === "iso3166" && ai !== "421") return { kind: "countries", codes: value.match(/\d{3}/g) ?? [] };
  if (first === "iso3166alpha2") return { kind: "countries", codes: [value] };
  if (first === "yesno") return { kind: "truth", value: value === "1" };
  if (first === "latitude") return place(value);
  if (second === "pieceoftotal")
    return {
      kind: "piece",
      tradeItem: value.slice(0, 14),
      piece: Number(value.slice(14, 16)),
      total: Number(value.slice(16)),
    };
  return { kind: "text", text: value };
}

/** The last digit of the identifier counts the decimals. */
function scaled(ai: string, digits: string): Decimal {
  return { digits: BigInt(digits), scale: Number(ai.at(-1)) };
}

/** Hundredths of a degree, a hyphen behind them for values below zero. */
function temperature(value: string): Decimal {
  const digits = BigInt(value.slice(0, 6));
  return { digits: value.endsWith("-") ? -digits : digits, scale: 2 };
}

/** Degrees × 10⁷: the latitude counts from the south pole, the longitude eastwards around the earth. */
function place(value: string): TypedValue {
  const scale = 7;
  const latitude = BigInt(value.slice(0, 10)) - 900_000_000n;
  const around = BigInt(value.slice(10));
  const longitude = around > 1_800_000_000n ? around - 3_600_000_000n : around;
  return { kind: "place", latitude: { digits: latitude, scale }, longitude: { digits: longitude, scale } };
}

import type { Element } from "@quanheng/formats/gs1/element.ts";
import type { Moment } from "@quanheng/formats/gs1/typed/moment.ts";
import { typedValue } from "@quanheng/formats/gs1/typed/typed-value.ts";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";

/**
 * What a value means, where the digits alone do not say it: `2026-11-30`, `1.234 kg`; empty for plain text.
 *
 * @param reference the present year, from which the century of a date follows
 */
export function meaningOf(element: Element, reference: number): string {
  const typed = typedValue(element, reference);
  switch (typed.kind) {
    case "moment":
      return momentText(typed.moment);
    case "period":
      return `${momentText(typed.from)} – ${momentText(typed.to)}`;
    case "measure":
      return `${formatDecimal(typed.value)} ${typed.unit}`;
    case "amount":
      return `${formatDecimal(typed.value)}${typed.currency === null ? "" : ` (ISO 4217 ${typed.currency})`}`;
    case "percentage":
      return `${formatDecimal(typed.value)} %`;
    case "count":
      return String(typed.value);
    case "countries":
      return `ISO 3166 ${typed.codes.join(", ")}`;
    case "truth":
      return typed.value ? "1 = yes" : "0 = no";
    case "place":
      return `${formatDecimal(typed.latitude)}°, ${formatDecimal(typed.longitude)}°`;
    case "piece":
      return `GTIN ${typed.tradeItem}, ${typed.piece}/${typed.total}`;
    case "certificate":
      return `${typed.scheme} ${typed.reference}`;
    case "text":
      return "";
  }
}

function momentText({ date, time }: Moment): string {
  return time === undefined ? date : `${date} ${time}`;
}

import { LOT_UNITS } from "@quanheng/contract/messages/lot-units.ts";
import type { Item } from "@quanheng/contract/schemas/selection.ts";
import { checkDigit, hasCheckDigit } from "@quanheng/formats/gs1/check-digit.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { refuse } from "../../refusals.ts";
import { requirePrintable } from "./require-printable.ts";

/**
 * The item as it is kept: lot size and GTIN in plain digits, everything else as it was typed.
 *
 * @throws Refusal `not-printable`, `lot-unit-unknown`, `lot-size-impossible`, `gtin-length`, `gtin-invalid` and those of
 *   the kernel's number reader for the lot size
 */
export function checkedItem(item: Item): Item {
  requirePrintable({ zh: "中文名称", en: "Chinese name" }, item.name.zh);
  requirePrintable({ zh: "英文名称", en: "English name" }, item.name.en);
  requirePrintable({ zh: "批号", en: "Lot number" }, item.lotNumber);
  requirePrintable({ zh: "品牌", en: "Brand" }, item.brand);
  requirePrintable({ zh: "备注", en: "Remarks" }, item.remarks);
  if (item.sampling?.by === "laboratory")
    requirePrintable({ zh: "抽样地点", en: "Place of sampling" }, item.sampling.place);
  if (item.sampling?.by === "authority") {
    requirePrintable({ zh: "抽样机关", en: "Authority that drew the sample" }, item.sampling.body);
    requirePrintable({ zh: "抽样记录", en: "Sampling record" }, item.sampling.record);
  }
  if (!LOT_UNITS.some((unit) => unit === item.lotUnit))
    refuse("lot-unit-unknown", { given: item.lotUnit, known: LOT_UNITS });
  return { ...item, lotQuantity: lotSize(item.lotQuantity), gtin: item.gtin === null ? null : gtinOf(item.gtin) };
}

/** Short enough for a label. */
const LONGEST = 20;

function lotSize(given: string): string {
  const parsed = parseNumber(given);
  if (!parsed.ok) throw new Refusal(parsed.code, parsed.facts);
  if (parsed.operator !== "=" || parsed.value <= 0 || parsed.text.length > LONGEST)
    refuse("lot-size-impossible", { given });
  return parsed.text;
}

function gtinOf(given: string): string {
  const digits = given.normalize("NFKC");
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) refuse("gtin-length", { given });
  if (!hasCheckDigit(digits)) refuse("gtin-invalid", { given, expected: checkDigit(digits.slice(0, -1)) });
  return digits;
}

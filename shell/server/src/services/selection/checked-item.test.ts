import type { Item } from "@quanheng/contract/schemas/selection.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import { expect, test } from "vitest";
import { DEMO_DRAFT } from "../../testing/demo-journey.ts";
import { checkedItem } from "./checked-item.ts";

const { item } = DEMO_DRAFT;

const REFUSED: readonly (readonly [string, Partial<Item>, string, Facts])[] = [
  [
    "a sweet in the English name",
    { name: { zh: "糖", en: "Candy 🍬" } },
    "not-printable",
    { field_en: "English name" },
  ],
  [
    "a rare character in the Chinese name",
    { name: { zh: "𠀋糖", en: "x" } },
    "not-printable",
    { field_zh: "中文名称" },
  ],
  ["Arabic in the lot", { lotNumber: "سكر" }, "not-printable", { field_en: "Lot number" }],
  ["a sweet in the brand", { brand: "🍬" }, "not-printable", { characters: ["🍬 (U+1F36C)"] }],
  ["a sweet in the remarks", { remarks: "two\nlines 🍬" }, "not-printable", { field_en: "Remarks" }],
  ["a unit that nobody knows", { lotUnit: "lumps" }, "lot-unit-unknown", { given: "lumps" }],
  [
    "a comma that may be two things",
    { lotQuantity: "1,500" },
    "ambiguous-separator",
    { suggestions: ["1.500", "1500"] },
  ],
  ["a lot of nothing", { lotQuantity: "0.0" }, "lot-size-impossible", { given: "0.0" }],
  ["less than nothing", { lotQuantity: "-5" }, "lot-size-impossible", { given: "-5" }],
  ["a lot only below a number", { lotQuantity: "<5" }, "lot-size-impossible", { given: "<5" }],
  ["letters", { lotQuantity: "many" }, "not-a-number", { given: "many" }],
  // 6291041500213 is the example of the General Specifications, 7.9.1.
  ["a wrong check digit", { gtin: "6291041500214" }, "gtin-invalid", { expected: "3" }],
  ["too few digits", { gtin: "62910415" + "0" }, "gtin-length", { given: "629104150" }],
];

test.each(REFUSED)("%s is refused with what to correct", (_, change, code, facts) => {
  expect.assertions(1);
  try {
    checkedItem({ ...item, ...change });
  } catch (error) {
    expect(error).toMatchObject({ code, facts });
  }
});

test("full-width digits are kept as plain ones", () => {
  const kept = checkedItem({ ...item, lotQuantity: "５００．５０", gtin: "６２９１０４１５００２１３" });
  expect([kept.lotQuantity, kept.gtin]).toEqual(["500.50", "6291041500213"]);
  expect(checkedItem(item)).toEqual(item);
});

import { expect, test } from "vitest";
import { keyCapacity, keyOfParts, partsOfKey } from "./key-parts.ts";
import { companyPrefixLength } from "./prefix/company-prefix.ts";
import { prefixRange } from "./prefix/organisations.ts";

// GB 12904: 690 and 691 have prefixes of 7 digits with 5 for the item, 692 to 696 of 8 with 4, 697 of 9 with 3.
test.each([
  ["690123456789", 7, 100_000],
  ["692123456789", 8, 10_000],
  ["697123456789", 9, 1_000],
])("the company prefix of %s has %i digits and room for %i items", (number, length, items) => {
  expect(companyPrefixLength(number)).toBe(length);
  expect(keyCapacity("sgtin", length)).toBe(items);
});

test("examples, books and places without organisation are no prefixes of companies", () => {
  expect(prefixRange("9521234543213")?.use).toBe("example");
  expect(prefixRange("9787302511625")?.use).toBe("book");
  expect(prefixRange("6231234567890")?.use).toBe("reserved");
  expect(prefixRange("1401234567890")).toBeUndefined();
  expect(companyPrefixLength("4006381333931")).toBeUndefined();
});

test("prefix and reference have to have the digits of the key", () => {
  expect(keyOfParts("gdti", "9520123", "45678")).toEqual({ ai: "253", value: "9520123456788" });
  expect(keyOfParts("gdti", "9520123", "4567")).toBeUndefined();
  expect(keyOfParts("gdti", "9520123", "4567A")).toBeUndefined();
  expect(partsOfKey("gdti", "9520123456788REPORT", 7)).toEqual({
    prefix: "9520123",
    reference: "45678",
    tail: "REPORT",
  });
});

import { keyProblem } from "@quanheng/formats/gs1/key.ts";
import { expect, test } from "vitest";
import { companyPrefixProblem, overlap } from "./company-prefix-problem.ts";
import { forecast } from "./forecast.ts";
import { capacityOf, countOf, identifierOf, keyOfCount, NUMBERED_KINDS, takenOver } from "./numbered-kind.ts";

const NAMES = {
  GTIN: "GTIN-14",
  GLN: "GLN",
  "GLN-party": "GLN-party",
  GDTI: "GDTI",
  GIAI: "GIAI",
  GRAI: "GRAI",
  SSCC: "SSCC",
  GMN: "GMN",
  GSRN: "GSRN-recipient",
  GINC: "GINC",
} as const;

test.each(NUMBERED_KINDS)(
  "the first, a middle and the last %s of every length of prefix are valid and counted back",
  (kind) => {
    for (const prefix of [
      "9520",
      "95212",
      "952123",
      "9521234",
      "95212345",
      "952123456",
      "9521234567",
      "95212345678",
      "952123456789",
    ]) {
      const capacity = capacityOf(kind, prefix);
      for (const count of [0, Math.floor(capacity / 2), capacity - 1]) {
        const key = keyOfCount(kind, prefix, count);
        expect(key?.ai).toBe(identifierOf(kind));
        expect(keyProblem(NAMES[kind], key!.value), `${kind} ${key!.value}`).toBeUndefined();
        expect(countOf(kind, prefix, key!.value), `${kind} ${key!.value}`).toBe(count);
      }
      expect(keyOfCount(kind, prefix, capacity)).toBeUndefined();
    }
  },
);

test("GB 12904: prefixes of 7, 8 and 9 digits leave five, four and three digits of item number", () => {
  expect(["6901234", "69212345", "697123456"].map((prefix) => capacityOf("GTIN", prefix))).toEqual([
    100_000, 10_000, 1000,
  ]);
  expect(keyOfCount("GTIN", "6901234", 56_789)?.value).toBe("06901234567892");
});

test("an existing number is taken over with 13 or 14 digits, and only of the own prefix", () => {
  expect(takenOver("GTIN", "6901234", " 6901234567892 ")).toEqual({ ai: "01", value: "06901234567892" });
  expect(takenOver("GTIN", "6901234", "16901234567899")).toEqual({ ai: "01", value: "16901234567899" });
  expect(takenOver("GTIN", "6901234", "6901234567893")).toBe("key-wrong");
  expect(takenOver("GTIN", "6901235", "6901234567892")).toBe("prefix-foreign");
  expect(takenOver("GIAI", "9521234", "9521234METER7")).toEqual({ ai: "8004", value: "9521234METER7" });
  expect(countOf("GIAI", "9521234", "9521234METER7")).toBeUndefined();
});

test("what GS1 keeps for shops, books and coupons is no company prefix", () => {
  for (const prefix of ["9780123", "2001234", "0212345", "9901234", "9600000"])
    expect(companyPrefixProblem(prefix), prefix).toBe("prefix-reserved");
  for (const prefix of ["123", "1234567890123", "69o1234", ""])
    expect(companyPrefixProblem(prefix)).toBe("prefix-shape");
  expect(companyPrefixProblem("6901234")).toBeUndefined();
  expect([overlap("6901234", "69012345"), overlap("6901234", "6901235")]).toEqual([true, false]);
});

test("a range that nobody draws from lasts for ever, a full one not a day", () => {
  expect(forecast({ capacity: 100, used: 10, recent: 0, days: 90 }).daysLeft).toBeNull();
  expect(forecast({ capacity: 100, used: 100, recent: 5, days: 90 }).daysLeft).toBe(0);
});

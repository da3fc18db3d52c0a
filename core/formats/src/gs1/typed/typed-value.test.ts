import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { expect, test } from "vitest";
import { yearOf } from "../checks/year.ts";
import { IDENTIFIERS } from "../dictionary/identifier.ts";
import { measureUnit } from "./measure-unit.ts";
import { typedValue } from "./typed-value.ts";

// GS1 General Specifications, 7.12: the century follows from the distance to the present year.
test.each([
  [76, 2026, 2076],
  [77, 2026, 1977],
  [0, 1950, 2000],
  [99, 2049, 2099],
])("the two digits %i are read in %i as %i", (digits, now, year) => expect(yearOf(digits, now)).toBe(year));

test("values become dates, periods, measures, money, shares, places and pieces", () => {
  const typed = (ai: string, value: string) => typedValue({ ai, value }, 2026);
  expect(typed("17", "261100")).toEqual({ kind: "moment", moment: { date: "2026-11" } });
  expect(typed("8008", "26113014")).toEqual({ kind: "moment", moment: { date: "2026-11-30", time: "14:00" } });
  expect(typed("7007", "261101261103")).toMatchObject({ kind: "period", to: { date: "2026-11-03" } });
  expect(typed("7250", "19840602")).toEqual({ kind: "moment", moment: { date: "1984-06-02" } });
  expect(typed("3103", "000195")).toEqual({ kind: "measure", value: { digits: 195n, scale: 3 }, unit: "kg" });
  expect(typed("4331", "000550-")).toEqual({ kind: "measure", value: { digits: -550n, scale: 2 }, unit: "Cel" });
  expect(typed("3912", "15612345")).toEqual({ kind: "amount", value: { digits: 12345n, scale: 2 }, currency: "156" });
  expect(typed("3941", "0125")).toEqual({ kind: "percentage", value: { digits: 125n, scale: 1 } });
  expect(typed("423", "156704")).toEqual({ kind: "countries", codes: ["156", "704"] });
  expect(typed("4321", "1")).toEqual({ kind: "truth", value: true });
  expect(typed("8006", "095212345432130102")).toMatchObject({ kind: "piece", piece: 1, total: 2 });
  expect(typed("7230", "EM12345")).toEqual({ kind: "certificate", scheme: "EM", reference: "12345" });
  expect(typed("10", "A")).toEqual({ kind: "text", text: "A" });
  expect(typed("3103", "12,5")).toEqual({ kind: "text", text: "12,5" });
});

// Nanning lies at 22.8170° N, 108.3665° E; 50° W is 310° eastwards.
test("a place is degrees north and east", () => {
  const place = typedValue({ ai: "4309", value: "11281700003100000000" }, 2026);
  expect(place.kind === "place" && [place.latitude, place.longitude].map(formatDecimal)).toEqual([
    "22.8170000",
    "-50.0000000",
  ]);
});

test("every measure of the dictionary has a unit", () => {
  const measures = IDENTIFIERS.filter(({ ai }) => /^3[1-6]\d\d$/.test(ai));
  expect(measures.length).toBeGreaterThan(300);
  expect(measures.filter(({ ai }) => measureUnit(ai) === undefined)).toEqual([]);
});

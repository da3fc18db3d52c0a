import { expect, test } from "vitest";
import { conditionStanding, type ItemCondition, readAnswer } from "./item-facts.ts";

const LAMP: ItemCondition = {
  product: "led-lamp",
  condition: "active power above 5 W and not above 25 W",
  label: { zh: "", en: "" },
  tests: [
    { question: "power", above: "5", to: "25", otherwise: "does-not-apply" },
    { question: "criterion", is: ["per-watt"], otherwise: "other-limit" },
  ],
};
const kind = (facts: Readonly<Record<string, string>>) => conditionStanding(LAMP, new Map(Object.entries(facts))).kind;

test("the ends of a range belong to it or not, as its words say, whatever zeros are typed", () => {
  expect(["5", "5.0", "5.01", "25.00", "25.1"].map((power) => kind({ power, criterion: "per-watt" }))).toEqual([
    "does-not-apply",
    "does-not-apply",
    "holds",
    "holds",
    "does-not-apply",
  ]);
});

test("one answer against a condition settles it, and what is not stated is asked for", () => {
  expect(kind({ power: "4" })).toBe("does-not-apply");
  expect(kind({ criterion: "waveform" })).toBe("other-limit");
  expect(conditionStanding(LAMP, new Map([["power", "10"]]))).toEqual({ kind: "open", asks: ["criterion"] });
  expect(conditionStanding(undefined, new Map([["power", "10"]]))).toEqual({ kind: "open", asks: [] });
});

test("an answer is a number of the thing asked for, within what there is", () => {
  const area = {
    id: "a",
    label: { zh: "面积", en: "area" },
    kind: "number",
    unit: "m2",
    least: "0.001",
    most: "10",
  } as const;
  expect(readAnswer(area, " 2.580 ")).toEqual({ ok: true, value: "2.580" });
  expect(readAnswer(area, "<2")).toMatchObject({ code: "operator-not-allowed" });
  expect(readAnswer(area, "two")).toMatchObject({ code: "not-a-number" });
  expect(readAnswer(area, "")).toMatchObject({ code: "empty" });
  expect(readAnswer(area, "1,234")).toMatchObject({ code: "ambiguous-separator" });
  expect(readAnswer(area, "11")).toMatchObject({ code: "reading-out-of-range", facts: { min: "0.001", max: "10" } });
});

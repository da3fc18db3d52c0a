import { expect, test } from "vitest";
import { claimKeyName, claimValueName, variantText } from "./claim-name.ts";
import { today } from "./today.ts";

test("grades are said as the documents name them; a code is its own name", () => {
  expect(claimKeyName("grade")).toEqual({ zh: "等级", en: "Grade" });
  expect(claimValueName("first")).toEqual({ zh: "一级", en: "First" });
  expect(claimValueName("GKP-1")).toEqual({ zh: "GKP-1", en: "GKP-1" });
});

test.each(["constructor", "__proto__", "toString"])("a claim called %s is a text like any other", (name) => {
  expect(claimKeyName(name).en).toBe(name);
  expect(claimValueName(name).zh).toBe(name);
});

test("a variant reads as one text in either language, and none is empty", () => {
  expect(variantText({ grade: "92", season: "1 Nov-30 Apr" }, "zh")).toBe("等级：92；季节：1 Nov-30 Apr");
  expect(variantText({ type: "white" }, "en")).toBe("Type: White sugar");
  expect(variantText(null, "en")).toBe("");
});

// The platform counts the days of China, eight hours ahead of UTC: its midnight is 16:00 UTC.
test.each([
  ["2026-11-25T15:59:59Z", "2026-11-25"],
  ["2026-11-25T16:00:00Z", "2026-11-26"],
  ["2026-12-31T16:00:00Z", "2027-01-01"],
])("at %s the platform's day is %s", (instant, day) => {
  expect(today(new Date(instant))).toBe(day);
});

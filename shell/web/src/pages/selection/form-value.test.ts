import { expect, test } from "vitest";
import { claimsIn, draftOf, emptyForm, type FormValue, problemsOf } from "./form-value.ts";

const TODAY = "2026-11-25";

/** A form that may be sent. */
const sugar: FormValue = {
  ...emptyForm(TODAY),
  product: "white-sugar",
  nameZh: " 一级白砂糖 ",
  nameEn: "White sugar",
  lotNumber: "YJ-1",
  lotQuantity: "５００",
  producedOn: "2026-11-18",
  markets: ["CN", "VN"],
  claims: { "CN.grade": "first", "VN.grade": "A", "TH.grade": "refined", "ID.grade": "" },
  sampleAvailableG: "3000",
};

test("an empty form asks for everything that a commission needs, and for nothing else", () => {
  expect(Object.keys(problemsOf(emptyForm(TODAY), TODAY)).sort()).toEqual([
    "lotNumber",
    "lotQuantity",
    "markets",
    "nameEn",
    "nameZh",
    "product",
  ]);
});

test("full-width digits are sent as plain ones, and texts without blanks around them", () => {
  expect(problemsOf(sugar, TODAY)).toEqual({});
  const draft = draftOf(sugar);
  expect(draft.item.lotQuantity).toBe("500");
  expect(draft.item.name.zh).toBe("一级白砂糖");
  expect(draft.item.gtin).toBeNull();
  expect(draft.sampleAvailableG).toBe(3000);
  expect(draft.neededBy).toBeNull();
});

test("only claims on chosen markets are sent, and none that is empty", () => {
  expect(claimsIn(sugar)).toEqual({ "CN.grade": "first", "VN.grade": "A" });
});

test.each([
  ["0", "problem.positive"],
  ["-5", "problem.positive"],
  ["<5", "problem.operator"],
  ["", "problem.missing"],
  ["five", "problem.missing"],
  ["1,5", "problem.missing"],
])("a lot of %s is refused", (lotQuantity, problem) => {
  expect(problemsOf({ ...sugar, lotQuantity }, TODAY)).toEqual({ lotQuantity: problem });
});

test.each(["0", "0.5", "1000001", "-1"])("a sample of %s g is refused", (sampleAvailableG) => {
  expect(problemsOf({ ...sugar, sampleAvailableG }, TODAY)).toEqual({ sampleAvailableG: "problem.whole" });
});

// 629104150021 weighs 57 by the threes and ones of GS1 General Specifications 7.9: the check digit is 60 − 57 = 3.
test.each([
  ["6291041500213", undefined],
  ["６２９１０４ 1500213", undefined],
  ["6291041500212", "problem.gtin.check"],
  ["629104150021", "problem.gtin.check"],
  ["62910415002133", "problem.gtin.check"],
  ["123", "problem.gtin.digits"],
  ["62910415A0213", "problem.gtin.digits"],
])("the article number %s: %s", (gtin, problem) => {
  expect(problemsOf({ ...sugar, gtin }, TODAY).gtin).toBe(problem);
});

test("goods are not produced tomorrow, nor needed yesterday; today is both", () => {
  expect(problemsOf({ ...sugar, producedOn: "2026-11-26" }, TODAY)).toEqual({ producedOn: "problem.future" });
  expect(problemsOf({ ...sugar, neededBy: "2026-11-24" }, TODAY)).toEqual({ neededBy: "problem.past" });
  expect(problemsOf({ ...sugar, producedOn: TODAY, neededBy: TODAY }, TODAY)).toEqual({});
});

test("an authority's sample needs its record, a laboratory's its day and place, and a client's nothing", () => {
  expect(draftOf(sugar).item.sampling).toBeUndefined();
  const authority = { ...sugar, sampledBy: "authority" };
  expect(problemsOf(authority, TODAY)).toEqual({ sampledBody: "problem.missing", sampledRecord: "problem.missing" });
  const named = { ...authority, sampledBody: "Nanning MSA", sampledRecord: "NN-2026-118" };
  expect(problemsOf(named, TODAY)).toEqual({});
  expect(draftOf(named).item.sampling).toEqual({ by: "authority", body: "Nanning MSA", record: "NN-2026-118" });
  const laboratory = { ...sugar, sampledBy: "laboratory", sampledOn: "2999-01-01", sampledPlace: "Chongzuo" };
  expect(problemsOf(laboratory, TODAY)).toEqual({ sampledOn: "problem.future" });
  expect(problemsOf({ ...laboratory, sampledOn: TODAY }, TODAY)).toEqual({});
});

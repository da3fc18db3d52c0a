import { expect, test } from "vitest";
import { dataQuality, QUALITY_WEIGHTS } from "./data-quality.ts";
import { verifyCode } from "./verify-code.ts";

const sugar = {
  nameZh: "白砂糖",
  nameEn: "White sugar",
  brand: "八桂",
  netContent: "50 kg",
  gpc: "10000043",
  hs: "170199",
  markets: ["CN", "VN"],
  imageUrl: "https://www.example.cn/sugar.jpg",
};

test("a product with everything has 100 points, and the weights add up to them", () => {
  expect(dataQuality(sugar)).toEqual({ score: 100, missing: [], wrong: [] });
  expect(Object.values(QUALITY_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test("what is missing and what nobody else can read costs its weight", () => {
  expect(dataQuality({ ...sugar, nameEn: "", gpc: "1701", imageUrl: "javascript:alert(1)" })).toEqual({
    score: 70,
    missing: ["nameEn"],
    wrong: ["gpc", "imageUrl"],
  });
});

test("a code is judged in every form, with what it should have been", () => {
  expect(verifyCode("6901234567892")).toEqual({ code: "6901234567892", ok: true, reading: "(01)06901234567892" });
  expect(verifyCode("6901234567893")).toMatchObject({
    ok: false,
    problem: "incorrect-check-digit",
    right: "6901234567892",
  });
  expect(verifyCode("https://id.gs1.org/01/6901234567892").right).toBe("https://id.gs1.org/01/06901234567892");
  expect(verifyCode("").ok).toBe(false);
});

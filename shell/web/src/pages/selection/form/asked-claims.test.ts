import { expect, test } from "vitest";
import { askedClaims } from "./asked-claims.ts";

const product = {
  claims: [
    { market: "CN", key: "grade", values: ["first", "superior"] },
    { market: "VN", key: "grade", values: ["A", "B"] },
    { market: "VN", key: "style", values: ["lump"] },
  ],
};
const names = (asked: ReturnType<typeof askedClaims>) => asked.map(({ market, key }) => `${market}.${key}`);

test("before the platform has answered, every claim of the chosen markets is asked for, in their order", () => {
  expect(names(askedClaims(product, { markets: ["VN", "CN"], claims: {} }, undefined))).toEqual([
    "VN.grade",
    "VN.style",
    "CN.grade",
  ]);
});

test("afterwards what is stated stays, what is open is asked, and what is ruled out is not", () => {
  const form = { markets: ["CN", "VN"], claims: { "VN.grade": "A" } };
  expect(names(askedClaims(product, form, [{ market: "CN", key: "grade", values: ["first"] }]))).toEqual([
    "CN.grade",
    "VN.grade",
  ]);
});

test("a claim that was emptied is asked for again only while it is open", () => {
  const form = { markets: ["VN"], claims: { "VN.grade": "" } };
  expect(names(askedClaims(product, form, []))).toEqual([]);
});

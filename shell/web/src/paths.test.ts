import { expect, test } from "vitest";
import { entryAt, NAVIGATION } from "./layout/navigation.ts";
import { route, to } from "./paths.ts";

test("an address carries its parameter encoded, so that no id can leave its place", () => {
  expect(to.commission("com-01hf")).toBe("/commissions/com-01hf");
  expect(to.requirement("CN/GB 1445#1")).toBe("/library/requirements/CN%2FGB%201445%231");
});

test("no two pages have one address", () => {
  const patterns = Object.values(route).map((pattern) => pattern.replace(/\$[A-Za-z]+/g, "$"));
  expect(new Set(patterns).size).toBe(patterns.length);
});

test.each([
  ["/", "home"],
  ["/commissions/com-1/plans", "commissions"],
  ["/contract-reviews", "contractReviews"],
  ["/commissions/com-1/contract-review", "contractReviews"],
  ["/commissions/com-1/signing", "decisions"],
  ["/tasks/tsk-1/review", "reviews"],
  ["/tasks/tsk-1", "tasks"],
  ["/verify/TR-2026-000001", "verify"],
  ["/transparency-log", "verify"],
  ["/security", undefined],
])("%s belongs to the entry %s of the navigation", (address, page) => {
  expect(entryAt(address)?.page).toBe(page);
});

test("a page whose own entry the reader does not see belongs to the next one up", () => {
  const seen = NAVIGATION.filter(({ page }) => page !== "reviews");
  expect(entryAt("/tasks/tsk-1/review", seen)?.page).toBe("tasks");
});

test("every entry of the navigation leads to its own page", () => {
  expect(new Set(NAVIGATION.map(({ page }) => page)).size).toBe(NAVIGATION.length);
});

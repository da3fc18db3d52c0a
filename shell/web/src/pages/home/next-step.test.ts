import { NEXT_STEPS } from "@quanheng/contract/routes/surveillance.ts";
import { expect, test } from "vitest";
import { stepAddress } from "./next-step.ts";

const first = { kind: "commission", id: "com-1", title: { zh: "糖", en: "Sugar" } } as const;

test("a single waiting thing is opened itself, several lead to their list", () => {
  expect(stepAddress({ step: "choose-plan", count: 1, first })).toBe("/commissions/com-1/plans");
  expect(stepAddress({ step: "choose-plan", count: 2, first })).toBe("/commissions");
  expect(stepAddress({ step: "choose-plan", count: 0, first: null })).toBe("/commissions");
});

test.each(NEXT_STEPS)("%s leads to a page of the platform", (step) => {
  expect(stepAddress({ step, count: 3, first: null })).toMatch(/^\/[a-z]/);
});

import { expect, test } from "vitest";
import { decideOutput, readModelDecision } from "./model-decision.ts";

test.each([
  [{ upper: 1, output: "z" }, "decision.output"],
  [{ upper: 1, rule: "strict" }, "decision.rule"],
  [{ rule: "simple" }, "decision"],
  [{ lower: 2, upper: "1.5" }, "decision.lower"],
  [{ upper: "much" }, "decision.upper"],
  [{ upper: 1, guard: -1 }, "decision.guard"],
  [{ uper: 1, lower: 0 }, "decision.uper"],
  [[], "decision"],
])("the decision %j is refused at %s", (content, at) => {
  expect(() => readModelDecision(content, ["y"])).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ at }) as object }),
  );
});

test("a decision is read with its digits; none is none", () => {
  expect(readModelDecision({ lower: "1.0", upper: 1.5, rule: "guarded" }, ["y", "z"])).toEqual({
    output: "y",
    lower: "1.0",
    upper: "1.5",
    rule: "guarded",
    guard: "1",
  });
  expect(readModelDecision(undefined, ["y"])).toBeNull();
});

test("a limit of zero is a limit", () => {
  const first = { y: -1, u: 0.1, dof: Infinity, expanded: { k: 2, expanded: 0.2 } };
  expect(decideOutput(first, { lower: "0", rule: "simple", guard: "1" }).outcome).toBe("fail");
});

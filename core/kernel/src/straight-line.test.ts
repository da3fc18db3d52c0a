import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "./refusal.ts";
import { fitLine, predictAt } from "./straight-line.ts";
import { agrees } from "./testing/agree.ts";

// JCGM 100:2008, table H.6: corrections of a thermometer, temperatures counted from 20 °C.
const temperatures = [21.521, 22.012, 22.512, 23.003, 23.507, 23.999, 24.513, 25.002, 25.503, 26.01, 26.511];
const corrections = [-0.171, -0.169, -0.166, -0.159, -0.164, -0.165, -0.156, -0.157, -0.159, -0.161, -0.16];

test("GUM H.3: the thermometer's line, its uncertainties and the correction at 30 °C", () => {
  const line = fitLine(
    temperatures.map((t) => t - 20),
    corrections,
  );
  agrees(line.intercept, "-0.1712");
  agrees(line.uIntercept, "0.0029");
  agrees(line.slope, "0.00218");
  agrees(line.uSlope, "0.00067");
  agrees(line.r, "-0.930");
  agrees(line.s, "0.0035");
  assert.equal(line.dof, 9);
  const at30 = predictAt(line, 10);
  agrees(at30.y, "-0.1494");
  agrees(at30.u, "0.0041");
});

test("points on a line leave no scatter", () => {
  const line = fitLine([1, 2, 4], [3, 5, 9]);
  assert.deepEqual([line.intercept, line.slope, line.s], [1, 2, 0]);
});

test("two points, unequal series and points above each other are refused", () => {
  const code = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;
  assert.throws(() => fitLine([1, 2], [1, 2]), code("too-few-values"));
  assert.throws(() => fitLine([1, 2, 3], [1, 2]), code("values-differ-in-number"));
  assert.throws(() => fitLine([2, 2, 2], [1, 2, 3]), code("outside-domain"));
});

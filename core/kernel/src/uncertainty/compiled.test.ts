import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { prepareModel } from "../model/tape.ts";
import { agrees, near } from "../testing/agree.ts";
import { compilePropagation } from "./compiled.ts";
import { propagate } from "./propagate.ts";

// JCGM 100:2008, H.1.
const GAUGE = {
  ls: [50_000_623, 25, 18],
  d: [215, 9.7, 25.6],
  da: [0, 5.8e-7, 50],
  theta: [-0.1, 0.41, Infinity],
  alpha: [1.15e-5, 1.2e-6, Infinity],
  dt: [0, 0.029, 2],
} as const;

test("GUM H.1: the end gauge has u = 32 nm and 16.7 effective degrees of freedom, at every point of a run", () => {
  const compiled = compilePropagation(prepareModel({ l: "ls + d - ls*(da*theta + alpha*dt)" }, Object.keys(GAUGE)));
  for (const [i, [x, u, dof]] of Object.values(GAUGE).entries()) {
    compiled.x[i]!.fill(x);
    compiled.u[i]!.fill(u);
    compiled.inverseDof[i]!.fill(1 / dof);
  }
  compiled.run();
  const [l] = compiled.outputs;
  for (let point = 0; point < compiled.size; point++) {
    assert.equal(l?.y[point], 50_000_838);
    agrees(l?.u[point] ?? NaN, "32");
    near(l?.dof[point] ?? NaN, 16.656062703, 1e-9);
  }
  // ∂l/∂dt = −ls·alpha = −575.0071645
  near(l?.sensitivities[5]?.[0] ?? NaN, -575.0071645, 1e-12);
});

const seed = 20261125;
const FORMULAS = [
  "x + y - x*y/(x + 2*y) - 3*x",
  "-x**2 + x**3 - x**-2 + y**17 + x**0.5 + x**y + 2**x + x**1.7",
  "sqrt(y) + exp(-x) + log(x*y) + log10(y)",
  "sin(x) * cos(3*y) + tan(x/4) + atan2(x, y - 2)",
  "asin(x/9) + acos(y/9) + atan(x) + sinh(x) + cosh(y) + tanh(x)",
  "abs(x - y) + abs(0*x)",
  "y*(x*x + y)*(x*x + y)",
  "x",
  "3",
];

test.each(FORMULAS)(`%s: the same as propagation point by point (seed ${seed})`, (formula) => {
  const model = prepareModel({ f: formula }, ["x", "y"]);
  const compiled = compilePropagation(model);
  const some = fc.double({ min: 0.1, max: 4, noNaN: true });
  fc.assert(
    fc.property(some, some, some, fc.constantFrom(3, 7.5, Infinity), (x, y, u, dof) => {
      const inputs = [
        { name: "x", x, u, dof },
        { name: "y", x: y, u: 0.3, dof: 12 },
      ];
      for (const [i, input] of inputs.entries()) {
        compiled.x[i]![1] = input.x;
        compiled.u[i]![1] = input.u;
        compiled.inverseDof[i]![1] = 1 / input.dof;
      }
      compiled.run();
      const [found] = compiled.outputs;
      const expected = propagate(model, inputs).outputs[0]!;
      const size = Math.max(1, ...expected.contributions, Math.abs(expected.y));
      near(found!.y[1]! / size, expected.y / size, 1e-13);
      near(found!.u[1]! / size, expected.u / size, 1e-12);
      for (const [i, c] of expected.sensitivities.entries()) near(found!.sensitivities[i]![1]! / size, c / size, 1e-12);
      if (expected.dof === Infinity) assert.equal(found!.dof[1], Infinity);
      else if (expected.u > 1e-3) near(found!.dof[1]!, expected.dof ?? NaN, 1e-6);
    }),
    { seed, numRuns: 100 },
  );
});

test("where nothing is uncertain the degrees of freedom are infinite, and a point without a value says NaN", () => {
  const compiled = compilePropagation(prepareModel({ f: "log(x)" }, ["x"]));
  compiled.x[0]!.set([2, -2]);
  compiled.run();
  const [f] = compiled.outputs;
  assert.deepEqual([f?.u[0], f?.dof[0]], [0, Infinity]);
  assert.ok(Number.isNaN(f?.y[1]));
});

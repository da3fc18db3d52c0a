import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import type { Correlation } from "../linear/correlation-matrix.ts";
import { prepareModel } from "../model/tape.ts";
import { planTrials } from "../montecarlo/plan.ts";
import { summarize } from "../montecarlo/summary.ts";
import { runTrials } from "../montecarlo/trials.ts";
import { near } from "../testing/agree.ts";
import type { InputEstimate } from "./input-estimate.ts";
import { propagate } from "./propagate.ts";

const seed = 20261125;
const NAMES = ["a", "b", "c", "d"] as const;

/** Models of four positive inputs, smooth there. */
const FORMULAS = [
  "a*b/c + d",
  "sqrt(a)*exp(-b/4) - log(c)*d",
  "a**2 - 3*b*c + d**1.5",
  "(a - b)/(c + d)",
  "atan2(a, b) + cos(c)*d",
  "a**(b/4)/(1 + c) + tanh(d)",
] as const;

const estimate = fc.record({
  x: fc.double({ min: 0.5, max: 4, noNaN: true }),
  share: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
  dof: fc.constantFrom(2, 5, 17.3, Infinity),
});
const estimates = fc.tuple(estimate, estimate, estimate, estimate);
/** Loadings on one common source make correlations that are always possible. */
const loadings = fc.tuple(...NAMES.map(() => fc.double({ min: -0.95, max: 0.95, noNaN: true })));

type Estimates = readonly { x: number; share: number; dof: number }[];

function inputsOf(given: Estimates, factors: readonly number[] = [1, 1, 1, 1]): InputEstimate[] {
  return given.map(({ x, share, dof }, i) => ({
    name: NAMES[i]!,
    x: factors[i]! * x,
    u: factors[i]! * x * share,
    dof,
  }));
}

function correlationsOf(given: readonly number[]): Correlation[] {
  return NAMES.flatMap((a, i) => NAMES.slice(i + 1).map((b, j) => ({ a, b, r: given[i]! * given[i + 1 + j]! })));
}

describe(`propagation (seed ${seed})`, () => {
  test("does not depend on the units of the inputs, correlated or not", () => {
    const factor = fc.constantFrom(1e-9, 0.001, 0.0254, 1, 273, 1e12);
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMULAS),
        estimates,
        loadings,
        fc.tuple(factor, factor, factor, factor),
        (formula, given, load, factors) => {
          const scaled = formula.replace(/\b[abcd]\b/g, (name) => `(${name}/${factors[NAMES.indexOf(name as "a")]!})`);
          for (const correlations of [[], correlationsOf(load)]) {
            const [one] = propagate(prepareModel({ y: formula }, NAMES), inputsOf(given), correlations).outputs;
            const [other] = propagate(
              prepareModel({ y: scaled }, NAMES),
              inputsOf(given, factors),
              correlations,
            ).outputs;
            const size = Math.hypot(...one!.contributions);
            assert.ok(Math.abs(other!.u - one!.u) <= 1e-9 * size);
            if (one!.dof !== undefined && one!.dof < 1e6) near(other!.dof!, one!.dof, 1e-7);
            if (one!.secondOrder) near(other!.secondOrder!.u, one!.secondOrder.u, 1e-8);
          }
        },
      ),
      { seed },
    );
  });

  test("scales with the unit of the result", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMULAS),
        estimates,
        loadings,
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (formula, given, load, k) => {
          const correlations = correlationsOf(load);
          const model = prepareModel({ y: formula, z: `${k}*(${formula})` }, NAMES);
          const result = propagate(model, inputsOf(given), correlations);
          const [y, z] = result.outputs;
          const size = Math.hypot(...y!.contributions);
          assert.ok(Math.abs(z!.u - k * y!.u) <= 1e-10 * k * size);
          // A result and a multiple of it are fully correlated.
          if (y!.u > 1e-6 * size) near(result.covariance[0]![1]!, y!.u * z!.u, 1e-8);
        },
      ),
      { seed },
    );
  });

  test("does not depend on the order of inputs and correlations", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMULAS),
        estimates,
        loadings,
        fc.shuffledSubarray([...NAMES], { minLength: 4, maxLength: 4 }),
        (formula, given, load, order) => {
          for (const correlations of [[], correlationsOf(load)]) {
            const [one] = propagate(prepareModel({ y: formula }, NAMES), inputsOf(given), correlations).outputs;
            const [other] = propagate(
              prepareModel({ y: formula }, order),
              inputsOf(given).toReversed(),
              correlations.map(({ a, b, r }) => ({ a: b, b: a, r })).toReversed(),
            ).outputs;
            assert.ok(Math.abs(other!.u - one!.u) <= 1e-12 * Math.hypot(...one!.contributions));
            assert.equal(other!.y, one!.y);
            for (const [i, name] of NAMES.entries()) {
              near(other!.sensitivities[order.indexOf(name)]!, one!.sensitivities[i]!, 1e-13);
            }
            if (one!.secondOrder) near(other!.secondOrder!.u, one!.secondOrder.u, 1e-12);
          }
        },
      ),
      { seed },
    );
  });

  test("of a sum of equal inputs with correlation r: u² = n u² (1 + (n − 1) r)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.33, max: 1, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (r, u) => {
          const all = NAMES.flatMap((a, i) => NAMES.slice(i + 1).map((b) => ({ a, b, r })));
          const [y] = propagate(
            prepareModel({ y: NAMES.join("+") }, NAMES),
            NAMES.map((name) => ({ name, x: 1, u })),
            all,
          ).outputs;
          near(y!.u ** 2, 4 * u * u * (1 + 3 * r), 1e-10);
        },
      ),
      { seed },
    );
  });
});

describe(`trials (seed ${seed})`, () => {
  test("of a linear model with normal inputs agree with the law within five standard errors, correlated or not", () => {
    const trials = 40_000;
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(number, number, number, number),
        estimates,
        loadings,
        fc.nat(1e9),
        (coefficients, given, load, run) => {
          const formula = NAMES.map((name, i) => `(${coefficients[i]!.toFixed(6)})*${name}`).join(" + ");
          const model = prepareModel({ y: formula }, NAMES);
          const inputs = inputsOf(given).map(({ name, x, u }) => ({ name, x, u }));
          const correlations = correlationsOf(load);
          const [law] = propagate(model, inputs, correlations).outputs;
          const normal = Object.fromEntries(inputs.map(({ name, x, u }) => [name, { kind: "normal", x, u } as const]));
          const [values] = runTrials(planTrials(model, normal, run, correlations), 0, trials);
          const { y, u } = summarize("y", values!, 0.95);
          assert.ok(Math.abs(y - law!.y) <= (5 * law!.u) / Math.sqrt(trials) + 1e-12, `${y} ${law!.y}`);
          assert.ok(Math.abs(u - law!.u) <= (5 * law!.u) / Math.sqrt(2 * trials) + 1e-12, `${u} ${law!.u}`);
        },
      ),
      { seed, numRuns: 40 },
    );
  });

  test("of a model in other units have the same values to rounding", () => {
    fc.assert(
      fc.property(estimates, fc.constantFrom(0.001, 1e3, 25.4), (given, factor) => {
        const draw = (k: number) =>
          Object.fromEntries(
            inputsOf(given).map(({ name, x, u }) => [name, { kind: "rectangular", x: k * x, a: k * u } as const]),
          );
        const formula = "a*b/c + d";
        const one = runTrials(planTrials(prepareModel({ y: formula }, NAMES), draw(1), 5), 0, 4096)[0]!;
        const scaled = formula.replace(/\b[abcd]\b/g, (name) => `(${name}/${factor})`);
        const other = runTrials(planTrials(prepareModel({ y: scaled }, NAMES), draw(factor), 5), 0, 4096)[0]!;
        for (const [t, value] of one.entries()) near(other[t]!, value, 1e-12);
      }),
      { seed, numRuns: 10 },
    );
  });
});

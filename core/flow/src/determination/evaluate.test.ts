import assert from "node:assert/strict";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { evaluate, evaluateRaw } from "./evaluate.ts";
import { evaluationView } from "./evaluation-view.ts";
import type { MethodDefinition } from "./method.ts";
import { ratioMethod } from "./testing/ratio-method.ts";

const raw = { massMg: ["12.1", "12.3"], temperatureC: "0", scale: "low" };

describe("readings become a result", () => {
  test("value, k = 2 at 95.45 % and U = k·u: 12.20 with s_r/√2 = 1/2.8/√2 = 0.2525, U = 0.505", () => {
    const outcome = evaluateRaw(ratioMethod, raw);
    assert.ok(outcome.ok);
    const { reported, reportedExpanded, k, expanded } = outcome.evaluation;
    assert.deepEqual([reported, reportedExpanded, k.toFixed(3)], ["12.20", "0.51", "2.000"]);
    assert.ok(Math.abs(expanded - 0.50508) < 1e-5);
  });

  test("a figure to which no uncertain reading contributes is stated without U, never as ± 0", () => {
    const exact: MethodDefinition = {
      ...ratioMethod,
      evaluate: () => ({
        measurement: {
          value: 0,
          u: 0,
          dof: Infinity,
          unit: "1",
          budget: [{ source: "x", sensitivity: 0, u: 0.1, dof: 9 }],
        },
        ...{ intermediate: [], reported: "0.00", flags: [] },
      }),
    };
    const outcome = evaluateRaw(exact, raw);
    assert.ok(outcome.ok);
    assert.equal(outcome.evaluation.reportedExpanded, "—");
  });

  test("another coverage probability: k = 1.96 at 95 %", () => {
    const { readings } = { readings: { massMg: [12.1, 12.3], temperatureC: 0, scale: "low" } };
    assert.equal(evaluate(ratioMethod, readings, 0.95).k.toFixed(3), "1.960");
  });

  test("a refusal of the method becomes a problem of the field it names", () => {
    const refusing: MethodDefinition = {
      ...ratioMethod,
      evaluate: () => {
        throw new Refusal("negative-loss", { field: "massMg", index: 1, before: 1, after: 2 });
      },
    };
    const outcome = evaluateRaw(refusing, raw);
    assert.ok(!outcome.ok);
    assert.deepEqual(
      outcome.problems.map(({ field, index, code }) => [field, index, code]),
      [["massMg", 1, "negative-loss"]],
    );
  });

  test("a bug in a method is not taken for a problem of the readings", () => {
    const broken: MethodDefinition = {
      ...ratioMethod,
      evaluate: () => {
        throw new TypeError("a bug");
      },
    };
    assert.throws(() => evaluateRaw(broken, raw), TypeError);
  });
});

test("the wire form keeps every digit that is no noise, and shares that add up", () => {
  const outcome = evaluateRaw(ratioMethod, raw);
  assert.ok(outcome.ok);
  const view = evaluationView(outcome.evaluation);
  assert.equal(view.value, "12.2");
  assert.equal(view.dof, "∞");
  assert.equal(view.k, "2.00");
  assert.deepEqual(
    view.budget.map(({ source, percent }) => [source, percent]),
    [["repeatability", 100]],
  );
  assert.ok(view.u.startsWith("0.2525"));
});

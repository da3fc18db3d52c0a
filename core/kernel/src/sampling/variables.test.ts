import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { variablesTables as tables } from "../testing/sampling-data.ts";
import {
  constantOf,
  estimatedShare,
  estimatedShareKnownSigma,
  judgeVariables,
  knownSigmaPlanOf,
  variablesPlan,
  variablesPlanOf,
} from "./variables-plan.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test("letter G at AQL 0.65 has fifteen items and the printed constant 1.91", () => {
  const plan = variablesPlanOf(tables, "G", "0.65", "normal");
  assert.equal(plan.n, 15);
  near(plan.k, 1.91, 0.015 / 1.91);
});

test("a lot of 600 at level II leads to letter J", () => {
  assert.equal(variablesPlan(tables, 600, { level: "II", aql: "1.0" }, "normal").letter, "J");
});

test("estimated shares", () => {
  agrees(estimatedShare((255 - 225) / 15, 42), "0.0207");
  agrees(estimatedShareKnownSigma((110 - 100) / 8, 10), "0.0938");
  // With three items the estimate is an arcsine law: p̂ = ½ − asin(Q√3/2)/π; Q = 1 gives 1/6.
  near(estimatedShare(1, 3), 1 / 6, 1e-12);
  assert.equal(estimatedShare(2, 3), 0);
  assert.equal(estimatedShare(-2, 3), 1);
});

test("the constant is the index whose share is M", () =>
  near(estimatedShare(constantOf(0.0293, 20), 20), 0.0293, 1e-12));

const values = [3.11, 3.05, 3.2, 3.14, 2.97, 3.08, 3.16, 3.02, 3.1, 3.07];
const F = variablesPlanOf(tables, "F", "2.5", "normal");

test("two limits are judged by the sum of both shares, and k is not defined", () => {
  const low = judgeVariables(F, values, { lower: 2.95 }).share;
  const high = judgeVariables(F, values, { upper: 3.2 }).share;
  const both = judgeVariables(F, values, { lower: 2.95, upper: 3.2 });
  near(both.share, low + high, 1e-12);
  assert.equal(both.acceptedByConstant, undefined);
});

test("bad samples and limits are refused", () => {
  assert.throws(() => judgeVariables(F, values.slice(1), { lower: 1 }), refusal("values-differ-in-number"));
  assert.throws(() => judgeVariables(F, values, {}), refusal("outside-domain"));
  assert.throws(() => judgeVariables(F, values, { lower: 2, upper: 1 }), refusal("outside-domain"));
  assert.throws(
    () =>
      judgeVariables(
        F,
        values.map(() => 3),
        { lower: 1 },
      ),
    refusal("no-variation"),
  );
  assert.throws(() => judgeVariables(F, [...values.slice(1), Number.NaN], { lower: 1 }), refusal("not-finite"));
  assert.throws(() => variablesPlanOf(tables, "G", "15", "normal"), refusal("no-sampling-plan"));
  assert.throws(() => variablesPlan(tables, 600, { level: "S-1", aql: "1.0" }, "normal"), refusal("no-sampling-plan"));
  assert.throws(() => estimatedShare(1, 2), refusal("outside-domain"));
});

test("with σ known letter G at AQL 1.0 has six items, and k is the index whose share is M", () => {
  const plan = knownSigmaPlanOf(tables, "G", "1.0");
  assert.equal(plan.n, 6);
  near(plan.largestShare, 0.0257, 1e-12);
  near(estimatedShareKnownSigma(plan.k, plan.n), 0.0257, 1e-12);
  assert.throws(() => knownSigmaPlanOf(tables, "A", "1.0"), refusal("no-sampling-plan"));
});

import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { algorithmA } from "./algorithm-a.ts";
import { algorithmS, factors } from "./algorithm-s.ts";
import { grubbsSingle } from "./grubbs.ts";
import { hampelMean, qHampel } from "./hampel.ts";
import { homogeneity } from "./homogeneity.ts";
import { qScale } from "./q-method.ts";
import { normalisedIqr, type RobustEstimate, scaledMad } from "./robust-start.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const single = (values: readonly number[]) => values.map((x, i) => ({ laboratory: String(i + 1), results: [x] }));

function estimate(found: RobustEstimate) {
  assert.equal(found.kind, "estimate");
  return found.kind === "estimate" ? found : assert.fail();
}

// ISO 13528:2022, E.1 (results below the reporting limit deleted) and E.3 (atrazine in drinking water, 34 participants).
const deleted = [12, 19, 20, 23, 23, 25, 25, 26, 28, 28, 28, 29, 30, 30, 31, 32, 32, 45];
const atrazine = [
  0.04, 0.055, 0.178, 0.202, 0.206, 0.227, 0.228, 0.23, 0.23, 0.235, 0.236, 0.237, 0.243, 0.244, 0.245, 0.2555, 0.26,
  0.264, 0.267, 0.27, 0.273, 0.274, 0.274, 0.278, 0.2811, 0.287, 0.287, 0.288, 0.289, 0.295, 0.296, 0.311, 0.331,
  0.4246,
];

test("Algorithm A has the published mean and standard deviation", () => {
  const found = estimate(algorithmA(deleted));
  agrees(found.location, "26.81");
  agrees(found.scale, "5.29");
  const water = estimate(algorithmA(atrazine));
  agrees(water.location, "0.2570");
  agrees(water.scale, "0.0395");
  agrees(water.u, "0.0085");
});

test("the older stopping rule has the s* = 7.23 that is printed, the fixed point has 7.24", () => {
  const ignored = [10, 10, 12, 19, 20, 20, 23, 23, 25, 25, 26, 28, 28, 30, 28, 29, 30, 30, 31, 32, 32, 45, 50];
  agrees(estimate(algorithmA(ignored, "third-digit")).location, "26.01");
  agrees(estimate(algorithmA(ignored, "third-digit")).scale, "7.23");
  agrees(estimate(algorithmA(ignored)).scale, "7.24");
});

test('with half of the reporting limit in place of "<" s* is as printed and x* 0.01 above print (E.1)', () => {
  const half = [5, 5, 12, 19, 10, 20, 23, 23, 25, 25, 26, 28, 28, 15, 28, 29, 30, 30, 31, 32, 32, 45, 25];
  agrees(estimate(algorithmA(half)).scale, "8.60");
  // Printed 23.95; the fixed point is 23.9585 and no step of the iteration lies below 23.955.
  agrees(estimate(algorithmA(half)).location, "23.96");
});

test("a small scatter on a large value is estimated as it would be about zero", () => {
  const far = deleted.map((x) => 1e9 + x);
  near(estimate(algorithmA(far)).location - 1e9, estimate(algorithmA(deleted)).location, 1e-6);
  near(estimate(algorithmA(far)).scale, estimate(algorithmA(deleted)).scale, 1e-6);
  const thousandths = atrazine.map((x) => 1000 + x);
  near(qScale(single(thousandths)), qScale(single(atrazine)), 1e-9);
});

test("the starting scales have the published values", () => {
  agrees(scaledMad(atrazine), "0.0386");
  agrees(normalisedIqr(atrazine), "0.0402");
});

test("Q and Hampel have the published values", () => {
  const found = estimate(qHampel(single(atrazine)));
  agrees(found.location, "0.2600");
  agrees(found.scale, "0.0426");
  agrees(found.u, "0.0091");
});

test("Hampel's mean gives no weight to what lies 4.5 scales away", () => {
  // Of 1, 2, 3 and 100 with scale 1 the first three balance at 2.
  near(hampelMean([1, 2, 3, 100], 1), 2, 1e-12);
  near(hampelMean([1, 2, 3], 1), 2, 1e-12);
});

test("the Q scale of five equidistant results can be followed by hand", () => {
  // Differences of 0, 1, 2, 3, 4: 1 (4 of 10 pairs), 2 (3), 3 (2), 4 (1). G(1) = 0.2, G(2) = 0.55; G = 0.25 at
  // 1 + 0.05/0.35 = 1.142857; √2 Φ⁻¹(0.625) = 0.450624.
  agrees(qScale(single([0, 1, 2, 3, 4])), "2.53617");
});

test("factors of Algorithm S are those of the table", () => {
  assert.deepEqual(factors(1), { limit: 1.645, adjustment: 1.097 });
  assert.deepEqual(factors(2), { limit: 1.517, adjustment: 1.054 });
  assert.deepEqual(factors(3), { limit: 1.444, adjustment: 1.039 });
  assert.deepEqual(factors(10), { limit: 1.264, adjustment: 1.017 });
  // Beyond the table the formulas go on: both fall slowly towards 1.
  assert.ok(factors(11).limit < 1.264 && factors(11).adjustment < 1.017 && factors(1000).adjustment > 1);
});

test("half of the results equal: flagged, never a standard deviation of zero", () => {
  assert.deepEqual(algorithmA([5, 5, 5, 5, 7, 9]), { kind: "degenerate", location: 5, identical: 4 });
  assert.deepEqual(algorithmA([5, 5, 5]), { kind: "degenerate", location: 5, identical: 3 });
  assert.deepEqual(qHampel(single([5, 5, 5])), { kind: "degenerate", location: 5, identical: 3 });
  assert.deepEqual(algorithmS([0, 0, 0, 1], 2), { kind: "degenerate", zeros: 3 });
});

test("scaling and shifting the results scales and shifts the estimates", () => {
  const plain = estimate(algorithmA(deleted));
  const moved = estimate(algorithmA(deleted.map((x) => 1000 + 3 * x)));
  near(moved.location, 1000 + 3 * plain.location, 1e-10);
  near(moved.scale, 3 * plain.scale, 1e-10);
});

test("too few and NaN are refused", () => {
  assert.throws(() => algorithmA([1, 2]), refusal("too-few-values"));
  assert.throws(() => algorithmA([1, 2, Number.NaN]), refusal("not-finite"));
  assert.throws(() => scaledMad([]), refusal("too-few-values"));
  assert.throws(() => qScale(single([1])), refusal("too-few-values"));
  assert.throws(() => qScale(single(Array.from({ length: 3001 }, (_, i) => i))), refusal("outside-domain"));
  assert.throws(() => hampelMean([1, 2], 0), refusal("outside-domain"));
  assert.throws(() => algorithmS([1], 0), refusal("outside-domain"));
  assert.throws(() => algorithmS([-1, 2], 1), refusal("outside-domain"));
});

test.each([1e300, 1e-300])("values of the magnitude %s have the estimates of everyday ones", (unit) => {
  const at = (values: readonly number[]) => values.map((value) => value * unit);
  const [plain, moved] = [estimate(algorithmA([1, 2, 3, 9])), estimate(algorithmA(at([1, 2, 3, 9])))];
  near(moved.scale / unit, plain.scale, 1e-9);
  near(moved.location / unit, plain.location, 1e-9);
  near(grubbsSingle(at([1, 2, 3, 9])).high, grubbsSingle([1, 2, 3, 9]).high, 1e-9);
  const items = [
    [1, 2],
    [3, 5],
    [2, 2],
  ];
  near(homogeneity(items.map(at)).withinSd / unit, homogeneity(items).withinSd, 1e-9);
  near(homogeneity(items.map(at)).betweenSd / unit, homogeneity(items).betweenSd, 1e-9);
});

import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { near } from "../testing/agree.ts";
import { reviewOutliers } from "./outlier-review.ts";
import { precision } from "./precision-experiment.ts";
import { precisionRelations } from "./precision-relation.ts";
import { cells, level3 } from "./testing/sulphur-in-coal.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test("sulphur in coal, level 3: one straggler, named and kept", () => {
  const found = reviewOutliers(level3);
  assert.deepEqual(found.remarks, [{ test: "cochran", finding: "straggler", laboratories: ["5"] }]);
  assert.deepEqual(found.outliers, []);
  assert.deepEqual(found.withoutOutliers, found.all);
});

test("a wild laboratory is left out for its scatter, and one far away for its mean", () => {
  const wild = [...level3.slice(0, 7), { laboratory: "8", results: [1.2, 1.7, 2.2] }];
  const scattered = reviewOutliers(wild);
  assert.deepEqual(scattered.outliers, ["8"]);
  assert.deepEqual(scattered.withoutOutliers, precision(level3.slice(0, 7)));
  const far = [...level3.slice(0, 7), { laboratory: "8", results: [2.67, 2.68, 2.67] }];
  assert.deepEqual(reviewOutliers(far).outliers, ["8"]);
});

test("two laboratories far away together are found together", () => {
  const far = [
    ...level3.slice(0, 6),
    { laboratory: "7", results: [2.66, 2.68, 2.67] },
    { laboratory: "8", results: [2.67, 2.68, 2.67] },
  ];
  assert.deepEqual(reviewOutliers(far).remarks.at(-1), {
    test: "grubbs-double",
    finding: "outlier",
    laboratories: ["7", "8"],
  });
});

test("constant cells and equal means are reviewed without a test that cannot be made", () => {
  const flat = cells([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  assert.deepEqual(reviewOutliers(flat).remarks, []);
  assert.throws(() => reviewOutliers([]), refusal("too-few-values"));
});

test("precision that follows a relation is found by it", () => {
  const [proportional, linear] = precisionRelations([1, 2, 4].map((m) => ({ mean: m, sd: 0.1 * m })));
  assert.equal(proportional?.kind, "proportional");
  if (proportional?.kind === "proportional") near(proportional.slope, 0.1, 1e-12);
  assert.equal(linear?.kind, "linear");
  const power = precisionRelations([1, 10, 100].map((m) => ({ mean: m, sd: 0.02 * m ** 0.5 })))[2];
  if (power?.kind === "power") {
    near(power.exponent, 0.5, 1e-12);
    near(power.constant, 0.02, 1e-12);
  } else assert.fail();
  const straight = precisionRelations([1, 2, 3].map((m) => ({ mean: m, sd: 0.2 + 0.1 * m })))[1];
  if (straight?.kind === "linear") {
    near(straight.intercept, 0.2, 1e-10);
    near(straight.slope, 0.1, 1e-10);
  } else assert.fail();
  assert.throws(() => precisionRelations([{ mean: 1, sd: 1 }]), refusal("too-few-values"));
  assert.throws(() => precisionRelations([1, 2, 3].map((m) => ({ mean: m, sd: 0 }))), refusal("outside-domain"));
});

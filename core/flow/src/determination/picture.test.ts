import assert from "node:assert/strict";
import { test } from "vitest";
import { thinned } from "./picture.ts";

test("a thinned curve keeps its ends, its order and a peak of one point", () => {
  const points = Array.from({ length: 100_000 }, (_, x) => [x, x === 54_321 ? 9 : x === 77_777 ? -9 : 0] as const);
  const few = thinned(points, 400);
  assert.ok(few.length <= 400, `${few.length} points`);
  assert.deepEqual([few[0], few.at(-1)], [points[0], points.at(-1)]);
  assert.ok(few.some(([x, y]) => x === 54_321 && y === 9) && few.some(([x, y]) => x === 77_777 && y === -9));
  assert.ok(few.every(([x], at) => at === 0 || x > few[at - 1]![0]));
});

test("a short curve stays as it is", () => {
  const points = [[0, 1] as const, [1, 2] as const];
  assert.equal(thinned(points), points);
});

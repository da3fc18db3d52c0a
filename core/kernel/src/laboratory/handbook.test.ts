import assert from "node:assert/strict";
import { test } from "vitest";
import { agrees } from "../testing/agree.ts";
import { countChart } from "./attribute-chart.ts";
import { cusum } from "./cumulative-sum.ts";
import { ewma } from "./moving-average.ts";

// NIST/SEMATECH e-Handbook of Statistical Methods, chapter 6.

test("6.3.2.4: a moving average with λ = 0.3 about 50 with s = 2.0539 has the printed values and limits", () => {
  const found = ewma(
    [
      52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6,
      52.1,
    ],
    { target: 50, sigma: 2.0539, weight: 0.3, limit: 3 },
  );
  const printed =
    "50.60 49.52 50.56 50.18 50.16 49.21 49.75 49.85 50.26 50.33 50.11 49.36 49.52 50.05 49.38 49.92 50.73 51.23 51.94 51.99";
  for (const [i, text] of printed.split(" ").entries()) agrees(found[i]!.average, text);
  // The handbook prints the limits that the chart tends to.
  assert.ok(Math.abs(found.at(-1)!.upper - 52.5884) < 1e-3 && Math.abs(found.at(-1)!.lower - 47.4115) < 1e-3);
  assert.ok(found.every(({ signal }) => !signal));
});

test("6.3.2.3: cumulative sums about 325 with k = 0.3175 and h = 4.1959 signal in group 14", () => {
  const means = [
    324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15, 328.325,
    327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
  ];
  const sigma = 0.635;
  const found = cusum(means, { target: 325, sigma, k: 0.3175 / sigma, h: 4.1959 / sigma });
  agrees(found[12]!.above, "3.01");
  agrees(found[13]!.above, "4.94");
  assert.equal(
    found.findIndex(({ signal }) => signal === "above"),
    13,
  );
});

test("6.3.3.1: counts of defects on 25 wafers with a mean of 16 have the limits 4 and 28", () => {
  const counts = [16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13];
  const [first] = countChart(counts.map((found) => ({ found, size: 1 })));
  assert.deepEqual([first!.center, first!.lower, first!.upper], [16, 4, 28]);
});

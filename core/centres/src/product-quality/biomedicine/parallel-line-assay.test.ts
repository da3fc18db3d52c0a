import assert from "node:assert/strict";
import { agrees } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { type ParallelLineAssay, parallelLineAssay } from "./parallel-line-assay.ts";

// Ph. Eur. 5.3, example 5.1.2: an antibiotic by agar diffusion, Latin square of three doses of two preparations.
const agar: ParallelLineAssay = {
  design: {
    kind: "latin-square",
    rowSums: [1051, 1027, 1036, 1071, 1065, 1086],
    columnSums: [1037, 1078, 1063, 1068, 1049, 1041],
  },
  doseRatio: 1.5,
  standard: [
    [161, 166, 150, 161, 163, 151],
    [176, 184, 174, 172, 171, 182],
    [194, 195, 201, 187, 198, 192],
  ],
  tests: [
    [
      [151, 160, 161, 160, 154, 151],
      [162, 181, 178, 186, 170, 171],
      [193, 192, 199, 202, 193, 194],
    ],
  ],
  assumedPotency: (4855 * 25.2) / 24.5 / (21.4 / 23.95),
};
// CombiStats: factor IX, logarithm of the response, dose index running with the dilution.
const factorIx: ParallelLineAssay = {
  design: { kind: "completely-randomised" },
  doseRatio: 2,
  doseOrder: "decreasing",
  transformation: "log10",
  standard: [
    [61.8, 63.2],
    [72.4, 76.1],
    [84.8, 90],
    [96.4, 99.6],
  ],
  tests: [
    [
      [62.4, 65.4],
      [74, 76.1],
      [86.3, 89.9],
      [96, 99.4],
    ],
  ],
  assumedPotency: 535,
};

describe("parallel-line assay", () => {
  test("agar diffusion, as printed: analysis of variance and 5456.37 (5092.37 to 5843.36) IU/mg", () => {
    const { squares, F, potencies, valid } = parallelLineAssay(agar);
    agrees(squares.preparations!, "11.1111");
    agrees(squares.regression!, "8475.04");
    agrees(squares.nonParallelism!, "18.3750");
    agrees(squares.nonLinearity!, "5.47222");
    agrees(squares.rows!, "412");
    agrees(squares.columns!, "218.667");
    agrees(squares.residual!, "415.333");
    agrees(F.preparations!, "0.535");
    agrees(F.regression!, "408.108");
    agrees(F.nonParallelism!, "0.885");
    agrees(F.nonLinearity!, "0.132");
    agrees(potencies[0]!.estimate, "5456.37");
    agrees(potencies[0]!.lower, "5092.37");
    agrees(potencies[0]!.upper, "5843.36");
    assert.equal(valid, true);
  });

  test("factor IX by decreasing dose: 511.616 (436.530 to 599.058) IU/vial", () => {
    const [potency] = parallelLineAssay(factorIx).potencies;
    agrees(potency!.estimate, "511.616");
    agrees(potency!.lower, "436.530");
    agrees(potency!.upper, "599.058");
  });

  test("lines that are not parallel make the assay invalid", () => {
    const tilted = agar.tests[0]!.map((doses, i) => doses.map((value) => value + 12 * (i - 1)));
    const squares = { ...agar, design: { kind: "completely-randomised" as const }, tests: [tilted] };
    assert.equal(parallelLineAssay(squares).valid, false);
  });

  test("the standard against itself is as potent as assumed", () => {
    const [potency] = parallelLineAssay({ ...factorIx, tests: [factorIx.standard] }).potencies;
    assert.ok(Math.abs(potency!.estimate - 535) < 1e-9);
  });

  test.each<[string, Partial<ParallelLineAssay>, string]>([
    ["a dose ratio of one", { doseRatio: 1 }, "dose-ratio"],
    ["a negative dose ratio", { doseRatio: -2 }, "dose-ratio"],
    [
      "a replicate missing",
      { tests: [factorIx.tests[0]!.map((row, i) => (i ? row : row.slice(1)))] },
      "unequal-replicates",
    ],
    ["a dose missing", { tests: [factorIx.tests[0]!.slice(1)] }, "unequal-replicates"],
    ["a logarithm of zero", { standard: [[0, 63.2], ...factorIx.standard.slice(1)] }, "response-not-positive"],
    [
      "an infinite response",
      { standard: [[Number.POSITIVE_INFINITY, 1], ...factorIx.standard.slice(1)] },
      "outside-method-range",
    ],
    ["no test preparation", { tests: [] }, "too-few-rows"],
    ["block sums of another assay", { design: { kind: "randomised-block", blockSums: [1, 2] } }, "sums-disagree"],
    ["one replicate only", { standard: [[61], [72], [84], [96]], tests: [[[62], [74], [86], [96]]] }, "too-few-rows"],
    [
      "no response to the dose",
      {
        standard: [
          [60, 61],
          [61, 60],
          [60, 61],
          [61, 60],
        ],
        tests: [
          [
            [60, 61],
            [61, 60],
            [61, 60],
            [60, 61],
          ],
        ],
      },
      "slope-not-significant",
    ],
    [
      "no scatter at all",
      {
        standard: [
          [10, 10],
          [20, 20],
          [40, 40],
          [80, 80],
        ],
        tests: [
          [
            [10, 10],
            [20, 20],
            [40, 40],
            [80, 80],
          ],
        ],
      },
      "no-residual-scatter",
    ],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => parallelLineAssay({ ...factorIx, ...wrong }), { code });
  });
});

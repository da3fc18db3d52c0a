import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { guardFactor, managedRiskMultiplier, testUncertaintyRatio } from "./guard-factor.ts";

describe("published guard-band factors", () => {
  test.each([
    [1, 0, 0, 0.25, 0.542748252],
    [1.5, 0.745355992, 0.333333333, 0.583333333, 0.759881796],
    [2, 0.866025404, 0.5, 0.75, 0.859177346],
    [2.5, 0.916515139, 0.6, 0.85, 0.914185635],
    [3, 0.942809042, 0.666666667, 0.916666667, 0.948227242],
    [4, 0.968245837, 0.75, 1, 0.986719675],
  ])("at a ratio of %s", (ratio, rss, ilac, rp10, managed) => {
    const found = (["rss", "ilac-g8", "rp-10", "managed-risk"] as const).map((method) => guardFactor(method, ratio));
    for (const [index, expected] of [rss, ilac, rp10, managed].entries()) {
      assert.ok(Math.abs((found[index] ?? Number.NaN) - expected) < 1e-9, `${found[index]} is not ${expected}`);
    }
  });

  test("a ratio of 10 would accept beyond the specification with RP-10: it is capped", () => {
    assert.equal(guardFactor("rp-10", 10), 1);
    assert.equal(guardFactor("ilac-g8", 0.5), 0);
  });

  test("Dobbert's multiplier at a ratio of 2 is 0.2816", () => {
    assert.equal(managedRiskMultiplier(2).toFixed(4), "0.2816");
  });
});

test("9.99 to 10.01 with U = 0.0005 has a ratio of 20", () => {
  assert.ok(Math.abs(testUncertaintyRatio(9.99, 10.01, 0.0005) - 20) < 1e-9);
  assert.throws(() => testUncertaintyRatio(10, 10, 0.1), { code: "malformed-rule" });
  assert.throws(() => testUncertaintyRatio(9, 10, 0), { code: "malformed-rule" });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  dividedBy,
  formatDecimal,
  fromNumber,
  greatest,
  least,
  minus,
  negate,
  plus,
  times,
  toNumber,
  trimZeros,
} from "./decimal.ts";
import { Refusal } from "./refusal.ts";

const seed = 20261125;
const decimals: fc.Arbitrary<Decimal> = fc.record({ digits: fc.bigInt(-(10n ** 30n), 10n ** 30n), scale: fc.nat(20) });

describe("reading and printing", () => {
  test("what is printed is what was read, with every trailing zero", () => {
    for (const text of ["0", "1.50", "-0.00012", "97.00", "123456789012345678901234567890.5", "0.000"]) {
      assert.equal(formatDecimal(decimal(text)), text);
    }
  });

  test("signs, bare points and exponents are read, and print without an exponent", () => {
    assert.equal(formatDecimal(decimal("+.5")), "0.5");
    assert.equal(formatDecimal(decimal("5.")), "5");
    assert.equal(formatDecimal(decimal("1e-7")), "0.0000001");
    assert.equal(formatDecimal(decimal("-1.25E+3")), "-1250");
  });

  test("minus nothing is nothing", () => assert.equal(formatDecimal(decimal("-0.0")), "0.0"));

  test.each(["", ".", "-", "1,5", "１", "1 000", "0x10", "NaN", "Infinity", "1e", "--1", "1e1e1", " 1"])(
    "%j is not a number",
    (text) => assert.throws(() => decimal(text), refusal("not-a-number")),
  );

  test("a text that would fill the memory is refused before it is built", () => {
    assert.throws(() => decimal("1e99999"), refusal("number-too-long"));
    assert.throws(() => decimal("9".repeat(2000)), refusal("number-too-long"));
  });

  test(`printing and reading are inverse (seed ${seed})`, () => {
    fc.assert(
      fc.property(decimals, (d) => assert.deepEqual(decimal(formatDecimal(d)), { ...d })),
      { seed },
    );
  });
});

describe("computing", () => {
  test("1.0 − 0.9 is 0.1, where binary fractions give 0.09999999999999998", () => {
    assert.equal(formatDecimal(minus(decimal("1.0"), decimal("0.9"))), "0.1");
  });

  test("trailing zeros do not count in a comparison", () => {
    assert.equal(compare(decimal("1.50"), decimal("1.5")), 0);
    assert.equal(compare(decimal("-2"), decimal("-1.999")), -1);
  });

  test("least and greatest keep the form of the chosen number", () => {
    const [a, b, c] = [decimal("2.0"), decimal("-1.50"), decimal("7")];
    assert.equal(formatDecimal(least(a, b, c)), "-1.50");
    assert.equal(formatDecimal(greatest(a, b, c)), "7");
  });

  test("a quotient is rounded once, on the exact remainder", () => {
    assert.equal(formatDecimal(dividedBy(decimal("1"), decimal("3"), 5, "half-even")), "0.33333");
    assert.equal(formatDecimal(dividedBy(decimal("-1"), decimal("8"), 2, "half-even")), "-0.12");
    assert.equal(formatDecimal(dividedBy(decimal("1"), decimal("-8"), 2, "half-up")), "-0.13");
    assert.equal(formatDecimal(dividedBy(decimal("0.125"), decimal("0.001"), 0, "down")), "125");
  });

  test("nothing can be divided by zero", () => {
    assert.throws(() => dividedBy(decimal("1"), decimal("0.00"), 2, "down"), refusal("division-by-zero"));
  });

  test(`addition and multiplication obey the laws of arithmetic (seed ${seed})`, () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        assert.equal(compare(plus(a, b), plus(b, a)), 0);
        assert.equal(compare(times(a, plus(b, c)), plus(times(a, b), times(a, c))), 0);
        assert.equal(compare(minus(plus(a, b), b), a), 0);
        assert.equal(compare(absolute(negate(a)), absolute(a)), 0);
        assert.equal(compare(trimZeros(a), a), 0);
      }),
      { seed },
    );
  });
});

describe("binary numbers", () => {
  test("become the shortest decimal that stands for them", () => {
    assert.equal(formatDecimal(fromNumber(0.1)), "0.1");
    assert.equal(formatDecimal(fromNumber(1e21)), "1000000000000000000000");
    assert.equal(formatDecimal(fromNumber(-2.5e-7)), "-0.00000025");
    assert.equal(formatDecimal(fromNumber(-0)), "0");
  });

  test.each([NaN, Infinity, -Infinity])("%d has no decimal", (n) => {
    assert.throws(() => fromNumber(n), refusal("not-a-number"));
  });

  test(`survive the way through decimals, the smallest and largest too (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        assert.equal(toNumber(fromNumber(n)), n === 0 ? 0 : n);
      }),
      { seed, examples: [[5e-324], [Number.MAX_VALUE], [2 ** 53 + 2]] },
    );
  });
});

function refusal(code: string) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}

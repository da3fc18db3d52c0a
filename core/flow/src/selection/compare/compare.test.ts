import assert from "node:assert/strict";
import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import fc from "fast-check";
import { describe, test } from "vitest";
import type { IntervalLimit } from "../limit.ts";
import type { RequirementRow } from "../requirement.ts";
import { type StrictestLimit, strictest } from "../strictest.ts";
import { row } from "../testing/row.ts";
import { type Admissible, isEmptyInterval, isWithin } from "./interval.ts";
import { reversed, stringency } from "./stringency.ts";

const RUN = { seed: 20_261_125, numRuns: 500 } as const;

const end = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 2 })).map(([digits, scale]) =>
  // 1, 1.0 and 1.00 are the same end: the algebra must not see the digits behind the point.
  scale === 0 ? `${digits}` : `${digits}.${"0".repeat(scale)}`,
);
const interval: fc.Arbitrary<IntervalLimit> = fc
  .record({
    min: fc.option(end, { nil: undefined }),
    max: fc.option(end, { nil: undefined }),
    minExclusive: fc.boolean(),
    maxExclusive: fc.boolean(),
  })
  .filter(({ min, max }) => min !== undefined || max !== undefined)
  .map(({ min, max, minExclusive, maxExclusive }) => ({
    kind: "interval" as const,
    ...(min === undefined ? {} : { min, ...(minExclusive ? { minExclusive: true as const } : {}) }),
    ...(max === undefined ? {} : { max, ...(maxExclusive ? { maxExclusive: true as const } : {}) }),
  }));
const possible = interval.filter((one) => !isEmptyInterval(one));
const rows = fc
  .array(fc.tuple(interval, fc.constantFrom("CN", "VN", "ID")), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([limit, market], at) => row({ id: `r${at}`, limit, market })));

/** The meaning of a strictest limit without the notation of its digits. */
function meaning({ min, max, minExclusive, maxExclusive, minBy, maxBy, empty }: StrictestLimit) {
  return { min: min && Number(min), max: max && Number(max), minExclusive, maxExclusive, minBy, maxBy, empty };
}

function bounds(limit: StrictestLimit) {
  const { minBy: _min, maxBy: _max, ...rest } = meaning(limit);
  return rest;
}

function only(found: readonly StrictestLimit[]): StrictestLimit {
  assert.equal(found.length, 1);
  return found[0] as StrictestLimit;
}

/** A strictest limit taken as a requirement of its own; undefined where it does not bound anything. */
function asRow(id: string, { min, max, minExclusive, maxExclusive }: StrictestLimit): RequirementRow {
  const ends = {
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(minExclusive ? { minExclusive: true as const } : {}),
    ...(maxExclusive ? { maxExclusive: true as const } : {}),
  };
  return row({ id, limit: { kind: "interval", ...ends } });
}

function sameEnds(one: Admissible, other: Admissible): boolean {
  const ends = ({ min, max, minExclusive, maxExclusive }: Admissible) =>
    JSON.stringify([
      min === undefined ? null : Number(min),
      max === undefined ? null : Number(max),
      minExclusive ?? false,
      maxExclusive ?? false,
    ]);
  return ends(one) === ends(other);
}

function admits({ min, max, minExclusive, maxExclusive }: Admissible, value: string): boolean {
  const [low, high] = [min, max].map((bound) =>
    bound === undefined ? undefined : compare(decimal(value), decimal(bound)),
  );
  return (
    (low === undefined || low > 0 || (low === 0 && !minExclusive)) &&
    (high === undefined || high < 0 || (high === 0 && !maxExclusive))
  );
}

describe(`lying inside is a partial order (seed ${RUN.seed})`, () => {
  test("every limit lies inside itself", () => {
    fc.assert(
      fc.property(interval, (one) => isWithin(one, one)),
      RUN,
    );
  });

  test("two limits lie inside each other exactly when their ends are the same", () => {
    // Few ends, so that pairs with the same ends come often.
    const near = possible.filter(({ min, max }) =>
      [min, max].every((one) => one === undefined || Math.abs(Number(one)) < 3),
    );
    fc.assert(
      fc.property(near, near, (one, other) => {
        const both = isWithin(one, other) && isWithin(other, one);
        assert.equal(both, sameEnds(one, other));
      }),
      RUN,
    );
  });

  test("what lies inside a limit lies inside whatever that lies inside of", () => {
    fc.assert(
      fc.property(interval, interval, interval, (a, b, c) => {
        fc.pre(isWithin(a, b) && isWithin(b, c));
        assert.ok(isWithin(a, c));
      }),
      RUN,
    );
  });

  test("inside means that no admitted value is refused", () => {
    fc.assert(
      fc.property(interval, interval, end, (inner, outer, value) => {
        fc.pre(isWithin(inner, outer) && admits(inner, value));
        assert.ok(admits(outer, value));
      }),
      RUN,
    );
  });

  test("the relation read from the other side is the reverse", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const [one, other] = [row({ limit: a }), row({ limit: b })];
        assert.equal(stringency(one, other), reversed(stringency(other, one)));
      }),
      RUN,
    );
  });
});

describe(`the strictest limit is an intersection (seed ${RUN.seed})`, () => {
  test("it does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(rows, (all) => {
        assert.deepEqual(meaning(only(strictest(all))), meaning(only(strictest([...all].reverse()))));
      }),
      RUN,
    );
  });

  test("it does not depend on which rows are taken together first", () => {
    fc.assert(
      fc.property(rows, rows, rows, (one, two, three) => {
        const [a, b, c] = [one, two, three].map((some, at) => some.map((each) => ({ ...each, id: `${at}${each.id}` })));
        const together = (...parts: readonly RequirementRow[][]) => only(strictest(parts.flat()));
        const left = only(strictest([asRow("ab", together(a!, b!)), ...c!]));
        const right = only(strictest([...a!, asRow("bc", together(b!, c!))]));
        const whole = together(a!, b!, c!);
        assert.deepEqual(bounds(left), bounds(whole));
        assert.deepEqual(bounds(right), bounds(whole));
      }),
      RUN,
    );
  });

  test("the same rows twice change nothing", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const twice = [...all, ...all.map((each) => ({ ...each, id: `${each.id}'` }))];
        assert.deepEqual(bounds(only(strictest(twice))), bounds(only(strictest(all))));
      }),
      RUN,
    );
  });

  test("it lies inside every row, and a value that all rows admit is admitted", () => {
    fc.assert(
      fc.property(rows, end, (all, value) => {
        const limit = asRow("whole", only(strictest(all))).limit as IntervalLimit;
        for (const each of all) assert.ok(isWithin(limit, each.limit as IntervalLimit));
        const everyone = all.every((each) => admits(each.limit as IntervalLimit, value));
        assert.equal(admits(limit, value), everyone);
      }),
      RUN,
    );
  });

  test("an intersection without a value is reported as empty, any other is not", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const found = only(strictest(all));
        const limit = asRow("whole", found).limit as IntervalLimit;
        assert.equal(found.empty, isEmptyInterval(limit));
      }),
      RUN,
    );
  });
});

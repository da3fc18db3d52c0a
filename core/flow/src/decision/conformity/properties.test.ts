import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { conform } from "./conform.ts";
import type { Outcome } from "./outcome.ts";
import { readConformityRule } from "./read-rule.ts";
import type { ConformityRule } from "./rule.ts";

const seed = 20261125;
process.stdout.write(`decision rules: properties with seed ${seed}\n`);
const settings = { seed, numRuns: 300 };

const digits = (most: number) => fc.integer({ min: 1, max: most * 1000 }).map((n) => (n / 1000).toFixed(3));
const share = fc.integer({ min: 1, max: 499 }).map((n) => (n / 1000).toFixed(3));
const reliability = fc
  .integer({ min: 500, max: 990 })
  .map((n) => ({ kind: "reliability", inTolerance: (n / 1000).toFixed(3) }) as const);

const rules: fc.Arbitrary<ConformityRule> = fc.oneof(
  fc.constantFrom<ConformityRule>({ kind: "simple" }, { kind: "jjf1094" }),
  fc.record({ kind: fc.constantFrom("guarded" as const, "non-binary" as const, "relaxed" as const), guard: digits(3) }),
  fc.record({ kind: fc.constant("iso-14253-1" as const), factor: digits(6) }),
  fc.record({
    kind: fc.constant("iso-4259" as const),
    side: fc.constantFrom("supplier" as const, "recipient" as const),
    reproducibility: digits(2),
  }),
  fc.record({ kind: fc.constant("emc" as const), assumed: digits(5) }),
  fc.record({
    kind: fc.constant("ratio" as const),
    method: fc.constantFrom("ilac-g8" as const, "rss" as const, "rp-10" as const, "managed-risk" as const),
  }),
  fc.record({ kind: fc.constant("specific-risk" as const), consumer: share }),
);

const limit = { kind: "interval", min: "90", max: "110" } as const;
const measured = (value: number, u: number) => ({
  value: value.toFixed(3),
  u: u.toFixed(3),
  expanded: (2 * u).toFixed(3),
});
const RANK: Readonly<Record<Outcome, number>> = {
  pass: 4,
  "conditional-pass": 3,
  undecided: 2,
  "conditional-fail": 1,
  fail: 0,
};

describe("whatever the rule", () => {
  const value = fc.integer({ min: 80_000, max: 120_000 }).map((n) => n / 1000);
  const spread = fc.integer({ min: 1, max: 4000 }).map((n) => n / 1000);

  test("it is read again as it was stored", () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const stored: unknown = JSON.parse(JSON.stringify(rule));
        assert.deepEqual(readConformityRule(stored), stored);
      }),
      settings,
    );
  });

  test("a value nearer to the middle of the limits fares no worse", () => {
    fc.assert(
      fc.property(rules, value, value, spread, (rule, a, b, u) => {
        const [near, far] = Math.abs(a - 100) <= Math.abs(b - 100) ? [a, b] : [b, a];
        const rank = (y: number) => RANK[conform(measured(y, u), limit, rule).outcome];
        assert.ok(rank(near) >= rank(far), `${rule.kind}: ${near} fares worse than ${far} with u = ${u}`);
      }),
      settings,
    );
  });

  test("the two limits are treated alike", () => {
    fc.assert(
      fc.property(rules, value, spread, (rule, y, u) => {
        const mirrored = Number((200 - y).toFixed(3));
        assert.equal(conform(measured(y, u), limit, rule).outcome, conform(measured(mirrored, u), limit, rule).outcome);
      }),
      settings,
    );
  });

  test("changing the unit changes no outcome", () => {
    fc.assert(
      fc.property(rules, value, spread, (rule, y, u) => {
        fc.pre(rule.kind !== "iso-4259" && rule.kind !== "emc");
        const thousand = (x: string) => `${x.replace(/^(\d+)\.(\d{3})$/, "$1$2")}`;
        const { value: v, u: s, expanded } = measured(y, u);
        const scaled = { value: thousand(v), u: thousand(s), expanded: thousand(expanded) };
        const wide = { kind: "interval", min: "90000", max: "110000" } as const;
        assert.equal(conform(measured(y, u), limit, rule).outcome, conform(scaled, wide, rule).outcome);
      }),
      settings,
    );
  });

  test("a stricter risk passes no more", () => {
    fc.assert(
      fc.property(value, spread, share, share, reliability, (y, u, a, b, process) => {
        const [strict, loose] = Number(a) <= Number(b) ? [a, b] : [b, a];
        const rank = (consumer: string) =>
          RANK[conform(measured(y, u), limit, { kind: "specific-risk", consumer, process }).outcome];
        assert.ok(rank(strict) <= rank(loose));
      }),
      settings,
    );
  });
});

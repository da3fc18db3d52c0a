import { setImmediate as turn } from "node:timers/promises";
import type { Offer } from "@quanheng/flow/selection/planner/instance.ts";
import { diceFrom } from "@quanheng/flow/selection/testing/random-instance.ts";
import { decimal } from "@quanheng/kernel/decimal.ts";
import { expect, test } from "vitest";
import { proposePlans } from "./planner.ts";
import type { PlanningQuestion } from "./proposals.ts";

const SEED = 20261125;

/** Many laboratories with fixed costs, discounts and bundles at nearly the same price: long to prove. */
function hardQuestion(): PlanningQuestion {
  const dice = diceFrom(SEED);
  const characteristics = Array.from({ length: 60 }, (_, index) => `c${index}`);
  const labs = Array.from({ length: 12 }, (_, index) => ({
    id: `L${index}`,
    fixedCost: 20_000 + 100 * dice(100),
    shipDays: 1 + dice(4),
    discount: [
      { minSubtotal: 60_000, bp: 500 },
      { minSubtotal: 150_000, bp: 1500 },
    ],
  }));
  const offers = Array.from({ length: 400 }, (_, index): Offer => {
    const kinds = [...new Set(Array.from({ length: 1 + dice(5) }, () => characteristics[dice(60)]!))];
    return {
      id: `o${index}`,
      lab: labs[dice(12)]!.id,
      method: "M",
      characteristics: kinds.map((id) => ({ id })),
      accreditedBy: ["B"],
      price: kinds.length * 8000 + 10 * dice(300),
      leadDays: 2 + dice(6),
      sample: { qty: 10 + dice(50), destructive: true },
      hours: 0,
    };
  });
  return {
    date: "2026-11-23",
    policy: { loqFraction: decimal("0.5"), uFraction: decimal("0.3") },
    accreditationGroups: {},
    markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }],
    methodRelations: [],
    requirements: characteristics.map((characteristic) => ({
      id: `r-${characteristic}`,
      market: "CN",
      characteristic,
      methods: [],
      demand: { kind: "conform" },
    })),
    labs,
    preps: [],
    instruments: [],
    offers,
    evidence: [],
    sampleAvailable: 1400,
    deadlineDays: null,
    budget: null,
  };
}

test(`a hard question (seed ${SEED}) keeps nobody else waiting, and what is not proven says how far it may be`, async () => {
  let turns = 0;
  let done = false;
  const proposals = proposePlans(hardQuestion(), { searchMs: 150 }).finally(() => {
    done = true;
  });
  for (; !done; turns++) await turn();

  const [cheapest] = (await proposals).plans;
  expect(cheapest?.result.status).toBe("gap");
  expect(cheapest?.result).toMatchObject({ gapPercent: expect.any(Number), selection: expect.any(Array) });
  expect(cheapest?.lines.length).toBeGreaterThan(0);
  expect(turns, "how often something else could run meanwhile").toBeGreaterThan(100);
});

test("whoever goes away ends the search", async () => {
  const leaving = new AbortController();
  const started = performance.now();
  const proposals = proposePlans(hardQuestion(), { searchMs: 600_000, signal: leaving.signal });
  leaving.abort();
  await proposals;
  expect(performance.now() - started).toBeLessThan(60_000);
});

test("a question that the planner cannot read fails alone; the next one is answered", async () => {
  const question = hardQuestion();
  const broken = { ...question, requirements: null as unknown as PlanningQuestion["requirements"] };
  await expect(proposePlans(broken)).rejects.toThrow(TypeError);
  const small = { ...question, requirements: question.requirements.slice(0, 2) };
  expect((await proposePlans(small)).plans.map(({ result }) => result.status)).toEqual([
    "optimal",
    "optimal",
    "optimal",
  ]);
});

test("when too many wait, the next one is asked to come back, and the others are answered", async () => {
  const leaving = new AbortController();
  const question = hardQuestion();
  const asked = Array.from({ length: 32 }, () => proposePlans(question, { searchMs: 600_000, signal: leaving.signal }));
  await expect(proposePlans(question)).rejects.toMatchObject({ code: "too-many-requests", facts: { seconds: 10 } });
  leaving.abort();
  expect(await Promise.all(asked)).toHaveLength(32);
});

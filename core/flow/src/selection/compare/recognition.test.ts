import assert from "node:assert/strict";
import { decimal } from "@quanheng/kernel/decimal.ts";
import { test } from "vitest";
import type { PlanInstance } from "../planner/instance.ts";
import { solve } from "../planner/solve.ts";
import { type Outcome, recognitionsOf, recognitionWorth, turnedAround } from "./recognition.ts";

/** One test, offered for 100 by a laboratory that BoA accredits and for 300 by one that CNAS accredits. */
const world: PlanInstance = {
  date: "2026-11-25",
  policy: { loqFraction: decimal("0.5"), uFraction: decimal("0.5") },
  accreditationGroups: { ARRANGEMENT: ["CNAS", "BoA"] },
  markets: [
    {
      code: "CN",
      methodPolicy: "listed",
      accreditation: { mode: "accredited", bodies: ["CNAS"], groups: [] },
      reportMaxAgeDays: null,
    },
    {
      code: "VN",
      methodPolicy: "listed",
      accreditation: { mode: "accredited", bodies: ["BoA"], groups: ["ARRANGEMENT"] },
      reportMaxAgeDays: null,
    },
  ],
  methodRelations: [],
  requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }],
  labs: ["hanoi", "nanning"].map((id) => ({ id, fixedCost: 0, shipDays: 0, discount: [] })),
  preps: [],
  instruments: [],
  offers: [
    { id: "cheap", lab: "hanoi", accreditedBy: ["BoA"], price: 100, leadDays: 5 },
    { id: "dear", lab: "nanning", accreditedBy: ["CNAS"], price: 300, leadDays: 3 },
  ].map((offer) => ({
    ...offer,
    method: "m",
    characteristics: [{ id: "lead" }],
    sample: { qty: 1, destructive: true },
    hours: 0,
  })),
  evidence: [],
  sampleAvailable: null,
  deadlineDays: null,
  budget: null,
  objective: { order: ["cost", "days"] },
};

function outcome(instance: PlanInstance): Outcome {
  const result = solve(instance);
  return "evaluation" in result ? { cost: result.evaluation.cost, days: result.evaluation.days } : null;
}

function trials(instance: PlanInstance) {
  const asIs = outcome(instance);
  return recognitionsOf(instance).map((recognition) => ({
    recognition,
    asIs,
    turned: outcome(turnedAround(instance, recognition)),
  }));
}

test("a missing recognition costs what the dearer laboratory costs more: 300 − 100 = 200", () => {
  assert.deepEqual(recognitionWorth(trials(world)), [
    {
      recognition: { kind: "missing", market: "CN", body: "BoA" },
      plans: 1,
      dearer: 1,
      cost: 200,
      days: 3 - 5,
      onlyWith: 0,
    },
  ]);
});

test("a question that nobody accepted could answer is unlocked by the recognition", () => {
  const alone = { ...world, offers: world.offers.filter(({ id }) => id === "cheap") };
  const [worth] = recognitionWorth(trials(alone));
  assert.deepEqual([worth?.onlyWith, worth?.cost], [1, 0]);
});

test("an arrangement that is held is worth what its end would cost", () => {
  const asked = world.requirements.map((each) => ({ ...each, market: "VN" }));
  const offers = world.offers.map((offer) => (offer.id === "cheap" ? { ...offer, price: 900 } : offer));
  const worth = recognitionWorth(trials({ ...world, requirements: asked, offers }));
  assert.deepEqual(
    worth.map(({ recognition, cost }) => [recognition, cost]),
    [[{ kind: "held", market: "VN", group: "ARRANGEMENT" }, 900 - 300]],
  );
});

test("only markets that are asked and bodies of laboratories that offer something are tried", () => {
  assert.deepEqual(recognitionsOf({ ...world, offers: [] }), []);
  assert.deepEqual(recognitionsOf({ ...world, requirements: [] }), []);
});

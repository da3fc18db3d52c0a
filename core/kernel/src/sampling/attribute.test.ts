import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { netContent, attributeTables as tables } from "../testing/sampling-data.ts";
import { acceptanceProbability, qualityAt } from "./acceptance-probability.ts";
import { type AttributeScheme, attributePlan } from "./attribute-plan.ts";
import { outgoingQuality, outgoingQualityLimit, totalInspection } from "./outgoing-quality.ts";
import { judgeStages, type Stage, stagedCharacteristic } from "./staged-plan.ts";
import { type InspectionState, judgeLot, resumed, STARTING } from "./switching.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const scheme: AttributeScheme = { level: "II", aql: "1.0", counting: "nonconforming-items" };
const steady = { steady: true, reducedApproved: true };

test("a lot of 2000 at level II and AQL 1.0 is inspected by K: 125 items, 3 accepted", () => {
  const plan = attributePlan(tables, 2000, scheme, "normal");
  assert.deepEqual(
    [plan.letter, plan.sampleSize, plan.acceptance, plan.rejection, plan.fullInspection],
    ["K", 125, 3, 4, false],
  );
  assert.equal(attributePlan(tables, 2000, scheme, "tightened").acceptance, 2);
  // The edition trap: MIL-STD-105E has Ac = 1 here, GB/T 2828.1 has 2 with 50 items.
  const reduced = attributePlan(tables, 2000, scheme, "reduced");
  assert.deepEqual([reduced.sampleSize, reduced.acceptance, reduced.rejection], [50, 2, 3]);
});

test("arrows lead to a plan with its own sample size", () => {
  const plan = attributePlan(tables, 2000, { ...scheme, aql: "0.15" }, "normal");
  assert.deepEqual([plan.initialLetter, plan.letter, plan.sampleSize, plan.acceptance], ["K", "J", 80, 0]);
});

test("a plan as large as the lot inspects every item", () => {
  const plan = attributePlan(tables, 71, { ...scheme, level: "III", aql: "0.010" }, "reduced");
  assert.deepEqual([plan.fullInspection, plan.sampleSize, plan.tableSize], [true, 71, 500]);
});

test("the tables keep their diagonals: one letter further is one AQL earlier", () => {
  const { normal } = tables.plans;
  for (const [i, row] of normal.slice(0, -1).entries()) {
    const cells = row.cells.split(" ");
    const below = normal[i + 1]?.cells.split(" ") ?? [];
    for (const [column, cell] of cells.entries()) {
      const diagonal = column > 0 ? below[column - 1] : cell;
      if (/^\d+$/.test(cell) && /^\d+$/.test(diagonal ?? "")) assert.equal(cell, diagonal, `${row.letter} ${column}`);
    }
  }
});

test("every lot, level, AQL and severity has a plan whose acceptance rises with the AQL", () => {
  for (const severity of ["normal", "tightened", "reduced"] as const) {
    for (const level of ["S-1", "S-2", "S-3", "S-4", "I", "II", "III"] as const) {
      for (const lot of [2, 9, 50, 500, 5000, 50_000, 5_000_000]) {
        let before = 0;
        for (const aql of tables.aql) {
          const plan = attributePlan(tables, lot, { level, aql, counting: "nonconformities" }, severity);
          const share = plan.acceptance / plan.tableSize;
          assert.ok(share >= before, `${severity} ${level} ${lot} ${aql}`);
          before = share;
        }
      }
    }
  }
});

test("what the tables do not hold is refused", () => {
  assert.throws(() => attributePlan(tables, 1, scheme, "normal"), refusal("outside-domain"));
  assert.throws(() => attributePlan(tables, 10.5, scheme, "normal"), refusal("outside-domain"));
  assert.throws(() => attributePlan(tables, Number.NaN, scheme, "normal"), refusal("outside-domain"));
  assert.throws(() => attributePlan(tables, 100, { ...scheme, aql: "1.1" }, "normal"), refusal("no-sampling-plan"));
  assert.throws(() => attributePlan(tables, 100, { ...scheme, aql: "15" }, "normal"), refusal("no-sampling-plan"));
  assert.throws(() => attributePlan(tables, 100, { ...scheme, aql: "x" }, "normal"), refusal("not-a-number"));
  assert.equal(
    attributePlan(tables, 100, { ...scheme, aql: "15", counting: "nonconformities" }, "normal").acceptance,
    7,
  );
});

function series(found: readonly number[], start: InspectionState = STARTING): InspectionState {
  return found.reduce((state, d) => judgeLot(tables, scheme, state, { lotSize: 2000, found: d }, steady).after, start);
}

test("two of five lots not accepted tighten inspection, and five accepted in a row loosen it", () => {
  assert.equal(series([4, 0, 0, 0, 4]).severity, "tightened");
  assert.equal(series([4, 0, 0, 0, 0, 4]).severity, "normal");
  assert.equal(series([4, 4, 0, 0, 0, 0, 0]).severity, "normal");
  assert.equal(series([4, 4, 0, 0, 0, 0]).severity, "tightened");
});

test("ten lots that would pass a tighter AQL reduce inspection, if production is steady and it is approved", () => {
  const nine = series([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.equal(nine.score, 27);
  assert.equal(series([0], nine).severity, "reduced");
  const next = (circumstances: typeof steady) =>
    judgeLot(tables, scheme, nine, { lotSize: 2000, found: 0 }, circumstances).after.severity;
  assert.equal(next({ steady: false, reducedApproved: true }), "normal");
  assert.equal(next({ steady: true, reducedApproved: false }), "normal");
});

test("irregular production ends reduced inspection even with an accepted lot", () => {
  const reduced = series([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const irregular = { steady: false, reducedApproved: true };
  assert.equal(judgeLot(tables, scheme, reduced, { lotSize: 2000, found: 0 }, irregular).after.severity, "normal");
});

test("five lots not accepted on tightened inspection stop it until the supplier has improved", () => {
  const stopped = series([4, 4, 3, 3, 3, 3, 3]);
  assert.equal(stopped.suspended, true);
  assert.throws(() => series([0], stopped), refusal("sampling-suspended"));
  assert.equal(series([0], resumed()).severity, "tightened");
});

test("more items found than inspected are refused; nonconformities may be more", () => {
  assert.throws(() => series([126]), refusal("outside-domain"));
  const counting = { ...scheme, counting: "nonconformities" } as const;
  assert.equal(judgeLot(tables, counting, STARTING, { lotSize: 2000, found: 126 }, steady).accepted, false);
});

const K = { n: 125, acceptance: 3 };

test("the operating characteristic of K at AQL 1.0", () => {
  // Binomial by hand for n = 2, Ac = 0: (1 − p)².
  near(acceptanceProbability({ n: 2, acceptance: 0 }, 0.3, "process"), 0.49, 1e-14);
  agrees(acceptanceProbability(K, 0.01, "process"), "0.9626");
  agrees(acceptanceProbability(K, 0.01, "nonconformities"), "0.9617");
  // Lot of 4 with 1 bad, 2 drawn, Ac = 0: half of the pairs are clean.
  near(acceptanceProbability({ n: 2, acceptance: 0 }, 0.25, { lotSize: 4 }), 0.5, 1e-12);
  agrees(qualityAt(K, 0.95, "process"), "0.0110");
  agrees(qualityAt(K, 0.1, "process"), "0.0527");
  // Poisson with Ac = 0: e^(−np) = 0.1.
  near(qualityAt({ n: 10, acceptance: 0 }, 0.1, "nonconformities"), Math.log(10) / 10, 1e-12);
  assert.throws(() => acceptanceProbability(K, 1.5, "process"), refusal("outside-domain"));
  assert.throws(() => acceptanceProbability(K, Number.NaN, "process"), refusal("outside-domain"));
  assert.throws(() => qualityAt(K, 1, "process"), refusal("outside-domain"));
  assert.throws(() => qualityAt({ n: 2, acceptance: 2 }, 0.5, "process"), refusal("outside-domain"));
});

test("outgoing quality: a sample of one with Ac = 0 lets p(1 − p) through, at most a quarter", () => {
  near(outgoingQuality({ n: 1, acceptance: 0 }, 0.3), 0.21, 1e-14);
  const worst = outgoingQualityLimit({ n: 1, acceptance: 0 });
  near(worst.quality, 0.5, 1e-6);
  near(worst.outgoing, 0.25, 1e-12);
  // In a lot of 10 a tenth is inspected: 0.9 p(1 − p).
  near(outgoingQuality({ n: 1, acceptance: 0 }, 0.3, 10), 0.189, 1e-12);
  near(totalInspection({ n: 1, acceptance: 0 }, 0.3, 10), 1 + 0.3 * 9, 1e-12);
  // ISO 2859-1:1999, table 8-A: letter J, AQL 1.0 (n = 80, Ac = 2) lets through 1.7 % at most.
  agrees(outgoingQualityLimit({ n: 80, acceptance: 2 }).outgoing, "0.017");
  assert.throws(() => totalInspection(K, 0.01, 100), refusal("outside-domain"));
});

test("a plan in one stage is the single plan, and a double plan can be followed by hand", () => {
  const single: Stage[] = [{ n: 125, acceptance: 3, rejection: 4 }];
  near(stagedCharacteristic(single, 0.01).acceptance, acceptanceProbability(K, 0.01, "process"), 1e-12);
  assert.equal(stagedCharacteristic(single, 0.01).sampleNumber, 125);
  // n = 1, 0/2, then n = 1, 1/2: one item of share p. Accept at once with 1 − p; with p draw again, accept with 1 − p.
  const double: Stage[] = [
    { n: 1, acceptance: 0, rejection: 2 },
    { n: 1, acceptance: 1, rejection: 2 },
  ];
  near(stagedCharacteristic(double, 0.3).acceptance, 0.7 + 0.3 * 0.7, 1e-12);
  near(stagedCharacteristic(double, 0.3).sampleNumber, 1.3, 1e-12);
});

test("the double plan of directive 76/211 for 501 to 3200 packages accepts good lots and refuses bad ones", () => {
  const stages = (netContent.eu76211.double[1]?.stages ?? []).map(([n, acceptance, rejection]) => ({
    n,
    acceptance,
    rejection,
  }));
  assert.ok(stagedCharacteristic(stages, 0.025).acceptance > 0.9);
  assert.ok(stagedCharacteristic(stages, 0.2).acceptance < 0.01);
  assert.equal(judgeStages(stages, []), "continue");
  assert.equal(judgeStages(stages, [2]), "accepted");
  assert.equal(judgeStages(stages, [5]), "not-accepted");
  assert.equal(judgeStages(stages, [4]), "continue");
  assert.equal(judgeStages(stages, [4, 2]), "accepted");
  assert.equal(judgeStages(stages, [4, 3]), "not-accepted");
  assert.throws(() => judgeStages(stages, [4, 1, 1]), refusal("outside-domain"));
});

test("a multiple plan whose last stage leaves a gap is refused", () => {
  const open: Stage[] = [{ n: 5, acceptance: null, rejection: 2 }];
  assert.throws(() => stagedCharacteristic(open, 0.1), refusal("outside-domain"));
  assert.throws(() => stagedCharacteristic([], 0.1), refusal("outside-domain"));
  const endless: Stage[] = [{ n: 5, acceptance: 1e9, rejection: 1e9 + 1 }];
  assert.throws(() => stagedCharacteristic(endless, 0.1), refusal("outside-domain"));
});

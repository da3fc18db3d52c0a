import assert from "node:assert/strict";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import fc from "fast-check";
import { describe, test } from "vitest";
import { enterInterim, enterResult, submitTest } from "./enter-results.ts";
import { importResults } from "./import-results.ts";
import { FOUR_EYES, type LabWork, NO_WORK, newTest, testOf, type VerificationRule } from "./records.ts";
import { reject, retest, retract, retractWorksheet } from "./repeat-tests.ts";
import {
  applyRanges,
  assignTests,
  dispatchSample,
  divideSample,
  invalidateSample,
  publishSamples,
  receiveSample,
  registerSample,
  restoreSample,
} from "./sample-steps.ts";
import { sampleState, testState, worksheetState } from "./states.ts";
import { remainingVerifications, verifyTest } from "./verify-results.ts";

const NOW = "2026-03-16T09:00:00Z";

function laboratory(keywords: readonly string[], change: Partial<LabWork> = {}): LabWork {
  const tests = keywords.map((keyword) => newTest(keyword, "S", keyword));
  return receiveSample(registerSample({ ...NO_WORK, ...change }, "S", tests), "S");
}

function ids(): () => string {
  let made = 0;
  return () => `new${++made}`;
}

const code = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;
const entered = (work: LabWork, ...keywords: readonly string[]) =>
  keywords.reduce((before, id) => submitTest(enterResult(before, id, "1.0"), id, "u1", NOW), work);

describe("results", () => {
  test("nothing is entered before the sample is there, nor after submission", () => {
    const due = registerSample(NO_WORK, "S", [newTest("Cu", "S", "Cu"), newTest("pH", "S", "pH", "field")]);
    assert.equal(testState(due, testOf(due, "Cu")), "registered");
    assert.throws(() => enterResult(due, "Cu", "12"), code("step-not-allowed"));
    assert.equal(testOf(enterResult(due, "pH", "7.0"), "pH").result, "7.0");
    const done = entered(laboratory(["Cu"]), "Cu");
    assert.throws(() => enterResult(done, "Cu", "13"), code("step-not-allowed"));
    assert.throws(() => submitTest(laboratory(["Cu"]), "Cu", "u1", NOW), code("reading-missing"));
  });

  test("a calculated test takes no figure, waits for its inputs and takes them along", () => {
    const formulas = { Fe: "Cu * 10", Au: "(IT1 + Fe) / 2" };
    const work = laboratory(["Cu", "Fe", "Au"], { formulas });
    assert.throws(() => enterResult(work, "Fe", "1"), code("step-not-allowed"));
    assert.throws(() => submitTest(work, "Au", "u1", NOW), code("reading-missing"));
    const ready = enterInterim(enterResult(work, "Cu", "12"), "Au", "IT1", "4");
    const done = submitTest(ready, "Au", "u1", NOW);
    assert.deepEqual(
      done.tests.map(({ result, stage }) => [result, stage]),
      [
        ["12", "to-be-verified"],
        ["120", "to-be-verified"],
        ["62", "to-be-verified"],
      ],
    );
    const single = submitTest(ready, "Cu", "u1", NOW);
    assert.equal(testOf(single, "Fe").stage, "open");
  });
});

describe("verification", () => {
  const three: VerificationRule = { required: 3, self: false, sameUser: "never" };

  test("by somebody else, and by another each time unless the rule allows it", () => {
    const work = entered(laboratory(["Cu"], { verification: three }), "Cu");
    assert.throws(() => verifyTest(work, "Cu", "u1"), code("own-result"));
    const once = verifyTest(work, "Cu", "u2");
    assert.equal(remainingVerifications(once, "Cu"), 2);
    assert.throws(() => verifyTest(once, "Cu", "u2"), code("verified-before"));
    const inTurn = { ...once, verification: { ...three, sameUser: "not-in-a-row" } } as const;
    assert.throws(() => verifyTest(inTurn, "Cu", "u2"), code("verified-before"));
    const done = ["u3", "u2"].reduce((before, by) => verifyTest(before, "Cu", by), inTurn as LabWork);
    assert.equal(sampleState(done, "S"), "verified");
    assert.throws(() => verifyTest(done, "Cu", "u4"), code("step-not-allowed"));
  });

  test("a calculated result is verified after its inputs, or with all of them named as seen", () => {
    const work = laboratory(["Cu", "Fe"], { formulas: { Fe: "Cu * 10" } });
    const done = submitTest(enterResult(work, "Cu", "1"), "Fe", "u1", NOW);
    assert.throws(() => verifyTest(done, "Fe", "u2"), code("inputs-not-seen"));
    const both = verifyTest(done, "Fe", "u2", ["Cu"]);
    assert.deepEqual(testOf(both, "Cu").verifiers, ["u2"]);
    assert.equal(sampleState(verifyTest(verifyTest(done, "Cu", "u2"), "Fe", "u2"), "S"), "verified");
  });
});

describe("repeats", () => {
  test("a repeat starts empty, whatever was entered before, and the first stays", () => {
    const work = submitTest(enterResult(laboratory(["Cu"]), "Cu", "< 10"), "Cu", "u1", NOW);
    const repeated = retest(work, "Cu", "u2", ids());
    assert.deepEqual([testOf(repeated, "Cu").stage, testOf(repeated, "Cu").result], ["verified", "< 10"]);
    assert.deepEqual(testOf(repeated, "new1"), { ...newTest("new1", "S", "Cu"), retestOf: "Cu" });
    assert.equal(sampleState(repeated, "S"), "received");
    const back = retract(work, ["Cu"], ids());
    assert.deepEqual([testOf(back, "Cu").stage, testOf(back, "new1").result], ["retracted", null]);
    assert.throws(() => retest(laboratory(["Cu"]), "Cu", "u2", ids()), code("step-not-allowed"));
  });

  test("what hangs together by formulas is repeated together, what does not is left", () => {
    const work = laboratory(["Cu", "Fe", "Au", "pH"], { formulas: { Fe: "Cu * 10", Au: "Fe / 2" } });
    const done = entered(submitTest(enterResult(work, "Cu", "1"), "Au", "u1", NOW), "pH");
    for (const start of ["Cu", "Fe", "Au"]) {
      const repeated = retest(done, start, "u2", ids());
      assert.deepEqual(
        repeated.tests
          .filter(({ retestOf }) => retestOf !== null)
          .map(({ keyword }) => keyword)
          .toSorted(),
        ["Au", "Cu", "Fe"],
      );
      assert.equal(testOf(repeated, "pH").stage, "to-be-verified");
    }
  });

  test("a worksheet that is taken back is open, with as many new tests on it", () => {
    const work = entered(assignTests(laboratory(["Cu", "Fe"]), ["Cu", "Fe"], "W"), "Cu", "Fe");
    assert.equal(worksheetState(work, "W"), "to-be-verified");
    const back = retractWorksheet(work, "W", ids());
    assert.equal(worksheetState(back, "W"), "open");
    assert.equal(back.tests.length, 4);
    assert.throws(() => retractWorksheet(back, "W", ids()), code("step-not-allowed"));
  });

  test("rejection goes to what rests on a test, voids its duplicates and never removes them", () => {
    const work = laboratory(["Cu", "Fe", "Au"], { formulas: { Fe: "Cu * 10", Au: "Fe / 2" } });
    const duplicate = { ...newTest("dup", "S", "Fe"), duplicateOf: "Fe", stage: "verified", result: "12" } as const;
    const rejected = reject({ ...work, tests: [...work.tests, duplicate] }, "Fe");
    assert.deepEqual(
      rejected.tests.map(({ id, stage, void: isVoid }) => [id, stage, isVoid]),
      [
        ["Cu", "open", false],
        ["Fe", "rejected", false],
        ["Au", "rejected", false],
        ["dup", "verified", true],
      ],
    );
    assert.throws(() => reject(rejected, "Fe"), code("step-not-allowed"));
    assert.equal(sampleState(reject(rejected, "Cu"), "S"), "received");
  });
});

describe("samples", () => {
  const verified = verifyTest(entered(laboratory(["Cu"]), "Cu"), "Cu", "u2");

  test("a report publishes all of its samples or none, and nothing moves afterwards", () => {
    const two = receiveSample(registerSample(verified, "S2", [newTest("Zn", "S2", "Zn")]), "S2");
    assert.throws(() => publishSamples(two, ["S", "S2"]), code("step-not-allowed"));
    const published = publishSamples(two, ["S"]);
    assert.equal(testOf(published, "Cu").stage, "published");
    assert.throws(() => reject(published, "Cu"), code("step-not-allowed"));
    assert.equal(sampleState(invalidateSample(published, "S"), "S"), "invalid");
    assert.throws(() => invalidateSample(two, "S2"), code("step-not-allowed"));
  });

  test("a divided sample is dispatched with its last part and comes back with all", () => {
    const divided = divideSample(laboratory(["Cu", "Fe"]), "S", { P1: ["Cu"], P2: ["Fe"] });
    assert.deepEqual(
      divided.tests.map(({ sample }) => sample),
      ["P1", "P2"],
    );
    const one = dispatchSample(divided, "P1");
    assert.equal(sampleState(one, "S"), "received");
    const both = dispatchSample(one, "P2");
    assert.equal(sampleState(both, "S"), "dispatched");
    assert.deepEqual(
      ["S", "P1", "P2"].map((id) => sampleState(restoreSample(both, "S"), id)),
      ["received", "received", "received"],
    );
    assert.throws(() => dispatchSample(assignTests(divided, ["Cu"], "W"), "P1"), code("step-not-allowed"));
  });

  test("ranges of the day stay until somebody applies others and says why", () => {
    const work = registerSample(NO_WORK, "S", [], { Cu: ["10", "20"] });
    assert.throws(() => applyRanges(work, "S", { Cu: ["15", "25"] }, "u1", " "), code("reason-missing"));
    const [sample] = applyRanges(work, "S", { Cu: ["15", "25"] }, "u1", "new edition").samples;
    assert.deepEqual(sample?.ranges, { Cu: ["15", "25"] });
    assert.equal(sample?.applied[0]?.reason, "new edition");
  });
});

test("a file fills open tests digit by digit and says what it did not take", () => {
  const work = laboratory(["Cu", "Fe", "TM"], { formulas: { TM: "Cu + Fe" } });
  const text = "ID,Cu,Fe,TM,Zn\nS,1.50,,99,2\nX,1,1,,\n";
  const { work: filled, ignored } = importResults(work, { name: "run.csv", text });
  assert.deepEqual(
    filled.tests.map(({ result }) => result),
    ["1.50", null, null],
  );
  assert.deepEqual(testOf(filled, "Cu").files, [{ name: "run.csv", printed: false }]);
  assert.deepEqual(
    ignored.map(({ line, column, reason }) => [line, column, reason]),
    [
      [2, "TM", "calculated"],
      [2, "Zn", "no-open-test"],
      [3, "Cu", "unknown-sample"],
      [3, "Fe", "unknown-sample"],
    ],
  );
});

// Random steps in any order: refusals are the only failures, and what must always hold holds after each step.
test("whatever is tried, records stay, states follow from tests, and nobody verifies their own", () => {
  const person = fc.constantFrom("u1", "u2", "u3");
  const step = fc.record({
    kind: fc.constantFrom(
      "enter",
      "submit",
      "verify",
      "retest",
      "retract",
      "reject",
      "assign",
      "publish",
      "invalidate",
    ),
    at: fc.nat(20),
    person,
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const newId = ids();
      let work = laboratory(["Cu", "Fe", "Au"], { formulas: { Au: "Cu + Fe" }, verification: FOUR_EYES });
      for (const each of steps) {
        const before = work;
        work = attempted(work, each, newId);
        assert.deepEqual(
          before.tests.map(({ id }) => id),
          work.tests.slice(0, before.tests.length).map(({ id }) => id),
        );
        for (const old of before.tests)
          if (old.stage === "verified") assert.equal(testOf(work, old.id).result, old.result);
        for (const each of work.tests)
          assert.ok(each.submittedBy === null || !each.verifiers.includes(each.submittedBy));
        const open = work.tests.some(({ stage }) => stage === "open");
        if (open) assert.notEqual(sampleState(work, "S"), "verified");
      }
    }),
  );
});

type Step = { readonly kind: string; readonly at: number; readonly person: string };

function attempted(work: LabWork, { kind, at, person }: Step, newId: () => string): LabWork {
  const { id } = work.tests[at % work.tests.length] ?? newTest("", "", "");
  try {
    switch (kind) {
      case "enter":
        return enterResult(work, id, "1.0");
      case "submit":
        return submitTest(work, id, person, NOW);
      case "verify":
        return verifyTest(work, id, person, ["Cu", "Fe"]);
      case "retest":
        return retest(work, id, person, newId);
      case "retract":
        return retract(work, [id], newId);
      case "reject":
        return reject(work, id);
      case "assign":
        return assignTests(work, [id], "W");
      case "publish":
        return publishSamples(work, ["S"]);
      default:
        return invalidateSample(work, "S");
    }
  } catch (error) {
    if (error instanceof Refusal) return work;
    throw error;
  }
}

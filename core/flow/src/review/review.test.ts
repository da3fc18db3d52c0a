import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { ratioMethod } from "../determination/testing/ratio-method.ts";
import { type ReviewedObservation, type ReviewFacts, reviewChecklist, toAcknowledge } from "./checklist.ts";
import { mayDecide, mayReview, maySign } from "./independence.ts";

const able = { personId: "per-wang", hasRole: true, competent: true };
const nobody = { enteredBy: [], reviewedBy: [] };

describe("who measured does not review, who reviewed does not sign", () => {
  test("an able person who took no part may do either", () => {
    assert.deepEqual(mayReview(able, { enteredBy: ["per-li"], reviewedBy: [] }, true), { allowed: true });
    assert.deepEqual(maySign(able, { enteredBy: ["per-li"], reviewedBy: ["per-zhao"] }, 0), { allowed: true });
  });

  test.each([
    [
      "entered the readings",
      mayReview(able, { enteredBy: ["per-li", "per-wang"], reviewedBy: [] }, true),
      "entered-readings",
    ],
    ["has no such role", mayReview({ ...able, hasRole: false }, nobody, true), "not-the-role"],
    ["is not authorised for the method", mayReview({ ...able, competent: false }, nobody, true), "no-competence"],
    ["finds nothing to review", mayReview(able, nobody, false), "nothing-to-review"],
    ["measured and would sign", maySign(able, { enteredBy: ["per-wang"], reviewedBy: [] }, 0), "entered-readings"],
    ["reviewed and would sign", maySign(able, { enteredBy: [], reviewedBy: ["per-wang"] }, 0), "reviewed"],
    ["reviewed and would decide", mayDecide(able, { enteredBy: [], reviewedBy: ["per-wang"] }, 0), "reviewed"],
    ["would sign while work is open", maySign(able, nobody, 1), "tasks-open"],
    ["would sign outside the authorised field", maySign({ ...able, competent: false }, nobody, 0), "no-competence"],
  ])("not if the person %s", (_, allowance, reason) => {
    assert.deepEqual(allowance, { allowed: false, reason });
  });
});

describe("the checklist of a reviewer", () => {
  const observation: ReviewedObservation = {
    number: 1,
    enteredBy: "per-li",
    origin: "typed",
    reason: null,
    environment: { temperatureC: "20.5", humidityPercent: "45" },
    flags: [],
  };
  const facts: ReviewFacts = {
    definition: {
      ...ratioMethod,
      inputs: ratioMethod.inputs.map((input, index) =>
        index === 0 ? { ...input, instrumentType: "analytical-balance" } : input,
      ),
    },
    observations: [observation],
    dueOn: "2026-11-20",
    enteredOn: "2026-11-20",
    sampleCondition: "intact",
    instruments: [{ type: "analytical-balance", name: "XS205", dueOn: "2026-11-20", status: "in-service" }],
  };
  const codes = (over: Partial<ReviewFacts>) =>
    reviewChecklist({ ...facts, ...over }).map(({ code, severity }) => [code, severity]);

  test("is empty when there is nothing to explain", () => assert.deepEqual(codes({}), []));

  test.each<[string, Partial<ReviewFacts>, readonly (readonly string[])[]]>([
    ["an instrument that was not recorded", { instruments: [] }, [["instrument-missing", "blocking"]]],
    [
      "one whose calibration was due the day before",
      { instruments: [{ ...facts.instruments[0]!, dueOn: "2026-11-19" }] },
      [["instrument-overdue", "blocking"]],
    ],
    [
      "a defective one",
      { instruments: [{ ...facts.instruments[0]!, status: "defective" }] },
      [["instrument-unfit", "blocking"]],
    ],
    ["a damaged sample", { sampleCondition: "damaged" }, [["sample-damaged", "attention"]]],
    ["a sample nobody received", { sampleCondition: null }, [["sample-not-received", "blocking"]]],
    [
      "work that came late",
      {
        enteredOn: "2026-11-21",
        dueOn: "2026-11-20",
        instruments: [{ ...facts.instruments[0]!, dueOn: "2027-01-01" }],
      },
      [["late", "info"]],
    ],
    [
      "an environment that is half recorded",
      { observations: [{ ...observation, environment: { temperatureC: "20", humidityPercent: null } }] },
      [["environment-missing", "attention"]],
    ],
    [
      "replicates too far apart",
      {
        observations: [
          {
            ...observation,
            flags: [{ code: "repeatability-exceeded", facts: { range: "0.08", allowed: "0.05", unit: "°Z" } }],
          },
        ],
      },
      [["repeatability-exceeded", "attention"]],
    ],
    [
      "a content below quantification",
      { observations: [{ ...observation, flags: [{ code: "below-quantification" }] }] },
      [["below-quantification", "info"]],
    ],
    ["a file", { observations: [{ ...observation, origin: "file" }] }, [["from-file", "info"]]],
  ])("%s", (_, over, expected) => {
    assert.deepEqual(codes(over), expected);
  });

  test("replaced readings are shown with their reason, and only the newest flags count", () => {
    const first = { ...observation, flags: [{ code: "single-determination" }] };
    const second = { ...observation, number: 2, enteredBy: "per-zhao", reason: "weighing repeated" };
    const items = reviewChecklist({ ...facts, observations: [first, second] });
    assert.deepEqual(
      items.map(({ code }) => code),
      ["readings-replaced", "several-analysts"],
    );
    assert.ok(items[0]?.sentence.en.includes("weighing repeated"));
  });

  test("blocking comes first and only attention is acknowledged", () => {
    const items = reviewChecklist({ ...facts, sampleCondition: "damaged", instruments: [], enteredOn: "2026-11-21" });
    assert.deepEqual(
      items.map(({ severity }) => severity),
      ["blocking", "attention", "info"],
    );
    assert.deepEqual(toAcknowledge(items), ["sample-damaged"]);
  });
});

import { refuse } from "../refusals.ts";
import { type LabWork, liveTests, type Ranges, sampleOf, type TestRecord, withSample, withTests } from "./records.ts";
import { partsOf, type SampleState, sampleState, testState } from "./states.ts";

/**
 * Adds a sample with its tests; the ranges of the day belong to its record from then on.
 *
 * @param ranges in force on the day, by test, as [min, max]
 * @example registerSample({ samples: [], tests: [] }, "S", [], { Cu: ["0", "1"] }).samples // → [{ id: "S", stage: "due", ranges: { Cu: ["0", "1"] } }] (the ranges of the day stay with it)
 * @source ISO/IEC 17025:2017, 7.4.2
 */
export function registerSample(work: LabWork, id: string, tests: readonly TestRecord[], ranges: Ranges = {}): LabWork {
  const sample = { id, stage: "due", parent: null, ranges, applied: [] } as const;
  return { ...work, samples: [...work.samples, sample], tests: [...work.tests, ...tests] };
}

/**
 * Applies other ranges to a sample, which only ever happens because somebody says so, and why.
 *
 * @param by who says so
 * @param reason why, in words
 * @example applyRanges({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S", { Cu: ["0", "2"] }, "per-li", "new edition").samples[0].applied // → [{ by: "per-li", reason: "new edition" }] (who and why)
 * @example refusalOf(() => applyRanges({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S", {}, "per-li", " ")) // → "reason-missing" (a blank is no reason)
 * @throws Refusal `reason-missing`
 * @source ISO/IEC 17025:2017, 7.5.2
 */
export function applyRanges(work: LabWork, id: string, ranges: Ranges, by: string, reason: string): LabWork {
  if (reason.trim() === "") refuse("reason-missing", {});
  const { applied } = sampleOf(work, id);
  return withSample(work, id, { ranges, applied: [...applied, { by, reason, ranges }] });
}

/**
 * The sample was taken in the field.
 *
 * @example takeSample({ samples: [{ id: "S", stage: "to-be-sampled", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S").samples[0].stage // → "due" (it is on its way)
 * @throws Refusal `step-not-allowed`
 * @source ISO/IEC 17025:2017, 7.3
 */
export function takeSample(work: LabWork, id: string): LabWork {
  require(work, id, "sample", ["to-be-sampled"]);
  return withSample(work, id, { stage: "due" });
}

/**
 * The sample arrived.
 *
 * @example receiveSample({ samples: [{ id: "S", stage: "due", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S").samples[0].stage // → "received" (it is there)
 * @example refusalOf(() => receiveSample({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S")) // → "step-not-allowed" (it was there already)
 * @throws Refusal `step-not-allowed`
 * @source ISO/IEC 17025:2017, 7.4
 */
export function receiveSample(work: LabWork, id: string): LabWork {
  require(work, id, "receive", ["due"]);
  return withSample(work, id, { stage: "received" });
}

/**
 * Publishes the samples of one stored report with all their verified tests; no delivery is waited for. Tests are never
 * published one by one.
 *
 * @example publishSamples({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "verified", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, ["S"]).tests[0].stage // → "published" (with its sample)
 * @example refusalOf(() => publishSamples({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, ["S"])) // → "step-not-allowed" (nothing is verified)
 * @throws Refusal `step-not-allowed` unless every sample is verified
 * @source ISO/IEC 17025:2017, 7.8.1.1
 */
export function publishSamples(work: LabWork, ids: readonly string[]): LabWork {
  for (const id of ids) require(work, id, "publish", ["verified"]);
  const tests = work.tests.filter(({ sample, stage }) => ids.includes(sample) && stage === "verified");
  const published = ids.reduce((before, id) => withSample(before, id, { stage: "published" }), work);
  return withTests(
    published,
    tests.map(({ id }) => id),
    (test) => ({ ...test, stage: "published" }),
  );
}

/**
 * What was verified or published turned out wrong.
 *
 * @example invalidateSample({ samples: [{ id: "S", stage: "published", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S").samples[0].stage // → "invalid" (kept, and marked)
 * @throws Refusal `step-not-allowed` before it is verified
 * @source ISO/IEC 17025:2017, 7.10
 */
export function invalidateSample(work: LabWork, id: string): LabWork {
  require(work, id, "invalidate", ["verified", "published"]);
  return withSample(work, id, { stage: "invalid" });
}

/**
 * Divides a sample; its tests go to the parts they are named for, others stay.
 *
 * @param parts keywords of tests by the id of the part
 * @example divideSample({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S", { "S-1": ["Cu"] }).tests[0].sample // → "S-1" (the part named for copper)
 * @throws Refusal `step-not-allowed`
 * @source ISO/IEC 17025:2017, 7.4.2 (subdivision of items)
 */
export function divideSample(work: LabWork, id: string, parts: Readonly<Record<string, readonly string[]>>): LabWork {
  require(work, id, "divide", ["received", "to-be-verified", "verified", "published"]);
  const { ranges } = sampleOf(work, id);
  const added = Object.keys(parts).map(
    (part) => ({ id: part, stage: "received", parent: id, ranges, applied: [] }) as const,
  );
  const home = (test: TestRecord) => Object.keys(parts).find((part) => parts[part]?.includes(test.keyword)) ?? id;
  return {
    ...work,
    samples: [...work.samples, ...added],
    tests: work.tests.map((test) => (test.sample === id ? { ...test, sample: home(test) } : test)),
  };
}

/**
 * The sample leaves the laboratory, when no test of it lies on a worksheet.
 *
 * @example dispatchSample({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S").samples[0].stage // → "dispatched" (no test lies on a worksheet)
 * @example refusalOf(() => dispatchSample({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: "w1" }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S")) // → "step-not-allowed" (one does)
 * @throws Refusal `step-not-allowed`
 * @source ISO/IEC 17025:2017, 7.4.1
 */
export function dispatchSample(work: LabWork, id: string): LabWork {
  require(work, id, "dispatch", ["received", "to-be-verified", "verified"]);
  const assigned = liveTests(work, id).find((test) => testState(work, test) === "assigned");
  if (assigned) refuse("step-not-allowed", { step: "dispatch", state: "assigned" });
  return withSample(work, id, { stage: "dispatched" });
}

/**
 * The sample, with all its parts, is back.
 *
 * @example restoreSample({ samples: [{ id: "S", stage: "dispatched", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S").samples[0].stage // → "received" (it is back)
 * @throws Refusal `step-not-allowed`
 * @source ISO/IEC 17025:2017, 7.4.1
 */
export function restoreSample(work: LabWork, id: string): LabWork {
  require(work, id, "restore", ["dispatched"]);
  const ids = [id, ...partsOf(work, id).map((part) => part.id)];
  return ids.reduce((before, each) => withSample(before, each, { stage: "received" }), work);
}

/**
 * Puts tests on a worksheet, or takes them off with null.
 *
 * @example assignTests({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, ["t"], "w1").tests[0].worksheet // → "w1" (on it)
 * @example refusalOf(() => assignTests({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "verified", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, ["t"], "w1")) // → "step-not-allowed" (not open any more)
 * @throws Refusal `step-not-allowed` for what is not open
 * @source ISO/IEC 17025:2017, 7.5.1
 */
export function assignTests(work: LabWork, ids: readonly string[], worksheet: string | null): LabWork {
  const closed = work.tests.find(({ id, stage }) => ids.includes(id) && stage !== "open");
  if (closed) refuse("step-not-allowed", { step: "assign", state: testState(work, closed) });
  return withTests(work, ids, (test) => ({ ...test, worksheet }));
}

function require(work: LabWork, id: string, step: string, states: readonly SampleState[]): void {
  const state = sampleState(work, id);
  if (!states.includes(state)) refuse("step-not-allowed", { step, state });
}

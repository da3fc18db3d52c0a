import {
  isLive,
  type LabWork,
  liveTests,
  type SampleStage,
  sampleOf,
  type TestRecord,
  type TestStage,
} from "./records.ts";

export type SampleState = SampleStage | "to-be-verified" | "verified";
export type TestState = Exclude<TestStage, "open"> | "registered" | "unassigned" | "assigned";
export type WorksheetState = "open" | "to-be-verified" | "verified";

/**
 * The state of a sample, which nobody sets: as long as it is in the laboratory it follows from the tests that count,
 * and
 * that of a divided sample from its parts.
 *
 * @example sampleState({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "verified", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S") // → "verified" (all that counts is)
 * @example sampleState({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "S") // → "received" (no test says anything yet)
 * @source ours: nobody sets the state of a sample, it follows from its tests
 */
export function sampleState(work: LabWork, id: string): SampleState {
  const sample = sampleOf(work, id);
  if (sample.stage !== "received") return sample.stage;
  const parts = partsOf(work, id);
  if (parts.length > 0 && parts.every(({ stage }) => stage === "dispatched")) return "dispatched";
  const tests = [id, ...parts.map((part) => part.id)].flatMap((each) => liveTests(work, each));
  return together(tests) ?? "received";
}

/**
 * The samples that a sample was divided into.
 *
 * @example partsOf({ samples: [{ id: "S", parent: null }, { id: "S-1", parent: "S" }] }, "S").map(({ id }) => id) // → ["S-1"] (its parent is S)
 * @source ours: a part names the sample it came from
 */
export function partsOf(work: LabWork, id: string) {
  return work.samples.filter(({ parent }) => parent === id);
}

/** What tests have reached together; undefined where one is still open, or none is there. */
function together(tests: readonly TestRecord[]): "to-be-verified" | "verified" | undefined {
  if (tests.length === 0 || tests.some(({ stage }) => stage === "open")) return undefined;
  return tests.every(({ stage }) => stage === "verified" || stage === "published") ? "verified" : "to-be-verified";
}

/**
 * The state of a worksheet follows from the tests on it that count, whatever becomes of the samples.
 *
 * @example worksheetState({ tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "to-be-verified", duplicateOf: null, worksheet: "w1" }, { id: "u", sample: "S", keyword: "Cu", stage: "verified", duplicateOf: null, worksheet: "w1" }] }, "w1") // → "to-be-verified" (one still waits)
 * @example worksheetState({ tests: [] }, "w1") // → "open" (empty)
 * @source ours: nobody sets the state of a worksheet, it follows from its tests
 */
export function worksheetState(work: LabWork, worksheet: string): WorksheetState {
  return together(work.tests.filter((test) => test.worksheet === worksheet && isLive(test))) ?? "open";
}

/**
 * Where a test stands, for a list: an open one waits for its sample, for a worksheet or on it.
 *
 * @example testState({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, { id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }) // → "unassigned" (its sample is there, no worksheet yet)
 * @example testState({ samples: [{ id: "S", stage: "due", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, { id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }) // → "registered" (its sample is not there)
 * @source ours: where an open test waits follows from sample and worksheet
 */
export function testState(work: LabWork, test: TestRecord): TestState {
  if (test.stage !== "open") return test.stage;
  if (test.worksheet !== null) return "assigned";
  return sampleOf(work, test.sample).stage === "received" ? "unassigned" : "registered";
}

/**
 * Whether a test may have a result: in the field once the sample is taken, in the laboratory once it is there.
 *
 * @example isAtWork({ samples: [{ id: "S", stage: "due", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, { id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null, place: "field" }) // → true (measured where the sample was taken)
 * @example isAtWork({ samples: [{ id: "S", stage: "due", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, { id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null, place: "laboratory" }) // → false (the sample is not there)
 * @source ISO/IEC 17025:2017, 7.4 (an item is tested once it is received)
 */
export function isAtWork(work: LabWork, test: TestRecord): boolean {
  if (test.stage !== "open" || test.void) return false;
  const { stage } = sampleOf(work, test.sample);
  return stage === "received" || (test.place === "field" && stage === "due");
}

import { refuse } from "../refusals.ts";
import { type LabWork, liveTests, type Ranges, sampleOf, type TestRecord, withSample, withTests } from "./records.ts";
import { partsOf, type SampleState, sampleState, testState } from "./states.ts";

/** Adds a sample with its tests; the ranges of the day belong to its record from then on. */
export function registerSample(work: LabWork, id: string, tests: readonly TestRecord[], ranges: Ranges = {}): LabWork {
  const sample = { id, stage: "due", parent: null, ranges, applied: [] } as const;
  return { ...work, samples: [...work.samples, sample], tests: [...work.tests, ...tests] };
}

/**
 * Applies other ranges to a sample, which only ever happens because somebody says so, and why.
 *
 * @throws Refusal `reason-missing`
 */
export function applyRanges(work: LabWork, id: string, ranges: Ranges, by: string, reason: string): LabWork {
  if (reason.trim() === "") refuse("reason-missing", {});
  const { applied } = sampleOf(work, id);
  return withSample(work, id, { ranges, applied: [...applied, { by, reason, ranges }] });
}

/** The sample was taken in the field. @throws Refusal `step-not-allowed` */
export function takeSample(work: LabWork, id: string): LabWork {
  require(work, id, "sample", ["to-be-sampled"]);
  return withSample(work, id, { stage: "due" });
}

/** The sample arrived. @throws Refusal `step-not-allowed` */
export function receiveSample(work: LabWork, id: string): LabWork {
  require(work, id, "receive", ["due"]);
  return withSample(work, id, { stage: "received" });
}

/**
 * Publishes the samples of one stored report with all their verified tests; no delivery is waited for. Tests are never
 * published one by one.
 *
 * @throws Refusal `step-not-allowed` unless every sample is verified
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

/** What was verified or published turned out wrong. @throws Refusal `step-not-allowed` before it is verified */
export function invalidateSample(work: LabWork, id: string): LabWork {
  require(work, id, "invalidate", ["verified", "published"]);
  return withSample(work, id, { stage: "invalid" });
}

/** Divides a sample; its tests go to the parts they are named for. @throws Refusal `step-not-allowed` */
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

/** The sample leaves the laboratory, when no test of it lies on a worksheet. @throws Refusal `step-not-allowed` */
export function dispatchSample(work: LabWork, id: string): LabWork {
  require(work, id, "dispatch", ["received", "to-be-verified", "verified"]);
  const assigned = liveTests(work, id).find((test) => testState(work, test) === "assigned");
  if (assigned) refuse("step-not-allowed", { step: "dispatch", state: "assigned" });
  return withSample(work, id, { stage: "dispatched" });
}

/** The sample, with all its parts, is back. @throws Refusal `step-not-allowed` */
export function restoreSample(work: LabWork, id: string): LabWork {
  require(work, id, "restore", ["dispatched"]);
  const ids = [id, ...partsOf(work, id).map((part) => part.id)];
  return ids.reduce((before, each) => withSample(before, each, { stage: "received" }), work);
}

/** Puts tests on a worksheet, or takes them off with null. @throws Refusal `step-not-allowed` for what is not open */
export function assignTests(work: LabWork, ids: readonly string[], worksheet: string | null): LabWork {
  const closed = work.tests.find(({ id, stage }) => ids.includes(id) && stage !== "open");
  if (closed) refuse("step-not-allowed", { step: "assign", state: testState(work, closed) });
  return withTests(work, ids, (test) => ({ ...test, worksheet }));
}

function require(work: LabWork, id: string, step: string, states: readonly SampleState[]): void {
  const state = sampleState(work, id);
  if (!states.includes(state)) refuse("step-not-allowed", { step, state });
}

import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Formulas } from "../formula-order.ts";

/** How far a test has come by itself; where it waits in the laboratory follows from its sample and its worksheet. */
export type TestStage = "open" | "to-be-verified" | "verified" | "retracted" | "rejected" | "published";

/** One test of one sample. Nothing is ever removed: a repeat is a further record that names the one it repeats. */
export type TestRecord = {
  readonly id: string;
  readonly sample: string;
  /** The name of the test, by which formulas and files know it. */
  readonly keyword: string;
  readonly place: "field" | "laboratory";
  readonly stage: TestStage;
  /** As entered, with its sign; null where there is none yet, which is not zero. */
  readonly result: string | null;
  /** Figures on the way that belong to this test alone. */
  readonly interims: Readonly<Record<string, string>>;
  readonly capturedAt: string | null;
  readonly submittedBy: string | null;
  readonly verifiers: readonly string[];
  readonly worksheet: string | null;
  readonly retestOf: string | null;
  /** The test that this one repeats for quality control. */
  readonly duplicateOf: string | null;
  /** Kept, but no longer counted, because what it belongs to was rejected. */
  readonly void: boolean;
  /** Files the result was read from; they stay internal unless somebody chooses to print them. */
  readonly files: readonly { readonly name: string; readonly printed: boolean }[];
};

export type SampleStage = "to-be-sampled" | "due" | "received" | "dispatched" | "published" | "invalid" | "cancelled";

export type SampleRecord = {
  readonly id: string;
  readonly stage: SampleStage;
  /** The sample that this one is a part of. */
  readonly parent: string | null;
  /** The ranges in force when the sample was registered, by test, as [min, max]. */
  readonly ranges: Ranges;
  /** When somebody applied other ranges, who and why. */
  readonly applied: readonly { readonly by: string; readonly reason: string; readonly ranges: Ranges }[];
};

export type Ranges = Readonly<Record<string, readonly [min: string, max: string]>>;

/** How results are verified: how often, whether by the person who submitted, whether twice by the same person. */
export type VerificationRule = {
  readonly required: number;
  readonly self: boolean;
  readonly sameUser: "never" | "not-in-a-row" | "allowed";
};

/** The work of a laboratory on some samples; calculated tests have formulas by their keyword. */
export type LabWork = {
  readonly samples: readonly SampleRecord[];
  readonly tests: readonly TestRecord[];
  readonly formulas: Formulas;
  readonly verification: VerificationRule;
};

/** Once, by somebody else: what a laboratory is asked for. @source ISO/IEC 17025:2017, 7.7 and 7.8.1.1 */
export const FOUR_EYES: VerificationRule = { required: 1, self: false, sameUser: "never" };

export const NO_WORK: LabWork = { samples: [], tests: [], formulas: {}, verification: FOUR_EYES };

/**
 * A test as it is registered: open, with nothing in it.
 *
 * @example newTest("t1", "S", "Cu").result // → null (none yet, which is not zero)
 * @source ours: records are plain data
 */
export function newTest(
  id: string,
  sample: string,
  keyword: string,
  place: TestRecord["place"] = "laboratory",
): TestRecord {
  return {
    id,
    sample,
    keyword,
    place,
    stage: "open",
    result: null,
    interims: {},
    capturedAt: null,
    submittedBy: null,
    verifiers: [],
    worksheet: null,
    retestOf: null,
    duplicateOf: null,
    void: false,
    files: [],
  };
}

/**
 * The test of an id, which is among the work.
 *
 * @example testOf({ tests: [newTest("t1", "S", "Cu")] }, "t1").keyword // → "Cu" (the test of that id)
 * @throws Error where it is not among the work, which is a fault of the caller
 * @source ours: records are plain data
 */
export function testOf(work: LabWork, id: string): TestRecord {
  const test = work.tests.find((each) => each.id === id);
  invariant(test, `a test ${id} is among the work`);
  return test;
}

/**
 * The sample of an id, which is among the work.
 *
 * @example sampleOf({ samples: [{ id: "S", stage: "due" }] }, "S").stage // → "due" (the sample of that id)
 * @throws Error where it is not among the work, which is a fault of the caller
 * @source ours: records are plain data
 */
export function sampleOf(work: LabWork, id: string): SampleRecord {
  const sample = work.samples.find((each) => each.id === id);
  invariant(sample, `a sample ${id} is among the work`);
  return sample;
}

/**
 * The work with some of its tests changed.
 *
 * @param change what becomes of each test named
 * @example withTests({ tests: [newTest("t1", "S", "Cu"), newTest("t2", "S", "Pb")] }, ["t2"], (test) => ({ ...test, result: "1" })).tests.map(({ result }) => result) // → [null, "1"] (only the second)
 * @source ours: records are plain data, never changed in place
 */
export function withTests(work: LabWork, ids: readonly string[], change: (test: TestRecord) => TestRecord): LabWork {
  return { ...work, tests: work.tests.map((test) => (ids.includes(test.id) ? change(test) : test)) };
}

/**
 * The work with one sample changed.
 *
 * @example withSample({ samples: [{ id: "S", stage: "due" }] }, "S", { stage: "received" }).samples // → [{ id: "S", stage: "received" }] (only that member)
 * @source ours: records are plain data, never changed in place
 */
export function withSample(work: LabWork, id: string, change: Partial<SampleRecord>): LabWork {
  return { ...work, samples: work.samples.map((sample) => (sample.id === id ? { ...sample, ...change } : sample)) };
}

/**
 * Tests of a sample that count: neither retracted nor rejected, nor a duplicate, nor repeated by a later one.
 *
 * @example liveTests({ tests: [newTest("t1", "S", "Cu"), { ...newTest("t2", "S", "Cu"), retestOf: "t1" }] }, "S").map(({ id }) => id) // → ["t2"] (the first is repeated by the second)
 * @source ISO/IEC 17025:2017, 7.5.2 (nothing is removed, the latest counts)
 */
export function liveTests(work: LabWork, sample: string): readonly TestRecord[] {
  const repeated = new Set(work.tests.map(({ retestOf }) => retestOf));
  return work.tests.filter(
    (test) => test.sample === sample && isLive(test) && test.duplicateOf === null && !repeated.has(test.id),
  );
}

/**
 * Whether a test counts at all: neither retracted nor rejected nor void.
 *
 * @example isLive({ stage: "verified", void: false }) // → true (it counts)
 * @example isLive({ stage: "retracted", void: false }) // → false (taken back)
 * @source ISO/IEC 17025:2017, 7.5.2
 */
export function isLive({ stage, void: isVoid }: TestRecord): boolean {
  return stage !== "retracted" && stage !== "rejected" && !isVoid;
}

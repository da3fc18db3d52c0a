import { formulaDependencies } from "../formula-order.ts";
import { refuse } from "../refusals.ts";
import { type LabWork, liveTests, newTest, type TestRecord, testOf, withTests } from "./records.ts";
import { testState } from "./states.ts";
import { requireVerifiable } from "./verify-results.ts";

/** Names records that are added. */
export type NewId = () => string;

/**
 * Has a result measured again: the first is kept as verified by who asks, and an empty copy is added. Whatever it rests
 * on, and whatever rests on it, is repeated with it.
 *
 * @param by who asks for it, and verifies the first result
 * @param newId names the copies
 * @example retest({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "to-be-verified", duplicateOf: null, worksheet: null, submittedBy: "per-li", verifiers: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t", "per-wang", () => "u").tests.map(({ id, stage }) => [id, stage]) // → [["t", "verified"], ["u", "open"]] (kept, and an empty copy)
 * @throws Refusal `step-not-allowed` before a result was submitted, `own-result`, `verified-before`
 * @source ISO/IEC 17025:2017, 7.7 and 7.5.2
 */
export function retest(work: LabWork, id: string, by: string, newId: NewId): LabWork {
  const chain = submittedChain(work, testOf(work, id), "retest");
  for (const test of chain) requireVerifiable(work, test, by);
  const kept = withTests(work, idsOf(chain), (test) => ({
    ...test,
    stage: "verified",
    verifiers: [...test.verifiers, by],
  }));
  return withCopies(kept, chain, newId);
}

/**
 * Takes submitted results back, with all they rest on and all that rests on them: they are kept as retracted, and empty
 * copies are added in their place. No figure and no sign of a limit goes over to a copy.
 *
 * @param newId names the copies
 * @example retract({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "to-be-verified", duplicateOf: null, worksheet: null, result: "0.5" }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, ["t"], () => "u").tests.map(({ stage, result }) => [stage, result]) // → [["retracted", "0.5"], ["open", null]] (no figure goes over to the copy)
 * @throws Refusal `step-not-allowed`
 * @source ISO/IEC 17025:2017, 7.5.2 and 7.10
 */
export function retract(work: LabWork, ids: readonly string[], newId: NewId): LabWork {
  const chains = ids.flatMap((id) => submittedChain(work, testOf(work, id), "retract"));
  const chain = [...new Map(chains.map((test) => [test.id, test])).values()];
  return withCopies(
    withTests(work, idsOf(chain), (test) => ({ ...test, stage: "retracted" })),
    chain,
    newId,
  );
}

/**
 * Takes back every submitted result of a worksheet.
 *
 * @param newId names the copies
 * @example retractWorksheet({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "to-be-verified", duplicateOf: null, worksheet: "w1" }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "w1", () => "u").tests.map(({ stage, worksheet }) => [stage, worksheet]) // → [["retracted", "w1"], ["open", "w1"]] (the copy lies on the same worksheet)
 * @throws Refusal `step-not-allowed`
 * @source ISO/IEC 17025:2017, 7.10
 */
export function retractWorksheet(work: LabWork, worksheet: string, newId: NewId): LabWork {
  const tests = work.tests.filter((test) => test.worksheet === worksheet && test.stage === "to-be-verified");
  if (tests.length === 0) refuse("step-not-allowed", { step: "retract", state: "open" });
  return retract(work, idsOf(tests), newId);
}

/**
 * Takes a test out of the work for good. What rests on it goes with it, its inputs stay; duplicates of it are kept and
 * marked void, for a technical record is never removed.
 *
 * @example reject({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t").tests[0].stage // → "rejected" (kept, but out)
 * @example refusalOf(() => reject({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "verified", duplicateOf: null, worksheet: null }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t")) // → "step-not-allowed" (verified already)
 * @throws Refusal `step-not-allowed` for what is verified, published or out already
 * @source ISO/IEC 17025:2017, 7.5.2
 */
export function reject(work: LabWork, id: string): LabWork {
  const test = testOf(work, id);
  if (test.stage !== "open" && test.stage !== "to-be-verified")
    refuse("step-not-allowed", { step: "reject", state: testState(work, test) });
  const { dependencies } = formulaDependencies(work.formulas);
  const dependents = liveTests(work, test.sample).filter(
    ({ keyword, stage }) => dependencies[keyword]?.includes(test.keyword) && stage !== "verified",
  );
  const out = [id, ...idsOf(dependents)];
  const duplicates = idsOf(work.tests.filter(({ duplicateOf }) => duplicateOf !== null && out.includes(duplicateOf)));
  const rejected = withTests(work, out, (each) => ({ ...each, stage: "rejected" }));
  return withTests(rejected, duplicates, (each) => ({ ...each, void: true }));
}

function idsOf(tests: readonly TestRecord[]): readonly string[] {
  return tests.map((test) => test.id);
}

/** The submitted tests that hang together with one through formulas, itself among them. */
function submittedChain(work: LabWork, test: TestRecord, step: string): readonly TestRecord[] {
  if (test.stage !== "to-be-verified") refuse("step-not-allowed", { step, state: testState(work, test) });
  const { dependencies } = formulaDependencies(work.formulas);
  const linked = (a: string, b: string) =>
    dependencies[a]?.includes(b) === true || dependencies[b]?.includes(a) === true;
  const reached = new Set([test.keyword]);
  const candidates = liveTests(work, test.sample).filter(({ stage }) => stage === "to-be-verified");
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const { keyword } of candidates)
      if ([...reached].some((known) => linked(known, keyword))) reached.add(keyword);
  }
  return [test, ...candidates.filter(({ id, keyword }) => id !== test.id && reached.has(keyword))];
}

function withCopies(work: LabWork, tests: readonly TestRecord[], newId: NewId): LabWork {
  const copies = tests.map((test) => ({
    ...newTest(newId(), test.sample, test.keyword, test.place),
    worksheet: test.worksheet,
    retestOf: test.id,
  }));
  return { ...work, tests: [...work.tests, ...copies] };
}

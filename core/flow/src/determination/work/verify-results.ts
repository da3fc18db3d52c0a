import { formulaDependencies } from "../formula-order.ts";
import { refuse } from "../refusals.ts";
import { type LabWork, liveTests, type TestRecord, testOf, withTests } from "./records.ts";
import { testState } from "./states.ts";

/**
 * Verifies a result. Whoever submitted it may not, and nobody twice, unless the rule of the laboratory says so. A
 * calculated test is verified after its inputs, or together with them when the verifier names every one as seen.
 *
 * @param seen keywords of inputs that the verifier saw and verifies as well
 * @param by who verifies
 * @example verifyTest({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "to-be-verified", duplicateOf: null, worksheet: null, submittedBy: "per-li", verifiers: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t", "per-wang").tests[0] // → { stage: "verified", verifiers: ["per-wang"] } (once, by somebody else)
 * @example refusalOf(() => verifyTest({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "to-be-verified", duplicateOf: null, worksheet: null, submittedBy: "per-li", verifiers: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t", "per-li")) // → "own-result" (four eyes)
 * @throws Refusal `step-not-allowed`, `own-result`, `verified-before`, `inputs-not-seen`
 * @source ISO/IEC 17025:2017, 7.5.1 (who checked) and 7.7
 */
export function verifyTest(work: LabWork, id: string, by: string, seen: readonly string[] = []): LabWork {
  const test = testOf(work, id);
  const inputs = unverifiedInputs(work, test);
  const unseen = inputs.filter(({ keyword }) => !seen.includes(keyword)).map(({ keyword }) => keyword);
  if (unseen.length > 0) refuse("inputs-not-seen", { names: unseen });
  for (const each of [...inputs, test]) requireVerifiable(work, each, by);
  const ids = [...inputs, test].map((each) => each.id);
  return withTests(work, ids, (each) => verified(each, by, work.verification.required));
}

/**
 * How many verifications a result still needs.
 *
 * @example remainingVerifications({ tests: [{ id: "t", verifiers: ["per-li"] }], verification: { required: 2 } }, "t") // → 1 (one of two)
 * @source ISO/IEC 17025:2017, 7.7 and 7.8.1.1
 */
export function remainingVerifications(work: LabWork, id: string): number {
  return Math.max(0, work.verification.required - testOf(work, id).verifiers.length);
}

/**
 * Refuses a verification that the state of a test or the rule of the laboratory does not allow.
 *
 * @param by who would verify
 * @example refusalOf(() => requireVerifiable({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, { id: "t", sample: "S", keyword: "Cu", stage: "to-be-verified", duplicateOf: null, worksheet: null, submittedBy: "per-li", verifiers: [] }, "per-wang")) // → "accepted" (somebody else)
 * @example refusalOf(() => requireVerifiable({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, { id: "t", sample: "S", keyword: "Cu", stage: "open", duplicateOf: null, worksheet: null }, "per-wang")) // → "step-not-allowed" (nothing was submitted)
 * @throws Refusal `step-not-allowed`, `own-result`, `verified-before`
 * @source ISO/IEC 17025:2017, 6.2.6 and 7.8.1.1
 */
export function requireVerifiable(work: LabWork, test: TestRecord, by: string): void {
  const { self, sameUser } = work.verification;
  if (test.stage !== "to-be-verified") refuse("step-not-allowed", { step: "verify", state: testState(work, test) });
  if (!self && test.submittedBy === by) refuse("own-result", { test: test.keyword });
  const again = sameUser === "never" ? test.verifiers.includes(by) : test.verifiers.at(-1) === by;
  if (sameUser !== "allowed" && again) refuse("verified-before", { test: test.keyword });
}

function unverifiedInputs(work: LabWork, test: TestRecord): readonly TestRecord[] {
  const inputs = formulaDependencies(work.formulas).dependencies[test.keyword] ?? [];
  return liveTests(work, test.sample).filter(({ keyword, stage }) => inputs.includes(keyword) && stage !== "verified");
}

function verified(test: TestRecord, by: string, required: number): TestRecord {
  const verifiers = [...test.verifiers, by];
  return { ...test, verifiers, stage: verifiers.length >= required ? "verified" : test.stage };
}

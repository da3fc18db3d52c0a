import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { evaluateFormula, type FormulaValue, namesIn } from "../formula.ts";
import { formulaDependencies } from "../formula-order.ts";
import { refuse } from "../refusals.ts";
import { type LabWork, liveTests, type TestRecord, testOf, withTests } from "./records.ts";
import { isAtWork, testState } from "./states.ts";

/**
 * Enters a result as text, which is kept as it is. Calculated tests take none: their figure is computed.
 *
 * @example enterResult({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", result: null, interims: {}, verifiers: [], worksheet: null, duplicateOf: null, files: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t", "0.50").tests[0].result // → "0.50" (kept as typed)
 * @example refusalOf(() => enterResult({ samples: [{ id: "S", stage: "due", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", result: null, interims: {}, verifiers: [], worksheet: null, duplicateOf: null, files: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t", "0.50")) // → "step-not-allowed" (the sample is not there yet)
 * @throws Refusal `step-not-allowed` before the sample is there, after submission, and for calculated tests
 * @source ISO/IEC 17025:2017, 7.5.1
 */
export function enterResult(work: LabWork, id: string, result: string): LabWork {
  const test = atWork(work, id, "enter");
  if (isCalculated(work, test)) refuse("step-not-allowed", { step: "enter", state: "calculated" });
  return withTests(work, [id], (each) => ({ ...each, result }));
}

/**
 * Enters a figure that a calculated test needs beside the results of other tests.
 *
 * @example enterInterim({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", result: null, interims: {}, verifiers: [], worksheet: null, duplicateOf: null, files: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t", "dilution", "10").tests[0].interims // → { dilution: "10" } (kept as typed)
 * @throws Refusal `step-not-allowed`
 * @source ISO/IEC 17025:2017, 7.5.1
 */
export function enterInterim(work: LabWork, id: string, name: string, text: string): LabWork {
  atWork(work, id, "enter");
  return withTests(work, [id], (each) => ({ ...each, interims: { ...each.interims, [name]: text } }));
}

/**
 * Submits a result for verification. A calculated test is computed from results that are there, and takes its inputs
 * along; submitting an input never submits what rests on it.
 *
 * @param by person
 * @param at instant
 * @example submitTest({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", result: "0.5", interims: {}, verifiers: [], worksheet: null, duplicateOf: null, files: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t", "per-li", "2026-11-25T08:00:00Z").tests[0] // → { stage: "to-be-verified", submittedBy: "per-li" } (a result is there)
 * @example refusalOf(() => submitTest({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", result: null, interims: {}, verifiers: [], worksheet: null, duplicateOf: null, files: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, "t", "per-li", "2026-11-25T08:00:00Z")) // → "reading-missing" (none is there)
 * @throws Refusal `step-not-allowed`; `reading-missing` with the test; those of the formula
 * @source ISO/IEC 17025:2017, 7.5.1
 */
export function submitTest(work: LabWork, id: string, by: string, at: string): LabWork {
  const test = atWork(work, id, "submit");
  const { computed, chain } = isCalculated(work, test)
    ? computeChain(work, test)
    : { computed: work, chain: [test.id] };
  if (testOf(computed, id).result === null) return refuse("reading-missing", { field: test.keyword });
  return withTests(computed, chain, (each) =>
    each.stage === "open" ? { ...each, stage: "to-be-verified", submittedBy: by, capturedAt: at } : each,
  );
}

/**
 * Whether the figure of a test comes from a formula.
 *
 * @example isCalculated({ formulas: { hardness: "2.5 * Ca" } }, { keyword: "hardness" }) // → true (there is a formula)
 * @source ours: a calculated test has a formula by its keyword
 */
export function isCalculated(work: LabWork, { keyword }: TestRecord): boolean {
  return Object.hasOwn(work.formulas, keyword);
}

function atWork(work: LabWork, id: string, step: string): TestRecord {
  const test = testOf(work, id);
  return isAtWork(work, test) ? test : refuse("step-not-allowed", { step, state: testState(work, test) });
}

/** Computes everything that a test rests on, the farthest first, and the test itself. */
function computeChain(
  work: LabWork,
  test: TestRecord,
): { readonly computed: LabWork; readonly chain: readonly string[] } {
  const { dependencies } = formulaDependencies(work.formulas);
  const depth = (keyword: string) => dependencies[keyword]?.length ?? 0;
  const inputs = liveTests(work, test.sample).filter(({ keyword }) => dependencies[test.keyword]?.includes(keyword));
  const chain = [...inputs, test].toSorted((a, b) => depth(a.keyword) - depth(b.keyword));
  const computed = chain.filter((each) => each.stage === "open" && isCalculated(work, each)).reduce(computeOne, work);
  return { computed, chain: chain.map((each) => each.id) };
}

function computeOne(work: LabWork, { id, keyword, sample }: TestRecord): LabWork {
  const formula = work.formulas[keyword] ?? "";
  const { interims } = testOf(work, id);
  const tests = liveTests(work, sample);
  const values = Object.fromEntries(
    namesIn(formula).map((name) => {
      const text = interims[name] ?? tests.find((test) => test.keyword === name)?.result ?? null;
      return [name, valueOfText(text)];
    }),
  );
  const result = evaluateFormula(formula, values);
  const text = result.kind === "text" ? result.text : formatDecimal(result.value);
  return withTests(work, [id], (each) => ({ ...each, result: text }));
}

function valueOfText(text: string | null): FormulaValue {
  if (text === null) return { kind: "missing" };
  const parsed = parseNumber(text);
  return parsed.ok ? { kind: "number", digits: parsed.text, operator: parsed.operator } : { kind: "text", text };
}

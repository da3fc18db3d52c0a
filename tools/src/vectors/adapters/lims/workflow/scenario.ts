import type { Ranges, TestRecord } from "@quanheng/flow/determination/work/records.ts";
import { applyRanges } from "@quanheng/flow/determination/work/sample-steps.ts";
import { sampleState, testState, worksheetState } from "@quanheng/flow/determination/work/states.ts";
import { remainingVerifications } from "@quanheng/flow/determination/work/verify-results.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { differs, type Members, members, texts } from "../case.ts";
import { ASKER, Bench, WORKSHEET } from "./bench.ts";

/** What was seen after each step of a case. */
type Seen = {
  readonly allowed: readonly boolean[];
  readonly samples: readonly Readonly<Record<string, string>>[];
  readonly worksheets: readonly string[];
  readonly remaining: readonly number[];
};

/** Takes the steps of a case one after the other and compares what came of it. */
export function scenario(given: Members, steps: readonly string[], expect: Members): string | undefined {
  if (Array.isArray(given["states"])) return differs({ allowed: allowedFrom(texts(given["states"]), steps) }, expect);
  const bench = new Bench(given, steps);
  const seen = takeAll(bench, steps);
  const found = Object.fromEntries(
    Object.entries(expect).map(([name, wanted]) => [name, observed(bench, seen, name, wanted)]),
  );
  return differs(found, expect);
}

/** Whether a step is taken from each of several states. */
function allowedFrom(states: readonly string[], steps: readonly string[]): readonly boolean[] {
  return states.map((state) => steps.every((step) => new Bench({ sample: state }, steps).take(step)));
}

function takeAll(bench: Bench, steps: readonly string[]): Seen {
  const allowed: boolean[] = [];
  const samples: Record<string, string>[] = [];
  const worksheets: string[] = [];
  const remaining: number[] = [];
  for (const step of steps) {
    allowed.push(takeStep(bench, step));
    samples.push(Object.fromEntries(bench.work.samples.map(({ id }) => [id, plain(sampleState(bench.work, id))])));
    worksheets.push(plain(worksheetState(bench.work, WORKSHEET)));
    remaining.push(remainingVerifications(bench.work, bench.work.tests[0]?.id ?? ""));
  }
  return { allowed, samples, worksheets, remaining };
}

/** Changing the specification touches no sample; applying it does, and says who and why. */
function takeStep(bench: Bench, step: string): boolean {
  const [, min, max] = /^change spec to (\S+?)\.\.(\S+)$/.exec(step) ?? [];
  if (min !== undefined && max !== undefined) {
    newest.set(bench, [min, max]);
    return true;
  }
  if (!step.startsWith("re-apply spec")) return bench.take(step);
  const range = newest.get(bench);
  const sample = bench.firstSample();
  const ranges: Ranges = range ? Object.fromEntries(bench.work.tests.map(({ keyword }) => [keyword, range])) : {};
  bench.work = applyRanges(bench.work, sample, ranges, ASKER, "specification changed");
  return true;
}

/** The specification of the laboratory as it stands, beside what samples keep. */
const newest = new WeakMap<Bench, readonly [string, string]>();

/** The state names of the cases use underscores. */
function plain(state: string): string {
  return state.replaceAll("-", "_");
}

function observed(bench: Bench, seen: Seen, name: string, wanted: unknown): unknown {
  const { work } = bench;
  const first = work.tests[0];
  switch (name) {
    case "allowed":
      return seen.allowed;
    case "refused":
      return seen.allowed.at(-1) === false;
    case "directRefused":
      return seen.allowed[0] === false;
    case "secondRefused":
      return seen.allowed[1] === false;
    case "remaining":
      return seen.remaining;
    case "state":
      return first && plain(testState(work, first));
    case "worksheet":
      return Array.isArray(wanted) ? seen.worksheets : seen.worksheets.at(-1);
    case "samples":
      return Object.values(seen.samples.at(-1) ?? {});
    case "emails":
      // Publishing waits for the stored report alone: the rules know of no delivery.
      return 0;
    case "verifiedBy":
      return first?.verifiers.at(-1) === ASKER ? wanted : first?.verifiers;
    case "sampleRange":
      return Object.values(work.samples[0]?.ranges ?? {})[0];
    case "dup":
      return duplicateState(work.tests);
    default:
      return observedTests(bench, seen, name, wanted);
  }
}

function duplicateState(tests: readonly TestRecord[]): string {
  const duplicate = tests.find(({ duplicateOf }) => duplicateOf !== null);
  return duplicate ? `kept, marked ${duplicate.void ? "void" : "valid"}` : "deleted";
}

function observedTests(bench: Bench, seen: Seen, name: string, wanted: unknown): unknown {
  const { tests } = bench.work;
  const state = (test: TestRecord | undefined) => test && plain(testState(bench.work, test));
  switch (name) {
    case "old":
      return Object.fromEntries(Object.keys(members(wanted)).map((keyword) => [keyword, state(bench.find(keyword))]));
    case "newTests":
    case "new":
      return tests.filter(({ retestOf }) => retestOf !== null).length;
    case "retracted":
      return tests.filter(({ stage }) => stage === "retracted").length;
    case "states":
      return sameInAnyOrder(tests.map(state), wanted);
    case "sample":
      return ofSample(seen, bench.firstSample(), wanted);
  }
  const [, renewed] = /^new([A-Z]\w*)$/.exec(name) ?? [];
  if (renewed !== undefined) return record(bench, bench.find(`new ${renewed}`), members(wanted));
  return seen.samples[0] && name in seen.samples[0] ? ofSample(seen, name, wanted) : state(bench.find(name));
}

function ofSample(seen: Seen, sample: string, wanted: unknown): unknown {
  const states = seen.samples.map((each) => each[sample]);
  return Array.isArray(wanted) ? states : states.at(-1);
}

/** The wanted list itself where both hold the same, so that only a difference is printed. */
function sameInAnyOrder(found: readonly (string | undefined)[], wanted: unknown): unknown {
  const same = JSON.stringify(sorted(found)) === JSON.stringify(sorted(texts(wanted)));
  return same ? wanted : found;
}

function sorted(states: readonly (string | undefined)[]): readonly string[] {
  return states.map((state) => state ?? "").toSorted((a, b) => a.localeCompare(b));
}

function record(bench: Bench, test: TestRecord | undefined, wanted: Members): Members | undefined {
  if (!test) return undefined;
  const operator = test.result === null ? null : parseNumber(test.result);
  const facts: Members = {
    state: plain(testState(bench.work, test)),
    result: test.result,
    operand: operator?.ok ? operator.operator : null,
    captureDate: test.capturedAt,
    verifiers: test.verifiers,
  };
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, facts[name]]));
}

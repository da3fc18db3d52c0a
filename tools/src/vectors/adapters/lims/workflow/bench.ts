import { namesIn } from "@quanheng/flow/determination/formula.ts";
import { enterInterim, enterResult, submitTest } from "@quanheng/flow/determination/work/enter-results.ts";
import {
  type LabWork,
  newTest,
  type TestRecord,
  testOf,
  withSample,
} from "@quanheng/flow/determination/work/records.ts";
import { reject, retest, retract, retractWorksheet } from "@quanheng/flow/determination/work/repeat-tests.ts";
import {
  assignTests,
  dispatchSample,
  divideSample,
  invalidateSample,
  publishSamples,
  receiveSample,
  registerSample,
  restoreSample,
  takeSample,
} from "@quanheng/flow/determination/work/sample-steps.ts";
import { verifyTest } from "@quanheng/flow/determination/work/verify-results.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type Members, members, texts } from "../case.ts";
import { isEnteredLater, rangesOf, rules, SAMPLE, samplesOf, worksheetOf } from "./given.ts";

/** People of the cases: u1 works at the bench, u2 looks at it, u3 asks for retests. */
export const ANALYST = "u1";
const VERIFIER = "u2";
export const ASKER = "u3";
export const WORKSHEET = "W";
const NOW = "2026-03-16T09:00:00Z";

/** A laboratory on which the steps of a case are taken one after the other. */
export class Bench {
  work: LabWork;
  private made = 0;

  constructor(given: Members, steps: readonly string[]) {
    this.work = rules(given);
    for (const [sample, keywords] of samplesOf(given)) this.register(sample, keywords, given, steps);
    for (const name of worksheetOf(given)) this.onWorksheet(name);
    this.bringTo(given);
    this.submitVerified(steps);
  }

  /** Whether a step of the case, of one or several parts, is taken; a refused part changes nothing. */
  take(step: string): boolean {
    return step.split(";").every((part) => this.takePart(part.trim()));
  }

  private takePart(part: string): boolean {
    try {
      const next = this.command(part.replace(/\s*\([^)]*\)/g, ""));
      if (next === undefined) return false;
      this.work = next;
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** Undefined for a step that does not exist, such as setting the state of a sample by hand. */
  private command(part: string): LabWork | undefined {
    const [, verb = "", object = ""] = /^(\S+)\s*(.*)$/.exec(part) ?? [];
    switch (verb) {
      case "enter":
        return this.enter(object);
      case "submit":
        return this.each(object, (work, id) => submitTest(work, id, ANALYST, NOW));
      case "verify":
        return object.startsWith("sample")
          ? undefined
          : this.each(object, (work, id) => this.verify(work, id, VERIFIER));
      case "enter+submit":
        return this.each(object, (work, id) => submitTest(enterResult(work, id, "1"), id, ANALYST, NOW));
      case "retest":
        return this.each(object, (work, id) => retest(work, id, ASKER, this.newId));
      case "retract":
        return object === "worksheet"
          ? retractWorksheet(this.work, WORKSHEET, this.newId)
          : this.each(object, (work, id) => retract(work, [id], this.newId));
      case "reject":
        return this.each(object, reject);
      case "unassign":
        return this.each(object, (work, id) => assignTests(work, [id], null));
      default:
        return this.sampleCommand(verb, object);
    }
  }

  private sampleCommand(verb: string, object: string): LabWork | undefined {
    const sample = this.work.samples.some(({ id }) => id === object) ? object : this.firstSample();
    switch (verb) {
      case "sample":
        return takeSample(this.work, sample);
      case "receive":
        return receiveSample(this.work, sample);
      case "publish":
        return object === "sample" ? publishSamples(this.work, [sample]) : undefined;
      case "store":
        return publishSamples(
          this.work,
          this.work.samples.map(({ id }) => id),
        );
      case "invalidate":
        return invalidateSample(this.work, sample);
      case "create":
        return divideSample(this.work, sample, { P: [] });
      case "dispatch":
        return dispatchSample(this.work, sample);
      case "restore":
        return restoreSample(this.work, sample);
      default:
        return this.personal(verb, object);
    }
  }

  /** "u2 verifies again": what a person does to the first test. */
  private personal(person: string, rest: string): LabWork | undefined {
    const id = this.work.tests[0]?.id ?? "";
    if (person === "any") return this.anyTransition(id);
    if (!/^u\d$/.test(person)) throw new Error(`no such step: ${person} ${rest}`);
    return rest.startsWith("submits") ? submitTest(this.work, id, person, NOW) : this.verify(this.work, id, person);
  }

  /** Any step of a test that is allowed; undefined where none is. */
  private anyTransition(id: string): LabWork | undefined {
    const steps = [
      () => enterResult(this.work, id, "2"),
      () => submitTest(this.work, id, ANALYST, NOW),
      () => this.verify(this.work, id, VERIFIER),
      () => retest(this.work, id, ASKER, this.newId),
      () => retract(this.work, [id], this.newId),
      () => reject(this.work, id),
      () => assignTests(this.work, [id], WORKSHEET),
    ];
    for (const step of steps) {
      try {
        return step();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return undefined;
  }

  /** The verifier of the cases looks at everything a result rests on, and names it. */
  private verify(work: LabWork, id: string, by: string): LabWork {
    const { sample } = testOf(work, id);
    const seen = work.tests.filter((test) => test.sample === sample).map(({ keyword }) => keyword);
    return verifyTest(work, id, by, seen);
  }

  private enter(object: string): LabWork {
    const [, name = "", value = ""] = /^(.+?)=(.*)$/.exec(object) ?? [];
    const text = value.replaceAll("'", "");
    const test = this.find(name);
    if (test) return enterResult(this.work, test.id, text);
    const user = this.work.tests.find(({ keyword }) => namesIn(this.work.formulas[keyword] ?? "0").includes(name));
    return enterInterim(this.work, user?.id ?? "", name, text);
  }

  private each(object: string, change: (work: LabWork, id: string) => LabWork): LabWork {
    const [first] = this.work.tests;
    const tests =
      object === "" && first
        ? [first]
        : object === "all"
          ? this.work.tests
          : object.split(",").map((name) => this.find(name.trim()) ?? missing(name));
    return tests.reduce((work, { id }) => change(work, id), this.work);
  }

  /** `Cu` is the first record of a test, `new Cu` the last, `S0.Cu` that of one sample. */
  find(name: string): TestRecord | undefined {
    const [, isNew, sample, keyword] = /^(new )?(?:(\w+)\.)?(.+)$/.exec(name) ?? [];
    const found = this.work.tests.filter(
      (test) =>
        test.keyword === keyword && test.duplicateOf === null && (sample === undefined || test.sample === sample),
    );
    return isNew === undefined ? found[0] : found.at(-1);
  }

  firstSample(): string {
    return this.work.samples[0]?.id ?? SAMPLE;
  }

  newId = (): string => `t${++this.made}`;

  private register(sample: string, keywords: readonly string[], given: Members, steps: readonly string[]): void {
    const places = members(given["tests"]);
    const tests = keywords.map((keyword) => {
      const place = places[keyword] === "field" ? "field" : "laboratory";
      const result = isEnteredLater(keyword, steps) || keyword in this.work.formulas ? null : "1";
      return { ...newTest(this.newId(), sample, keyword, place), result };
    });
    this.work = registerSample(this.work, sample, tests, rangesOf(given, keywords));
  }

  private onWorksheet(name: string): void {
    const [, original] = /^dup\((\w+)\)/.exec(name) ?? [];
    if (original !== undefined) {
      const of = this.find(original) ?? missing(original);
      const stage = name.includes("verified") ? "verified" : "open";
      const [, result = null] = /=(\S+)/.exec(name) ?? [];
      const duplicate = {
        ...newTest(this.newId(), of.sample, original),
        duplicateOf: of.id,
        stage,
        result,
        worksheet: WORKSHEET,
      } as const;
      this.work = { ...this.work, tests: [...this.work.tests, duplicate] };
      return;
    }
    this.work = assignTests(this.work, [(this.find(name) ?? missing(name)).id], WORKSHEET);
  }

  /** Brings all samples to the state in which a case begins, by the steps that lead there where there are any. */
  private bringTo(given: Members): void {
    const common = String(given["sample"] ?? given["all"] ?? given["state"] ?? "received");
    const own = texts(given["samples"]);
    for (const [index, { id }] of this.work.samples.entries()) this.bringSample(id, own[index] ?? common);
    if (given["Cu"] === "assigned") this.onWorksheet("Cu");
    if (typeof given["parts"] === "number") this.divide(given["parts"]);
  }

  private bringSample(id: string, state: string): void {
    if (state === "to_be_sampled") this.work = withSample(this.work, id, { stage: "to-be-sampled" });
    if (state === "cancelled") this.work = withSample(this.work, id, { stage: "cancelled" });
    if (["to_be_sampled", "due", "created", "cancelled"].includes(state)) return;
    this.work = receiveSample(this.work, id);
    if (["to_be_verified", "verified", "published", "invalid"].includes(state)) this.submitAll(id);
    if (["verified", "published", "invalid"].includes(state)) this.verifyAll(id);
    if (state === "published") this.work = publishSamples(this.work, [id]);
    if (state === "invalid") this.work = invalidateSample(this.work, id);
  }

  /** A test that a case verifies without ever submitting it was submitted before. */
  private submitVerified(steps: readonly string[]): void {
    const parts = steps.flatMap((step) => step.split(";")).map((part) => part.trim());
    if (parts.some((part) => /submit/.test(part) && /(?: all|submits .*)$/.test(part))) return;
    const named = parts.flatMap((part) => /^verify (?!sample)(.+)$/.exec(part)?.[1]?.split(",") ?? []);
    const first = this.work.tests[0]?.keyword;
    const personal = first !== undefined && parts.some((part) => /^u\d(?: verifies.*)?$/.test(part)) ? [first] : [];
    for (const name of [...named, ...personal].map((each) => each.trim())) {
      const test = this.find(name);
      const later = parts.some((part) => new RegExp(`^submit .*\\b${name}\\b`).test(part));
      if (test?.stage === "open" && !later && test.result !== null)
        this.work = submitTest(this.work, test.id, ANALYST, NOW);
    }
  }

  private submitAll(sample: string): void {
    for (const { id } of this.work.tests.filter((test) => test.sample === sample && test.duplicateOf === null)) {
      if (testOf(this.work, id).stage === "open") this.work = submitTest(this.work, id, ANALYST, NOW);
    }
  }

  private verifyAll(sample: string): void {
    for (const { id } of this.work.tests.filter((test) => test.sample === sample && test.duplicateOf === null)) {
      if (testOf(this.work, id).stage === "to-be-verified") this.work = this.verify(this.work, id, VERIFIER);
    }
  }

  private divide(parts: number): void {
    const names = Array.from({ length: parts }, (_, index) => [`P${index + 1}`, []] as const);
    this.work = divideSample(this.work, this.firstSample(), Object.fromEntries(names));
  }

  /** Results as they stand in the record, whatever sample they belong to. */
  resultOf(name: string): string | null {
    return this.find(name)?.result ?? null;
  }
}

function missing(name: string): never {
  throw new Error(`no test ${name}`);
}

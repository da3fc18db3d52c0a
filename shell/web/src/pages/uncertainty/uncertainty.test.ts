import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { trialRunner } from "@quanheng/kernel/montecarlo/trials.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { lawOf, trialPlanOf } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { readModelFile } from "@quanheng/kernel/uncertainty/model-file.ts";
import { expect, test } from "vitest";
import { type Content, contentOf, readContent, workbenchOf } from "./content.ts";
import { decided, limitsOf } from "./decide.ts";
import { EXAMPLES } from "./examples.ts";
import { besideU, figure, twoDigits } from "./figures.ts";
import { placeIn, readModelText } from "./model-text.ts";
import { inputProblems, isComplete, placeOf } from "./problems.ts";
import { tickLabel, ticksOf } from "./ticks.ts";
import { EMPTY } from "./workbench.ts";

const example = (id: string): Content => EXAMPLES.find((each) => each.id === id)!.content;
const first = (id: string) => lawOf(readModelFile(example(id)))[0]!;

test.each(EXAMPLES.map(({ id, content }) => [id, content] as const))(
  "%s comes back from the workbench as the file it was",
  (_, content) => {
    expect(contentOf(workbenchOf(content))).toMatchObject(content);
    expect(isComplete(workbenchOf(content), readModelText(workbenchOf(content).model).inputs)).toBe(true);
  },
);

// JCGM 100:2008, H.1.6: u = 32 nm, ν_eff 16, k = 2.92, U = 93 nm; H.1.7: 34 nm with the terms of second order.
test("the example of H.1 gives the published figures", () => {
  const { first: law, second } = first("gum-h1");
  expect([law.y, Math.round(law.u), Math.floor(law.dof ?? 0)]).toEqual([50_000_838, 32, 16]);
  expect([law.expanded?.k.toFixed(2), Math.round(law.expanded?.expanded ?? 0)]).toEqual(["2.92", 93]);
  expect(Math.round(second?.u ?? 0)).toBe(34);
});

// JCGM 100:2008, table H.4 (R, X, Z in Ω); H.3.4: b(30 °C) = −0.1494 °C, u = 0.0041 °C; JCGM 101:2008, 9.3 and 9.4.2.2
test.each([
  ["gum-h2", "127.732", 3, "0.071"],
  ["gum-h3", "-0.1494", 4, "0.0041"],
  ["s1-mass", "1.234", 3, "0.0539"],
  ["s1-loss", "0.000100", 6, "0.0001"],
  ["quam-a1", "1002.7", 1, "0.8"],
] as const)("%s gives y = %s", (id, y, places, u) => {
  const { first: law } = first(id);
  expect(law.y.toFixed(places)).toBe(y);
  if (u !== undefined) expect(law.u.toFixed(u.length - 2)).toBe(u);
});

test.each([
  ["y = a*b", ["a", "b"], null],
  ["# remark\n\nR = V*cos(phi)/J\nX = R + pi", ["V", "phi", "J"], null],
  ["y = a +", ["a"], { code: "expression-syntax", line: 1, column: 8 }],
  ["y = a\nz = b $ c", ["a"], { code: "expression-syntax", line: 2, column: 7 }],
  ["y = foo(a)", [], { code: "unknown-name", line: 1, column: 5 }],
  ["y = a\ny = b", ["a"], { code: "name-twice", line: 2, column: 1 }],
  ["y = z\nz = y", [], { code: "cyclic-model", line: 1, column: 5 }],
  ["a + b", [], { code: "expression-syntax", line: 1, column: 1 }],
  ["y = a\nz = a*exp", ["a", "exp"], { code: "name-reserved", line: 2, column: 7 }],
  ["# \u0430\ny = a + \u0430", ["a", "\u0430"], { code: "name-lookalike", line: 2, column: 9 }],
  ["", [], { code: "empty", line: 1, column: 1 }],
])("the model %j", (text, inputs, fault) => {
  const { inputs: found, problem } = readModelText(text);
  if (fault === null) expect([found, problem]).toEqual([inputs, null]);
  else expect({ code: problem?.code, ...lineAndColumn(text, problem?.at ?? -1) }).toEqual(fault);
});

function lineAndColumn(text: string, at: number) {
  const { line, column } = placeIn(text, at);
  return { line, column };
}

test("a formula that cannot be read keeps its inputs and those of the others in sight", () => {
  expect(readModelText("z = d\ny = sqrt(a)*(b + c1").inputs).toEqual(["d", "a", "b", "c1"]);
});

test("what is typed in full width is written in plain digits; what is no number is kept and refused", () => {
  const bench = workbenchOf(example("quam-a1"));
  const typed = {
    ...bench,
    inputs: { ...bench.inputs, m: { way: "estimate", unit: "mg", more: {}, entries: { x: "abc", u: "０．０５" } } },
  } as const;
  expect((contentOf(typed)["inputs"] as Record<string, Content>)["m"]).toEqual({ x: "abc", u: "0.05", unit: "mg" });
  expect(inputProblems(typed.inputs.m)).toEqual({ x: { code: "not-a-number", facts: { given: "abc" } } });
  expect(inputProblems({ way: "readings", unit: "", entries: { readings: "1.2; 1.3\n1.25" }, more: {} })).toEqual({});
  expect(inputProblems({ way: "certificate", unit: "", entries: { x: "1", U: "2" }, more: {} })).toEqual({
    k: { code: "empty" },
  });
  expect(isComplete(EMPTY, ["x"])).toBe(false);
});

test("equations, formulas of the value and members without a field come back too", () => {
  const content = {
    equations: { f: "y**2 - x" },
    start: { y: "2.5" },
    within: { y: ["0", "10"] },
    inputs: { x: { x: "6.5", u: "0.1 + 0.02*x", shared: { bridge: "0.01" }, note: "from the maker" } },
    sources: { bridge: { dof: "12" } },
    copula: "gaussian",
  };
  const bench = workbenchOf(content);
  expect(contentOf(bench)).toMatchObject(content);
  expect(isComplete(bench, ["x"])).toBe(true);
  expect(isComplete({ ...bench, start: "y" }, ["x"])).toBe(false);
  expect(lawOf(readModelFile(contentOf(bench)))[0]?.first.y).toBeCloseTo(Math.sqrt(6.5), 9);
  const wrong = { way: "estimate", unit: "", entries: { x: "1", u: "0.1*(x" }, more: {} } as const;
  expect(inputProblems(wrong)).toMatchObject({ u: { code: "expression-syntax", facts: { at: 7 } } });
});

test("inputs keep the order of the file, so that its seed gives the same trials", () => {
  const content = {
    model: { y: "b*2 + a" },
    inputs: { a: { x: "1", u: "0.1" }, b: { x: "2", u: "0.2" } },
    monteCarlo: { seed: 5, mostTrials: 10_000 },
  };
  const bench = workbenchOf(content);
  const trials = (file: unknown) => trialRunner(trialPlanOf(readModelFile(file)))(0, 1000)[0]!;
  expect(Object.keys(contentOf(bench)["inputs"] as Content)).toEqual(["a", "b"]);
  expect(trials(contentOf(bench))).toEqual(trials(content));
  const idle = { ...content, inputs: { z: { x: "3", u: "0.3" }, ...content.inputs } };
  expect(trials(contentOf(workbenchOf(idle)))).toEqual(trials(idle));
  const more = contentOf({ ...bench, model: "y = c*b*2 + a" });
  expect(Object.keys(more["inputs"] as Content)).toEqual(["a", "b", "c"]);
});

test.each([
  ["null", "not-a-model-file"],
  ["[1]", "not-a-model-file"],
  ['{"model":{"y":"2*pi"},"inputs":{"pi":{"x":"3"}}}', "name-reserved"],
])("the file %s is refused with a sentence without braces", (json, code) => {
  const error = caught(() => readContent(json));
  expect(error.code).toBe(code);
  expect(Object.values(problemSentence(error.code, error.facts)).join()).not.toMatch(/[{}]/);
});

function caught(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error("nothing was refused");
}

test("a refusal of the engine finds its entry", () => {
  expect(placeOf({ code: "model-file-invalid", facts: { at: "inputs.m.u", expected: "" } })).toEqual({
    input: "m",
    entry: "u",
  });
  expect(placeOf({ code: "distribution-invalid", facts: { input: "P", parameter: "a", given: -1 } })).toEqual({
    input: "P",
    entry: "a",
  });
  expect(placeOf({ code: "unknown-name", facts: { formula: "inputs.m.u", name: "q", at: 0 } })).toEqual({
    input: "m",
    entry: "u",
  });
  expect(placeOf({ code: "cyclic-model", facts: { names: ["a"] } })).toBeNull();
});

test("the decision follows the limits and the rule", () => {
  const output = first("quam-a1");
  const { decision } = workbenchOf(example("quam-a1"));
  expect(limitsOf(decision, ["c"])).toEqual({ output: "c", lower: 1000, upper: 1005 });
  const of = { outputs: [output], findings: [], trials: null };
  expect(decided(output, decision, of)).toMatchObject({ outcome: "pass" });
  expect(decided(output, { ...decision, upper: "1003" }, of)).toMatchObject({ outcome: "conditional-pass" });
  expect(decided(output, { ...decision, upper: "1000", lower: "" }, of)).toMatchObject({ outcome: "fail" });
  const told = { ...of, findings: [{ code: "vanishing-sensitivity", facts: { output: output.name } } as const] };
  expect(decided(output, decision, told)).toMatchObject({ outcome: "undecided", doubt: "vanishing-sensitivity" });
  expect(limitsOf({ ...decision, lower: "", upper: "" }, ["c"])).toBeNull();
});

test("figures are written for people", () => {
  expect([figure(0.0000115), figure(-0.0316), figure(Infinity)]).toEqual(["0.0000115", "−0.0316", "∞"]);
  expect(figure(5.8e-7)).toBe("5.8 × 10⁻⁷");
  expect([besideU(50_000_838.2, 31.7), twoDigits(0.0996)]).toEqual(["50000838", "0.10"]);
  expect(ticksOf(0, 1, 5)).toMatchObject({ decimals: 1 });
  expect(ticksOf(50_000_700, 50_000_990, 6).at.map((tick) => tickLabel(tick, 0))).toContain("50000800");
});

test("a file that states an input twice is refused when it is opened; one with a byte order mark is read", () => {
  expect(() => readContent('{"model":{"y":"a"},"inputs":{"a":{"x":1},"a":{"x":2}}}')).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ at: "inputs.a" }) as object }),
  );
  expect(readContent('\uFEFF{"model":{"y":"a"},"inputs":{}}')).toMatchObject({ model: { y: "a" } });
});

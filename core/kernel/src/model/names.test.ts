import { expect, test } from "vitest";
import { readModelFile } from "../uncertainty/model-file.ts";

const file = (formula: string, names: readonly string[]) => () =>
  readModelFile({ model: { y: formula }, inputs: Object.fromEntries(names.map((name) => [name, { x: 1, u: 0.1 }])) });
const refusal = (code: string, facts: object) => expect.objectContaining({ code, facts });

test.each(["pi", "sqrt", "atan2"])("an input called %s is refused", (name) => {
  expect(file(`2*${name}`, [name])).toThrow(refusal("name-reserved", { name }));
});

test("a formula called pi is refused", () => {
  expect(() => readModelFile({ model: { pi: "3*a" }, inputs: { a: { x: 1, u: 0.1 } } })).toThrow(
    refusal("name-reserved", { name: "pi" }),
  );
});

test.each([
  ["\u0430", { letter: "\u0430", place: 1, like: "a" }],
  ["m\u0430", { letter: "\u0430", place: 2, like: "a" }],
  ["V_\u039d", { letter: "\u039d", place: 3, like: "N" }],
])("the name %s has a letter that only looks Latin", (name, facts) => {
  expect(file(`a + ${name}`, ["a", name])).toThrow(refusal("name-lookalike", { name, ...facts }));
});

test.each(["Δm", "масса", "质量", "ν", "αs", "neg"])("the name %s is one", (name) => {
  expect(file(`a + ${name}`, ["a", name])).not.toThrow();
});

test.each([null, 5, "text", [1]])("%j is no model file", (content) => {
  expect(() => readModelFile(content)).toThrow(refusal("not-a-model-file", {}));
});

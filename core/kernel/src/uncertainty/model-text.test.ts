import { expect, test } from "vitest";
import { parseModelText } from "./model-text.ts";

test.each([
  ['{"a":1,"a":2}', "a"],
  ['{"inputs":{"m":{"x":1},"V":{"x":1},"m":{"x":2}}}', "inputs.m"],
  ['{"inputs":{"m":{"x":1,"u":1,"\\u0078":2}}}', "inputs.m.x"],
  ['{"correlations":[{"a":"p"},{"a":"p","r":[1,2],"a":"q"}]}', "correlations[1].a"],
  ['{"note":"{\\"a\\", [",\n "z":{}, "note" : 1}', "note"],
])("%s is refused at %s", (text, at) => {
  expect(() => parseModelText(text)).toThrow(
    expect.objectContaining({
      code: "member-twice",
      facts: expect.objectContaining({ at }) as object,
    }),
  );
});

test("line and column of both are said", () => {
  expect(() => parseModelText('{"inputs": {\n  "m": {"x": 1},\n  "V": {"x": 2}, "m": {"x": 3}}}')).toThrow(
    expect.objectContaining({
      facts: { at: "inputs.m", name: "m", line: 2, column: 3, againLine: 3, againColumn: 18 },
    }),
  );
});

test.each([
  ['{"model": {"y": "a", "a": "2*b"},\n "inputs": {"b": {}, "a": {}}}', "model.a (1:22)", "inputs.a (2:22)"],
  ['{"inputs": {"a": {}},\n\n"model": {"a": "1"}}', "inputs.a (1:13)", "model.a (3:11)"],
  ['{"equations": {"f": "a"}, "start": {"a": 1}, "inputs": {"a": {}}}', "start.a (1:37)", "inputs.a (1:57)"],
])("an input called like a formula or an unknown is refused with both places: %s", (text, first, again) => {
  expect(() => parseModelText(text)).toThrow(
    expect.objectContaining({ code: "name-defined-twice", facts: { name: "a", first, again } }),
  );
});

test("an equation called like what it determines, and members of inputs called like formulas, are no clash", () => {
  const texts = [
    '{"equations": {"y": "y - a"}, "start": {"y": 1}, "inputs": {"a": {"x": 1}}}',
    '{"model": {"x": "a", "u": "2*a"}, "inputs": {"a": {"x": 1, "u": 2}}, "decision": {"x": 1}}',
  ];
  for (const text of texts) expect(parseModelText(text)).toEqual(JSON.parse(text));
});

test.each([
  '{"a":"a","b":{"a":"b"},"c":["a","a",{"a":1},{"a":1}]}',
  '{"a":"{\\"a\\":1,\\"a\\":2}","b\\\\":"\\\\","b":[]}',
  '{"__proto__":1,"a":null}',
  "[]",
  '"text"',
])("%s is read as JSON.parse reads it", (text) => {
  expect(parseModelText(text)).toEqual(JSON.parse(text));
});

test("a byte order mark is passed over", () => {
  expect(parseModelText('\uFEFF{"a":1}')).toEqual({ a: 1 });
});

test("what is no JSON is a SyntaxError", () => {
  expect(() => parseModelText('{"a":1,')).toThrow(SyntaxError);
});

test("five thousand levels and a hundred thousand inputs are walked in a line", () => {
  const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;
  expect(parseModelText(deep)).toHaveLength(1);
  const many = `{${Array.from({ length: 100_000 }, (_, k) => `"x${k}":{"x":1}`).join(",")}}`;
  expect(Object.keys(parseModelText(many) as object)).toHaveLength(100_000);
});

import { expect, test } from "vitest";
import { evaluation } from "./evaluation.ts";
import { budgetCsv } from "./export-csv.ts";
import { evaluationJson } from "./export-json.ts";
import { typstAppendix } from "./export-typst.ts";
import { readModelFile } from "./model-file.ts";

// JCGM 100:2008, H.1: y = 50 000 838 nm, u = 32 nm, ν_eff = 16, k = 2.92, U = 93 nm.
const H1 = {
  model: { l: "ls + d - ls*(da*theta + alpha*dt)" },
  unit: "nm",
  inputs: {
    ls: { x: "50000623", u: "25", dof: "18" },
    d: { x: "215", u: "9.7", dof: "25.6" },
    da: { x: "0", u: "0.00000058", dof: "50" },
    theta: { x: "-0.1", u: "0.41" },
    alpha: { x: "0.0000115", u: "0.0000012" },
    dt: { x: "0", u: "0.029", dof: "2" },
  },
  probability: "0.99",
  monteCarlo: false,
};

function evaluated(content: unknown) {
  const file = readModelFile(content);
  const { value } = evaluation(file).next();
  if (value === undefined || !("outputs" in value)) throw new Error("without trials there is nothing to wait for");
  return { file, result: value };
}

test("JSON has every figure, and infinity as the file writes it", () => {
  const { result } = evaluated(H1);
  const back = JSON.parse(evaluationJson(result)) as typeof result;
  expect(back.outputs[0]?.first.u).toBe(result.outputs[0]?.first.u);
  expect(back.outputs[0]?.budget.find(({ input }) => input === "theta")?.dof).toBe("inf");
});

test("the table has a line for each input and one for the result", () => {
  const { result } = evaluated(H1);
  const lines = budgetCsv(result, "nm", "zh").trimEnd().split("\r\n");
  expect(lines).toHaveLength(8);
  expect(lines[1]).toMatch(/^l,ls,50000623,25,18,t,1,25,0\.62\d+,$/);
  expect(lines[7]).toMatch(/^l,,50000838,31\.7\d+,16\.6\d+,,,,,nm$/);
});

test.each([
  ["=1+2", "'=1+2"],
  ['a"b', '"a""b"'],
  ["a,b", '"a,b"'],
  ["-5", "-5"],
])("a table program takes the unit %j for no formula and no other cell", (unit, cell) => {
  const { result } = evaluated(H1);
  expect(budgetCsv(result, unit, "en").trimEnd().endsWith(`,,,,,${cell}`)).toBe(true);
});

test("the appendix states the reported figures, and what the user wrote only inside of string literals", () => {
  const { file, result } = evaluated(H1);
  const text = typstAppendix({ ...file, unit: '"] #eval("1") \\' }, result, "en");
  expect(text).toContain('[#"50000838"], [#"32"], [#"2.92"], [#"93"]');
  expect(text).toContain('#block("l = ls + d - ls*(da*theta + alpha*dt)")');
  expect(text).toContain('\\"] #eval(\\"1\\") \\\\]"');
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINE } from "@quanheng/kernel/montecarlo/trials.ts";
import type { Evaluation } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { openTypesetter } from "@quanheng/server/adapters/typst/typesetter.ts";
import { afterAll, expect, test } from "vitest";
import type { Call, ExitCode } from "../command.ts";
import { dispatch } from "../dispatch.ts";
import { command } from "./uncertainty.ts";

const folder = mkdtempSync(join(tmpdir(), "quanheng-uncertainty-"));
const typesetter = openTypesetter({ threads: 1 });
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await typesetter.close();
});

// The published example stands in the documentation, from where it is run here.
const page = readFileSync(join(import.meta.dirname, "../../../../docs/how-to/evaluate-uncertainty.md"), "utf8");
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

async function ran(
  text: string,
  json = false,
  language: "zh" | "en" = "en",
  options: Call["options"] = {},
): Promise<{ code: ExitCode; out: string; notes: string }> {
  const path = join(folder, "model.json");
  writeFileSync(path, text);
  return runPath(path, json, language, options);
}

async function runPath(path: string, json: boolean, language: "zh" | "en", options: Call["options"] = {}) {
  const [lines, notes]: [string[], string[]] = [[], []];
  const call: Call = {
    args: [path],
    options,
    json,
    language,
    env: {},
    out: (line) => lines.push(line),
    note: (line) => notes.push(line),
  };
  const code = await command.run(call);
  return { code, out: lines.join("\n"), notes: notes.join("\n") };
}

test("JCGM 101, 9.3: first order 0.0539 is rejected, second order 0.0750 accepted, Monte Carlo gives 0.0755", async () => {
  const { code, out } = await ran(example, true);
  const { outputs, trials } = JSON.parse(out) as Evaluation;
  const [dm] = outputs;
  expect(code).toBe(0);
  expect(dm?.first.u.toFixed(4)).toBe("0.0539");
  expect(dm?.second?.u.toFixed(4)).toBe("0.0750");
  expect(trials && "outputs" in trials).toBe(true);
  const [drawn] = trials && "outputs" in trials ? trials.outputs : [];
  expect(Math.abs((drawn?.u ?? 0) - 0.0755)).toBeLessThan(0.0005);
  expect([drawn?.first?.valid, drawn?.second?.valid, drawn?.tolerance]).toEqual([false, true, 0.005]);
});

test("a byte order mark before the text changes nothing", async () => {
  expect((await ran(`\uFEFF${example}`)).out).toBe((await ran(example)).out);
});

test("people read the same in either language", async () => {
  const english = await ran(example);
  expect(english.out).toContain("first order: dm = (1.23 ± 0.11) mg (k = 1.96, p = 95 %)");
  expect(english.out).toContain("does not agree with Monte Carlo");
  expect((await ran(example, false, "zh")).out).toContain("与蒙特卡洛不一致");
});

// JCGM 100:2008, H.2: readings made together.
test("readings give their mean, s/√n and n − 1; correlated readings are propagated and drawn", async () => {
  const { code, out } = await ran(
    JSON.stringify({
      model: { Z: "V/J" },
      inputs: {
        V: { readings: ["5.007", "4.994", "5.005", "4.990", "4.999"], sample: "one" },
        J: { readings: [0.019663, 0.019639, 0.01964, 0.019685, 0.019678], sample: "one" },
      },
      correlations: [{ a: "V", b: "J", r: -0.355311 }],
    }),
    true,
  );
  const { outputs, trials } = JSON.parse(out) as Evaluation;
  expect(code).toBe(0);
  expect(outputs[0]?.first.u.toFixed(3)).toBe("0.236");
  expect(outputs[0]?.first.dof).toBeCloseTo(4, 9);
  expect(trials).toMatchObject({ engine: ENGINE, outputs: [{ name: "Z" }] });
});

test.each([
  ["{}", "model-file-invalid"],
  ["{", "model-file-invalid"],
  ["[]", "not-a-model-file"],
  ['{"model":{"y":"x"},"inputs":{"x":{"x":1,"u":1},"x":{"x":2,"u":1}}}', "member-twice"],
  ['{"model":{"y":"x"},"inputs":{"x":{"x":1,"u":1}},"monteCarlo":{"seed":"-5"}}', "model-file-invalid"],
  ['{"model":{"y":"x"},"inputs":{"x":{"x":1}}}', "model-file-invalid"],
  ['{"model":{"y":"x"},"inputs":{"x":{"x":1,"U":2}}}', "model-file-invalid"],
  ['{"model":{"y":"x"},"inputs":{"x":{"x":"1,5","u":1}}}', "not-a-number"],
  ['{"model":{"y":"x"},"inputs":{"x":{"x":1,"u":-1}}}', "uncertainty-invalid"],
  ['{"model":{"y":"x"},"inputs":{"x":{"readings":[1]}}}', "too-few-values"],
  ['{"model":{"y":"x"},"inputs":{"x":{"distribution":"cauchy","x":1}}}', "model-file-invalid"],
  ['{"model":{"y":"x+z"},"inputs":{"x":{"x":1,"u":1}}}', "unknown-name"],
  ['{"model":{"y":"1/x"},"inputs":{"x":{"x":0,"u":1}}}', "model-not-finite"],
  ['{"model":{"y":"x"},"inputs":{"x":{"x":1,"u":1}},"probability":2}', "outside-domain"],
  ['{"model":{"y":"x"},"inputs":{"x":{"x":1,"u":1}},"monteCarlo":{"digits":3}}', "model-file-invalid"],
])("%s is refused as %s", async (text, code) => {
  await expect(ran(text)).rejects.toMatchObject({ code });
});

test.each([
  ['{"x":{"readings":[1]}}', "inputs.x.readings: There are 1 values; at least 2 are needed."],
  ['{"x":{"x":"NaN","u":1}}', "inputs.x.x: “NaN” is not a number."],
  ['{"x":{"x":1,"uu":1}}', "The model file is not right at “inputs.x.uu”"],
])("inputs %s are refused with the place, once", async (inputs, sentence) => {
  const path = join(folder, "refused.json");
  writeFileSync(path, `{"model":{"y":"x"},"inputs":${inputs}}`);
  const notes: string[] = [];
  const console = { env: { LANG: "en" }, out: () => {}, note: (line: string) => notes.push(line) };
  expect(await dispatch(["uncertainty", path], console)).toBe(1);
  expect(notes[0]?.startsWith(sentence)).toBe(true);
});

// JCGM 106:2012, 7.3.3: a burst strength of 509.7 kPa with u = 8.6 kPa conforms to 490 kPa at least with 99 %.
test("the decision of a file is taken and said in either language, and in JSON", async () => {
  const decision = { lower: "490", rule: "simple" };
  const text = JSON.stringify({
    model: { P: "x" },
    inputs: { x: { x: 509.7, u: 8.6 } },
    monteCarlo: false,
    decision,
  });
  expect((await ran(text)).out).toMatch(/decision: 490 ≤ P: pass\n {2}Simple acceptance.*\n.*: 0\.989\d/);
  expect((await ran(text, false, "zh")).out).toMatch(/判定: 490 ≤ P: 合格\n {2}简单接受/);
  const json = JSON.parse((await ran(text, true)).out) as { decision: { probability: number } };
  expect(json.decision).toMatchObject({ output: "P", lower: "490", rule: "simple", outcome: "pass" });
  expect(json.decision.probability.toFixed(2)).toBe("0.99");
  await expect(ran(text.replace("simple", "simpel"))).rejects.toMatchObject({ facts: { at: "decision.rule" } });
});

// JCGM 106:2012, 7.3.3: p_c = 0.99 for 509.7 with u = 8.6 above 490.
test("the table and the appendix carry the decision, its rule and the probability too", async () => {
  const text = JSON.stringify({
    model: { P: "x" },
    inputs: { x: { x: 509.7, u: 8.6 } },
    monteCarlo: false,
    decision: { lower: "490", rule: "simple" },
  });
  const csv = (await ran(text, false, "en", { csv: true })).out.split("\r\n");
  expect(csv.slice(3, 5)).toEqual(["", "Decision,pass,490 ≤ P"]);
  expect(csv[5]).toMatch(/^Decision rule,"?Simple acceptance/);
  expect(csv[6]).toMatch(/^Probability of conformity \(first order\),0\.989\d$/);
  const typst = (await ran(text, false, "zh", { typst: true })).out;
  expect(typst).toContain('#block("490 ≤ P: 合格")');
  expect(typst).toMatch(/#block\("符合的概率（一阶）: 0\.989\d"\)/);
  const without = JSON.stringify({ model: { P: "x" }, inputs: { x: { x: 509.7, u: 8.6 } }, monteCarlo: false });
  expect((await ran(without, false, "en", { csv: true })).out).not.toContain("Decision");
});

test("a division by zero inside the support is seen by the trials", async () => {
  const text = '{"model":{"y":"log(x)"},"inputs":{"x":{"x":1,"u":0.5}}}';
  const { out } = await ran(text, true);
  expect((JSON.parse(out) as Evaluation).trials).toMatchObject({ refused: "model-not-finite" });
});

test("an interrupt stops the trials and leaves the propagation", async () => {
  const before = process.listeners("SIGINT");
  const running = ran('{"model":{"y":"x**2"},"inputs":{"x":{"distribution":"t","x":0,"scale":1,"dof":3}}}', true);
  const added = () => process.listeners("SIGINT").find((listener) => !before.includes(listener));
  while (added() === undefined) await new Promise(setImmediate);
  added()?.("SIGINT");
  const { code, out, notes } = await running;
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ trials: null });
  expect(notes).toContain("stopped");
});

test.each(["2", "3"])("%s workers give the same bits as one", async (workers) => {
  const alone = await ran(example, true);
  expect((await ran(example, true, "en", { workers })).out).toBe(alone.out);
});

test("an interrupt stops several workers too", async () => {
  const before = process.listeners("SIGINT");
  const text = '{"model":{"y":"x**2"},"inputs":{"x":{"distribution":"t","x":0,"scale":1,"dof":3}}}';
  const running = ran(text, true, "en", { workers: "2" });
  const added = () => process.listeners("SIGINT").find((listener) => !before.includes(listener));
  while (added() === undefined) await new Promise(setImmediate);
  added()?.("SIGINT");
  const { code, notes } = await running;
  expect(code).toBe(1);
  expect(notes).toContain("stopped");
});

test.each(["0", "x", "-1", "257", "1.5"])("%s workers are a wrong call", async (workers) => {
  expect(await ran(example, false, "en", { workers })).toMatchObject({ code: 2 });
});

test("the budget is a table of comma separated values, each figure as it was computed", async () => {
  const { out } = await ran(example, false, "en", { csv: true });
  const [head, first] = out.split("\r\n");
  expect(head).toBe(
    "Result,Input,Estimate,Standard uncertainty,Degrees of freedom,Distribution,Sensitivity,Contribution,Share of variance,Unit",
  );
  expect(first).toMatch(/^dm,mRc,100000,0\.05,inf,normal,1,0\.05,0\.86\d+,$/);
  expect(out.split("\r\n").at(-1)).toMatch(/^dm,,1\.23\d*,0\.0538\d+,inf,,,,,mg$/);
});

test.each(["zh", "en"] as const)("the appendix in %s is accepted by the typesetter of reports", async (language) => {
  const hostile = JSON.parse(example) as Record<string, unknown>;
  hostile["unit"] = 'mg"]) #panic("x") \\ $';
  for (const text of [example, JSON.stringify(hostile)]) {
    const { out } = await ran(text, false, language, { typst: true });
    const { pdf, found } = await typesetter.typeset({
      template: "/appendix-probe.typ",
      files: {
        "/appendix-probe.typ": `#import "style.typ": faces\n#set document(title: "probe")\n#set text(font: faces, lang: "${language}")\n#heading(level: 1, "A")\n#include "appendix.typ"`,
        "/appendix.typ": out,
      },
      timestampS: 0,
    });
    expect(pdf.length).toBeGreaterThan(5000);
    expect(found).toEqual([]);
  }
});

test("a file that is not there is a wrong call", async () => {
  expect(await runPath(join(folder, "none.json"), false, "en")).toMatchObject({ code: 2 });
});

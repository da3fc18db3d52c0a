import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agrees, near } from "../testing/agree.ts";
import { evaluation, findingsOf, trialPlanOf } from "./evaluation.ts";
import { propagationOf } from "./file-propagation.ts";
import { readModelFile } from "./model-file.ts";

const folder = join(import.meta.dirname, "../../../../docs/how-to");
const page = readFileSync(join(folder, "evaluate-uncertainty.md"), "utf8");
const printed = new Map(
  [...page.matchAll(/\[([\w-]+\.json)\]\(models\/\1\):\n\n```json\n([\s\S]*?)```/g)].map(([, name = "", text = ""]) => [
    name,
    text,
  ]),
);
const modelOf = (name: string) => readModelFile(JSON.parse(printed.get(name) ?? "null"));

test("the page prints every model file that stands beside it, as it is", () => {
  assert.deepEqual(new Set(printed.keys()), new Set(readdirSync(join(folder, "models"))));
  for (const [name, text] of printed) assert.equal(text, readFileSync(join(folder, "models", name), "utf8"));
});

test("an uncertainty that grows with the length: 0.0020 mm and 0.0032 mm over √3 make 0.0022 mm", () => {
  const [d] = propagationOf(modelOf("uncertainty-of-length.json")).outputs;
  agrees(d!.y, "400.0000");
  agrees(d!.u, "0.0022");
  near(d!.u, Math.hypot(0.002, 0.0032) / Math.sqrt(3), 1e-12);
});

test("the thermometer of 138.51 Ω: 100.01 °C, and 0.01 Ω over 0.379 Ω/°C", () => {
  const [t] = propagationOf(modelOf("thermometer-equation.json")).outputs;
  agrees(t!.y, "100.01");
  agrees(t!.u, "0.026");
  // At 100 °C dR/dt = 100·(3.9083e-3 − 2·5.775e-7·100) = 0.37928 Ω/°C.
  near(t!.u, 0.01 / 0.37928, 1e-4);
});

test("sum 5 and product 6 are those of 2 and 3", () => {
  const [a, b] = propagationOf(modelOf("two-equations.json")).outputs;
  near(a!.y, 2, 1e-14);
  near(b!.y, 3, 1e-14);
  agrees(a!.u, "0.064");
  agrees(b!.u, "0.078");
});

test("JCGM 100, 5.2.2: ten resistors from one standard make 1 Ω, with its degrees of freedom", () => {
  const [R] = propagationOf(modelOf("resistors-one-standard.json")).outputs;
  near(R!.u, 1, 1e-12);
  near(R!.dof!, 25, 1e-9);
});

test("JCGM 100, table H.3: 254.260 and 0.236; three degrees of freedom are n − N for the trials", () => {
  const file = modelOf("readings-together.json");
  const [Z] = propagationOf(file).outputs;
  agrees(Z!.y, "254.260");
  agrees(Z!.u, "0.236");
  assert.deepEqual(trialPlanOf(file).scatter, [{ inputs: [0, 1], dof: 3 }]);
});

test("a multivariate t with five degrees of freedom: the sum covers ±2.571·√3 with 95 %", () => {
  const steps = evaluation(modelOf("t-copula.json"));
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { trials } = step.value;
  assert.ok(trials && "outputs" in trials);
  const [y] = trials.outputs;
  const end = 2.571 * Math.sqrt(3);
  // The ends are stable to δ = 0.05; the file has a seed.
  assert.ok(Math.abs(y!.symmetric.high - end) < y!.tolerance);
  assert.ok(Math.abs(y!.symmetric.low + end) < y!.tolerance);
});

test("the findings come as the page says", () => {
  expect(findingsOf(modelOf("findings.json"))).toEqual([
    { code: "readings-all-equal", facts: { name: "a" } },
    { code: "variance-undefined", facts: { input: "c", dof: 2 } },
    { code: "dof-undefined", facts: { output: "y", a: "c", b: "d" } },
    { code: "singular-in-support", facts: expect.objectContaining({ output: "y", distance: 5 }) as object },
  ]);
});

import { expect, test } from "vitest";
import { readModelFile } from "./model-file.ts";

const code = (name: string, facts: object) =>
  expect.objectContaining({ code: name, facts: expect.objectContaining(facts) as object });

// A row of each kind, with the path that the refusal must name.
test.each([
  [{ sources: { standard: { doff: 25 } } }, "sources.standard.doff"],
  [{ sources: { unused: { dof: -1 } } }, "sources.unused.dof"],
  [{ sources: { standart: { dof: 25 } } }, "inputs.a.shared.standard"],
  [{ monteCarlo: { digts: 1 } }, "monteCarlo.digts"],
  [{ monteCarlo: { seeed: 5 } }, "monteCarlo.seeed"],
  [{ monteCarlo: { seed: -1 } }, "monteCarlo.seed"],
  [{ monteCarlo: { seed: 1.5 } }, "monteCarlo.seed"],
  [{ monteCarlo: { digits: 1, ndig: 2 } }, "monteCarlo.ndig"],
  [{ monteCarlo: {}, mcm: {} }, "mcm"],
  [{ correlations: [{ a: "a", b: "b", r: 0.1, rho: 0.2 }] }, "correlations[0].rho"],
  [{ copula: { t: 5, dof: 5 } }, "copula.dof"],
  [{ probability: 0.95, p: 0.99 }, "p"],
  [{ inputs: { a: { x: 1, u: 1, dof: 3, nu: 4 }, b: { x: 1, u: 1 } } }, "inputs.a.nu"],
])("%j is refused at %s, not passed over", (part, at) => {
  const a = { x: 1, u: 1, shared: { standard: 0.5 } };
  const content = { model: { y: "a+b" }, inputs: { a, b: { x: 1, u: 1 } } };
  expect(() => readModelFile({ ...content, ...part })).toThrow(code("model-file-invalid", { at }));
});

test("a correlation may say where it comes from", () => {
  const correlations = [{ a: "a", b: "b", r: 0.5, source: "certificate 7", note: "same standard" }];
  const inputs = { a: { x: 1, u: 1 }, b: { x: 1, u: 1 } };
  expect(readModelFile({ model: { y: "a+b" }, inputs, correlations }).correlations).toHaveLength(1);
});

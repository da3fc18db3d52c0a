import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";

/** A method whose readings are the columns of a file, none of them needed; only its inputs are ever used. */
export function methodOfColumns(columns: readonly string[]): MethodDefinition {
  return {
    id: "vectors.columns",
    title: { zh: "仪器文件", en: "Instrument file" },
    normative: [],
    source: "behaviour cases of laboratory systems",
    validFrom: "2026-01-01",
    inputs: columns.map((name) => ({ name, label: { zh: name, en: name }, unit: "1", kind: "number", optional: true })),
    output: { characteristic: "none", label: { zh: "无", en: "none" }, unit: "1", rounding: { mode: "half-even" } },
    names: {},
    evaluate: () => {
      throw new Error("a file is read, nothing is evaluated");
    },
  };
}

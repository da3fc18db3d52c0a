import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { weightedEfficiency } from "../inverter-efficiency.ts";
import { WEIGHTS } from "../tables.ts";

const LOADS = ["5", "10", "20", "30", "50", "75", "100"] as const;

/** Euro, CEC and China efficiency of an inverter from its efficiency at seven loads. */
export const inverterEfficiencyBench: MethodDefinition = describe({
  id: "pv.inverter-efficiency",
  title: { zh: "逆变器加权效率", en: "Weighted efficiency of an inverter" },
  normative: [],
  source: "EN 50530; CEC inverter test protocol; NB/T 32004",
  validFrom: "2010-09-01",
  inputs: LOADS.map((load) =>
    quantity(`at${load}Percent`, [`${load} % 负载效率`, `Efficiency at ${load} % load`], "%", ["0", "100"], {
      instrumentType: "power-analyser",
      uncertainty: { kind: "normal", u: 0.1 },
    }),
  ),
  output: output("euro", ["欧洲效率", "Euro efficiency"]),
  further: [
    { name: "cec", ...output("cec", ["CEC 效率", "CEC efficiency"]) },
    { name: "china", ...output("china", ["中国效率", "China efficiency"]) },
  ],
  names: {},
  compute(readings) {
    const weighted = (name: keyof typeof WEIGHTS) => 100 * weightedEfficiency(measured(readings), WEIGHTS[name]);
    return { value: weighted("euro"), further: { cec: weighted("cec"), china: weighted("china") } };
  },
  example: {
    at5Percent: "94.12",
    at10Percent: "96.68",
    at20Percent: "97.89",
    at30Percent: "98.31",
    at50Percent: "98.48",
    at75Percent: "98.41",
    at100Percent: "98.26",
  },
  pictures: (readings) => [
    {
      kind: "lines",
      name: "efficiency",
      title: { zh: "效率与负载", en: "Efficiency and load" },
      x: { label: { zh: "负载", en: "Load" }, unit: "%" },
      y: { label: { zh: "效率", en: "Efficiency" }, unit: "%" },
      lines: [
        {
          name: { zh: "效率", en: "Efficiency" },
          role: "measured",
          points: LOADS.map((load) => [Number(load), single(readings, `at${load}Percent`)] as const),
        },
      ],
    },
  ],
});

function output(name: string, [zh, en]: readonly [string, string]) {
  const rounding = { mode: "half-even", places: 2 } as const;
  return { characteristic: `inverter-efficiency-${name}`, label: { zh, en }, unit: "%", rounding };
}

function measured(readings: Readings) {
  return Object.fromEntries(LOADS.map((load) => [load, single(readings, `at${load}Percent`) / 100]));
}

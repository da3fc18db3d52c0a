import { describe } from "@quanheng/flow/determination/describe.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { averageEfficiency, leastEfficiency, noLoadLimit } from "../power-supply-efficiency.ts";
import { EFFICIENCY } from "../tables.ts";

const WATTS = { uncertainty: { kind: "percent", percent: 0.3, distribution: "rectangular" } } as const;

/** Average efficiency of an external power supply and its power without load. */
export const powerSupplyBench = describe({
  id: "electronics.power-supply-efficiency",
  title: { zh: "外部电源平均效率", en: "Average efficiency of an external power supply" },
  normative: ["GB 20943-2013"],
  source: "GB 20943-2013, annex A; 10 CFR 430, subpart B, appendix Z",
  validFrom: "2015-01-01",
  tables: [
    {
      name: "loads",
      label: { zh: "负载点", en: "Load points" },
      hint: {
        zh: "依次为额定输出的 25 %、50 %、75 %、100 %。",
        en: "25, 50, 75 and 100 % of the rated output, in this order.",
      },
    },
  ],
  inputs: [
    quantity("ratedW", ["额定输出功率", "Rated output"], "W", ["0.1", "1000"]),
    column("loads", "outputW", ["输出功率", "Output"], "W", ["0", "1100"], [4, 4], {
      instrumentType: "power-analyser",
      ...WATTS,
    }),
    column("loads", "inputW", ["输入功率", "Input"], "W", ["0", "2000"], [4, 4], WATTS),
    quantity("noLoadW", ["空载功率", "Power without load"], "W", ["0", "100"], {
      instrumentType: "power-analyser",
      ...WATTS,
    }),
  ],
  output: {
    characteristic: "average-efficiency",
    label: { zh: "平均效率", en: "Average efficiency" },
    unit: "%",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    {
      name: "noLoadW",
      characteristic: "no-load-power",
      label: { zh: "空载功率", en: "Power without load" },
      unit: "W",
      rounding: { mode: "half-even", places: 3 },
    },
  ],
  names: {},
  compute: (readings) => {
    const inputs = series(readings, "inputW");
    const points = series(readings, "outputW").map((outputW, i) => ({ outputW, inputW: inputs[i]! }));
    return {
      value: 100 * averageEfficiency(single(readings, "ratedW"), points),
      further: { noLoadW: single(readings, "noLoadW") },
    };
  },
  findings: (readings, { value }) => {
    const ratedW = single(readings, "ratedW");
    const noLoadKept = single(readings, "noLoadW") <= noLoadLimit(EFFICIENCY, ratedW);
    return [
      verdict(
        "efficiency",
        ["平均效率", "Average efficiency"],
        value >= 100 * leastEfficiency(EFFICIENCY, ratedW),
        EFFICIENCY,
      ),
      verdict("noLoad", ["空载功率", "Power without load"], noLoadKept, EFFICIENCY),
    ];
  },
  example: {
    ratedW: "20",
    outputW: ["4.98", "9.97", "15.01", "19.98"],
    inputW: ["5.86", "11.34", "16.95", "22.66"],
    noLoadW: "0.062",
  },
});

import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { said, verdict } from "../../../bench-verdicts.ts";
import { gate1, gate2 } from "../rated-power.ts";
import { IEC_61215 } from "../tables.ts";

/** Gate 1: the nameplate of a batch, with the laboratory's uncertainty in favour of the supplier. */
export const ratedPowerBench: MethodDefinition = describe({
  id: "pv.rated-power",
  title: { zh: "组件额定功率核定（关口 1）", en: "Verification of the rated power (gate 1)" },
  normative: ["IEC 61215-2:2021"],
  source: "IEC 61215-1:2021, gate no. 1; recalled",
  validFrom: "2021-02-24",
  inputs: [
    quantity("measuredW", ["各组件实测功率", "Measured power of each module"], "W", ["0.1", "2000"], {
      replicates: { min: 1, max: 40 },
      instrumentType: "solar-simulator",
      uncertainty: { kind: "stated", input: "uncertaintyPercent", percent: true, coverage: 2 },
    }),
    quantity("nameplateW", ["铭牌功率", "Nameplate power"], "W", ["0.1", "2000"], { group: "conditions" }),
    quantity("tolerancePercent", ["铭牌负公差 t₁", "Lower tolerance of the nameplate t₁"], "%", ["0", "20"], {
      preset: "0",
      group: "conditions",
    }),
    quantity(
      "uncertaintyPercent",
      ["实验室扩展不确定度 m₁（k = 2）", "Expanded uncertainty m₁ (k = 2)"],
      "%",
      ["0", "20"],
      {
        group: "instrument",
      },
    ),
  ],
  output: {
    characteristic: "pv-rated-power",
    label: { zh: "平均功率", en: "Mean power" },
    unit: "W",
    rounding: { mode: "half-even", places: 1 },
  },
  names: { threshold: { zh: "单个组件判定限", en: "Threshold of each module" } },
  compute(readings) {
    const { meanW, thresholdW } = gate(readings);
    return { value: meanW, intermediate: [{ name: "threshold", value: thresholdW, unit: "W" }] };
  },
  findings(readings) {
    const { each, meanReaches } = gate(readings);
    return [
      verdict("each", ["每个组件", "Each module"], each.every(Boolean), IEC_61215),
      verdict("mean", ["平均值", "Mean of the modules"], meanReaches, IEC_61215),
    ];
  },
  example: { measuredW: ["548.6", "551.2", "545.1", "549.9"], nameplateW: "550", uncertaintyPercent: "1.9" },
  pictures(readings) {
    const powers = series(readings, "measuredW");
    const { thresholdW } = gate(readings);
    return [
      {
        kind: "bars",
        name: "modules",
        title: { zh: "各组件功率", en: "Power of the modules" },
        categories: powers.map((_, k) => said([String(k + 1), String(k + 1)])),
        y: { label: { zh: "功率", en: "Power" }, unit: "W" },
        bars: [{ name: { zh: "实测", en: "Measured" }, values: powers }],
        limits: [{ name: { zh: "判定限", en: "Threshold" }, value: thresholdW }],
      },
    ];
  },
});

/** Gate 2: how much power a module lost in a test sequence. */
export const powerLossBench: MethodDefinition = describe({
  id: "pv.power-loss",
  title: { zh: "组件试验后功率衰减（关口 2）", en: "Loss of power in a test sequence (gate 2)" },
  normative: ["IEC 61215-2:2021"],
  source: "IEC 61215-1:2021, gate no. 2; recalled",
  validFrom: "2021-02-24",
  inputs: [
    power("beforeW", ["试验前功率", "Power before"]),
    power("afterW", ["试验后功率", "Power after"]),
    quantity("reproducibilityPercent", ["实验室再现性 r", "Reproducibility r"], "%", ["0", "20"], {
      group: "instrument",
    }),
  ],
  output: {
    characteristic: "pv-pmax-loss",
    label: { zh: "最大功率衰减", en: "Loss of maximum power" },
    unit: "%",
    rounding: { mode: "half-even", places: 2 },
  },
  names: { ratio: { zh: "功率比", en: "Ratio of the powers" } },
  compute(readings) {
    const { ratio } = loss(readings);
    return { value: 100 * (1 - ratio), intermediate: [{ name: "ratio", value: ratio, unit: "1" }] };
  },
  findings: (readings) => [verdict("gate2", ["关口 2", "Gate 2"], loss(readings).pass, IEC_61215)],
  example: { beforeW: "548.6", afterW: "523.4", reproducibilityPercent: "0.5" },
});

function power(name: string, label: readonly [string, string]) {
  return quantity(name, label, "W", ["0", "2000"], {
    instrumentType: "solar-simulator",
    uncertainty: { kind: "stated", input: "reproducibilityPercent", percent: true, coverage: 2 },
  });
}

function gate(readings: Readings) {
  return gate1({
    measuredW: series(readings, "measuredW"),
    nameplateW: single(readings, "nameplateW"),
    tolerancePercent: single(readings, "tolerancePercent"),
    uncertaintyPercent: single(readings, "uncertaintyPercent"),
  });
}

function loss(readings: Readings) {
  const [before, after] = [single(readings, "beforeW"), single(readings, "afterW")];
  return gate2(before, after, single(readings, "reproducibilityPercent"), IEC_61215);
}

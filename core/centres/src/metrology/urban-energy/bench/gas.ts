import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, column, equipment, quantity } from "../../../bench-inputs.ts";
import { convertedGas } from "../gas-conversion.ts";
import { gasMeterVerdict } from "../gas-meter.ts";
import { errorCurve } from "./error-curve.ts";
import { keptFinding, MPE } from "./findings.ts";
import { GAS } from "./tables.ts";

function pointsOf(readings: Readings) {
  const errors = series(readings, "errorPercent");
  return series(readings, "flowM3H").map((flowM3H, at) => ({ flowM3H, errorPercent: errors[at] ?? Number.NaN }));
}

function found(readings: Readings) {
  return gasMeterVerdict(
    {
      accuracyClass: String(readings["accuracyClass"]),
      maxM3H: single(readings, "maxM3H"),
      minM3H: single(readings, "minM3H"),
      transitionalM3H: single(readings, "transitionalM3H"),
      inService: readings["inService"] === "yes",
    },
    pointsOf(readings),
    GAS,
  );
}

/** Weighted mean error of a gas meter, with its error curve between the limits. */
export const gasMeterBench = describe({
  id: "meter.gas",
  title: { zh: "燃气表示值误差", en: "Errors of a gas meter" },
  normative: ["JJG 577-2012", "OIML R 137"],
  source: "OIML R 137:2012, 5.3 and 5.4; JJG 577-2012; recalled",
  validFrom: "2012-09-02",
  tables: [{ name: "points", label: { zh: "流量点", en: "Test points" } }],
  inputs: [
    choiceOf(
      "accuracyClass",
      ["准确度等级", "Accuracy class"],
      [
        ["1.5", "1.5 级", "class 1.5"],
        ["1", "1.0 级", "class 1.0"],
        ["0.5", "0.5 级", "class 0.5"],
      ],
    ),
    choiceOf(
      "inService",
      ["使用中检验", "In service"],
      [
        ["no", "否", "no"],
        ["yes", "是", "yes"],
      ],
      { group: "conditions", preset: "no" },
    ),
    quantity("maxM3H", ["最大流量 Q_max", "Greatest flow, Q_max"], "m3/h", ["0.01", "100000"]),
    quantity("minM3H", ["最小流量 Q_min", "Least flow, Q_min"], "m3/h", ["0.0001", "100000"]),
    quantity("transitionalM3H", ["分界流量 Q_t", "Transitional flow, Q_t"], "m3/h", ["0.001", "100000"]),
    column("points", "flowM3H", ["流量", "Flow"], "m3/h", ["0.0001", "100000"], [1, 20], {
      instrumentType: "flow-meter",
    }),
    column("points", "errorPercent", ["示值误差", "Error"], "%", ["-100", "100"], [1, 20], {
      uncertainty: { kind: "normal", u: 0.15 },
    }),
  ],
  output: {
    characteristic: "gas-meter-wme",
    label: { zh: "加权平均误差", en: "Weighted mean error" },
    unit: "%",
    rounding: { mode: "half-even", places: 2 },
  },
  names: { weight: { zh: "权重", en: "Weight" } },
  compute: (readings) => {
    const { weightedPercent, weights } = found(readings);
    return {
      value: weightedPercent,
      intermediate: weights.map((value) => ({ name: "weight", value, unit: "1" })),
    };
  },
  findings: (readings) => {
    const { passes, within, halfRuleKept, rangeKept, weightedPercent, weightedLimitPercent } = found(readings);
    return [
      keptFinding("verdict", ["检定结论", "Verification"], passes, GAS),
      keptFinding("mpe", MPE, within.every(Boolean), GAS),
      keptFinding(
        "weighted",
        ["加权平均误差限", "Limit of the weighted mean error"],
        Math.abs(weightedPercent) <= weightedLimitPercent,
        GAS,
      ),
      keptFinding("half-mpe", ["同号误差规则", "Rule of errors of one sign"], halfRuleKept, GAS),
      keptFinding("range", ["流量范围", "Range of flows"], rangeKept, GAS),
    ];
  },
  pictures: (readings) => {
    const { mpePercent } = found(readings);
    return [
      errorCurve(pointsOf(readings).map((point, at) => ({ ...point, mpePercent: mpePercent[at] ?? Number.NaN }))),
    ];
  },
  example: {
    accuracyClass: "1.5",
    maxM3H: "6",
    minM3H: "0.04",
    transitionalM3H: "0.6",
    flowM3H: ["0.04", "0.6", "1.2", "2.4", "4.2", "6.0"],
    errorPercent: ["-1.85", "1.10", "0.62", "0.35", "-0.12", "-0.58"],
  },
});

/** Gas volume at base conditions. */
export const gasConversionBench = describe({
  id: "meter.gas-conversion",
  title: { zh: "燃气体积换算（PTZ）", en: "Volume of gas at base conditions (PTZ)" },
  normative: ["EN 12405-1"],
  source: "EN 12405-1; recalled",
  validFrom: "2018-01-01",
  inputs: [
    quantity("volumeM3", ["工况体积", "Volume at the meter"], "m3", ["0", "1000000000"], {
      instrumentType: "flow-meter",
      uncertainty: { kind: "percent", percent: 0.5, distribution: "normal" },
    }),
    quantity("absoluteMpa", ["绝对压力", "Absolute pressure"], "MPa", ["0", "20"], {
      instrumentType: "pressure-gauge",
      uncertainty: { kind: "percent", percent: 0.2, distribution: "rectangular" },
    }),
    quantity("tempC", ["气体温度", "Temperature of the gas"], "Cel", ["-60", "200"], {
      instrumentType: "thermometer",
      uncertainty: { kind: "normal", u: 0.2 },
    }),
    quantity("compressibility", ["压缩因子 Z", "Compression factor, Z"], "1", ["0.01", "2.9"], {
      uncertainty: { kind: "percent", percent: 0.1, distribution: "normal" },
    }),
    equipment("baseMpa", ["基准压力", "Base pressure"], "MPa", ["0.08", "0.12"], "0.101325"),
    equipment("baseK", ["基准温度", "Base temperature"], "K", ["250", "320"], "293.15"),
    equipment("baseCompressibility", ["基准压缩因子 Z_b", "Base compression factor, Z_b"], "1", ["0.9", "1.1"], "1"),
  ],
  output: {
    characteristic: "gas-base-volume",
    label: { zh: "基准体积", en: "Volume at base conditions" },
    unit: "m3",
    rounding: { mode: "half-even", places: 3 },
  },
  names: {},
  compute: (readings) => ({
    value: convertedGas({
      volumeM3: single(readings, "volumeM3"),
      absoluteMpa: single(readings, "absoluteMpa"),
      tempC: single(readings, "tempC"),
      compressibility: single(readings, "compressibility"),
      baseMpa: single(readings, "baseMpa"),
      baseK: single(readings, "baseK"),
      baseCompressibility: single(readings, "baseCompressibility"),
    }),
  }),
  example: { volumeM3: "1250", absoluteMpa: "0.4120", tempC: "27.4", compressibility: "0.99185" },
});

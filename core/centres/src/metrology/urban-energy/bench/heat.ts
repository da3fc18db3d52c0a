import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, condition, equipment, quantity } from "../../../bench-inputs.ts";
import { heatMeterError } from "../heat-meter.ts";
import { keptFinding, MPE } from "./findings.ts";
import { HEAT } from "./tables.ts";

function found(readings: Readings) {
  return heatMeterError(
    {
      supplyC: single(readings, "supplyC"),
      returnC: single(readings, "returnC"),
      sensor: readings["sensor"] === "supply" ? "supply" : "return",
      pressureMpa: single(readings, "pressureMpa"),
      accuracyClass: String(readings["accuracyClass"]),
      flowM3H: single(readings, "flowM3H"),
      permanentM3H: single(readings, "permanentM3H"),
      leastDifferenceK: single(readings, "leastDifferenceK"),
      volumeM3: single(readings, "volumeM3"),
      indicatedKwh: single(readings, "indicatedKwh"),
    },
    HEAT,
  );
}

const thermometer = { instrumentType: "thermometer", uncertainty: { kind: "normal", u: 0.01 } } as const;

/** Error of a complete heat meter. */
export const heatMeterBench = describe({
  id: "meter.heat",
  title: { zh: "热能表示值误差", en: "Error of a heat meter" },
  normative: ["JJG 225", "GB/T 32224", "EN 1434-1"],
  source: "JJG 225-2001; EN 1434-1 = OIML R 75; recalled",
  validFrom: "2001-12-01",
  inputs: [
    choiceOf(
      "accuracyClass",
      ["准确度等级", "Accuracy class"],
      [
        ["2", "2 级", "class 2"],
        ["1", "1 级", "class 1"],
        ["3", "3 级", "class 3"],
      ],
    ),
    choiceOf(
      "sensor",
      ["流量传感器位置", "Flow sensor in the"],
      [
        ["return", "回水管", "return"],
        ["supply", "供水管", "supply"],
      ],
    ),
    quantity("supplyC", ["供水温度", "Supply temperature"], "Cel", ["1", "200"], thermometer),
    quantity("returnC", ["回水温度", "Return temperature"], "Cel", ["1", "200"], thermometer),
    quantity("volumeM3", ["标准体积", "Volume by the standard"], "m3", ["0.000001", "100000"], {
      instrumentType: "flow-meter",
      uncertainty: { kind: "percent", percent: 0.2, distribution: "rectangular" },
    }),
    quantity("indicatedKwh", ["热能表示值", "Heat indicated"], "kW.h", ["0", "1000000000"], {
      uncertainty: { kind: "percent", percent: 0.05, distribution: "rectangular" },
    }),
    condition("flowM3H", ["流量", "Flow"], "m3/h", ["0.0001", "100000"]),
    quantity("permanentM3H", ["常用流量 q_p", "Permanent flow, q_p"], "m3/h", ["0.01", "100000"]),
    quantity("leastDifferenceK", ["最小温差 ΔΘmin", "Least difference, ΔΘmin"], "K", ["1", "20"]),
    equipment("pressureMpa", ["水压", "Pressure of the water"], "MPa", ["0.1", "4"], "1.6"),
  ],
  output: {
    characteristic: "heat-meter-error",
    label: { zh: "示值误差", en: "Error" },
    unit: "%",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {
    coefficient: { zh: "热系数 k", en: "Heat coefficient, k" },
    reference: { zh: "标准热量", en: "Reference heat" },
    mpe: { zh: "最大允许误差", en: "Maximum permissible error" },
  },
  compute: (readings) => {
    const { errorPercent, coefficient, referenceKwh, mpePercent } = found(readings);
    return {
      value: errorPercent,
      intermediate: [
        { name: "coefficient", value: coefficient, unit: "MJ/(m3.K)" },
        { name: "reference", value: referenceKwh, unit: "kW.h" },
        { name: "mpe", value: mpePercent, unit: "%" },
      ],
    };
  },
  findings: (readings) => [keptFinding("mpe", MPE, found(readings).within, HEAT)],
  example: {
    accuracyClass: "2",
    sensor: "return",
    supplyC: "68.42",
    returnC: "42.15",
    volumeM3: "0.7832",
    indicatedKwh: "23.97",
    flowM3H: "0.9",
    permanentM3H: "1.5",
    leastDifferenceK: "3",
  },
});

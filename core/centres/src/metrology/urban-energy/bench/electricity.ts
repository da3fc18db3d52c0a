import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { standardError } from "@quanheng/kernel/statistics.ts";
import { choiceOf, condition, equipment, quantity } from "../../../bench-inputs.ts";
import { electricityErrors, electricityVerdict, ROUNDING_STEP } from "../electricity-error.ts";
import type { Connection, LoadPoint, PowerFactor } from "../electricity-limit.ts";
import { keptFinding, MPE } from "./findings.ts";
import { ELECTRICITY } from "./tables.ts";

function runOf(readings: Readings) {
  return {
    standardPerKwh: single(readings, "standardPerKwh"),
    meterPerKwh: single(readings, "meterPerKwh"),
    currentRatioKi: single(readings, "currentRatioKi"),
    voltageRatioKu: single(readings, "voltageRatioKu"),
    meterPulses: single(readings, "meterPulses"),
    counts: series(readings, "counts"),
    systemPercent: single(readings, "systemPercent"),
  };
}

function pointOf(readings: Readings, accuracyClass: string): LoadPoint {
  return {
    accuracyClass,
    connection: readings["connection"] as Connection,
    currentRatio: single(readings, "currentRatio"),
    powerFactor: readings["powerFactor"] as PowerFactor,
  };
}

const DIRECT = {
  meterPerKwh: "1200",
  meterPulses: "10",
  counts: ["49874", "49866"],
  currentRatio: "1",
  powerFactor: "1.0",
};
const TRANSFORMER = {
  standardPerKwh: "18000000",
  meterPerKwh: "6400",
  meterPulses: "20",
  counts: ["56395", "56402", "56398", "56405", "56391"],
  systemPercent: "0.01",
  currentRatio: "0.02",
  powerFactor: "0.5L",
};
const EXAMPLES = { "1": DIRECT, "2": DIRECT, "0.5": TRANSFORMER, "0.2": TRANSFORMER } as const;

/** One method for each class, for the class decides how the error is rounded. */
export const electricityBenches = (["1", "2", "0.5", "0.2"] as const).map((accuracyClass) =>
  describe({
    id: `meter.electricity-class-${accuracyClass}`,
    title: { zh: `${accuracyClass} 级电能表基本误差`, en: `Error of an electricity meter of class ${accuracyClass}` },
    normative: ["JJG 596-2012"],
    source: "JJG 596-2012, basic error; recalled",
    validFrom: "2013-04-08",
    inputs: [
      equipment(
        "standardPerKwh",
        ["标准表常数 C₀", "Pulses of the standard, C₀"],
        "/(kW.h)",
        ["1", "1e12"],
        "6000000",
        {
          instrumentType: "standard-electricity-meter",
        },
      ),
      quantity("meterPerKwh", ["被检表常数 C_L", "Constant of the meter, C_L"], "/(kW.h)", ["1", "1000000"]),
      equipment("currentRatioKi", ["电流互感器变比 K_I", "Current ratio K_I"], "1", ["0.0001", "100000"], "1"),
      equipment("voltageRatioKu", ["电压互感器变比 K_U", "Voltage ratio K_U"], "1", ["0.0001", "100000"], "1"),
      quantity("meterPulses", ["被检表脉冲数 N", "Pulses of the meter, N"], "1", ["1", "1000000"]),
      quantity("counts", ["标准表实测脉冲数 m", "Pulses counted, m"], "1", ["0", "1e12"], {
        replicates: { min: 2, max: 10 },
        instrumentType: "standard-electricity-meter",
      }),
      equipment("systemPercent", ["装置系统误差 γ₀", "Known error of the equipment, γ₀"], "%", ["-10", "10"], "0"),
      equipment("standardClassPercent", ["标准表等级", "Class of the standard"], "%", ["0.001", "1"], "0.05"),
      choiceOf(
        "connection",
        ["接入方式", "Connection"],
        [
          ["direct", "直接接入", "direct"],
          ["transformer", "经互感器接入", "through transformers"],
        ],
        { group: "conditions", preset: accuracyClass === "1" || accuracyClass === "2" ? "direct" : "transformer" },
      ),
      condition("currentRatio", ["负载电流比（I/I_b 或 I/I_n）", "Load current, I/I_b or I/I_n"], "1", [
        "0.001",
        "100",
      ]),
      choiceOf(
        "powerFactor",
        ["功率因数", "Power factor"],
        [
          ["1.0", "1.0", "1.0"],
          ["0.5L", "0.5 感性", "0.5 inductive"],
          ["0.8C", "0.8 容性", "0.8 capacitive"],
        ],
        { group: "conditions" },
      ),
    ],
    output: {
      characteristic: "em-error",
      label: { zh: "基本误差", en: "Percentage error" },
      unit: "%",
      rounding: { mode: "half-even", step: ROUNDING_STEP[accuracyClass] },
    },
    names: {
      expected: { zh: "算定脉冲数 m₀", en: "Expected count, m₀" },
      run: { zh: "单次误差", en: "Error of a run" },
      standard: { zh: "标准表", en: "Standard meter" },
      repeatability: { zh: "重复性", en: "Repeatability" },
      rounding: { zh: "修约", en: "Rounding" },
    },
    compute: (readings) => {
      const { expected, errorsPercent, meanPercent } = electricityErrors(runOf(readings));
      return {
        value: meanPercent,
        intermediate: [
          { name: "expected", value: expected, unit: "1" },
          ...errorsPercent.map((value) => ({ name: "run", value, unit: "%" })),
        ],
      };
    },
    more: (readings) => {
      const { errorsPercent } = electricityErrors(runOf(readings));
      return [
        normal("standard", single(readings, "standardClassPercent") / Math.sqrt(3), 1, { unit: "%" }),
        {
          source: "repeatability",
          sensitivity: 1,
          u: standardError(errorsPercent),
          dof: errorsPercent.length - 1,
          unit: "%",
        },
        normal("rounding", Number(accuracyClass) / 20 / Math.sqrt(3), 1, { unit: "%" }),
      ];
    },
    findings: (readings) => {
      const { within } = electricityVerdict(runOf(readings), pointOf(readings, accuracyClass), ELECTRICITY);
      return [keptFinding("mpe", MPE, within, ELECTRICITY)];
    },
    example: EXAMPLES[accuracyClass],
  }),
);

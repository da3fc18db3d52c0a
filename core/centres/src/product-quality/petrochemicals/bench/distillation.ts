import { describe } from "@quanheng/flow/determination/describe.ts";
import type { FurtherOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, condition, quantity } from "../../../bench-inputs.ts";
import { correctedDistillation, type Distillation, evaporatedTemperature } from "../distillation.ts";

const thermometer = {
  instrumentType: "distillation-unit",
  uncertainty: { kind: "rectangular", halfWidth: 0.5 },
} as const;

/** The loss is what recovery and residue leave of 100 %; nobody reads it. @source ASTM D86-20b, 10.17 (recalled) */
function distillationOf(readings: Readings): Distillation {
  const temperatures = series(readings, "tempC");
  const [recovery, residue] = [single(readings, "recovery"), single(readings, "residue")];
  return {
    barometerKpa: single(readings, "barometerKpa"),
    rows: [
      { recovered: "IBP", tempC: single(readings, "initialC") },
      ...series(readings, "recovered").map((recovered, at) => ({ recovered, tempC: temperatures[at] ?? Number.NaN })),
      { recovered: "FBP", tempC: single(readings, "finalC") },
    ],
    recovery,
    residue,
    loss: 100 - recovery - residue,
  };
}

const CELSIUS: Pick<FurtherOutput, "unit" | "rounding"> = { unit: "Cel", rounding: { mode: "half-even", places: 1 } };
const SHARE: Pick<FurtherOutput, "unit" | "rounding"> = { unit: "%{vol}", rounding: { mode: "half-even", places: 1 } };
const EVAPORATED = [10, 50, 90] as const;

/** Distillation of a fuel at atmospheric pressure, with its curve. */
export const distillationBench = describe({
  id: "petroleum.distillation",
  title: { zh: "石油产品常压蒸馏", en: "Distillation at atmospheric pressure" },
  normative: ["GB/T 6536", "ASTM D86"],
  source: "ASTM D86-20b, 11; GB/T 6536-2010; recalled",
  validFrom: "2011-05-01",
  tables: [
    {
      name: "curve",
      label: { zh: "馏出曲线", en: "Distillation curve" },
      hint: { zh: "回收体积由小到大。", en: "Recovered volumes, rising." },
    },
  ],
  inputs: [
    quantity("initialC", ["初馏点", "Initial boiling point"], "Cel", ["-20", "400"], thermometer),
    column("curve", "recovered", ["回收体积", "Recovered"], "%{vol}", ["0.1", "100"], [1, 60]),
    column("curve", "tempC", ["温度计读数", "Temperature"], "Cel", ["-20", "450"], [1, 60], thermometer),
    quantity("finalC", ["终馏点", "Final boiling point"], "Cel", ["-20", "450"], thermometer),
    quantity("recovery", ["最大回收体积", "Highest recovery"], "%{vol}", ["0", "100"], {
      instrumentType: "distillation-unit",
      uncertainty: { kind: "rectangular", halfWidth: 0.2 },
    }),
    quantity("residue", ["残留量", "Residue"], "%{vol}", ["0", "100"], {
      uncertainty: { kind: "rectangular", halfWidth: 0.1 },
    }),
    condition("barometerKpa", ["大气压力", "Air pressure"], "kPa", ["80", "106"], {
      instrumentType: "barometer",
      uncertainty: { kind: "rectangular", halfWidth: 0.1 },
    }),
  ],
  output: {
    characteristic: "t50",
    label: { zh: "50 % 蒸发温度", en: "50 % evaporated temperature" },
    ...CELSIUS,
  },
  further: [
    {
      name: "t10",
      characteristic: "t10",
      label: { zh: "10 % 蒸发温度", en: "10 % evaporated temperature" },
      ...CELSIUS,
    },
    {
      name: "t90",
      characteristic: "t90",
      label: { zh: "90 % 蒸发温度", en: "90 % evaporated temperature" },
      ...CELSIUS,
    },
    { name: "ibp", characteristic: "ibp", label: { zh: "初馏点", en: "Initial boiling point" }, ...CELSIUS },
    { name: "fbp", characteristic: "fbp", label: { zh: "终馏点", en: "Final boiling point" }, ...CELSIUS },
    {
      name: "residue",
      characteristic: "distillation-residue",
      label: { zh: "残留量", en: "Distillation residue" },
      ...SHARE,
    },
    {
      name: "correctedRecovery",
      characteristic: "distillation-recovery",
      label: { zh: "修正后回收体积", en: "Corrected recovery" },
      ...SHARE,
    },
  ],
  names: {
    loss: { zh: "损失量", en: "Loss" },
    correctedLoss: { zh: "修正后损失量", en: "Corrected loss" },
  },
  compute: (readings) => {
    const distillation = distillationOf(readings);
    const { rows, correctedLoss, correctedRecovery } = correctedDistillation(distillation);
    const [t10, t50, t90] = EVAPORATED.map((percent) => evaporatedTemperature(distillation, percent)) as [
      number,
      number,
      number,
    ];
    return {
      value: t50,
      further: {
        t10,
        t90,
        ibp: rows[0]?.correctedC ?? Number.NaN,
        fbp: rows.at(-1)?.correctedC ?? Number.NaN,
        residue: distillation.residue,
        correctedRecovery,
      },
      intermediate: [
        { name: "loss", value: distillation.loss, unit: "%{vol}" },
        { name: "correctedLoss", value: correctedLoss, unit: "%{vol}" },
      ],
    };
  },
  pictures: (readings) => {
    const distillation = distillationOf(readings);
    const { rows } = correctedDistillation(distillation);
    const share = (recovered: Distillation["rows"][number]["recovered"]) => {
      if (recovered === "IBP") return 0;
      return recovered === "FBP" ? distillation.recovery : recovered;
    };
    return [
      {
        kind: "lines",
        name: "distillation",
        title: { zh: "馏程曲线", en: "Distillation curve" },
        x: { label: { zh: "回收体积", en: "Recovered" }, unit: "%{vol}" },
        y: { label: { zh: "温度", en: "Temperature" }, unit: "Cel" },
        lines: [
          {
            name: { zh: "读数", en: "as read" },
            role: "measured",
            points: rows.map(({ recovered, tempC }) => [share(recovered), tempC]),
            scattered: true,
          },
          {
            name: { zh: "修正到 101.3 kPa", en: "at 101.3 kPa" },
            role: "evaluated",
            points: rows.map(({ recovered, correctedC }) => [share(recovered), correctedC]),
          },
        ],
        marks: EVAPORATED.map((percent) => ({
          name: { zh: `T${percent}`, en: `T${percent}` },
          x: percent - distillation.loss,
          y: evaporatedTemperature(distillation, percent),
        })),
      },
    ];
  },
  example: {
    initialC: "25.5",
    recovered: ["5", "10", "15", "20", "30", "40", "50", "60", "70", "80", "85", "90"],
    tempC: ["33.0", "39.5", "46.0", "54.5", "74.0", "93.0", "108.0", "123.0", "142.0", "166.5", "180.5", "200.4"],
    finalC: "215.0",
    recovery: "94.2",
    residue: "1.1",
    barometerKpa: "98.6",
  },
});

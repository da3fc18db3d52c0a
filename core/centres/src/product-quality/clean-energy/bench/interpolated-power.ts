import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { effect, share } from "../../../bench-verdicts.ts";
import { interpolatedByProcedure3 } from "../curve-interpolation.ts";
import { PAIR_EXAMPLE } from "./example-sweeps.ts";
import { SWEEP_AXES, sweepColumns, sweepLines } from "./sweep.ts";

/** Standard uncertainty of the interpolation and the simulator beside irradiance. [% of the power] We choose what is usual. */
const INTERPOLATION_PERCENT = 0.5;

/** Power of a module between two measured irradiances by procedure 3; the temperature follows. */
export const interpolatedPowerBench: MethodDefinition = describe({
  id: "pv.interpolated-power",
  title: { zh: "两条 I–V 曲线内插功率（程序 3）", en: "Power between two I–V curves (procedure 3)" },
  normative: [],
  source: "IEC 60891:2009, procedure 3; recalled",
  validFrom: "2009-12-14",
  inputs: [
    ...sweepColumns("first", ["firstV", "firstA"]),
    ...sweepColumns("second", ["secondV", "secondA"]),
    irradiance("firstWm2", ["第一条曲线辐照度", "Irradiance of the first curve"]),
    temperature("firstC", ["第一条曲线温度", "Temperature of the first curve"]),
    irradiance("secondWm2", ["第二条曲线辐照度", "Irradiance of the second curve"]),
    temperature("secondC", ["第二条曲线温度", "Temperature of the second curve"]),
    quantity("targetWm2", ["目标辐照度", "Target irradiance"], "W/m2", ["200", "1500"], { group: "conditions" }),
  ],
  tables: [
    { name: "first", label: { zh: "第一条曲线", en: "First curve" } },
    { name: "second", label: { zh: "第二条曲线", en: "Second curve" } },
  ],
  output: {
    characteristic: "pv-pmax",
    label: { zh: "最大功率", en: "Maximum power" },
    unit: "W",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    {
      name: "temperatureC",
      characteristic: "pv-curve-temperature",
      label: { zh: "对应温度", en: "Temperature that goes with it" },
      unit: "Cel",
      rounding: { mode: "half-even", places: 1 },
    },
  ],
  names: {
    share: { zh: "插值系数 a", en: "Interpolation factor a" },
    interpolation: { zh: "插值与模拟器", en: "Interpolation and simulator" },
  },
  compute(readings) {
    const { peakW, temperatureC, a } = interpolated(readings);
    return { value: peakW, further: { temperatureC }, intermediate: [{ name: "share", value: a, unit: "1" }] };
  },
  more: (_, { value }) => [effect("interpolation", (INTERPOLATION_PERCENT / 100) * value)],
  example: {
    ...PAIR_EXAMPLE,
    firstWm2: "600",
    firstC: "40",
    secondWm2: "900",
    secondC: "44",
    targetWm2: "800",
  },
  pictures(readings) {
    return [
      {
        kind: "lines",
        name: "sweeps",
        title: { zh: "I–V 与 P–V 曲线", en: "I–V and P–V curves" },
        ...SWEEP_AXES,
        lines: [
          ...sweepLines(["第一条", "First"], "measured", curve(readings, "first").curve),
          ...sweepLines(["第二条", "Second"], "measured", curve(readings, "second").curve),
          ...sweepLines(["内插", "Interpolated"], "evaluated", interpolated(readings).curve),
        ],
      },
    ];
  },
});

function irradiance(name: string, label: readonly [string, string]) {
  return quantity(name, label, "W/m2", ["200", "1500"], { instrumentType: "solar-simulator", uncertainty: share(0.8) });
}

function temperature(name: string, label: readonly [string, string]) {
  const uncertainty = { kind: "normal", u: 0.5 } as const;
  return quantity(name, label, "Cel", ["-50", "120"], { instrumentType: "thermometer", uncertainty });
}

function curve(readings: Readings, name: "first" | "second") {
  return {
    curve: { voltagesV: series(readings, `${name}V`), currentsA: series(readings, `${name}A`) },
    irradianceWm2: single(readings, `${name}Wm2`),
    temperatureC: single(readings, `${name}C`),
  };
}

function interpolated(readings: Readings) {
  return interpolatedByProcedure3(curve(readings, "first"), curve(readings, "second"), single(readings, "targetWm2"));
}

import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { equipment, quantity } from "../../../bench-inputs.ts";
import { kinematicViscosity } from "../kinematic-viscosity.ts";
import { viscosityIndex } from "../viscosity-index.ts";

function found(readings: Readings) {
  return kinematicViscosity(
    single(readings, "constantMm2S2"),
    series(readings, "timesS"),
    single(readings, "determinabilityPercent"),
  );
}

/** Kinematic viscosity by capillary. */
export const kinematicViscosityBench = describe({
  id: "petroleum.kinematic-viscosity",
  title: { zh: "运动黏度（毛细管法）", en: "Kinematic viscosity (capillary)" },
  normative: ["GB/T 265", "ISO 3104"],
  source: "ISO 3104:2020; GB/T 265-1988",
  validFrom: "1989-04-01",
  inputs: [
    equipment("constantMm2S2", ["黏度计常数", "Constant of the viscometer"], "mm2/s2", ["0.0001", "100"], "0.03512", {
      instrumentType: "capillary-viscometer",
      uncertainty: { kind: "percent", percent: 0.15, distribution: "normal" },
    }),
    quantity("timesS", ["流动时间", "Flow times"], "s", ["1", "10000"], {
      replicates: { min: 2, max: 4 },
      instrumentType: "clock",
      uncertainty: { kind: "rectangular", halfWidth: 0.1 },
    }),
    equipment("determinabilityPercent", ["测定允许差", "Determinability"], "%", ["0.01", "10"], "0.2"),
  ],
  output: {
    characteristic: "kinematic-viscosity",
    label: { zh: "运动黏度", en: "Kinematic viscosity" },
    unit: "mm2/s",
    rounding: { mode: "half-even", digits: 4 },
  },
  names: {
    determination: { zh: "单次测定", en: "Determination" },
    spread: { zh: "各次之差", en: "Spread of the determinations" },
  },
  compute: (readings) => {
    const { viscosity, determinations, spreadPercent } = found(readings);
    return {
      value: viscosity,
      intermediate: [
        ...determinations.map((value) => ({ name: "determination", value, unit: "mm2/s" })),
        { name: "spread", value: spreadPercent, unit: "%" },
      ],
    };
  },
  findings: (readings) => {
    const { agrees } = found(readings);
    return [
      {
        name: "determinability",
        label: { zh: "测定允许差", en: "Determinability" },
        outcome: agrees
          ? { zh: "各次一致", en: "the determinations agree" }
          : { zh: "超差，须重测", en: "too far apart, repeat the test" },
        kept: agrees,
        basis: "recalled",
        source: "ISO 3104:2020",
      },
    ];
  },
  example: { timesS: ["263.42", "263.88"] },
});

/** Viscosity index from the kinematic viscosities at 40 °C and 100 °C. */
export const viscosityIndexBench = describe({
  id: "petroleum.viscosity-index",
  title: { zh: "黏度指数", en: "Viscosity index" },
  normative: ["GB/T 1995", "ISO 2909", "ASTM D2270"],
  source: "ASTM D2270-10(2016), 5 and 6",
  validFrom: "1999-01-01",
  inputs: [
    quantity("nu40", ["40 °C 运动黏度", "Kinematic viscosity at 40 °C"], "mm2/s", ["2", "100000"], {
      instrumentType: "capillary-viscometer",
      uncertainty: { kind: "percent", percent: 0.25, distribution: "normal" },
    }),
    quantity("nu100", ["100 °C 运动黏度", "Kinematic viscosity at 100 °C"], "mm2/s", ["2", "10000"], {
      instrumentType: "capillary-viscometer",
      uncertainty: { kind: "percent", percent: 0.25, distribution: "normal" },
    }),
  ],
  output: {
    characteristic: "viscosity-index",
    label: { zh: "黏度指数", en: "Viscosity index" },
    unit: "1",
    rounding: { mode: "half-even", places: 0 },
  },
  names: {
    l: { zh: "L（黏度指数 0 的油）", en: "L (oil of index 0)" },
    h: { zh: "H（黏度指数 100 的油）", en: "H (oil of index 100)" },
  },
  compute: (readings) => {
    const { index, l, h } = viscosityIndex(single(readings, "nu40"), single(readings, "nu100"));
    return {
      value: index,
      intermediate: [
        { name: "l", value: l, unit: "mm2/s" },
        { name: "h", value: h, unit: "mm2/s" },
      ],
    };
  },
  example: { nu40: "73.30", nu100: "8.86" },
});

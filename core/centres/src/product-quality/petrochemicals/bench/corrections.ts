import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { condition, equipment, quantity } from "../../../bench-inputs.ts";
import { flashPoint } from "../flash-point.ts";
import { uncertaintyFromReproducibility } from "../precision.ts";
import { sulphurContent } from "../sulphur.ts";
import { dryVapourPressure } from "../vapour-pressure.ts";

const twice = { portion: true, replicates: { min: 1, max: 4 } } as const;
const REPRODUCIBILITY = { zh: "方法再现性", en: "Reproducibility of the method" } as const;

/** Flash point in the closed cup, at 101.3 kPa. */
export const flashPointBench = describe({
  id: "petroleum.flash-point",
  title: { zh: "闭口闪点", en: "Flash point, closed cup" },
  normative: ["GB/T 261", "ISO 2719"],
  source: "ISO 2719:2016, 13; GB/T 261-2021; recalled",
  validFrom: "2022-05-01",
  inputs: [
    quantity("observedC", ["观察闪点", "Flash point as observed"], "Cel", ["-30", "400"], {
      ...twice,
      instrumentType: "flash-point-tester",
    }),
    condition("barometerKpa", ["大气压力", "Air pressure"], "kPa", ["80", "106"], {
      instrumentType: "barometer",
      uncertainty: { kind: "rectangular", halfWidth: 0.1 },
    }),
  ],
  output: {
    characteristic: "flash-point",
    label: { zh: "闭口闪点", en: "Flash point, closed cup" },
    unit: "Cel",
    rounding: { mode: "half-even", step: "0.5" },
  },
  names: { reproducibility: REPRODUCIBILITY },
  compute: (readings) => ({ value: flashPoint(single(readings, "observedC"), single(readings, "barometerKpa")) }),
  // R = 0.071·T of procedure A, recalled.
  more: (_, { value }) => [
    normal("reproducibility", uncertaintyFromReproducibility(Math.max(0.1, 0.071 * value)), 1, { unit: "Cel" }),
  ],
  example: { observedC: ["61.5"], barometerKpa: "96.4" },
});

/** Vapour pressure of gasoline, mini method at 37.8 °C. */
export const vapourPressureBench = describe({
  id: "petroleum.vapour-pressure",
  title: { zh: "蒸气压（微量法）", en: "Vapour pressure (mini method)" },
  normative: ["SH/T 0794", "ASTM D5191"],
  source: "ASTM D5191-22, 14.2; SH/T 0794-2007; recalled",
  validFrom: "2008-01-01",
  inputs: [
    quantity("totalKpa", ["总压", "Total pressure"], "kPa", ["7", "200"], {
      ...twice,
      instrumentType: "vapour-pressure-tester",
      uncertainty: { kind: "rectangular", halfWidth: 0.8 },
    }),
  ],
  output: {
    characteristic: "vapour-pressure",
    label: { zh: "蒸气压（DVPE）", en: "Vapour pressure (DVPE)" },
    unit: "kPa",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {},
  compute: (readings) => ({ value: dryVapourPressure(single(readings, "totalKpa")) }),
  example: { totalKpa: ["65.4"] },
});

/** Sulphur of a fuel by ultraviolet fluorescence. */
export const sulphurBench = describe({
  id: "petroleum.sulphur",
  title: { zh: "硫含量（紫外荧光法）", en: "Sulphur content (UV fluorescence)" },
  normative: ["SH/T 0689", "ASTM D5453", "ISO 20846"],
  source: "SH/T 0689-2000; ISO 20846; recalled",
  validFrom: "2000-10-01",
  inputs: [
    quantity(
      "concentrationNgUl",
      ["校准曲线所得浓度", "Concentration by the calibration"],
      "ng/uL",
      ["0", "1000"],
      twice,
    ),
    quantity("injectedUl", ["进样体积", "Volume injected"], "uL", ["0.1", "1000"], twice),
    quantity("massMg", ["进样质量", "Mass injected"], "mg", ["0.1", "1000"], {
      ...twice,
      instrumentType: "analytical-balance",
    }),
    equipment("dilution", ["稀释倍数", "Dilution"], "1", ["1", "10000"], "1"),
  ],
  output: {
    characteristic: "fuel-sulphur",
    label: { zh: "硫含量", en: "Sulphur content" },
    unit: "mg/kg",
    rounding: { mode: "half-even", places: 1 },
  },
  names: { reproducibility: REPRODUCIBILITY },
  compute: (readings) => ({
    value: sulphurContent({
      concentrationNgUl: single(readings, "concentrationNgUl"),
      injectedUl: single(readings, "injectedUl"),
      massMg: single(readings, "massMg"),
      dilution: single(readings, "dilution"),
    }),
  }),
  // R = 0.112·S + 1.12 mg/kg of ISO 20846, recalled; 2.24 at 10 mg/kg as the worked examples of ISO 4259 use it.
  more: (_, { value }) => [
    normal("reproducibility", uncertaintyFromReproducibility(0.112 * value + 1.12), 1, { unit: "mg/kg" }),
  ],
  example: { concentrationNgUl: ["7.4", "7.2"], injectedUl: ["20", "20"], massMg: ["14.8", "14.8"] },
});

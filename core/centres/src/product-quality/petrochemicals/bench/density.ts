import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, quantity } from "../../../bench-inputs.ts";
import { hydrometer, standardDensity } from "../standard-density.ts";
import type { PetroleumGroup } from "../volume-correction.ts";

function found(readings: Readings) {
  const [reading, tempC] = [single(readings, "reading"), single(readings, "tempC")];
  const glass = readings["glass"];
  const observed = glass === "none" ? reading : hydrometer(reading, tempC, glass === "15" ? 15 : 20).density;
  return { observed, ...standardDensity(readings["group"] as PetroleumGroup, observed, tempC) };
}

/** Density of a petroleum product by hydrometer, brought to 20 °C and 15 °C. */
export const densityBench = describe({
  id: "petroleum.density",
  title: { zh: "石油产品密度（密度计法）", en: "Density of petroleum products (hydrometer)" },
  normative: ["GB/T 1884", "GB/T 1885", "ASTM D1250"],
  source: "GB/T 1884-2000; API MPMS 11.1-2004; recalled",
  validFrom: "2001-01-01",
  inputs: [
    choiceOf(
      "group",
      ["油品类别", "Kind of product"],
      [
        ["refined", "成品油", "refined product"],
        ["crude", "原油", "crude oil"],
        ["lubricant", "润滑油", "lubricating oil"],
      ],
    ),
    quantity("reading", ["密度计读数", "Reading of the hydrometer"], "kg/m3", ["500", "1200"], {
      portion: true,
      replicates: { min: 1, max: 4 },
      instrumentType: "density-hydrometer",
      uncertainty: { kind: "rectangular", halfWidth: 0.3 },
    }),
    quantity("tempC", ["试样温度", "Temperature of the sample"], "Cel", ["-50", "150"], {
      portion: true,
      replicates: { min: 1, max: 4 },
      instrumentType: "thermometer",
      uncertainty: { kind: "rectangular", halfWidth: 0.2 },
    }),
    choiceOf(
      "glass",
      ["密度计检定温度", "Hydrometer calibrated at"],
      [
        ["20", "20 °C", "20 °C"],
        ["15", "15 °C", "15 °C"],
        ["none", "读数已作玻璃修正", "glass already corrected"],
      ],
      { group: "instrument", preset: "20" },
    ),
  ],
  output: {
    characteristic: "fuel-density",
    label: { zh: "密度（20 °C）", en: "Density at 20 °C" },
    unit: "kg/m3",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    {
      name: "density15",
      characteristic: "fuel-density-15",
      label: { zh: "密度（15 °C）", en: "Density at 15 °C" },
      unit: "kg/m3",
      rounding: { mode: "half-even", places: 1 },
    },
    {
      name: "vcf20",
      characteristic: "volume-correction-20",
      label: { zh: "体积修正系数 VCF20", en: "Volume correction to 20 °C" },
      unit: "1",
      rounding: { mode: "half-even", places: 4 },
    },
  ],
  repeatability: { limit: "0.5", source: "GB/T 1884-2000, repeatability; recalled" },
  names: { observed: { zh: "视密度（玻璃修正后）", en: "Density as observed, glass corrected" } },
  compute: (readings) => {
    const { observed, density20, density15, vcf20 } = found(readings);
    return {
      value: density20,
      further: { density15, vcf20 },
      intermediate: [{ name: "observed", value: observed, unit: "kg/m3" }],
    };
  },
  example: { group: "refined", reading: ["732.4", "732.4"], tempC: ["28.6", "28.6"], glass: "none" },
});

import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import { flagged, single } from "@quanheng/flow/determination/readings.ts";
import { halfWidth, optional, quantity } from "../../../bench-inputs.ts";
import { note } from "../../../bench-verdicts.ts";
import { gaugeBlockLength } from "../gauge-block-comparison.ts";
import { gaugeBlockGrades } from "../gauge-block-grade.ts";
import { GAUGE_BLOCKS } from "../tables.ts";

/** Mean expansion of steel blocks, and how far two of them may differ. [1/K] @source EA-4/02 M:2022, S4 */
const ALPHA_PER_K = 11.5e-6;

/**
 * Gauge block by comparison: the deviation of its length from the nominal one. The readings are differences to the standard;
 * their own scatter counts.
 */
export const gaugeBlockBench = describe({
  id: "length.gauge-block-comparison",
  title: { zh: "量块比较测量", en: "Gauge block by comparison" },
  normative: ["JJG 146-2011", "ISO 3650:1998"],
  source: "JJG 146-2011; ISO 3650:1998, 8; EA-4/02 M:2022, S4",
  validFrom: "2012-05-30",
  inputs: [
    quantity("nominalMm", ["标称长度", "Nominal length"], "mm", ["0.5", "1000"]),
    quantity("standardUm", ["标准量块的偏差", "Deviation of the standard"], "um", ["-10", "10"], {
      instrumentType: "gauge-block",
      group: "instrument",
      uncertainty: { kind: "stated", input: "standardExpandedUm", coverage: 2 },
    }),
    quantity("standardExpandedUm", ["标准量块的 U (k = 2)", "U of the standard (k = 2)"], "um", ["0.001", "5"], {
      group: "instrument",
    }),
    quantity("differenceUm", ["被测与标准之差", "Item minus standard"], "um", ["-100", "100"], {
      instrumentType: "length-comparator",
      portion: true,
      replicates: { min: 3, max: 20 },
    }),
    quantity("tempC", ["量块温度", "Temperature of the blocks"], "Cel", ["15", "25"], {
      instrumentType: "thermometer",
      group: "conditions",
    }),
    {
      name: "gradeK",
      label: { zh: "K 级量块", en: "Grade K" },
      unit: "1",
      kind: "flag",
      group: "conditions",
      optional: true,
    },
    quantity("foundVariationUm", ["长度变动量", "Variation in length"], "um", ["0", "10"], {
      optional: true,
      hint: { zh: "填写后判定级别。", en: "With it the grades are found." },
    }),
    quantity("driftUm", ["标准的稳定性 ±", "Drift of the standard ±"], "um", ["0", "1"], {
      group: "instrument",
      preset: "0.030",
    }),
    quantity("comparatorUm", ["比较仪 ±", "Comparator ±"], "um", ["0", "1"], { group: "instrument", preset: "0.032" }),
    quantity("differenceK", ["两块温差 ±", "Temperature difference of the blocks ±"], "K", ["0", "1"], {
      group: "conditions",
      preset: "0.05",
    }),
    quantity("expansionUm", ["膨胀系数之差的影响 u", "Difference of expansion, u"], "um", ["0", "1"], {
      group: "conditions",
      preset: "0.0118",
    }),
    quantity("variationUm", ["偏离中心 ±", "Off centre ±"], "um", ["0", "1"], {
      group: "instrument",
      preset: "0.0067",
    }),
  ],
  output: {
    characteristic: "gb-te",
    label: { zh: "长度偏差", en: "Deviation from the nominal length" },
    unit: "um",
    rounding: { mode: "half-even", places: 3 },
  },
  further: [
    {
      name: "lengthMm",
      characteristic: "gauge-block-length",
      label: { zh: "中心长度", en: "Length" },
      unit: "mm",
      rounding: { mode: "half-even", places: 6 },
    },
  ],
  names: {},
  compute: (readings) => {
    const nominalMm = single(readings, "nominalMm");
    const { lengthMm } = gaugeBlockLength({
      nominalMm,
      standardMm: nominalMm + single(readings, "standardUm") / 1000,
      differencesNm: [single(readings, "differenceUm") * 1000],
      budget: [],
      tempC: single(readings, "tempC"),
      gradeK: flagged(readings, "gradeK"),
    });
    return { value: (lengthMm - nominalMm) * 1000, further: { lengthMm } };
  },
  more: (readings) => [
    halfWidth(readings, "driftUm", 1, "um"),
    halfWidth(readings, "comparatorUm", 1, "um"),
    halfWidth(readings, "differenceK", -ALPHA_PER_K * single(readings, "nominalMm") * 1000, "K"),
    normal("expansionUm", single(readings, "expansionUm"), -1, { unit: "um" }),
    halfWidth(readings, "variationUm", -1, "um"),
  ],
  findings: (readings, { value }) => {
    const variationUm = optional(readings, "foundVariationUm");
    if (variationUm === undefined) return [];
    const block = { nominalMm: single(readings, "nominalMm"), deviationUm: value, variationUm };
    const met = gaugeBlockGrades(GAUGE_BLOCKS, block);
    const basis = {
      document: GAUGE_BLOCKS.document,
      status: met.some(({ grade }) => grade === "K") ? "recalled" : "published",
    };
    const names = met.map(({ grade }) => grade).join(", ");
    return [note("grade", ["符合的级别", "Grades met"], names === "" ? ["无", "none"] : [names, names], basis)];
  },
  example: {
    nominalMm: "50",
    standardUm: "0.020",
    standardExpandedUm: "0.030",
    differenceUm: ["-0.100", "-0.090", "-0.080", "-0.100", "-0.100"],
    tempC: "20.1",
    foundVariationUm: "0.08",
  },
});

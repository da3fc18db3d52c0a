import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, equipment, quantity } from "../../../bench-inputs.ts";
import { conditionedSize, SIZING_SKEINS, sizeStatistics } from "../size.ts";

function skeinsOf(readings: Readings) {
  const counts = series(readings, "count");
  return series(readings, "sizeDen").map((sizeDen, at) => ({ sizeDen, count: counts[at] ?? Number.NaN }));
}

function found(readings: Readings) {
  return sizeStatistics(String(single(readings, "nominalDen")), skeinsOf(readings), single(readings, "required"));
}

/** Size deviation, maximum deviation and mean size of a lot, with the sizes drawn. */
export const sizeBench = describe({
  id: "silk.size",
  title: { zh: "生丝纤度偏差", en: "Size and size deviation of raw silk" },
  normative: ["GB/T 1798-2008"],
  source: "GB/T 1798-2008, sizes and their deviations; recalled",
  validFrom: "2009-02-01",
  tables: [
    {
      name: "skeins",
      label: { zh: "纤度丝", en: "Sizing skeins" },
      hint: { zh: "每种纤度一行及其绞数。", en: "One row per size with its number of skeins." },
    },
  ],
  inputs: [
    quantity("nominalDen", ["公称纤度中值", "Middle of the nominal size"], "[den]", ["5", "69"], {
      hint: { zh: "20/22 填 21。", en: "21 for 20/22." },
    }),
    column("skeins", "sizeDen", ["纤度", "Size"], "[den]", ["1", "150"], [1, 200], { instrumentType: "balance" }),
    column("skeins", "count", ["绞数", "Number"], "1", ["0", "200"], [1, 200]),
    equipment("required", ["应检绞数", "Skeins required"], "1", ["1", "400"], String(SIZING_SKEINS)),
  ],
  output: {
    characteristic: "size-deviation",
    label: { zh: "纤度偏差", en: "Size deviation" },
    unit: "[den]",
    rounding: { mode: "half-even", places: 2 },
  },
  further: [
    {
      name: "greatest",
      characteristic: "maximum-size-deviation",
      label: { zh: "纤度最大偏差", en: "Maximum size deviation" },
      unit: "[den]",
      rounding: { mode: "half-even", places: 2 },
    },
    {
      name: "mean",
      characteristic: "mean-size",
      label: { zh: "平均纤度", en: "Mean size" },
      unit: "[den]",
      rounding: { mode: "half-even", places: 2 },
    },
  ],
  names: {
    sampling: { zh: "抽样", en: "Sampling" },
    fine: { zh: "最细 2 % 的均值", en: "Mean of the finest 2 %" },
    coarse: { zh: "最粗 2 % 的均值", en: "Mean of the coarsest 2 %" },
  },
  compute: (readings) => {
    const { deviationDen, greatestDeviationDen, meanDen, fineDen, coarseDen } = found(readings);
    return {
      value: deviationDen,
      further: { greatest: greatestDeviationDen, mean: meanDen },
      intermediate: [
        { name: "fine", value: fineDen, unit: "[den]" },
        { name: "coarse", value: coarseDen, unit: "[den]" },
      ],
    };
  },
  // Standard uncertainty of a standard deviation from N readings, JCGM 100:2008, E.4.3.
  more: (readings, { value }) => [
    normal("sampling", value / Math.sqrt(2 * Math.max(1, found(readings).number - 1)), 1, { unit: "[den]" }),
  ],
  pictures: (readings) => {
    const skeins = skeinsOf(readings).toSorted((a, b) => a.sizeDen - b.sizeDen);
    return [
      {
        kind: "bars",
        name: "sizes",
        title: { zh: "纤度分布", en: "Sizes of the skeins" },
        categories: skeins.map(({ sizeDen }) => ({ zh: String(sizeDen), en: String(sizeDen) })),
        y: { label: { zh: "绞数", en: "Number" }, unit: "1" },
        bars: [{ name: { zh: "绞数", en: "Number" }, values: skeins.map(({ count }) => count) }],
      },
    ];
  },
  example: {
    nominalDen: "21",
    sizeDen: ["18.5", "19", "19.5", "20", "20.5", "21", "21.5", "22", "22.5", "23", "23.5"],
    count: ["2", "6", "14", "27", "38", "42", "33", "20", "11", "5", "2"],
  },
});

/** Mean size at the official regain. */
export const conditionedSizeBench = describe({
  id: "silk.conditioned-size",
  title: { zh: "公量平均纤度", en: "Mean conditioned size" },
  normative: ["GB/T 1798-2008"],
  source: "GB/T 1798-2008, mean conditioned size; recalled",
  validFrom: "2009-02-01",
  inputs: [
    quantity("dryG", ["纤度丝干量", "Oven-dry mass of the skeins"], "g", ["0.1", "1000"], {
      instrumentType: "balance",
      uncertainty: { kind: "rectangular", halfWidth: 0.05 },
    }),
    equipment("skeins", ["绞数", "Skeins"], "1", ["1", "400"], "200"),
    equipment("turns", ["每绞回数", "Turns of a skein"], "1", ["1", "1000"], "100"),
    equipment("turnM", ["每回长度", "Length of a turn"], "m", ["0.1", "5"], "1.125", {
      uncertainty: { kind: "percent", percent: 0.2, distribution: "rectangular" },
    }),
  ],
  output: {
    characteristic: "conditioned-size",
    label: { zh: "公量平均纤度", en: "Mean conditioned size" },
    unit: "[den]",
    rounding: { mode: "half-even", places: 2 },
  },
  further: [
    {
      name: "dtex",
      characteristic: "conditioned-size-dtex",
      label: { zh: "公量平均线密度", en: "Mean conditioned linear density" },
      unit: "dtex",
      rounding: { mode: "half-even", places: 2 },
    },
  ],
  names: {},
  compute: (readings) => {
    const { den, dtex } = conditionedSize({
      dryG: single(readings, "dryG"),
      skeins: single(readings, "skeins"),
      turns: single(readings, "turns"),
      turnM: single(readings, "turnM"),
    });
    return { value: den, further: { dtex } };
  },
  example: { dryG: "47.20" },
});

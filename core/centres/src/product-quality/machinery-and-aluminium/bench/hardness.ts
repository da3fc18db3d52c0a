import { describe } from "@quanheng/flow/determination/describe.ts";
import type { DescribedInput } from "@quanheng/flow/determination/description.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, single } from "@quanheng/flow/determination/readings.ts";
import { choice, halfWidth, quantity } from "../../../bench-inputs.ts";
import { brinell, type Indentation, rockwell, vickers } from "../hardness.ts";

/** Indentations of one test. */
const INDENTATIONS = { portion: true, replicates: { min: 1, max: 10 } } as const;

function sizes(
  labels: readonly (readonly [string, string])[],
  percent: number,
  max: string,
): readonly DescribedInput[] {
  return labels.map((label, i) =>
    quantity(`d${i + 1}Mm`, label, "mm", ["0.005", max], {
      ...INDENTATIONS,
      instrumentType: "microscope",
      uncertainty: { kind: "percent", percent, distribution: "rectangular" },
    }),
  );
}

const force = (min: string, max: string) =>
  quantity("forceN", ["试验力", "Test force"], "N", [min, max], {
    instrumentType: "hardness-tester",
    group: "instrument",
    uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
  });

function indentation(readings: Readings): Indentation {
  return { forceN: single(readings, "forceN"), d1Mm: single(readings, "d1Mm"), d2Mm: single(readings, "d2Mm") };
}

const MEAN = {
  dMm: { zh: "平均尺寸", en: "Mean size" },
  ratio: { zh: "压痕直径与球径之比", en: "Indentation over ball" },
};

/** Brinell hardness with a hardmetal ball; report it with the ball and the force, e.g. 207 HBW 10/3000. */
export const brinellBench = describe({
  id: "machinery.brinell-hardness",
  title: { zh: "布氏硬度", en: "Brinell hardness" },
  normative: ["GB/T 231.1-2018"],
  source: "GB/T 231.1-2018 (ISO 6506-1:2014), 4 and 7",
  validFrom: "2018-12-01",
  inputs: [
    ...sizes(
      [
        ["压痕直径 d₁", "Diameter d₁"],
        ["压痕直径 d₂", "Diameter d₂"],
      ],
      0.5,
      "10",
    ),
    force("9", "30000"),
    quantity("ballMm", ["球直径", "Ball"], "mm", ["1", "10"], { group: "instrument", preset: "10" }),
  ],
  output: {
    characteristic: "brinell-hardness",
    label: { zh: "布氏硬度 HBW", en: "Brinell hardness HBW" },
    unit: "HBW",
    rounding: { mode: "half-even", digits: 3 },
  },
  names: MEAN,
  compute: (readings) => {
    const { hardness, dMm, ratio } = brinell(indentation(readings), single(readings, "ballMm"));
    const intermediate = [
      { name: "dMm", value: dMm, unit: "mm" },
      { name: "ratio", value: ratio, unit: "1" },
    ];
    return { value: hardness, intermediate };
  },
  example: { d1Mm: ["4.20"], d2Mm: ["4.20"], forceN: "29420" },
});

/** Vickers hardness; report it with the force, e.g. 150 HV10. */
export const vickersBench = describe({
  id: "machinery.vickers-hardness",
  title: { zh: "维氏硬度", en: "Vickers hardness" },
  normative: ["GB/T 4340.1"],
  source: "GB/T 4340.1-2009 (ISO 6507-1), 4",
  validFrom: "2010-04-01",
  inputs: [
    ...sizes(
      [
        ["对角线 d₁", "Diagonal d₁"],
        ["对角线 d₂", "Diagonal d₂"],
      ],
      0.5,
      "2",
    ),
    force("0.09", "1000"),
  ],
  output: {
    characteristic: "vickers-hardness",
    label: { zh: "维氏硬度", en: "Vickers hardness" },
    unit: "HV",
    rounding: { mode: "half-even", digits: 3 },
  },
  names: MEAN,
  compute: (readings) => {
    const { hardness, dMm } = vickers(indentation(readings));
    return { value: hardness, intermediate: [{ name: "dMm", value: dMm, unit: "mm" }] };
  },
  example: { d1Mm: ["0.3505"], d2Mm: ["0.3519"], forceN: "98.07" },
});

/** Rockwell hardness from the permanent depth of the indentation. */
export const rockwellBench = describe({
  id: "machinery.rockwell-hardness",
  title: { zh: "洛氏硬度", en: "Rockwell hardness" },
  normative: ["GB/T 230.1-2018"],
  source: "GB/T 230.1-2018 (ISO 6508-1:2016), 4",
  validFrom: "2019-02-01",
  inputs: [
    choice(
      "scale",
      ["标尺", "Scale"],
      [
        { value: "HRC", label: { zh: "HRC", en: "HRC" } },
        { value: "HRBW", label: { zh: "HRBW", en: "HRBW" } },
      ],
      { preset: "HRC" },
    ),
    quantity("depthMm", ["残余压痕深度", "Permanent depth"], "mm", ["0", "0.26"], {
      ...INDENTATIONS,
      instrumentType: "hardness-tester",
      uncertainty: { kind: "rectangular", halfWidth: 0.001 },
    }),
    quantity("machineHr", ["硬度计最大允许误差 ±", "Machine, permissible error ±"], "1", ["0", "5"], {
      group: "instrument",
      preset: "1.5",
    }),
  ],
  output: {
    characteristic: "rockwell-hardness",
    label: { zh: "洛氏硬度", en: "Rockwell hardness" },
    unit: "{HR}",
    rounding: { mode: "half-even", step: "0.5" },
  },
  names: {},
  compute: (readings) => ({ value: rockwell(chosen(readings, "scale", ["HRC", "HRBW"]), single(readings, "depthMm")) }),
  more: (readings) => [halfWidth(readings, "machineHr", 1, "1")],
  example: { depthMm: ["0.0912"] },
});

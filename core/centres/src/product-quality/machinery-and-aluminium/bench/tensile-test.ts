import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { type Picture, thinned } from "@quanheng/flow/determination/picture.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { choice, column, optional, quantity } from "../../../bench-inputs.ts";
import { verdict, words } from "../../../bench-verdicts.ts";
import { specimenPasses } from "../profile-decision.ts";
import type { CurvePoint } from "../proof-strength.ts";
import { PROFILES } from "../tables.ts";
import { reportedTensile, type TensileResult, tensileTest } from "../tensile-test.ts";
import { TENSILE_EXAMPLE } from "./tensile-example.ts";

const ROWS = [10, 100_000] as const;
const TEMPERS = Object.keys(PROFILES.tempers);

function evaluated(readings: Readings): TensileResult {
  const [from, to] = [optional(readings, "windowFromMpa"), optional(readings, "windowToMpa")];
  const [finalAreaMm2, least] = [optional(readings, "finalAreaMm2"), optional(readings, "leastElongationPercent")];
  return tensileTest({
    areaMm2: single(readings, "areaMm2"),
    gaugeMm: single(readings, "gaugeMm"),
    extensometerMm: single(readings, "extensometerMm"),
    forceN: series(readings, "forceN"),
    extensionMm: series(readings, "extensionMm"),
    ...(from === undefined || to === undefined ? {} : { fitWindowMpa: [from, to] as const }),
    purpose: chosen(readings, "purpose", ["modulus", "proofStrength"]),
    yielding: chosen(readings, "yielding", ["continuous", "discontinuous"]),
    fracture: chosen(readings, "fracture", ["inside", "outside"]),
    ...(least === undefined ? {} : { leastElongationPercent: least }),
    finalGaugeMm: single(readings, "finalGaugeMm"),
    ...(finalAreaMm2 === undefined ? {} : { finalAreaMm2 }),
  });
}

/** Tensile test at room temperature from force and extension. */
export const tensileBench = describe({
  id: "aluminium.tensile-test",
  title: { zh: "金属室温拉伸试验", en: "Tensile test at room temperature" },
  normative: ["GB/T 228.1-2021", "ISO 6892-1:2019", "ASTM B557"],
  source: "GB/T 228.1-2021 (ISO 6892-1:2019), 13 to 22",
  validFrom: "2022-07-01",
  tables: [
    {
      name: "curve",
      label: { zh: "力-延伸曲线", en: "Force and extension" },
      hint: { zh: "按时间先后，可从试验机文件导入。", en: "In the order of time; may come from the machine's file." },
    },
  ],
  inputs: [
    column("curve", "forceN", ["力", "Force"], "N", ["", ""], ROWS, {
      instrumentType: "tensile-machine",
      uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
    }),
    column("curve", "extensionMm", ["延伸", "Extension"], "mm", ["", ""], ROWS, {
      uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
    }),
    quantity("areaMm2", ["原始横截面积 S₀", "Original cross-section S₀"], "mm2", ["0.1", "100000"], {
      instrumentType: "caliper",
      uncertainty: { kind: "percent", percent: 0.5, distribution: "normal" },
    }),
    quantity("gaugeMm", ["原始标距 L₀", "Original gauge length L₀"], "mm", ["5", "1000"], {
      uncertainty: { kind: "percent", percent: 0.3, distribution: "rectangular" },
    }),
    quantity("extensometerMm", ["引伸计标距 L_e", "Extensometer gauge length L_e"], "mm", ["5", "1000"], {
      group: "instrument",
    }),
    quantity("finalGaugeMm", ["断后标距 L_u", "Final gauge length L_u"], "mm", ["5", "2000"], {
      instrumentType: "caliper",
      uncertainty: { kind: "rectangular", halfWidth: 0.25 },
    }),
    quantity("finalAreaMm2", ["断后最小截面积 S_u", "Final cross-section S_u"], "mm2", ["0", "100000"], {
      optional: true,
    }),
    quantity("windowFromMpa", ["拟合区间下限", "Elastic line from"], "MPa", ["0", ""], {
      optional: true,
      group: "conditions",
    }),
    quantity("windowToMpa", ["拟合区间上限", "Elastic line to"], "MPa", ["0", ""], {
      optional: true,
      group: "conditions",
      hint: { zh: "不填时取规定塑性延伸强度的 10 % 至 40 %。", en: "Left empty: 10 % to 40 % of the proof strength." },
    }),
    choice(
      "purpose",
      ["弹性段用途", "The elastic line is for"],
      [
        { value: "proofStrength", label: { zh: "规定塑性延伸强度", en: "proof strength" } },
        { value: "modulus", label: { zh: "弹性模量", en: "modulus" } },
      ],
      { preset: "proofStrength", group: "conditions" },
    ),
    choice(
      "yielding",
      ["屈服类型", "Yielding"],
      [
        { value: "continuous", label: { zh: "连续", en: "continuous" } },
        { value: "discontinuous", label: { zh: "不连续", en: "discontinuous" } },
      ],
      { preset: "continuous" },
    ),
    choice(
      "fracture",
      ["断口位置", "Fracture"],
      [
        { value: "inside", label: { zh: "标距内", en: "inside the gauge length" } },
        { value: "outside", label: { zh: "标距外", en: "outside the gauge length" } },
      ],
      { preset: "inside" },
    ),
    quantity("leastElongationPercent", ["规定的最小伸长率", "Least elongation required"], "%", ["0", "100"], {
      optional: true,
      group: "conditions",
    }),
    choice(
      "temper",
      ["型材牌号和状态", "Alloy and temper of the profile"],
      words(TEMPERS.map((name) => [name, name, name])),
      {
        optional: true,
        group: "conditions",
      },
    ),
  ],
  output: {
    characteristic: "proof-strength",
    label: { zh: "规定塑性延伸强度 Rp0.2", en: "Proof strength Rp0.2" },
    unit: "MPa",
    rounding: { mode: "half-even", places: 0 },
  },
  further: [
    {
      name: "tensileStrengthMpa",
      characteristic: "tensile-strength",
      label: { zh: "抗拉强度 Rm", en: "Tensile strength Rm" },
      unit: "MPa",
      rounding: { mode: "half-even", places: 0 },
    },
    {
      name: "elongationPercent",
      characteristic: "elongation",
      label: { zh: "断后伸长率 A", en: "Elongation after fracture A" },
      unit: "%",
      rounding: { mode: "half-even", step: "0.5" },
    },
    {
      name: "plasticAtMaximumPercent",
      characteristic: "uniform-elongation",
      label: { zh: "最大力塑性延伸率 Ag", en: "Plastic extension at maximum force Ag" },
      unit: "%",
      rounding: { mode: "half-even", step: "0.5" },
    },
  ],
  names: {
    slope: { zh: "弹性段斜率 m_E", en: "Slope of the elastic line m_E" },
    toePercent: { zh: "起始段修正 e₀", en: "Toe e₀" },
    r2: { zh: "拟合 R²", en: "R² of the line" },
    points: { zh: "拟合点数", en: "Points of the line" },
    modulusGpa: { zh: "弹性模量 E", en: "Modulus E" },
    totalAtMaximumPercent: { zh: "最大力总延伸率 Agt", en: "Total extension at maximum force Agt" },
    reductionPercent: { zh: "断面收缩率 Z", en: "Reduction of area Z" },
  },
  compute: (readings) => {
    const result = evaluated(readings);
    const { line, proof, modulusGpa, reductionPercent, totalAtMaximumPercent } = result;
    return {
      value: proof.stressMpa,
      further: {
        tensileStrengthMpa: result.tensileStrengthMpa,
        elongationPercent: result.elongationPercent ?? Number.NaN,
        plasticAtMaximumPercent: result.plasticAtMaximumPercent,
      },
      intermediate: [
        { name: "slope", value: line.slope, unit: "MPa/%" },
        { name: "toePercent", value: line.toePercent, unit: "%" },
        { name: "r2", value: line.r2, unit: "1" },
        { name: "points", value: line.points, unit: "1" },
        ...(modulusGpa === undefined ? [] : [{ name: "modulusGpa", value: modulusGpa, unit: "GPa" }]),
        { name: "totalAtMaximumPercent", value: totalAtMaximumPercent, unit: "%" },
        ...(reductionPercent === undefined ? [] : [{ name: "reductionPercent", value: reductionPercent, unit: "%" }]),
      ],
    };
  },
  findings: (readings) => {
    if (readings["temper"] === undefined) return [];
    const { proofMpa, tensileStrengthMpa, elongationPercent } = reportedTensile(evaluated(readings));
    if (elongationPercent === undefined) return [];
    const specimen = { proofMpa, tensileStrengthMpa, elongationPercent };
    const kept = specimenPasses(PROFILES, chosen(readings, "temper", TEMPERS), specimen);
    return [verdict("temper", ["力学性能", "Mechanical properties"], kept, PROFILES)];
  },
  pictures: (readings) => [stressStrainPicture(evaluated(readings))],
  example: {
    ...TENSILE_EXAMPLE,
    areaMm2: "78.54",
    gaugeMm: "50",
    extensometerMm: "50",
    finalGaugeMm: "56.15",
    finalAreaMm2: "41.2",
    windowFromMpa: "18",
    windowToMpa: "90",
    purpose: "modulus",
    temper: "6063-T6",
  },
});

/** The curve with its elastic line, the parallel at 0.2 % and the two strengths. */
function stressStrainPicture({ curve, line, proof, tensileStrengthMpa }: TensileResult): Picture {
  const pairs = curve.strainPercent.map((strain, i) => [strain, curve.stressMpa[i]!] as const);
  const drawn = ({ strainPercent, stressMpa }: CurvePoint) => [strainPercent, stressMpa] as const;
  const top = proof.stressMpa;
  const peak = curve.stressMpa.indexOf(tensileStrengthMpa);
  return {
    kind: "lines",
    name: "stress-strain",
    title: { zh: "应力-应变曲线", en: "Stress and strain" },
    x: { label: { zh: "应变", en: "Strain" }, unit: "%" },
    y: { label: { zh: "应力", en: "Stress" }, unit: "MPa" },
    lines: [
      { name: { zh: "曲线", en: "Curve" }, role: "measured", points: thinned(pairs) },
      {
        name: { zh: "弹性段", en: "Elastic line" },
        role: "evaluated",
        points: [
          [line.toePercent, 0],
          [line.toePercent + top / line.slope, top],
        ],
      },
      {
        name: { zh: "0.2 % 平行线", en: "Parallel at 0.2 %" },
        role: "construction",
        points: proof.construction.map(drawn),
      },
    ],
    marks: [
      { name: { zh: "Rp0.2", en: "Rp0.2" }, x: proof.strainPercent, y: proof.stressMpa },
      { name: { zh: "Rm", en: "Rm" }, x: curve.strainPercent[peak]!, y: tensileStrengthMpa },
    ],
  };
}

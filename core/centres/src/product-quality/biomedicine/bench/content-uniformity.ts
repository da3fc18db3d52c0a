import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { effect, verdict } from "../../../bench-verdicts.ts";
import { uniformityOfUnits } from "../acceptance-value.ts";
import { contentUniformityChp } from "../content-uniformity-chp.ts";
import { CHP_0941, USP_905 } from "../tables.ts";

/** Standard uncertainty of an assay of one unit, common to all of them. [% of label] We choose what chromatography usually reaches. */
const ASSAY_PERCENT = 0.5;
const UNIT = { kind: "normal", u: ASSAY_PERCENT } as const;

/** Content uniformity of dosage units: the same bench work judged by USP (= Ph. Eur. = JP) and by the Chinese Pharmacopoeia. */
export const contentUniformityBench: MethodDefinition = describe({
  id: "pharma.content-uniformity",
  title: { zh: "含量均匀度（接受值）", en: "Uniformity of dosage units (acceptance value)" },
  normative: ["USP <905>"],
  source: "USP <905>; Ph. Eur. 2.9.40; ChP 2020, 0941",
  validFrom: "2007-01-01",
  inputs: [
    quantity("unitPercent", ["前 10 个单位含量", "Content of the first ten units"], "%", ["0", "300"], {
      replicates: { min: 10, max: 10 },
      instrumentType: "liquid-chromatograph",
      uncertainty: UNIT,
      hint: { zh: "占标示量的百分数。", en: "In percent of the label claim." },
    }),
    quantity("furtherPercent", ["后 20 个单位含量", "Content of twenty further units"], "%", ["0", "300"], {
      replicates: { min: 20, max: 20 },
      optional: true,
      instrumentType: "liquid-chromatograph",
      uncertainty: UNIT,
      hint: { zh: "仅在第一阶段未通过时填写。", en: "Only where the first stage does not pass." },
    }),
    quantity("targetPercent", ["目标含量 T", "Target content T"], "%", ["90", "110"], {
      preset: "100",
      group: "conditions",
    }),
  ],
  output: {
    characteristic: "content-uniformity-av",
    label: { zh: "接受值 AV", en: "Acceptance value AV" },
    unit: "1",
    rounding: { mode: "half-up", places: 1 },
  },
  further: [
    {
      name: "index",
      characteristic: "content-uniformity-chp",
      label: { zh: "中国药典判定值（A+2.2S 或 A+1.7S）", en: "Index of the ChP (A + 2.2 S or A + 1.7 S)" },
      unit: "1",
      rounding: { mode: "half-even", places: 1 },
    },
  ],
  names: {
    mean: { zh: "平均含量", en: "Mean content" },
    sd: { zh: "标准偏差", en: "Standard deviation" },
    reference: { zh: "参比值 M", en: "Reference value M" },
    spread: { zh: "标准偏差本身的不确定度", en: "Uncertainty of the standard deviation" },
  },
  compute(readings) {
    const { stage1, stage2 } = usp(readings);
    const { acceptanceValue, meanPercent, sdPercent, referencePercent } = stage2 ?? stage1;
    return {
      value: acceptanceValue,
      further: { index: chp(readings).index },
      intermediate: [
        { name: "mean", value: meanPercent, unit: "%" },
        { name: "sd", value: sdPercent, unit: "%" },
        { name: "reference", value: referencePercent, unit: "%" },
      ],
    };
  },
  more(readings, { value, intermediate = [] }) {
    const figure = (name: string) => intermediate.find((each) => each.name === name)?.value ?? 0;
    // AV = |M − X̄| + k·s, and the standard deviation of n units is itself known to s/√(2(n − 1)).
    const spread = value - Math.abs(figure("reference") - figure("mean"));
    const dof = all(readings).length - 1;
    return [effect("spread", spread / Math.sqrt(2 * dof), dof)];
  },
  findings(readings) {
    const [u, c] = [usp(readings), chp(readings)];
    const more = { kept: ["通过", "passes"], broken: ["需再测 20 个", "twenty more units are needed"] } as const;
    const ended = { kept: ["通过", "passes"], broken: ["不通过", "fails"] } as const;
    return [
      verdict(
        "usp905",
        ["USP <905> 判定", "By USP <905>"],
        u.verdict === "pass",
        USP_905,
        u.verdict === "continue" ? more : ended,
      ),
      verdict(
        "chp0941",
        ["中国药典 0941 判定", "By ChP 0941"],
        c.verdict === "pass",
        CHP_0941,
        c.verdict === "retest" ? more : ended,
      ),
    ];
  },
  example: {
    unitPercent: ["92.1", "88.4", "97.6", "85.2", "95.0", "90.3", "99.8", "86.7", "93.4", "91.5"],
    furtherPercent: [
      ...["94.0", "96.5", "89.9", "92.7", "95.8", "91.1", "93.9", "90.6", "97.0", "92.2"],
      ...["94.8", "88.9", "96.1", "93.2", "91.9", "95.5", "90.2", "94.4", "92.8", "93.7"],
    ],
  },
  pictures(readings) {
    const units = all(readings);
    const { unitRange, stage1 } = usp(readings);
    const { low, high } = unitRange ?? {
      low: (1 - Number(USP_905.L2) / 100) * stage1.referencePercent,
      high: (1 + Number(USP_905.L2) / 100) * stage1.referencePercent,
    };
    return [
      {
        kind: "bars",
        name: "units",
        title: { zh: "各单位含量", en: "Content of the units" },
        categories: units.map((_, k) => ({ zh: String(k + 1), en: String(k + 1) })),
        y: { label: { zh: "含量", en: "Content" }, unit: "%" },
        bars: [{ name: { zh: "含量", en: "Content" }, values: units }],
        limits: [
          { name: { zh: "单位下限 0.75 M", en: "Lower limit of a unit, 0.75 M" }, value: low },
          { name: { zh: "单位上限 1.25 M", en: "Upper limit of a unit, 1.25 M" }, value: high },
        ],
      },
    ];
  },
});

function further(readings: Readings): readonly number[] | undefined {
  return readings["furtherPercent"] === undefined ? undefined : series(readings, "furtherPercent");
}

function all(readings: Readings): readonly number[] {
  return [...series(readings, "unitPercent"), ...(further(readings) ?? [])];
}

function usp(readings: Readings) {
  const target = single(readings, "targetPercent");
  return uniformityOfUnits(series(readings, "unitPercent"), further(readings), USP_905, target);
}

function chp(readings: Readings) {
  return contentUniformityChp(all(readings), CHP_0941.L);
}

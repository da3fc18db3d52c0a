import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { said, verdict } from "../../../bench-verdicts.ts";
import { dissolutionChp } from "../dissolution-chp.ts";
import { dissolutionStages } from "../dissolution-stages.ts";
import { CHP_0931, USP_711_IMMEDIATE } from "../tables.ts";

const STAGES = ["s1Percent", "s2Percent", "s3Percent"] as const;
/** Standard uncertainty of the amount found in the medium, common to all vessels. [% of the reading] We choose what is usual. */
const MEDIUM = { kind: "percent", percent: 0.8, distribution: "normal" } as const;

/** Dissolution of an immediate-release form at one time, judged by USP <711> and by the Chinese Pharmacopoeia. */
export const dissolutionBench: MethodDefinition = describe({
  id: "pharma.dissolution",
  title: { zh: "溶出度（普通制剂）", en: "Dissolution (immediate release)" },
  normative: ["USP <711>", "ChP 0931", "Ph.Eur. 2.9.3"],
  source: "USP <711>, acceptance table 1; ChP 2020, 0931",
  validFrom: "2008-05-01",
  inputs: [
    stage(0, ["第一阶段 6 个单位", "Stage 1, six units"], 6),
    stage(1, ["第二阶段 6 个单位", "Stage 2, six further units"], 6),
    stage(2, ["第三阶段 12 个单位", "Stage 3, twelve further units"], 12),
    quantity("qPercent", ["规定量 Q", "Stated amount Q"], "%", ["0", "100"], {
      group: "conditions",
      hint: { zh: "按各品种正文规定。", en: "As the monograph states." },
    }),
  ],
  output: {
    characteristic: "dissolution",
    label: { zh: "平均溶出量", en: "Mean amount dissolved" },
    unit: "%",
    rounding: { mode: "half-up", places: 0 },
  },
  names: { least: { zh: "最低溶出量", en: "Lowest amount dissolved" } },
  compute(readings) {
    const { meanPercent } = usp(readings);
    const least = Math.min(...tested(readings).flat());
    return { value: meanPercent, intermediate: [{ name: "least", value: least, unit: "%" }] };
  },
  findings(readings) {
    const u = usp(readings);
    const sixAndSix = tested(readings).slice(0, 2);
    const c = dissolutionChp(sixAndSix, single(readings, "qPercent"), CHP_0931);
    const broken = (open: boolean) =>
      open ? (["需继续下一阶段", "goes on"] as const) : (["不通过", "fails"] as const);
    return [
      verdict("usp711", ["USP <711> 判定", "By USP <711>"], u.verdict === "pass", USP_711_IMMEDIATE, {
        kept: [`${u.stage} 通过`, `passes at ${u.stage}`],
        broken: broken(u.verdict === "continue"),
      }),
      verdict("chp0931", ["中国药典 0931 判定", "By ChP 0931"], c.verdict === "pass", CHP_0931, {
        kept: [`${c.units} 个单位通过`, `passes with ${c.units} units`],
        broken: broken(c.verdict === "retest"),
      }),
    ];
  },
  example: {
    qPercent: "80",
    s1Percent: ["82", "86", "84", "88", "79", "85"],
    s2Percent: ["81", "78", "83", "85", "80", "84"],
  },
  pictures(readings) {
    const units = tested(readings).flat();
    const q = single(readings, "qPercent");
    return [
      {
        kind: "bars",
        name: "units",
        title: { zh: "各单位溶出量", en: "Amount dissolved from each unit" },
        categories: units.map((_, k) => said([String(k + 1), String(k + 1)])),
        y: { label: { zh: "溶出量", en: "Dissolved" }, unit: "%" },
        bars: [{ name: { zh: "溶出量", en: "Dissolved" }, values: units }],
        limits: [
          { name: { zh: "Q", en: "Q" }, value: q },
          { name: { zh: "Q + 5", en: "Q + 5" }, value: q + 5 },
          { name: { zh: "Q − 15", en: "Q − 15" }, value: q - 15 },
        ],
      },
    ];
  },
});

function stage(at: 0 | 1 | 2, label: readonly [string, string], units: number) {
  const optional = at === 0 ? {} : { optional: true };
  const replicates = { min: units, max: units };
  const input = { replicates, instrumentType: "dissolution-tester", uncertainty: MEDIUM, ...optional } as const;
  return quantity(STAGES[at], label, "%", ["0", "200"], input);
}

function tested(readings: Readings): readonly (readonly number[])[] {
  return STAGES.filter((name) => readings[name] !== undefined).map((name) => series(readings, name));
}

function usp(readings: Readings) {
  return dissolutionStages(tested(readings), { low: single(readings, "qPercent") }, USP_711_IMMEDIATE);
}

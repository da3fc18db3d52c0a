import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Finding, Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, quantity } from "../../../bench-inputs.ts";
import { type SilkResults, SUB_GRADE, silkGrade } from "../grade.ts";
import { SILK_GRADES } from "./tables.ts";

const MAIN = [
  ["sizeDeviation", "纤度偏差", "Size deviation", "[den]", "10"],
  ["maxDeviation", "纤度最大偏差", "Maximum deviation", "[den]", "30"],
  ["evennessII", "均匀二度变化", "Evenness, second degree", "1", "1000"],
  ["cleanness", "清洁", "Cleanness", "{score}", "100"],
  ["neatness", "洁净", "Neatness", "{score}", "100"],
] as const;

const AUXILIARY = [
  ["evennessIII", "均匀三度变化", "Evenness, third degree", "1", "1000"],
  ["windingBreaks", "切断", "Winding breaks", "1", "1000"],
  ["tenacity", "断裂强度", "Tenacity", "gf/[den]", "10"],
  ["elongation", "断裂伸长率", "Elongation", "%", "100"],
  ["cohesion", "抱合", "Cohesion", "1", "10000"],
] as const;

function resultsOf(readings: Readings): SilkResults {
  const figures = (items: typeof MAIN | typeof AUXILIARY) =>
    Object.fromEntries(items.map(([name]) => [name, single(readings, name)]));
  return {
    nominalDen: single(readings, "nominalDen"),
    main: figures(MAIN) as SilkResults["main"],
    auxiliary: figures(AUXILIARY) as SilkResults["auxiliary"],
    appearance: readings["appearance"] as SilkResults["appearance"],
  };
}

const found = (readings: Readings) => silkGrade(resultsOf(readings), SILK_GRADES);

const SUB_GRADE_NAME = { zh: "级外", en: "sub-grade" } as const;

function nameOf(grade: string) {
  return grade === SUB_GRADE ? SUB_GRADE_NAME : { zh: grade, en: grade };
}

/** Grade of a lot from its reported results. The grade is a finding; the figure is its rank, 0 for the best. */
export const silkGradeBench = describe({
  id: "silk.grade",
  title: { zh: "生丝分级", en: "Grade of raw silk" },
  normative: ["GB/T 1797-2008"],
  source: "GB/T 1797-2008, 4 and 5; recalled",
  validFrom: "2009-02-01",
  inputs: [
    quantity("nominalDen", ["公称纤度中值", "Middle of the nominal size"], "[den]", ["5", "69"]),
    ...[...MAIN, ...AUXILIARY].map(([name, zh, en, unit, max]) => quantity(name, [zh, en], unit, ["0", max])),
    choiceOf(
      "appearance",
      ["外观", "Appearance"],
      [
        ["good", "良", "good"],
        ["normal", "普通", "normal"],
        ["slightly-inferior", "稍劣", "slightly inferior"],
        ["inferior", "级外", "severe faults"],
      ],
    ),
  ],
  output: {
    characteristic: "silk-grade-rank",
    label: { zh: "等级序号（最高级为 0）", en: "Rank of the grade (0 is the best)" },
    unit: "1",
    rounding: { mode: "half-even", places: 0 },
  },
  names: {
    auxiliaryClass: { zh: "辅助检验最低档次", en: "Worst auxiliary class" },
    stepsDown: { zh: "降级数", en: "Steps down" },
  },
  compute: (readings) => {
    const { grade, auxiliaryClass, stepsDown } = found(readings);
    const rank = SILK_GRADES.grades.indexOf(grade);
    return {
      value: rank < 0 ? SILK_GRADES.grades.length : rank,
      intermediate: [
        { name: "auxiliaryClass", value: auxiliaryClass, unit: "1" },
        { name: "stepsDown", value: stepsDown, unit: "1" },
      ],
    };
  },
  findings: (readings): readonly Finding[] => {
    const { grade, basicGrade, main } = found(readings);
    const finding = (name: string, zh: string, en: string, of: string): Finding => ({
      name,
      label: { zh, en },
      outcome: nameOf(of),
      basis: SILK_GRADES.status,
      source: SILK_GRADES.document,
    });
    return [
      finding("grade", "等级", "Grade", grade),
      finding("basicGrade", "基本等级", "Basic grade", basicGrade),
      ...MAIN.map(([name, zh, en]) => finding(name, zh, en, main[name])),
    ];
  },
  example: {
    nominalDen: "21",
    sizeDeviation: "1.18",
    maxDeviation: "3.30",
    evennessII: "3",
    cleanness: "97.4",
    neatness: "94.10",
    evennessIII: "1",
    windingBreaks: "6",
    tenacity: "3.84",
    elongation: "20.5",
    cohesion: "96",
    appearance: "normal",
  },
});

import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Outcome } from "@quanheng/flow/determination/description.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series } from "@quanheng/flow/determination/readings.ts";
import { column } from "../../../bench-inputs.ts";
import { effect, verdict } from "../../../bench-verdicts.ts";
import type { DissolutionRun } from "../dissolution-profile.ts";
import { refuse } from "../refusals.ts";
import { similarityBootstrap } from "../similarity-bootstrap.ts";

/** Six units at three times to twenty-four units at twenty. */
const ROWS = [18, 480] as const;
/** Half the width of a two-sided 90 % interval of the normal distribution. */
const Z_90 = 1.644853626951;
const GUIDANCE = { document: "EMA/810713/2017; Shah et al. 1998", status: "recalled" } as const;

/** The amounts of one product, one row a unit in the order of their numbers, the times rising. */
function runOf(readings: Readings, name: string): DissolutionRun {
  const [units, times, amounts] = ["unit", "timeMin", name].map((each) => series(readings, each));
  const rows = (units ?? []).map((unit, row) => ({ unit, time: times![row]!, amount: amounts![row]! }));
  const numbers = [...new Set(rows.map(({ unit }) => unit))].sort((one, other) => one - other);
  const run = numbers.map((number) =>
    rows.filter(({ unit }) => unit === number).sort((one, other) => one.time - other.time),
  );
  const [first] = run;
  for (const unit of run) {
    const same = unit.length === first!.length && unit.every(({ time }, at) => time === first![at]!.time);
    if (!same) refuse("columns-differ", { field: "timeMin", given: unit.length, needed: first!.length });
  }
  return run.map((unit) => unit.map(({ amount }) => amount));
}

function end({ intermediate = [] }: Outcome, name: "lower" | "upper"): number {
  return intermediate.find((each) => each.name === name)?.value ?? Number.NaN;
}

/** f₂ with its interval from the units, where they vary too much for a point estimate. */
export const similarityBootstrapBench: MethodDefinition = describe({
  id: "pharma.dissolution-bootstrap",
  title: { zh: "溶出曲线相似性（f₂ 自助法）", en: "Similarity of dissolution profiles (f₂, bootstrap)" },
  normative: [],
  source: "Shah et al., Pharm Res 15 (1998) 889; EMA/810713/2017 (recalled)",
  validFrom: "1998-06-01",
  inputs: [
    column("units", "unit", ["片号", "Unit"], "1", ["1", "24"], ROWS),
    column("units", "timeMin", ["时间", "Time"], "min", ["0", "100000"], ROWS),
    column("units", "referencePercent", ["参比制剂溶出量", "Reference dissolved"], "%", ["0", "200"], ROWS, {
      instrumentType: "dissolution-tester",
    }),
    column("units", "testPercent", ["受试制剂溶出量", "Test product dissolved"], "%", ["0", "200"], ROWS, {
      instrumentType: "dissolution-tester",
    }),
  ],
  tables: [
    {
      name: "units",
      label: { zh: "各片溶出量", en: "Amounts of each unit" },
      hint: { zh: "每行一片一个时间点。", en: "One unit at one time in each row." },
    },
  ],
  output: {
    characteristic: "dissolution-f2",
    label: { zh: "相似因子 f₂", en: "Similarity factor f₂" },
    unit: "1",
    rounding: { mode: "half-up", places: 2 },
  },
  names: {
    lower: { zh: "90 % 区间下限", en: "Lower end of the 90 % interval" },
    upper: { zh: "90 % 区间上限", en: "Upper end of the 90 % interval" },
    bootstrap: { zh: "自助法（区间半宽）", en: "Bootstrap (half the interval)" },
  },
  compute(readings) {
    const found = similarityBootstrap(runOf(readings, "referencePercent"), runOf(readings, "testPercent"));
    return {
      value: found.f2,
      intermediate: [
        { name: "lower", value: found.lower, unit: "1" },
        { name: "upper", value: found.upper, unit: "1" },
      ],
    };
  },
  more: (_, outcome) => [effect("bootstrap", (end(outcome, "upper") - end(outcome, "lower")) / (2 * Z_90))],
  findings: (_, outcome) => [
    verdict("similar", ["曲线相似性", "Similarity of the profiles"], end(outcome, "lower") >= 50, GUIDANCE, {
      kept: ["相似", "similar"],
      broken: ["未证明相似", "not shown to be similar"],
    }),
  ],
  example: exampleUnits(),
});

/** Twelve units around the means that Shah et al. publish, spread evenly by ours. */
function exampleUnits(): Record<string, string[]> {
  const times = [30, 60, 90, 180];
  const means = { referencePercent: [34.92, 59.5, 79.27, 95.08], testPercent: [40.34, 67.15, 87.01, 97.73] };
  const rows = Array.from({ length: 12 }, (_, unit) => times.map((time, at) => ({ unit: unit + 1, time, at }))).flat();
  const amounts = (product: keyof typeof means) =>
    rows.map(({ unit, at }) => (means[product][at]! + 0.4 * (unit - 6.5)).toFixed(2));
  return {
    unit: rows.map(({ unit }) => String(unit)),
    timeMin: rows.map(({ time }) => String(time)),
    referencePercent: amounts("referencePercent"),
    testPercent: amounts("testPercent"),
  };
}

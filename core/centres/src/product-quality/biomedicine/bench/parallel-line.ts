import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { mean, sum } from "@quanheng/kernel/statistics.ts";
import { choice, column, quantity } from "../../../bench-inputs.ts";
import { effect, note, verdict, words } from "../../../bench-verdicts.ts";
import { needCount } from "../../../method-guards.ts";
import type { Grouping } from "../assay-design.ts";
import { type ParallelLineAssay, parallelLineAssay } from "../parallel-line-assay.ts";
import { refuse } from "../refusals.ts";

const ROWS = [8, 400] as const;
const DESIGNS = ["completely-randomised", "randomised-block", "latin-square"] as const;
const TRANSFORMATIONS = ["none", "ln", "log10"] as const;
const ORDERS = ["increasing", "decreasing"] as const;
const CHAPTER = { document: "Ph. Eur. 5.3", status: "published" } as const;

/** Potency of a preparation against a standard by a parallel-line assay; the fiducial limits are its uncertainty. */
export const parallelLineBench: MethodDefinition = describe({
  id: "pharma.parallel-line",
  title: { zh: "生物检定（量反应平行线法）", en: "Bioassay (parallel lines)" },
  normative: [],
  source: "Ph. Eur. 5.3, 3.2; ChP 2020, 1431; USP <1034>",
  validFrom: "2005-01-01",
  inputs: [
    choice(
      "preparation",
      ["制剂", "Preparation"],
      words([
        ["S", "标准品", "Standard"],
        ["T", "供试品", "Test"],
      ]),
      { table: "responses", replicates: { min: ROWS[0], max: ROWS[1] } },
    ),
    column("responses", "dose", ["剂量序号", "Index of the dose"], "1", ["1", "20"], ROWS),
    column("responses", "response", ["反应值", "Response"], "1", ["-1e9", "1e9"], ROWS),
    column("responses", "group", ["区组或行", "Block or row"], "1", ["1", "50"], ROWS, { optional: true }),
    column("responses", "column", ["列", "Column"], "1", ["1", "50"], ROWS, { optional: true }),
    choice(
      "design",
      ["设计", "Design"],
      words([
        ["completely-randomised", "完全随机", "Completely randomised"],
        ["randomised-block", "随机区组", "Randomised blocks"],
        ["latin-square", "拉丁方", "Latin square"],
      ]),
      { group: "conditions" },
    ),
    choice(
      "transformation",
      ["反应值变换", "Transformation of the response"],
      words([
        ["none", "不变换", "None"],
        ["ln", "自然对数", "Natural logarithm"],
        ["log10", "常用对数", "Common logarithm"],
      ]),
      { preset: "none", group: "conditions" },
    ),
    choice(
      "order",
      ["剂量序号方向", "Order of the doses"],
      words([
        ["increasing", "剂量递增", "Rising dose"],
        ["decreasing", "稀释度递增", "Rising dilution"],
      ]),
      { preset: "increasing", group: "conditions" },
    ),
    quantity("doseRatio", ["剂距", "Dose ratio"], "1", ["0.01", "100"], { group: "conditions" }),
    quantity(
      "assumedPotency",
      ["估计效价（含预稀释比）", "Assumed potency with pre-dilutions"],
      "1",
      ["1e-9", "1e12"],
      {
        group: "conditions",
      },
    ),
  ],
  tables: [{ name: "responses", label: { zh: "反应值", en: "Responses" } }],
  output: {
    characteristic: "potency",
    label: { zh: "效价", en: "Potency" },
    unit: "1",
    rounding: { mode: "half-even", places: 2 },
  },
  further: [
    limit("lower", ["95 % 可信下限", "Lower 95 % limit"]),
    limit("upper", ["95 % 可信上限", "Upper 95 % limit"]),
  ],
  names: {
    assay: { zh: "检定误差（可信限）", en: "Assay error (fiducial limits)" },
    slope: { zh: "斜率", en: "Slope" },
    residualVariance: { zh: "剩余均方", en: "Residual mean square" },
    parallelismP: { zh: "偏离平行的 P 值", en: "p of non-parallelism" },
  },
  compute(readings) {
    const { potencies, slope, residualVariance, p } = assayed(readings);
    const { estimate, lower, upper } = potencies[0]!;
    return {
      value: estimate,
      further: { lower, upper },
      intermediate: [
        { name: "slope", value: slope, unit: "1" },
        { name: "residualVariance", value: residualVariance, unit: "1" },
        { name: "parallelismP", value: p.nonParallelism ?? 1, unit: "1" },
      ],
    };
  },
  more(readings, { value }) {
    const { potencies, t, dof } = assayed(readings);
    const { lnLower, lnUpper } = potencies[0]!;
    // Half the fiducial interval of ln potency over t is its standard uncertainty.
    return [effect("assay", (value * (lnUpper - lnLower)) / (2 * t), dof.residual ?? Infinity)];
  },
  findings(readings) {
    const { valid, potencies } = assayed(readings);
    const { lowerPercent, upperPercent } = potencies[0]!;
    const range = `${lowerPercent.toFixed(1)} % – ${upperPercent.toFixed(1)} %`;
    return [
      verdict("valid", ["检定有效性", "Validity of the assay"], valid, CHAPTER, {
        kept: ["有效", "valid"],
        broken: ["无效", "not valid"],
      }),
      note("precision", ["可信限占效价", "Limits as a share of the estimate"], [range, range], CHAPTER),
    ];
  },
  example: {
    preparation: ["S", "S", "S", "S", "S", "S", "S", "S", "T", "T", "T", "T", "T", "T", "T", "T"],
    dose: ["1", "1", "2", "2", "3", "3", "4", "4", "1", "1", "2", "2", "3", "3", "4", "4"],
    response: [
      ...["61.8", "63.2", "72.4", "76.1", "84.8", "90.0", "96.4", "99.6"],
      ...["62.4", "65.4", "74.0", "76.1", "86.3", "89.9", "96.0", "99.4"],
    ],
    design: "completely-randomised",
    transformation: "log10",
    order: "decreasing",
    doseRatio: "2",
    assumedPotency: "535",
  },
  pictures(readings) {
    const { standard, tests } = assayOf(readings);
    const line = (doses: ParallelLineAssay["standard"]) => doses.map((values, k) => [k + 1, mean(values)] as const);
    return [
      {
        kind: "lines",
        name: "lines",
        title: { zh: "剂量–反应线", en: "Dose and response" },
        x: { label: { zh: "剂量序号（对数剂量）", en: "Index of the dose (log dose)" }, unit: "1" },
        y: { label: { zh: "平均反应值", en: "Mean response" }, unit: "1" },
        lines: [
          { name: { zh: "标准品", en: "Standard" }, role: "measured", points: line(standard) },
          { name: { zh: "供试品", en: "Test" }, role: "evaluated", points: line(tests[0]!) },
        ],
      },
    ];
  },
});

function limit(name: string, [zh, en]: readonly [string, string]) {
  const rounding = { mode: "half-even", places: 2 } as const;
  return { name, characteristic: `potency-${name}`, label: { zh, en }, unit: "1", rounding };
}

function assayed(readings: Readings) {
  return parallelLineAssay(assayOf(readings));
}

/** The table of responses as doses by replicates, with the sums of its groups. */
function assayOf(readings: Readings): ParallelLineAssay {
  const transformation = chosen(readings, "transformation", TRANSFORMATIONS);
  const names = readings["preparation"] as readonly string[];
  const doses = series(readings, "dose");
  const responses = series(readings, "response");
  for (const dose of doses) needCount("dose", dose);
  const most = Math.max(...doses);
  const of = (name: string) =>
    Array.from({ length: most }, (_, dose) =>
      responses.filter((_, row) => names[row] === name && doses[row] === dose + 1),
    );
  const transformed = responses.map((value) => {
    if (transformation === "none") return value;
    return transformation === "ln" ? Math.log(value) : Math.log10(value);
  });
  return {
    design: grouping(readings, transformed),
    doseRatio: single(readings, "doseRatio"),
    standard: of("S"),
    tests: [of("T")],
    transformation,
    doseOrder: chosen(readings, "order", ORDERS),
    assumedPotency: single(readings, "assumedPotency"),
  };
}

function grouping(readings: Readings, responses: readonly number[]): Grouping {
  const kind = chosen(readings, "design", DESIGNS);
  const sums = (name: string) => groupSums(readings, name, responses);
  if (kind === "randomised-block") return { kind, blockSums: sums("group") };
  return kind === "latin-square" ? { kind, rowSums: sums("group"), columnSums: sums("column") } : { kind };
}

function groupSums(readings: Readings, name: string, responses: readonly number[]): readonly number[] {
  if (readings[name] === undefined)
    return refuse("columns-differ", { field: name, given: 0, needed: responses.length });
  const groups = series(readings, name);
  return [...new Set(groups)].map((group) => sum(responses.filter((_, row) => groups[row] === group)));
}

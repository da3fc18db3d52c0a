import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { type Decimal, formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { percentDigits } from "@quanheng/kernel/expression/percent-text.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { EvaluatedOutput, Evaluation, TrialEvaluation, Verdict } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { reportedPair } from "@quanheng/kernel/uncertainty/reported.ts";
import { drawnFigure } from "./drawn-figure.ts";

type Language = "zh" | "en";

const WORDS = {
  zh: {
    budget: ["输入量", "估计值", "u(x)", "自由度", "分布", "灵敏系数", "|c|·u", "占比"],
    first: "一阶传播",
    second: "二阶传播",
    trials: "蒙特卡洛",
    unstated: "有效自由度不足或未定义，不给出 U",
    stable: "稳定",
    unstable: "未达稳定",
    valid: "JCGM 101 第 8 章：与蒙特卡洛一致",
    unjudged: {
      "trials-not-stable": "JCGM 101 第 8 章：不给出（试验未稳定到 δ/5）",
      "too-close-to-tell": "JCGM 101 第 8 章：试验不能判断（d 与 δ 过于接近）",
      "variance-undefined": "JCGM 101 第 8 章：不给出（有输入量的方差不存在）",
      "output-variance-undefined": "JCGM 101 第 8 章：不给出（输出量的方差可能不存在）",
      "nothing-varies": "JCGM 101 第 8 章：不给出（试验值全部相同，u = 0）",
    },
    invalid: "JCGM 101 第 8 章：与蒙特卡洛不一致",
  },
  en: {
    budget: ["input", "estimate", "u(x)", "dof", "distribution", "sensitivity", "|c|·u", "share"],
    first: "first order",
    second: "second order",
    trials: "Monte Carlo",
    unstated: "no U: effective degrees of freedom are too few or undefined",
    stable: "stable",
    unstable: "not yet stable",
    valid: "JCGM 101, 8: agrees with Monte Carlo",
    unjudged: {
      "trials-not-stable": "JCGM 101, 8: not stated (the trials are not stable to δ/5)",
      "too-close-to-tell": "JCGM 101, 8: not decided by the trials (d is too close to δ)",
      "variance-undefined": "JCGM 101, 8: not stated (the variance of an input does not exist)",
      "output-variance-undefined": "JCGM 101, 8: not stated (the output may have no variance)",
      "nothing-varies": "JCGM 101, 8: not stated (all trials have one value, u = 0)",
    },
    invalid: "JCGM 101, 8: does not agree with Monte Carlo",
  },
} as const;

/** An evaluation for the console: per output its budget, then the three ways side by side with the verdict; last what must be known. */
export function evaluationLines(
  { outputs, findings, trials, probability }: Evaluation,
  unit: string | null,
  language: Language,
): string[] {
  return [
    ...outputs.flatMap((output, k) => [
      ...budgetLines(output, language),
      ...lawLines(output, trials, k, probability, unit, language),
      ...trialLines(trials, k, unit, language),
    ]),
    ...findings.map(({ code, facts }) => `! ${problemSentence(code, shortened(facts))[language]}`),
  ];
}

/** Figures inside a sentence are for the eye. */
function shortened(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === "number" ? Number(fact.toPrecision(4)) : fact]),
  );
}

function budgetLines({ name, budget }: EvaluatedOutput, language: Language): string[] {
  const rows = budget.map(({ input, x, u, dof, distribution, sensitivity, contribution, share }) => [
    input,
    shown(x),
    shown(u),
    dof === Infinity ? "∞" : shown(dof),
    distribution,
    shown(sensitivity),
    shown(contribution),
    `${(100 * share).toFixed(1)} %`,
  ]);
  const table = [[...WORDS[language].budget], ...rows];
  const widths = WORDS[language].budget.map((_, column) => Math.max(...table.map((row) => width(row[column]!))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + " ".repeat(widths[column]! - width(cell)))
      .join("  ")
      .trimEnd();
  return [name, ...table.map((row) => `  ${line(row)}`)];
}

function lawLines(
  { name, first, second }: EvaluatedOutput,
  trials: TrialEvaluation,
  k: number,
  probability: number,
  unit: string | null,
  language: Language,
): string[] {
  const words = WORDS[language];
  const verdict = trials && "outputs" in trials ? trials.outputs[k] : undefined;
  const dof = first.dof === null ? "" : `, ν = ${first.dof === Infinity ? "∞" : shown(first.dof)}`;
  const stated = first.expanded
    ? `${name} = ${pair(first.y, first.expanded.expanded, unit)} (k = ${first.expanded.k.toFixed(2)}, p = ${percentDigits(probability)} %)`
    : `${name} = ${pair(first.y, first.u, unit)}; ${words.unstated}`;
  return [
    `  ${words.first}: ${stated}, u = ${shown(first.u)}${dof}${said(verdict?.first, language)}`,
    ...(second
      ? [
          `  ${words.second}: ${name} = ${second.expanded ? pair(second.y, second.expanded.expanded, unit) : `${pair(second.y, second.u, unit)}; ${words.unstated}`}, u = ${shown(second.u)}${said(verdict?.second, language)}`,
        ]
      : []),
  ];
}

function trialLines(trials: TrialEvaluation, k: number, unit: string | null, language: Language): string[] {
  if (trials === null) return [];
  const words = WORDS[language];
  if ("refused" in trials) return [`  ${words.trials}: ${problemSentence(trials.refused, trials.facts)[language]}`];
  const { name, y, u, symmetric, shortest, trials: count, stable, tolerance } = trials.outputs[k]!;
  const drawn = (value: number) => drawnFigure(value, u);
  const interval = ({ low, high }: { low: number; high: number }) => `[${drawn(low)}, ${drawn(high)}]`;
  const after = unit === null ? "" : ` ${unit}`;
  return [
    `  ${words.trials}: ${name} = ${drawn(y)}${after}, u = ${drawn(u)}, ${interval(symmetric)}, ${language === "zh" ? "最短" : "shortest"} ${interval(shortest)}`,
    `    ${count} × ${trials.engine}, seed ${trials.seed}, δ = ${shown(tolerance)}, ${stable ? words.stable : words.unstable}`,
  ];
}

function said(verdict: Verdict | null | undefined, language: Language): string {
  if (!verdict) return "";
  const figures = ` (d = ${shown(verdict.low)}, ${shown(verdict.high)})`;
  if (verdict.reason === "too-close-to-tell") return `; ${WORDS[language].unjudged[verdict.reason]}${figures}`;
  if (verdict.reason !== null) return `; ${WORDS[language].unjudged[verdict.reason]}`;
  return `; ${verdict.valid ? WORDS[language].valid : WORDS[language].invalid}${figures}`;
}

/** Value and uncertainty rounded for a report: two digits of uncertainty. */
function pair(y: number, uncertainty: number, unit: string | null): string {
  const { value, uncertainty: rounded } = reportedPair(fromNumber(y), fromNumber(uncertainty));
  const text = (d: Decimal) => formatDecimal(d);
  return unit === null ? `${text(value)} ± ${text(rounded)}` : `(${text(value)} ± ${text(rounded)}) ${unit}`;
}

/** Eight significant digits at most; a figure for the eye, the JSON answer has them all. */
function shown(value: number): string {
  return String(Number(value.toPrecision(8)));
}

/** Columns on a console: a Chinese character takes two. */
function width(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

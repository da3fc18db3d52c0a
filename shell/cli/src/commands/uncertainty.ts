import { readFile } from "node:fs/promises";
import {
  decideEvaluated,
  type ModelDecision,
  readModelDecision,
  statedDecision,
} from "@quanheng/flow/decision/model-decision.ts";
import { trialRunner } from "@quanheng/kernel/montecarlo/trials.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type Evaluation, evaluation, findingsOf, lawOf } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { budgetCsv } from "@quanheng/kernel/uncertainty/export-csv.ts";
import { evaluationJson } from "@quanheng/kernel/uncertainty/export-json.ts";
import { typstAppendix } from "@quanheng/kernel/uncertainty/export-typst.ts";
import { members, own } from "@quanheng/kernel/uncertainty/file-members.ts";
import { type ModelFile, readModelFile } from "@quanheng/kernel/uncertainty/model-file.ts";
import { parseModelText } from "@quanheng/kernel/uncertainty/model-text.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { decisionLines } from "../uncertainty/decision-lines.ts";
import { evaluationLines } from "../uncertainty/lines.ts";
import { openTrialPool } from "../uncertainty/trial-pool.ts";

/** Evaluates a measurement model: budget, both orders of propagation and Monte Carlo side by side. */
export const command: Command = {
  usage: "uncertainty FILE [--workers N] [--csv | --typst]",
  summary: {
    zh: "评定模型文件（JSON）的测量不确定度：预算、一阶与二阶传播、蒙特卡洛及其验证结论。按 Ctrl+C 停止试验。",
    en: "Evaluate the uncertainty of a model file (JSON): budget, both orders, Monte Carlo and its verdict. Ctrl+C stops trials.",
  },
  options: { workers: { type: "string" }, csv: { type: "boolean" }, typst: { type: "boolean" } },
  takes: [1, 1],
  async run(call) {
    const workers = workersOf(call);
    if (workers === null) return noWorkers(call);
    const content = await read(call);
    if (content === null) return misused(call);
    const { file, decision } = content;
    const { done, result } = await evaluated(call, file, workers);
    show(call, file, result, decision);
    if (done) return 0;
    call.note(call.language === "zh" ? "试验已停止，尚未稳定。" : "The trials were stopped before they were stable.");
    return 1;
  },
};

/** The budget as a table, a part of a report, every figure, or lines for people. */
function show(
  { json, options, language, out }: Call,
  file: ModelFile,
  result: Evaluation,
  decision: ModelDecision | null,
): void {
  const output = result.outputs.find(({ name }) => name === decision?.output);
  const decided = decision && output ? { ...decision, ...decideEvaluated(output, decision, result) } : null;
  const stated = decided && statedDecision(decided, decided, language);
  if (json) out(evaluationJson(decided ? { ...result, ...{ decision: decided } } : result));
  else if (options["csv"]) out(budgetCsv(result, file.unit, language, stated).trimEnd());
  else if (options["typst"]) out(typstAppendix(file, result, language, stated));
  else {
    const lines = evaluationLines(result, file.unit, language);
    for (const line of stated ? [...lines, ...decisionLines(stated, language)] : lines) out(line);
  }
}

const MOST_WORKERS = 256;

/** How many threads compute the trials; null where the option is no such number. */
function workersOf({ options }: Call): number | null {
  const given = options["workers"] ?? "1";
  const workers = typeof given === "string" && /^\d{1,3}$/.test(given) ? Number(given) : 0;
  return workers >= 1 && workers <= MOST_WORKERS ? workers : null;
}

async function read({
  args,
}: Call): Promise<{ readonly file: ModelFile; readonly decision: ModelDecision | null } | null> {
  const text = await readFile(args[0] ?? "", "utf8").catch(() => null);
  if (text === null) return null;
  let content: unknown;
  try {
    content = parseModelText(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal("model-file-invalid", { at: error.message, expected: "JSON" });
  }
  const file = readModelFile(content);
  const outputs = Object.keys(file.implicit?.start ?? file.formulas);
  return { file, decision: readModelDecision(own(members(content, "file"), "decision"), outputs) };
}

/** Runs block by block; an interrupt leaves first and second order. */
async function evaluated(
  { note, language }: Call,
  file: ModelFile,
  workers: number,
): Promise<{ done: boolean; result: Evaluation }> {
  const pool = workers === 1 ? null : openTrialPool(workers);
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  try {
    const steps = evaluation(file, pool?.runner ?? trialRunner);
    let shown = performance.now();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { done: true, result: value };
      await new Promise(setImmediate);
      if (stopped)
        return {
          done: false,
          result: { probability: file.probability, outputs: lawOf(file), findings: findingsOf(file), trials: null },
        };
      if (performance.now() - shown > 500) {
        shown = performance.now();
        const trials = value[0]?.trials ?? 0;
        note(language === "zh" ? `已完成 ${trials} 次试验…` : `${trials} trials so far…`);
      }
    }
  } finally {
    process.removeListener("SIGINT", stop);
    await pool?.close();
  }
}

function misused({ note, out, json, language, args }: Call): ExitCode {
  const facts = { path: args[0] ?? "" };
  const sentence = { zh: `无法读取 ${facts.path}。`, en: `${facts.path} cannot be read.` };
  if (json) out(JSON.stringify({ refused: "file-unreadable", facts, sentence }));
  else note(sentence[language]);
  return 2;
}

function noWorkers({ note, out, json, language }: Call): ExitCode {
  const facts = { least: 1, most: MOST_WORKERS };
  const sentence = {
    zh: `--workers 须为 1 到 ${MOST_WORKERS} 的整数。`,
    en: `--workers takes a whole number from 1 to ${MOST_WORKERS}.`,
  };
  if (json) out(JSON.stringify({ refused: "workers-invalid", facts, sentence }));
  else note(sentence[language]);
  return 2;
}

import { readFile } from "node:fs/promises";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { type Evaluation, evaluation, lawOf } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { type ModelFile, readModelFile } from "@quanheng/kernel/uncertainty/model-file.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { evaluationLines } from "../uncertainty/lines.ts";

/** Evaluates a measurement model: budget, both orders of propagation and Monte Carlo side by side. */
export const command: Command = {
  usage: "uncertainty FILE",
  summary: {
    zh: "评定模型文件（JSON）的测量不确定度：预算、一阶与二阶传播、蒙特卡洛及其验证结论。按 Ctrl+C 停止试验。",
    en: "Evaluate the uncertainty of a model file (JSON): budget, both orders, Monte Carlo and its verdict. Ctrl+C stops trials.",
  },
  takes: [1, 1],
  async run(call) {
    const file = await read(call);
    if (file === null) return misused(call);
    const { done, result } = await evaluated(call, file);
    if (call.json) call.out(JSON.stringify(result, infinities));
    else for (const line of evaluationLines(result, file.unit, call.language)) call.out(line);
    if (done) return 0;
    call.note(call.language === "zh" ? "试验已停止，尚未稳定。" : "The trials were stopped before they were stable.");
    return 1;
  },
};

async function read({ args }: Call): Promise<ModelFile | null> {
  const text = await readFile(args[0] ?? "", "utf8").catch(() => null);
  if (text === null) return null;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Refusal("model-file-invalid", { at: (error as Error).message, expected: "JSON" });
  }
  return readModelFile(content);
}

/** Runs block by block; an interrupt leaves first and second order. */
async function evaluated({ note, language }: Call, file: ModelFile): Promise<{ done: boolean; result: Evaluation }> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  try {
    const steps = evaluation(file);
    let shown = performance.now();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { done: true, result: value };
      await new Promise(setImmediate);
      if (stopped)
        return { done: false, result: { probability: file.probability, outputs: lawOf(file), trials: null } };
      if (performance.now() - shown > 500) {
        shown = performance.now();
        const trials = value[0]?.trials ?? 0;
        note(language === "zh" ? `已完成 ${trials} 次试验…` : `${trials} trials so far…`);
      }
    }
  } finally {
    process.removeListener("SIGINT", stop);
  }
}

/** JSON has no infinity; degrees of freedom that nothing limits are written as text, as in the file. */
function infinities(_name: string, value: unknown): unknown {
  return value === Infinity ? "inf" : value;
}

function misused({ note, out, json, language, args }: Call): ExitCode {
  const facts = { path: args[0] ?? "" };
  const sentence = { zh: `无法读取 ${facts.path}。`, en: `${facts.path} cannot be read.` };
  if (json) out(JSON.stringify({ refused: "file-unreadable", facts, sentence }));
  else note(sentence[language]);
  return 2;
}

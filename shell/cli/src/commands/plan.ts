import { readFile } from "node:fs/promises";
import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { bindingLimits } from "@quanheng/flow/selection/planner/binding-limits.ts";
import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import { marketByMarket } from "@quanheng/flow/selection/planner/market-by-market.ts";
import { planLines, whyUncoverable } from "@quanheng/flow/selection/planner/plan-lines.ts";
import { readInstance } from "@quanheng/flow/selection/planner/read-instance.ts";
import { type PlanResult, solve } from "@quanheng/flow/selection/planner/solve.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { Call, Command, ExitCode } from "../command.ts";

const USUAL_SECONDS = 60;
/** One whole search for each limit that may stand in the way; short, because this only explains. */
const EXPLAIN_MS = 2000;

/** Plans an instance file with the platform's own planner, without a running platform. */
export const command: Command = {
  usage: "plan FILE [--seconds N]",
  summary: {
    zh: "求解检测方案文件（JSON）：最小费用或最短时间，并逐行说明理由；不需要运行平台。",
    en: "Solve a planning file (JSON) for least cost or time, with the reason of each line; needs no running platform.",
  },
  options: { seconds: { type: "string" } },
  takes: [1, 1],
  async run(call) {
    const seconds = Number(call.options["seconds"] ?? USUAL_SECONDS);
    const text = await readFile(call.args[0] ?? "", "utf8").catch(() => null);
    if (text === null || !(seconds > 0)) return misused(call);
    try {
      const instance = readInstance(JSON.parse(text));
      const result = solve(instance, { onTick: until(seconds * 1000) });
      return call.json ? answer(call, instance, result) : say(call, instance, result);
    } catch (error) {
      return refused(call, error);
    }
  },
};

function until(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

function answer({ out }: Call, instance: PlanInstance, result: PlanResult): ExitCode {
  const lines = "selection" in result ? planLines(instance, result.selection) : [];
  out(JSON.stringify({ ...result, lines }));
  return "selection" in result ? 0 : 1;
}

function say(call: Call, instance: PlanInstance, result: PlanResult): ExitCode {
  const { out, language } = call;
  if (result.status === "stopped") {
    out(
      language === "zh"
        ? "规定时间内没有找到方案。请用 --seconds 延长时间。"
        : "No plan was found in time. Allow more with --seconds.",
    );
    return 1;
  }
  if (result.status === "infeasible") return sayInfeasible(call, instance, result);

  const { evaluation } = result;
  const proof =
    result.status === "optimal"
      ? language === "zh"
        ? "已证明最优"
        : "proven optimal"
      : `gap ${result.gapPercent ?? "?"} %`;
  out(
    language === "zh"
      ? `费用 ${money(evaluation.cost)}，${evaluation.days} 天，样品 ${evaluation.sample}（${proof}）`
      : `cost ${money(evaluation.cost)}, ${evaluation.days} days, sample ${evaluation.sample} (${proof})`,
  );
  for (const { offer, covers } of planLines(instance, result.selection)) {
    out(
      `  ${offer}${covers.length === 0 ? (language === "zh" ? "：仅为折扣" : ": bought for the discount only") : ""}`,
    );
    for (const { requirement, because } of covers) out(`    ${requirement}: ${because[language]}`);
  }
  const { costSum } = marketByMarket(instance, { onTick: until(EXPLAIN_MS) });
  if (costSum !== null)
    out(language === "zh" ? `各市场分别检测合计 ${money(costSum)}` : `each market alone: ${money(costSum)} in all`);
  return 0;
}

function sayInfeasible(
  { out, language }: Call,
  instance: PlanInstance,
  result: Extract<PlanResult, { status: "infeasible" }>,
): ExitCode {
  if (result.reason === "uncoverable") {
    out(
      language === "zh" ? "没有可行方案。以下要求无人可做：" : "There is no plan. Nothing answers these requirements:",
    );
    for (const { requirement, because } of whyUncoverable(instance, result.uncoverable))
      out(`  ${requirement}: ${because[language]}`);
    return 1;
  }
  const limits = bindingLimits(instance, { onTick: until(EXPLAIN_MS) });
  out(
    language === "zh"
      ? `没有可行方案。受限于：${limits.join("、") || "多项限制共同作用"}`
      : `There is no plan. What stands in the way: ${limits.join(", ") || "several limits at once"}`,
  );
  return 1;
}

/** Minor units as the amount in the instance's currency. */
function money(minor: number): string {
  return `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
}

function misused({ note, language, args }: Call): ExitCode {
  note(
    language === "zh"
      ? `无法读取 ${args[0]}，或 --seconds 不是正数。`
      : `${args[0]} cannot be read, or --seconds is no positive number.`,
  );
  return 2;
}

function refused({ note, out, json, language }: Call, error: unknown): ExitCode {
  if (!(error instanceof Refusal) && !(error instanceof SyntaxError)) throw error;
  const [code, facts] =
    error instanceof Refusal
      ? [error.code, error.facts]
      : ["malformed-instance", { where: "file", problem: "is not JSON" }];
  const sentence = problemSentence(code, facts);
  if (json) out(JSON.stringify({ refused: code, facts, sentence }));
  else note(sentence[language]);
  return 1;
}

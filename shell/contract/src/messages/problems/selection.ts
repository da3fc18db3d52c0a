import type { SelectionRefusal } from "@quanheng/flow/selection/refusals.ts";
import type { Sentence } from "../sentence.ts";

/** What the selection stage declines: claims, requirements, reference data and planning instances. */
export const selectionProblems = {
  "malformed-reference": {
    zh: "基础数据有误（{where}）：{problem}。请标准工程师更正后再试。",
    en: "The reference data is wrong at {where}: {problem}. A standards engineer has to correct it first.",
  },
  "ambiguous-requirement": {
    zh: "同一条款对 {characteristic} 给出了不同的限值（{rows}），平台不作猜测，请标准工程师核实。",
    en: "One clause sets different limits for {characteristic} ({rows}). The platform does not guess: a standards engineer has to check.",
  },
  "unknown-claim": {
    zh: "“{key}”没有“{value}”这一项，可选：{known}。",
    en: "“{key}” has no value “{value}”. Known values: {known}.",
  },
  "claim-not-asked": {
    zh: "{day} 适用的要求中没有需要说明“{key}”的。请检查所选市场和日期，或删除该项。",
    en: "No requirement in force on {day} asks for “{key}”. Check the markets and the date, or remove it.",
  },
  "malformed-instance": {
    zh: "检测方案的输入有误（{where}）：{problem}。",
    en: "The input of the plan is wrong at {where}: {problem}.",
  },
} as const satisfies Record<SelectionRefusal, Sentence>;

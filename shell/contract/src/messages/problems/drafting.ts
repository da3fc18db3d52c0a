import type { DraftingRefusal } from "@quanheng/flow/selection/drafting/refusals.ts";
import type { Sentence } from "../sentence.ts";

/** What the drafting of a standard declines. */
export const draftingProblems = {
  "draft-number-malformed": {
    zh: "“{number}”不是该类标准编号的写法。请按例如 {example} 的形式填写。",
    en: "“{number}” is not how numbers of this kind are written. Write it as in {example}.",
  },
  "draft-step-impossible": {
    zh: "草案目前的状态不允许这一步。请刷新页面，查看现在可以做什么。",
    en: "The draft does not stand where this step begins. Reload the page to see what can be done now.",
  },
  "draft-comments-unanswered": {
    zh: "还有 {count} 条意见没有答复。请逐条答复后再继续。",
    en: "{count} comments have no answer yet. Answer each of them, then go on.",
  },
  "draft-round-needed": {
    zh: "草案还没有征求过意见。请先开展一轮征求意见。",
    en: "Nobody was asked about this draft yet. Open a round of comments first.",
  },
  "draft-without-limits": {
    zh: "草案没有任何指标。请至少拟定一项。",
    en: "The draft holds no limit. Propose at least one.",
  },
  "draft-limit-faulty": {
    zh: "第 {clause} 条的指标有错误，共 {count} 项指标待改正。请按指标旁的说明改正。",
    en: "The limit of clause {clause} has a fault; {count} limits have to be corrected. What is wrong stands beside each.",
  },
  "draft-below-mandatory": {
    zh: "第 {clause} 条宽于强制性要求 {row}。标准的技术要求不得低于强制性国家标准，请收紧该指标。",
    en: "Clause {clause} admits what the mandatory requirement {row} forbids. Tighten it: no standard may be lower than the mandatory national ones.",
  },
  "draft-days-disordered": {
    zh: "征求意见自 {from} 起，截止日 {until} 须在其后且不超过一年。请改正截止日。",
    en: "The round begins on {from}; its last day {until} has to come after that and within a year. Correct the last day.",
  },
  "draft-early-reason": {
    zh: "征求意见到 {until} 才截止。提前结束请写明理由，所有人都会看到。",
    en: "Comments were promised until {until}. Say why the round ends early; everybody will read it.",
  },
  "draft-reason-needed": {
    zh: "请写明理由（至少 5 个字符）。",
    en: "Say why, in at least 5 characters.",
  },
  "draft-number-taken": {
    zh: "编号 {number} 已在规范性文件库中。请换一个编号。",
    en: "A document numbered {number} is in the library already. Choose another number.",
  },
  "draft-own-approval": {
    zh: "您编写过这份草案，须由未参与编写的人批准或退回。",
    en: "You wrote part of this draft. Someone who did not has to approve it or send it back.",
  },
  "draft-party-unknown": {
    zh: "没有找到“{party}”。请填写机构或企业的编号，或统一社会信用代码。",
    en: "Nobody is known as “{party}”. Write the id of an institution or enterprise, or its unified social credit code.",
  },
  "draft-limit-unknown": {
    zh: "草案中没有指标 {limit}。它可能已被删除，请刷新页面。",
    en: "The draft has no limit {limit}. It may have been removed; reload the page.",
  },
} as const satisfies Record<DraftingRefusal, Sentence>;

import { type Catalogue, catalogue } from "./catalogue.ts";

/** What stands beside a plan: what if, the order of tests, reports already held, and the search while it runs. */
export const zh = {
  "what-if.title": "如果……会怎样",
  "what-if.lead":
    "少一个市场、换一个期限、放宽一项限制：每种情况都重新求解，列出费用和时间的变化。放宽一项限制省下的，就是这项限制的代价。",
  "what-if.ask": "逐项计算",
  "what-if.change": "变化",
  "what-if.effect": "结果",
  "what-if.price": "费用",
  "what-if.days": "时间",
  "what-if.without-market": "不做 {market}",
  "what-if.deadline": "{days} 天内完成",
  "what-if.sample": "样品不限",
  "what-if.hours": "仪器机时不限",
  "what-if.no-deadline": "不限时间",
  "what-if.budget": "预算不限",
  "order.title": "先做哪一项",
  "order.lead":
    "若一项不合格即停止其余检测，按此顺序平均花费最少（费用 ÷ 不合格概率，由小到大）。概率来自以往各方的判定；尚无记录的按二十分之一计。",
  "order.saves": "遇首个不合格即停，平均 {expected}，全部做完 {full}",
  "held.title": "已有报告可以证明",
  "held.count": "{count} 条要求不必再测",
  "held.provisional": "暂予接受，须由最终报告替换",
  "held.refused": "{count} 条要求已有报告不能证明，原因如下：",
  "held.by": "报告 {number}（{issuer}）",
  remedy: "怎样才行",
  "progress.search": "第 {search} 次搜索，已看 {nodes} 处，{seconds} 秒",
  "progress.best": "目前最好 {amount}，与最优相差不超过 {percent} %",
  "progress.stop": "就用目前最好的",
} as const;

export const en: Catalogue<typeof zh> = {
  "what-if.title": "What if",
  "what-if.lead":
    "One market less, another deadline, one limit lifted: each is solved again and shown with its price and days. What lifting a limit saves is what the limit costs.",
  "what-if.ask": "Work it out",
  "what-if.change": "Change",
  "what-if.effect": "Effect",
  "what-if.price": "Price",
  "what-if.days": "Time",
  "what-if.without-market": "without {market}",
  "what-if.deadline": "done within {days} days",
  "what-if.sample": "as much sample as wanted",
  "what-if.hours": "instruments always free",
  "what-if.no-deadline": "no deadline",
  "what-if.budget": "no budget",
  "order.title": "Which test first",
  "order.lead":
    "If the first failure stops the rest, this order costs least on average: price divided by the probability of failure, ascending. The probabilities come from past verdicts of all clients; where there are none, one in twenty is assumed.",
  "order.saves": "{expected} on average if the first failure stops the rest, {full} for all of them",
  "held.title": "Shown by reports already held",
  "held.count": "{count} requirements need no test",
  "held.provisional": "Provisional until a final report replaces it",
  "held.refused": "{count} requirements that a report tested but does not answer:",
  "held.by": "report {number} ({issuer})",
  remedy: "What would do",
  "progress.search": "search {search}, {nodes} steps, {seconds} s",
  "progress.best": "best so far {amount}, within {percent} % of the optimum",
  "progress.stop": "Take the best so far",
};

export const planningText = catalogue("planning", { zh, en });

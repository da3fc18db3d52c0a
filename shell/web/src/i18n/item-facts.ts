import { type Catalogue, catalogue } from "./catalogue.ts";

/** Facts of the item on which conditions of its requirements turn. */
export const zh = {
  title: "样品情况 {number}",
  short: "样品情况",
  lead: "有些要求只在特定情形下适用。委托方和实验室都可以说明；后说明的为准，先前的保留在记录中。",
  none: "该委托的要求都不附带条件，无需说明。",
  turns: "影响：{condition}（{count} 条要求）",
  "turns.product": "影响：{condition}",
  save: "保存说明",
  saved: "已保存。有关要求的判定已按此更新。",
  nothing: "没有新的说明。",
  stated: "{by}：{value}",
  history: "说明记录",
  open: "还有 {count} 项未说明；有关要求在说明之前不能判定。",
  "open.link": "说明样品情况",
  unasked: "不能由样品情况决定的条件",
  aside: "不适用于该样品的要求",
} as const;

export const en: Catalogue<typeof zh> = {
  title: "Facts of the item {number}",
  short: "Facts of the item",
  lead: "Some requirements hold only under a condition. Client and laboratory may both state it; the later statement holds and the earlier ones stay in the record.",
  none: "No requirement of this commission has a condition; nothing has to be stated.",
  turns: "Decides: {condition} ({count} requirements)",
  "turns.product": "Decides: {condition}",
  save: "Save statements",
  saved: "Saved. The verdicts concerned follow it from now on.",
  nothing: "Nothing new is stated.",
  stated: "{by}: {value}",
  history: "Statements",
  open: "{count} facts are not stated; the requirements concerned cannot be decided before.",
  "open.link": "State facts of the item",
  unasked: "Conditions that no fact of the item settles",
  aside: "Requirements that do not apply to this item",
};

export const itemFactsText = catalogue("item-facts", { zh, en });

import { type Catalogue, catalogue } from "./catalogue.ts";

/** Many tests by one method, entered in a grid. */
export const zh = {
  title: "成批录入",
  lead: "一次录入同一方法的多个样品。每行独立检查、独立保存；不能接受的行会说明原因，不影响其他行。",
  method: "方法",
  "method.count": "{name}（{count}）",
  none: "现在没有可以成批录入的任务。",
  curve: "该方法读取曲线或文件，请逐个任务录入。",
  shared: "各行相同",
  rows: "各样品读数，可从表格软件粘贴一块",
  sample: "样品",
  result: "结果",
  state: "状态",
  reason: "更正理由（用于已录入过的任务）",
  "reason.missing": "有任务是更正，请写明理由。",
  save: "保存 {count} 行",
  empty: "还没有填写任何一行。",
  kept: "已保存 {count} 行。",
  refused: "{count} 行未保存，见各行说明。",
  "row.kept": "已保存",
  "row.kept-before": "此前已保存",
  "row.missing": "缺 {count} 项",
  "row.wrong": "{count} 处不能使用",
  more: "只显示前 {count} 项任务；保存后显示其余的。",
} as const;

export const en: Catalogue<typeof zh> = {
  title: "Enter many",
  lead: "Readings of many samples by one method. Each row is checked and kept by itself; a row that cannot be accepted says why and holds up no other.",
  method: "Method",
  "method.count": "{name} ({count})",
  none: "No task can be entered in a grid now.",
  curve: "This method reads a curve or a file; enter its tasks one by one.",
  shared: "The same for all rows",
  rows: "Readings of each sample; a block may be pasted from a spreadsheet",
  sample: "Sample",
  result: "Result",
  state: "State",
  reason: "Reason for corrections (tasks entered before)",
  "reason.missing": "Some tasks are corrections; state the reason.",
  save: "Save {count} rows",
  empty: "No row is filled yet.",
  kept: "{count} rows were kept.",
  refused: "{count} rows were not kept; each says why.",
  "row.kept": "Kept",
  "row.kept-before": "Kept before",
  "row.missing": "{count} missing",
  "row.wrong": "{count} cannot be used",
  more: "The first {count} tasks are shown; the others follow once these are kept.",
};

export const entryGridText = catalogue("entry-grid", { zh, en });

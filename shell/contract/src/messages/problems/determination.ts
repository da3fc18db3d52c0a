import type { DecisionRefusal } from "@quanheng/flow/decision/refusals.ts";
import type { DeterminationRefusal } from "@quanheng/flow/determination/refusals.ts";
import type { Sentence } from "../sentence.ts";

/** What the stages determination and decision of `core/flow` decline, by code. */
export const determinationProblems = {
  "reading-missing": {
    zh: "此处还没有读数。空白表示未测，不会当作零。",
    en: "A reading is missing here. Empty means not measured; it is never taken as zero.",
  },
  "reading-out-of-range": {
    zh: "{given} {unit} 不可能：允许 {min} 至 {max} {unit}。请核对读数和单位。",
    en: "{given} {unit} is not possible: {min} to {max} {unit} is allowed. Check the reading and its unit.",
  },
  "too-few-readings": {
    zh: "只有 {given} 个读数，至少需要 {needed} 个。",
    en: "Only {given} readings; at least {needed} are needed.",
  },
  "too-many-readings": {
    zh: "有 {given} 个读数，最多 {needed} 个。",
    en: "{given} readings; at most {needed} are taken.",
  },
  "unknown-choice": { zh: "“{given}”不在可选项中：{choices}。", en: "“{given}” is not one of the choices: {choices}." },
  "not-yes-or-no": { zh: "“{given}”不是“是”或“否”。", en: "“{given}” is neither yes nor no." },
  "unknown-input": { zh: "该方法没有名为“{given}”的读数。", en: "This method has no reading called “{given}”." },
  "wrong-unit": {
    zh: "单位“{given}”不可用，此处应为 {expected}。请换算后再输入。",
    en: "The unit “{given}” does not fit; {expected} is needed here. Convert it and type it again.",
  },
  "operator-not-allowed": {
    zh: "“{given}”：读数须是数值，不能带“<”或“>”。",
    en: "“{given}”: a reading is a number, without “<” or “>”.",
  },
  "csv-too-large": {
    zh: "仪器文件过大：{given} 个字符，上限 {max}。请只导出这一次测定。",
    en: "The instrument file is too large: {given} characters, at most {max}. Export this run only.",
  },
  "csv-too-many-rows": {
    zh: "文件有 {given} 行数据，上限 {max} 行。请只导出这一次测定。",
    en: "The file has {given} rows of data, at most {max} are read. Export this run only.",
  },
  "csv-too-many-columns": {
    zh: "此行有 {given} 列，上限 {max} 列。请检查分隔符。",
    en: "This row has {given} columns, at most {max} are read. Check the separators.",
  },
  "csv-cell-too-long": {
    zh: "此行有一格超过 {max} 个字符，不像读数。",
    en: "A cell of this row has more than {max} characters, which is no reading.",
  },
  "csv-empty": { zh: "文件中没有数据行。", en: "The file has no rows of data." },
  "csv-no-known-column": {
    zh: "没有认识的列名（文件中有：{columns}）。请用读数名称作列名。",
    en: "No column name is known (the file has: {columns}). Name the columns after the readings.",
  },
  "csv-column-twice": {
    zh: "读数“{column}”出现在两列中，请只保留一列。",
    en: "The reading “{column}” stands in two columns; keep one.",
  },
  "csv-row-too-long": {
    zh: "此行有 {given} 格，比表头多（{needed}）。请检查分隔符。",
    en: "This row has {given} cells, more than the header ({needed}). Check the separators.",
  },
  "csv-open-quote": {
    zh: "引号没有结束，无法读取文件。",
    en: "A quotation mark is never closed; the file cannot be read.",
  },
  "csv-unknown-column": {
    zh: "不认识的列“{column}”未读取。",
    en: "The column “{column}” is not known and was left out.",
  },
  "record-no-header": {
    zh: "第一行应写明各列名称和单位：{columns}。",
    en: "The first line must name the columns with their units: {columns}.",
  },
  "record-column-missing": {
    zh: "缺少“{column}”列；文件中的列：{columns}。",
    en: "The column “{column}” is missing; the file has {columns}.",
  },
  "record-not-a-number": {
    zh: "第 {row} 行“{column}”的“{given}”不是数字。",
    en: "Line {row}: “{given}” in “{column}” is no number.",
  },
  "record-cells-missing": {
    zh: "第 {row} 行只有 {given} 列，应为 {needed} 列；请检查文件是否完整。",
    en: "Line {row} has {given} cells of {needed}. Check whether the file is complete.",
  },
  "record-excel-date": {
    zh: "第 {row} 行的时间“{given}”是日期或表格软件的天数；请导出从 0 起的秒数。",
    en: "Line {row}: the time “{given}” is a date or a spreadsheet's count of days. Export seconds from the beginning.",
  },
  "record-time-twice": {
    zh: "第 {row} 行的时间 {given} 与上一行相同（共 {count} 处）；请删去重复的记录。",
    en: "Line {row} repeats the time {given} ({count} in all). Remove the repeated rows.",
  },
  "record-reversed": {
    zh: "第 {row} 行的时间 {given} 早于上一行（共 {count} 处）；请按时间先后排列。",
    en: "Line {row} goes back to the time {given} ({count} in all). Put the rows in the order of time.",
  },
  "record-gap": {
    zh: "第 {row} 行之前缺记录：间隔 {given}，平常为 {expected}（共 {count} 处）；请分段评价或补全。",
    en: "Readings are missing before line {row}: a step of {given} instead of {expected} ({count} in all). Evaluate the parts, or export the whole.",
  },
  "record-too-short": {
    zh: "记录只有 {given} 行，至少需要 {needed} 行。",
    en: "The record has {given} rows; {needed} are needed at least.",
  },
  "record-too-long": {
    zh: "记录超过 {max} 行；请分段。",
    en: "The record has more than {max} rows. Divide it.",
  },
  "record-encoding": {
    zh: "文件不是 UTF-8、UTF-16 或 GB 18030 编码的文本；请导出为文本文件（CSV）。",
    en: "The file is no text in UTF-8, UTF-16 or GB 18030. Export it as text (CSV).",
  },
  "tolerance-invalid": {
    zh: "限值不成立：下限 {lower}，上限 {upper}。请至少给出一个限值，且下限不得高于上限。",
    en: "The limits cannot be used: lower {lower}, upper {upper}. Give at least one, and the lower not above the upper.",
  },
  "malformed-rule": {
    zh: "判定规则中的 {problem} 不能为“{given}”。",
    en: "In a decision rule, {problem} cannot be “{given}”.",
  },
  "zero-reference": {
    zh: "参考值为 {reference}，不能按百分数设定容差；请改用绝对容差。",
    en: "The reference value is {reference}, so that no percentage of it is a tolerance; use an absolute one.",
  },
  "number-form-wrong": {
    zh: "编号规则中的“{part}”无法填写，请检查名称和格式。",
    en: "The part “{part}” of the form of a number cannot be filled in; check its name and pattern.",
  },
  "number-form-used-up": {
    zh: "编号规则的字母和数字不够表示第 {number} 号，请增加位数。",
    en: "The letters and digits of the form do not suffice for number {number}; give it more places.",
  },
  "step-not-allowed": {
    zh: "现在不能执行这一步：样品或检测项目的状态不允许。请刷新后查看当前状态。",
    en: "This step cannot be taken now, because the state of the sample or test does not allow it. Reload to see where it stands.",
  },
  "own-result": {
    zh: "“{test}”是您本人提交的结果，须由他人核验。",
    en: "You submitted the result of “{test}” yourself; somebody else must verify it.",
  },
  "verified-before": {
    zh: "您已核验过“{test}”，下一次须由另一人核验。",
    en: "You have verified “{test}” before; another person must verify it now.",
  },
  "inputs-not-seen": {
    zh: "计算所用的结果尚未核验：{names}。请先逐一核验，或确认已全部查看并一并核验。",
    en: "Results that go into this one are not verified: {names}. Verify each first, or name them all as seen.",
  },
  "reason-missing": { zh: "请说明理由。", en: "Give the reason." },
  "ambiguous-limit": {
    zh: "限值表中有 {given} 行同样适用于“{analyte}”，无法确定用哪一行；请改正限值表。",
    en: "{given} rows of the table of limits fit “{analyte}” equally well; correct the table, for a limit is never guessed.",
  },
  "quantity-depleted": { zh: "已经用完，不能再取。", en: "Nothing is left to take from." },
  "quantity-insufficient": {
    zh: "不能取 {given}：只剩 {left} {unit}。",
    en: "{given} cannot be taken: {left} {unit} are left.",
  },
  "lot-not-usable": {
    zh: "批号 {lot} 已过期或已报废，不能使用；请换用有效的批号。",
    en: "Lot {lot} has expired or was discarded; use another one.",
  },
  "not-authenticated": {
    zh: "请重新输入密码以确认身份。",
    en: "Enter your password again to prove who you are.",
  },
  "not-declared": {
    zh: "首次签名前，请先声明您的电子签名具有约束力。",
    en: "Before your first signature, declare that your electronic signature binds you.",
  },
  "already-declared": {
    zh: "您已作过电子签名声明，无需再次声明。",
    en: "You have made the declaration of your electronic signature already.",
  },
} as const satisfies Record<DeterminationRefusal | DecisionRefusal, Sentence>;

import type { LibraryRefusal } from "@quanheng/flow/selection/library/refusals.ts";
import type { Sentence } from "../sentence.ts";

/** What is wrong with a row or document that somebody proposes to the library; `field` names the column. */
export const libraryProblems = {
  "row-field-missing": {
    zh: "“{field}”不能为空，请填写。",
    en: "“{field}” is empty. Please fill it in.",
  },
  "row-value-unknown": {
    zh: "“{field}”中的“{value}”不在要求库中。请检查拼写，或先登记它。",
    en: "“{value}” in “{field}” is not known to the library. Check the spelling, or register it first.",
  },
  "row-limit-count": {
    zh: "每条要求只有一种限值，此行给出了 {given} 项。请只填写一种。",
    en: "A requirement has exactly one kind of limit; this row gives {given}. Fill in one of them.",
  },
  "limits-contradict": {
    zh: "下限 {min} 与上限 {max} 相互矛盾，没有数值能同时满足。请改正其一。",
    en: "The lower limit {min} and the upper limit {max} contradict each other. Correct one of them.",
  },
  "row-number-unreadable": {
    zh: "“{field}”中的“{value}”不是明确的数。请用小数点书写，例如 0.5。",
    en: "“{value}” in “{field}” is not one clear number. Write it with a point, for example 0.5.",
  },
  "row-unit-unknown": {
    zh: "单位“{unit}”不是 UCUM 代码。请使用例如 mg/kg、Cel、g/(100.g) 的写法。",
    en: "“{unit}” is not a UCUM code. Write for example mg/kg, Cel or g/(100.g).",
  },
  "row-unit-dimension": {
    zh: "单位“{unit}”与项目 {characteristic} 的量纲不同，该项目以“{expected}”计。请换算或更正。",
    en: "“{unit}” measures something else than {characteristic}, which is stated in “{expected}”. Convert or correct it.",
  },
  "row-date-impossible": {
    zh: "“{field}”中的“{value}”不是存在的日期。请按 2026-01-31 的格式填写。",
    en: "“{value}” in “{field}” is not a day that exists. Write it as in 2026-01-31.",
  },
  "row-interval-empty": {
    zh: "适用期自 {from} 起、至 {to} 止，一天也没有。截止日期须晚于起始日期。",
    en: "The period from {from} to {to} holds no day. Its end must come after its beginning.",
  },
  "row-interval-overlap": {
    zh: "{other} 在 {from} 至 {to} 期间对同一项目已有规定，适用期重叠。请先结束该条，或改正日期。",
    en: "{other} speaks of the same thing from {from} to {to}, and the periods overlap. End that row first, or correct the days.",
  },
  "row-market-of-document": {
    zh: "{document} 是 {of} 的文件，不能作为 {market} 的要求。请改正市场或文件。",
    en: "{document} is a document of {of} and sets no requirement of {market}. Correct the market or the document.",
  },
  "row-outside-document": {
    zh: "该条适用期（{from} 至 {to}）超出 {document} 的有效期（{documentFrom} 至 {documentTo}）。请改正日期，或先更正文件的记录。",
    en: "The row holds from {from} to {to}, which goes beyond {document}, in force from {documentFrom} to {documentTo}. Correct the days, or the record of the document first.",
  },
  "compared-day-ahead": {
    zh: "核对日期 {value} 晚于今天。请填写实际核对的日期。",
    en: "The day of comparison, {value}, lies in the future. State the day on which you compared.",
  },
  "compared-day-early": {
    zh: "核对日期 {value} 早于 {document} 可能存在的最早日期 {earliest}。请更正日期，或先更正文件的记录。",
    en: "The day of comparison, {value}, comes before {earliest}, when the text of {document} can first have existed. Correct the day, or the record of the document first.",
  },
  "row-repeated": {
    zh: "{row} 在文件第 {line} 行已出现。请只保留一行。",
    en: "{row} stands in line {line} of the file already. Keep one of them.",
  },
  "row-pair-unreadable": {
    zh: "“{field}”中的“{value}”应写作 名称=值，多项以分号分隔。",
    en: "“{value}” in “{field}” has to be written as name=value, several parted by semicolons.",
  },
  "row-text-too-long": {
    zh: "“{field}”超过 {max} 个字符，请缩短。",
    en: "“{field}” is longer than {max} characters. Please shorten it.",
  },
  "supersession-cycle": {
    zh: "这样这些文件会相互代替成环：{documents}。请改正“代替”一栏。",
    en: "These documents would supersede each other in a circle: {documents}. Correct what the document supersedes.",
  },
  "editions-overlap": {
    zh: "同一文件的 {other} 在同一时期有效（{from} 起，至 {to}）。请填写其废止日期、写明代替关系，或注明两版并行有效。",
    en: "{other}, another edition of the same document, is in force on the same days (from {from} until {to}). State when it ends, that it is superseded, or that both hold side by side.",
  },
  "import-empty": { zh: "文件“{name}”中没有数据行。", en: "The file “{name}” holds no rows." },
  "import-columns": {
    zh: "首行须为列名。不认识的列：{unknown}；缺少的列：{missing}。",
    en: "The first line has to name the columns. Not known: {unknown}; missing: {missing}.",
  },
  "import-without-header": {
    zh: "“{name}”的首行没有任何列名。请在第一行写出列名，例如 product、market、document、clause、characteristic。",
    en: "The first line of “{name}” names no column. Put the names there, such as product, market, document, clause, characteristic.",
  },
  "import-columns-unknown": {
    zh: "不认识的列：{unknown}。请改正列名，或删去这些列。",
    en: "Columns that are not known: {unknown}. Correct their names, or remove them.",
  },
  "import-too-long": {
    zh: "文件有 {given} 行，一次最多导入 {max} 行。请分成几个文件。",
    en: "The file has {given} rows; one import takes at most {max}. Divide it into several files.",
  },
  "import-unreadable": {
    zh: "无法读取“{name}”。请保存为 UTF-8 编码的 CSV，或 XLSX。",
    en: "“{name}” cannot be read. Save it as CSV in UTF-8, or as XLSX.",
  },
  "import-cut-off": {
    zh: "读取中途服务器停止，未完成。要求库没有任何改变，请重新导入文件。",
    en: "Reading stopped with the server. Nothing in the library has changed; import the file again.",
  },
  "import-without-change": {
    zh: "文件中没有能改变要求库的行，无须确认。",
    en: "No row of the file would change the library; there is nothing to confirm.",
  },
  "proposal-without-change": {
    zh: "内容与 {row} 的现行版本相同，无须提出。",
    en: "This equals the newest version of {row}; there is nothing to propose.",
  },
} as const satisfies Record<LibraryRefusal, Sentence>;

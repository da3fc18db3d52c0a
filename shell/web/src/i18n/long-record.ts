import { type Catalogue, catalogue } from "./catalogue.ts";

/** Records of millions of readings, evaluated on the reader's own device. */
export const zh = {
  title: "长时记录",
  lead: "振动记录或行驶工况文件在本机读取和计算，不上传。文件首行写明各列名称和单位。",
  kind: "记录种类",
  choice: "频率计权",
  columns: "需要的列：{columns}",
  optional: "{name}（可省略）",
  drop: "选择记录文件（CSV 或 TXT）",
  read: "正在读取 {name}：{percent} %",
  evaluate: "正在计算 {name}：{percent} %",
  cancel: "取消",
  done: "{name}：{rows} 行，用时 {seconds} s",
  figures: "结果",
  again: "换一种计权，请重新选择文件。",
} as const;

export const en: Catalogue<typeof zh> = {
  title: "Long records",
  lead: "A vibration record or a drive cycle is read and evaluated on this device; nothing is sent. The first line of the file names the columns with their units.",
  kind: "Kind of record",
  choice: "Frequency weighting",
  columns: "Columns wanted: {columns}",
  optional: "{name} (may be left out)",
  drop: "Choose the file of the record (CSV or TXT)",
  read: "Reading {name}: {percent} %",
  evaluate: "Evaluating {name}: {percent} %",
  cancel: "Cancel",
  done: "{name}: {rows} rows in {seconds} s",
  figures: "Results",
  again: "For another weighting choose the file again.",
};

export const longRecordText = catalogue("long-record", { zh, en });

import { type Catalogue, catalogue } from "./catalogue.ts";

/** Adding markets to a commission under way. */
export const zh = {
  title: "增加市场",
  lead: "已约定的检测保留不变，其结果同样用于新增市场；只补做还缺的检测。全部实验室受理后生效。",
  none: "该产品的全部市场都已在本委托之内。",
  ask: "查看还缺哪些检测",
  "kept.title": "已约定的检测即可满足",
  "kept.count": "{count} 条要求",
  "kept.issued": "报告 {number} 已签发",
  agree: "同意增加",
  not: "未能得到方案时，请修改市场或等级。",
} as const;

export const en: Catalogue<typeof zh> = {
  title: "Add markets",
  lead: "What is agreed stays, and its results serve the further markets too; only what is missing is tested besides. It takes effect once all its laboratories have accepted.",
  none: "Every market of this product is part of the commission already.",
  ask: "See what is missing",
  "kept.title": "Answered by tests already agreed",
  "kept.count": "{count} requirements",
  "kept.issued": "report {number} is issued",
  agree: "Agree to the addition",
  not: "Where there is no plan, choose other markets or grades.",
};

export const addMarketsText = catalogue("add-markets", { zh, en });

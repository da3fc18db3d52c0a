import { type Catalogue, catalogue } from "./catalogue.ts";

/** Reports that a client already holds. */
export const zh = {
  title: "已有报告",
  lead: "已经有报告的项目，市场若认可就不必再测。实验室在合同评审时会核对。",
  none: "没有说明已有报告。",
  add: "添加一份报告",
  "add.title": "添加已有报告",
  issuer: "出具机构",
  number: "报告编号",
  issued: "签发日期",
  method: "检测方法",
  "method.hint": "如报告所写，例如 GB 5009.12-2023",
  bodies: "报告上的认可标志",
  characteristics: "检测了哪些特性",
  loq: "定量限",
  U: "扩展不确定度",
  "figures.hint": "报告写明时填写",
  save: "添加",
  "take-back": "撤回",
  missing: "请填写此项",
  choose: "请至少选一项",
  "review.title": "委托方已有的报告",
  "review.lead": "受理即表示已核对这些报告；它们所证明的要求不再检测，并在报告中注明。",
} as const;

export const en: Catalogue<typeof zh> = {
  title: "Reports already held",
  lead: "What a report already shows need not be tested again where the market accepts it. The laboratories check it in their contract review.",
  none: "No report is stated.",
  add: "Add a report",
  "add.title": "Add a report already held",
  issuer: "Issued by",
  number: "Report number",
  issued: "Date of issue",
  method: "Test method",
  "method.hint": "As the report says, e.g. GB 5009.12-2023",
  bodies: "Accreditation marks on the report",
  characteristics: "What was tested",
  loq: "Quantification limit",
  U: "Expanded uncertainty",
  "figures.hint": "Where the report states it",
  save: "Add",
  "take-back": "Take back",
  missing: "Fill this in",
  choose: "Choose at least one",
  "review.title": "Reports the client already holds",
  "review.lead":
    "Whoever accepts has looked at these reports. What they show is not tested again, and the report says so.",
};

export const evidenceText = catalogue("evidence", { zh, en });

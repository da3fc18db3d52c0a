import type { Sentence } from "./sentence.ts";

/** Words that pages, documents and notifications share. One word, one meaning (see docs/glossary.md). */
export const roleNames = {
  "enterprise-user": { zh: "企业用户", en: "Enterprise user" },
  analyst: { zh: "检测员", en: "Laboratory analyst" },
  reviewer: { zh: "技术审核员", en: "Technical reviewer" },
  signatory: { zh: "授权签字人", en: "Authorised signatory" },
  "standards-engineer": { zh: "标准工程师", en: "Standards engineer" },
  operator: { zh: "集聚区运营方", en: "Cluster operator" },
  regulator: { zh: "监管人员", en: "Regulator" },
  public: { zh: "公众", en: "Public" },
} as const satisfies Record<string, Sentence>;

export const commissionStateNames = {
  draft: { zh: "草稿", en: "Draft" },
  submitted: { zh: "已提交，待合同评审", en: "Submitted, awaiting contract review" },
  declined: { zh: "未受理", en: "Declined" },
  agreed: { zh: "已受理", en: "Agreed" },
  "in-progress": { zh: "检测中", en: "In progress" },
  reported: { zh: "已出报告", en: "Reported" },
  closed: { zh: "已结束", en: "Closed" },
  cancelled: { zh: "已取消", en: "Cancelled" },
} as const satisfies Record<string, Sentence>;

export const taskStateNames = {
  waiting: { zh: "待样品", en: "Waiting for the sample" },
  ready: { zh: "可检测", en: "Ready" },
  entered: { zh: "待审核", en: "Awaiting review" },
  returned: { zh: "已退回", en: "Returned" },
  approved: { zh: "已通过", en: "Approved" },
  cancelled: { zh: "已取消", en: "Cancelled" },
} as const satisfies Record<string, Sentence>;

export const sampleStateNames = {
  expected: { zh: "待接收", en: "Expected" },
  received: { zh: "已接收", en: "Received" },
  "in-test": { zh: "检测中", en: "In test" },
  stored: { zh: "留样", en: "Stored" },
  returned: { zh: "已退样", en: "Returned" },
  disposed: { zh: "已处置", en: "Disposed" },
} as const satisfies Record<string, Sentence>;

export const conditionNames = {
  intact: { zh: "完好", en: "Intact" },
  damaged: { zh: "有损", en: "Damaged" },
  unsuitable: { zh: "不适于检测", en: "Unsuitable" },
} as const satisfies Record<string, Sentence>;

export const verdictNames = {
  pass: { zh: "合格", en: "Pass" },
  conditional: { zh: "有条件合格", en: "Conditional" },
  fail: { zh: "不合格", en: "Fail" },
  undecided: { zh: "未判定", en: "Undecided" },
} as const satisfies Record<string, Sentence>;

export const attestationStatusNames = {
  issued: { zh: "有效", en: "Valid" },
  amended: { zh: "已被修订版取代", en: "Replaced by an amendment" },
  suspended: { zh: "暂停", en: "Suspended" },
  reinstated: { zh: "恢复有效", en: "Reinstated" },
  withdrawn: { zh: "撤销", en: "Withdrawn" },
  expired: { zh: "过期", en: "Expired" },
} as const satisfies Record<string, Sentence>;

/** The mark that every page and document of a demonstration instance carries. */
export const demonstrationMark: Sentence = { zh: "演示数据，不具证明作用", en: "Demonstration data, proves nothing" };

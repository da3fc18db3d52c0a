import type { Sentence } from "./sentence.ts";

/** What the audit trail calls an action, in words for the person who comes second. */
export const actionNames: Readonly<Record<string, Sentence>> = {
  "commission.create": { zh: "新建委托", en: "opened the commission" },
  "commission.update": { zh: "修改委托内容", en: "changed the commission" },
  "commission.plan": { zh: "计算检测方案", en: "computed plans" },
  "commission.extend": { zh: "增加目标市场", en: "added markets" },
  "evidence.state": { zh: "说明已有报告", en: "stated a report already held" },
  "evidence.take-back": { zh: "撤回已有报告", en: "took a stated report back" },
  "commission.agree": { zh: "同意方案并提交", en: "agreed to a plan and submitted it" },
  "commission.cancel": { zh: "取消委托", en: "cancelled it" },
  "contract.accept": { zh: "受理委托", en: "accepted the contract" },
  "contract.decline": { zh: "拒绝受理", en: "declined the contract" },
  "item.state": { zh: "说明样品情况", en: "stated facts of the item" },
  "sample.receive": { zh: "接收样品", en: "received the sample" },
  "file.keep": { zh: "保存文件", en: "kept a file" },
  "sample.split": { zh: "拆分样品", en: "divided the sample" },
  "task.take": { zh: "领取任务", en: "took the task" },
  "observation.enter": { zh: "录入读数", en: "entered readings" },
  "observation.correct": { zh: "更正读数", en: "corrected readings" },
  "review.approve": { zh: "审核通过", en: "approved the readings" },
  "review.return": { zh: "退回读数", en: "returned the readings" },
  "attestation.issue": { zh: "签发报告", en: "issued the report" },
  "attestation.suspend": { zh: "暂停报告", en: "suspended the report" },
  "attestation.reinstate": { zh: "恢复报告", en: "reinstated the report" },
  "attestation.withdraw": { zh: "撤销报告", en: "withdrew the report" },
  "requirement.propose": { zh: "提出要求的新版本", en: "proposed a version of the requirement" },
  "requirement.decline": { zh: "退回拟定的要求", en: "declined the proposed requirement" },
  "document.propose": { zh: "提出文件记录的新版本", en: "proposed a version of the document's record" },
  "library.import": { zh: "导入要求", en: "imported requirements" },
  "scope.propose": { zh: "提交能力范围文件", en: "handed in a scope" },
  "scope.confirm": { zh: "确认能力范围的变更", en: "confirmed changes of a scope" },
  "scope.decline": { zh: "退回能力范围文件", en: "declined a scope" },
  "numbering.apply": { zh: "申请厂商识别代码", en: "applied for a company prefix" },
  "numbering.granted": { zh: "许可厂商识别代码", en: "granted a company prefix" },
  "numbering.declined": { zh: "不予许可厂商识别代码", en: "declined a company prefix" },
  "numbering.allocate": { zh: "分配编码", en: "handed out keys" },
  "numbering.import": { zh: "导入已有编码", en: "took over existing keys" },
  "numbering.withdraw": { zh: "停用编码", en: "withdrew a key" },
  "numbering.product": { zh: "更新产品信息", en: "recorded a product" },
  "resolver.record": { zh: "更新解析链接", en: "recorded links" },
  "resolver.withdraw": { zh: "停用解析条目", en: "withdrew an item of the resolver" },
  "resolver.import": { zh: "导入解析链接", en: "imported links" },
  "requirement.verify": { zh: "核对要求", en: "verified the requirement" },
};

/** The words for an action; an action without any reads as its code. */
export function actionName(action: string): Sentence {
  return actionNames[action] ?? { zh: action, en: action };
}

import { fillBoth, type Sentence } from "./sentence.ts";

/**
 * What a notice says, by topic. `{commission}` is the number of the commission, `{item}` the name of the item in the
 * reader's language; the other places are facts of the announcement.
 */
export const notificationSentences = {
  "commission.submitted": {
    zh: "新委托 {commission}（{item}）等待贵实验室合同评审。",
    en: "Commission {commission} ({item}) awaits your contract review.",
  },
  "commission.cancelled": {
    zh: "委托 {commission}（{item}）已由委托方取消：{reason}",
    en: "Commission {commission} ({item}) was cancelled by the client: {reason}",
  },
  "commission.agreed": {
    zh: "全部实验室已受理委托 {commission}（{item}），请送样。",
    en: "All laboratories have accepted commission {commission} ({item}). Please send the samples.",
  },
  "contract.accepted": {
    zh: "一家实验室已受理委托 {commission}（{item}）。",
    en: "One laboratory has accepted commission {commission} ({item}).",
  },
  "contract.declined": {
    zh: "实验室未受理委托 {commission}（{item}）：{reason}",
    en: "A laboratory declined commission {commission} ({item}): {reason}",
  },
  "sample.received": {
    zh: "委托 {commission}（{item}）的样品 {sample} 已接收，可以检测。",
    en: "Sample {sample} of commission {commission} ({item}) has arrived; testing can start.",
  },
  "sample.unsuitable": {
    zh: "委托 {commission}（{item}）的样品 {sample} 不适于检测，请联系实验室。",
    en: "Sample {sample} of commission {commission} ({item}) is unsuitable for testing. Please talk to the laboratory.",
  },
  "sample.split": {
    zh: "样品 {sample} 已拆分。",
    en: "Sample {sample} has been divided.",
  },
  "task.entered": {
    zh: "委托 {commission}（{item}）有读数等待审核。",
    en: "Readings of commission {commission} ({item}) await your review.",
  },
  "task.returned": {
    zh: "委托 {commission}（{item}）的读数被退回：{comment}",
    en: "Readings of commission {commission} ({item}) were returned: {comment}",
  },
  "task.approved": {
    zh: "委托 {commission}（{item}）的一项检测已通过审核。",
    en: "One test of commission {commission} ({item}) has been approved.",
  },
  "results.reviewed": {
    zh: "委托 {commission}（{item}）的全部结果已通过审核，等待授权签字人签发。",
    en: "All results of commission {commission} ({item}) are reviewed; the report awaits its signatory.",
  },
  "attestation.issued": {
    zh: "委托 {commission}（{item}）的报告 {number} 已签发。",
    en: "Report {number} of commission {commission} ({item}) has been issued.",
  },
  "attestation.suspended": {
    zh: "报告 {number}（{item}）已暂停：{reason}",
    en: "Report {number} ({item}) has been suspended: {reason}",
  },
  "attestation.reinstated": {
    zh: "报告 {number}（{item}）已恢复有效：{reason}",
    en: "Report {number} ({item}) is in force again: {reason}",
  },
  "attestation.withdrawn": {
    zh: "报告 {number}（{item}）已撤销：{reason}",
    en: "Report {number} ({item}) has been withdrawn: {reason}",
  },
  "requirement.changed": {
    zh: "委托 {commission}（{item}）所依据的要求有新版本：{row} 等 {count} 条，{status}。已约定的要求不变，请核对是否仍然适用。",
    en: "Requirements behind commission {commission} ({item}) have new versions: {row} and {count} in all, {status}. What was agreed stays as it is; please check whether it still serves.",
  },
  "trace.recalled": {
    zh: "{thing} 已被召回：{reason} 贵单位曾经或正在持有该批或由其制成的产品，请立即停止使用并核对库存。",
    en: "{thing} is called back: {reason} You have or had this lot or something made from it; stop using it and check your stock.",
  },
  "requirement.verified": {
    zh: "要求 {row} 已与原文核对。",
    en: "Requirement {row} has been verified against its source.",
  },
  "scope.changed": {
    zh: "委托 {commission}（{item}）所用方法 {method} 等 {count} 条能力范围已由实验室更新或终止。请与实验室核对是否影响报告。",
    en: "Scope lines behind commission {commission} ({item}) were changed or ended by the laboratory: {method}, {count} in all. Please ask the laboratory whether the report is affected.",
  },
  "draft.invited": {
    zh: "请对标准草案 {number}（{title}）提出意见，截止日 {until}。见“标准草案”。",
    en: "You are asked to comment on the draft standard {number} ({title}) until {until}. It stands under “Draft standards”.",
  },
  "draft.answered": {
    zh: "贵单位对标准草案 {number} 第 {clause} 条的意见已答复：{outcome}。",
    en: "Your comment on clause {clause} of the draft standard {number} was answered: {outcome}.",
  },
  "numbering.applied": {
    zh: "有新的厂商识别代码申请。",
    en: "Somebody applied for a company prefix.",
  },
  "numbering.decided": {
    zh: "贵单位的厂商识别代码申请已有结果：{outcome}。",
    en: "Your application for a company prefix was decided: {outcome}.",
  },
  "numbering.renewed": {
    zh: "贵单位的厂商识别代码 {prefix} 已续展至 {until}（不含）。",
    en: "Your company prefix {prefix} was renewed until {until}.",
  },
} as const satisfies Record<string, Sentence>;

export type NotificationTopic = keyof typeof notificationSentences;

/** Facts as a notice keeps them: plain values, and texts in both languages. */
export type NoticeFacts = Readonly<Record<string, unknown>>;

/** A notice in both languages; a topic that this version does not know is named as it is. */
export function notificationSentence(topic: string, facts: NoticeFacts): Sentence {
  const known = Object.hasOwn(notificationSentences, topic);
  const sentence = known ? notificationSentences[topic as NotificationTopic] : { zh: topic, en: topic };
  return { zh: fillBoth(sentence, inLanguage(facts, "zh")).zh, en: fillBoth(sentence, inLanguage(facts, "en")).en };
}

function inLanguage(facts: NoticeFacts, language: "zh" | "en"): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => {
      const said = typeof fact === "object" && fact !== null ? (fact as Partial<Sentence>)[language] : fact;
      return typeof said === "string" || typeof said === "number" ? [[name, said]] : [];
    }),
  );
}

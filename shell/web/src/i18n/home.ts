import { type Catalogue, catalogue } from "./catalogue.ts";

/** The start page, signed out and signed in. */
export const zh = {
  "hero.title": "一次委托，一次检测，处处可信",
  "hero.lead":
    "权衡是质量基础设施集聚区的共同平台。企业说明产品与目标市场，平台找出各市场都认可的最少检测；各中心在给出不确定度的前提下测量，按事先约定的规则判定；签发的报告任何人都能离线核验，无法伪造，也无法悄悄更改。",
  "hero.sign-in": "登录",
  "hero.verify": "验证一份报告",
  "hero.demo": "演示集聚区已开启：登录页上点选一位虚构人物，即可走完从委托到签发的全过程。",
  "step.ask": "委托",
  "step.ask.text": "一个产品，多个市场，列出每一条适用要求及其出处",
  "step.measure": "检测",
  "step.measure.text": "在获认可的实验室检测，读数原样保留，不确定度逐项可查",
  "step.decide": "判定",
  "step.decide.text": "同一组结果，按各市场规则逐条判定，四眼原则",
  "step.attest": "签发与核验",
  "step.attest.text": "双语报告、可验证凭证与透明日志，扫码即验",
  "next.title": "接下来要做的事",
  "next.empty": "目前没有等待您处理的事项。",
  "next.first": "最先：{title}",
  "next.count": "{count} 项",
  "step.state-product": "说明产品与目标市场，发起委托",
  "step.choose-plan": "比较方案并同意",
  "step.follow-commission": "查看进行中的委托",
  "step.review-contract": "进行合同评审",
  "step.receive-sample": "接收样品",
  "step.enter-readings": "录入读数",
  "step.correct-readings": "更正被退回的读数",
  "step.review-results": "审核结果",
  "step.sign-report": "判定并签发报告",
  "step.verify-requirement": "核对要求与原文",
  "step.watch-late": "查看逾期工作",
  "step.read-report": "查看已签发的报告",
  welcome: "{name}，您好",
} as const;

export const en: Catalogue<typeof zh> = {
  "hero.title": "Ask once, measure once, be believed everywhere",
  "hero.lead":
    "Quanheng is the common platform of a quality-infrastructure cluster. An enterprise states a product and its target markets; the platform finds the smallest set of tests that all of them accept; the centres measure with stated uncertainty; conformity is decided by a rule agreed beforehand. The report can be checked by anyone, offline, and cannot be forged or quietly changed.",
  "hero.sign-in": "Sign in",
  "hero.verify": "Verify a report",
  "hero.demo":
    "The demonstration cluster is on: choose an invented person on the sign-in page and walk from the commission to the issued report.",
  "step.ask": "Ask",
  "step.ask.text": "One product, several markets: every requirement that applies, with its source",
  "step.measure": "Measure",
  "step.measure.text":
    "In accredited laboratories; readings kept as they were read, every part of the uncertainty in sight",
  "step.decide": "Decide",
  "step.decide.text": "One set of results, a verdict for each market by its own rule, under four eyes",
  "step.attest": "Issue and verify",
  "step.attest.text": "Bilingual report, verifiable credential and transparency log; scan the code to check",
  "next.title": "What waits for you",
  "next.empty": "Nothing waits for you at the moment.",
  "next.first": "First: {title}",
  "next.count": "{count}",
  "step.state-product": "State a product and its markets: open a commission",
  "step.choose-plan": "Compare plans and agree to one",
  "step.follow-commission": "Follow a commission under way",
  "step.review-contract": "Review a contract",
  "step.receive-sample": "Receive a sample",
  "step.enter-readings": "Enter readings",
  "step.correct-readings": "Correct returned readings",
  "step.review-results": "Review results",
  "step.sign-report": "Decide and issue a report",
  "step.verify-requirement": "Compare a requirement with its document",
  "step.watch-late": "Look at late work",
  "step.read-report": "Read an issued report",
  welcome: "Welcome, {name}",
};

export const homeText = catalogue("home", { zh, en });

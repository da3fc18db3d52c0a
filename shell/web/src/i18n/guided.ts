import { type Catalogue, catalogue } from "./catalogue.ts";

/** The guided question: what has to be tested, what it costs and how long it takes, for anybody who asks. */
export const zh = {
  title: "要做哪些检测？",
  lead: "说明产品和目标市场，马上看到全部要求、检测方案、费用和时间。无需登录；下单时才需要。",
  "entry.title": "我要做哪些检测，多少钱，多久？",
  "entry.lead": "三个问题即可知道，无需登录。",
  "entry.go": "查看要求与方案",
  "step.product": "什么产品",
  "step.markets": "卖到哪里，以什么等级",
  "step.when": "何时需要，有多少样品",
  see: "查看方案、费用与时间",
  "see.not-yet": "先选产品和市场，并填好上面列出的等级。",
  "see.not-offered": "集聚区的实验室目前不检测该产品，可先查阅右侧的要求。",
  plans: "可行的方案",
  "plans.private": "这里填的内容只留在本机，平台不保存。",
  order: "按此委托",
  "order.lead": "下一步填写批次信息；未登录时先登录，所填内容会带过去。",
  outdated: "内容已改动，请重新查看方案。",
} as const;

export const en: Catalogue<typeof zh> = {
  title: "What has to be tested?",
  lead: "State a product and where you want to sell it: every requirement, the plans, the price and the days, at once. No sign-in until you order.",
  "entry.title": "What must I test, what does it cost, how long does it take?",
  "entry.lead": "Three questions tell; no sign-in needed.",
  "entry.go": "See requirements and plans",
  "step.product": "Which product",
  "step.markets": "Sold where, and as what",
  "step.when": "When it is needed, and how much sample there is",
  see: "See plans, price and days",
  "see.not-yet": "Choose a product and markets first, and state the grades asked for.",
  "see.not-offered": "No laboratory of the cluster tests this product at present; its requirements stand beside.",
  plans: "Plans",
  "plans.private": "What you enter here stays on this device; the platform keeps nothing of it.",
  order: "Order these tests",
  "order.lead": "Next you state the lot. Sign in first if you have not; what you entered comes along.",
  outdated: "Your entries changed; ask for the plans again.",
};

export const guidedText = catalogue("guided", { zh, en });

import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** Names of link types with what they lead to. */
const LABELS = {
  activityIdeas: { zh: "活动创意", en: "Ideas for activities" },
  allergenInfo: { zh: "过敏原信息", en: "Allergens" },
  appDownload: { zh: "应用下载", en: "App to download" },
  backgroundInfo: { zh: "背景信息", en: "Background" },
  brandHomepageClinical: { zh: "面向专业人员的品牌主页", en: "Brand, for professionals" },
  brandHomepagePatient: { zh: "面向患者的品牌主页", en: "Brand, for patients" },
  careersInfo: { zh: "招聘信息", en: "Careers" },
  certificationInfo: { zh: "认证信息", en: "Certification" },
  consumerHandlingStorageInfo: { zh: "消费者使用与贮存信息", en: "Handling and storage" },
  defaultLink: { zh: "默认链接", en: "Default link" },
  defaultLinkMulti: { zh: "默认链接（按语言等）", en: "Default link, by language and type" },
  dpp: { zh: "数字产品护照", en: "Digital product passport" },
  eifu: { zh: "电子使用说明书", en: "Electronic instructions for use" },
  epcis: { zh: "EPCIS 追溯事件库", en: "EPCIS repository" },
  epil: { zh: "电子患者说明书", en: "Electronic patient information leaflet" },
  eventsInfo: { zh: "活动信息", en: "Events" },
  faqs: { zh: "常见问题", en: "Frequently asked questions" },
  handledBy: { zh: "由其他解析器处理", en: "Handled by another resolver" },
  hasRetailers: { zh: "零售商", en: "Retailers" },
  homepage: { zh: "组织主页", en: "Organisation" },
  ingredientsInfo: { zh: "配料信息", en: "Ingredients" },
  instructions: { zh: "说明书", en: "Instructions" },
  jws: { zh: "JSON 网络签名", en: "JSON web signature" },
  leaveReview: { zh: "发表评价", en: "Leave a review" },
  locationInfo: { zh: "位置信息", en: "Location" },
  logisticsInfo: { zh: "物流信息", en: "Logistics" },
  loyaltyProgram: { zh: "会员计划", en: "Loyalty programme" },
  masterData: { zh: "主数据", en: "Master data" },
  menuInfo: { zh: "菜单信息", en: "Menu" },
  nutritionalInfo: { zh: "营养信息", en: "Nutrition" },
  openingHoursInfo: { zh: "营业时间", en: "Opening hours" },
  paymentLink: { zh: "付款", en: "Payment" },
  pip: { zh: "产品信息页", en: "Product information" },
  productSustainabilityInfo: { zh: "可持续与回收信息（旧）", en: "Sustainability and recycling (former name)" },
  promotion: { zh: "促销", en: "Promotion" },
  purchaseSuppliesOrAccessories: { zh: "购买耗材或配件", en: "Supplies or accessories" },
  quickStartGuide: { zh: "快速入门", en: "Quick start" },
  recallStatus: { zh: "召回状态", en: "Recall status" },
  recipeInfo: { zh: "食谱", en: "Recipes" },
  registerProduct: { zh: "产品登记", en: "Register a purchase" },
  registryEntry: { zh: "登记信息", en: "Entry in a register" },
  relatedImage: { zh: "相关图片", en: "Picture" },
  relatedVideo: { zh: "相关视频", en: "Video" },
  reportFound: { zh: "拾得报告", en: "Report a find" },
  review: { zh: "评价", en: "Reviews" },
  safetyInfo: { zh: "安全信息", en: "Safety" },
  scheduleTime: { zh: "预约", en: "Reservation" },
  serviceInfo: { zh: "服务信息", en: "Service" },
  smartLabel: { zh: "智能标签", en: "SmartLabel" },
  smpc: { zh: "药品特性概要", en: "Summary of product characteristics" },
  socialMedia: { zh: "社交媒体", en: "Social media" },
  statisticInfo: { zh: "统计信息", en: "Statistics" },
  subscribe: { zh: "订阅", en: "Subscribe" },
  support: { zh: "支持", en: "Support" },
  sustainabilityInfo: { zh: "可持续与回收信息", en: "Sustainability and recycling" },
  traceability: { zh: "追溯信息", en: "Traceability" },
  tutorial: { zh: "教程", en: "Tutorial" },
  userAgreement: { zh: "用户协议", en: "Agreement to sign" },
  verificationService: { zh: "验证服务", en: "Verification" },
  whatsInTheBox: { zh: "包装内容", en: "Contents of the package" },
} as const satisfies Record<string, Bilingual>;
export type LinkTypeName = keyof typeof LABELS;

/** The address that names of the vocabulary begin with; the other two are former ones and are still understood. */
export const VOCABULARY = "https://ref.gs1.org/voc/";
const PREFIXES = [VOCABULARY, "https://gs1.org/voc/", "https://www.gs1.org/voc/", "gs1:"] as const;

/** All link types, in the order of their names. */
export const LINK_TYPES = Object.keys(LABELS) as readonly LinkTypeName[];

/**
 * The link type that a text names, as `gs1:…` or as an address of the vocabulary.
 *
 * @returns undefined for anything else; relations of other vocabularies are not judged here
 * @source GS1 Web Vocabulary 1.16
 * @example linkType("https://www.gs1.org/voc/certificationInfo") // → "certificationInfo"
 */
export function linkType(text: string): LinkTypeName | undefined {
  const prefix = PREFIXES.find((each) => text.startsWith(each));
  const name = prefix === undefined ? "" : text.slice(prefix.length);
  return Object.hasOwn(LABELS, name) ? (name as LinkTypeName) : undefined;
}

/** What a link of a type leads to, in both languages. */
export function linkTypeLabel(name: LinkTypeName): Bilingual {
  return LABELS[name];
}

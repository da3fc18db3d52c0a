import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

export type Language = keyof Bilingual;

export const TEXTS = {
  title: { zh: "核验报告与证书", en: "Verify reports and certificates" },
  lead: {
    zh: "本页是一个独立文件：不联网，不上传，所有核验都在您的设备上进行。",
    en: "This page is one file by itself: no network, nothing is uploaded, everything is checked on your device.",
  },
  choose: { zh: "选择文件，或拖放到这里", en: "Choose files, or drop them here" },
  kinds: {
    zh: "PDF 报告、数字校准证书 XML、凭证 JWT、日志证明、ZIP；可一次放入同一份报告的全部文件。",
    en: "PDF report, digital certificate XML, credential JWT, log proof, ZIP; all files of one report may be given at once.",
  },
  checks: { zh: "核验项目", en: "What was checked" },
  says: { zh: "文件所述", en: "What the document says" },
  number: { zh: "编号", en: "Number" },
  issuer: { zh: "签发机构", en: "Issuer" },
  item: { zh: "对象", en: "Item" },
  lot: { zh: "批号", en: "Lot" },
  issued: { zh: "签发时间", en: "Issued" },
  signer: { zh: "签名者", en: "Signed by" },
  asOf: { zh: "状态截至", en: "Status as of" },
  demonstration: { zh: "演示文件，没有效力。", en: "A demonstration, without any force." },
  trust: { zh: "信任包", en: "Bundle of trust" },
  builtIn: { zh: "随本文件提供，制作于 {at}。", en: "built into this file, made at {at}." },
  own: { zh: "您提供的 {name}，制作于 {at}。", en: "your own {name}, made at {at}." },
  none: {
    zh: "没有。请放入您信任的平台的信任包（JSON），否则无法判断签发者。",
    en: "none. Drop the bundle (JSON) of a platform you trust; without it no signer can be judged.",
  },
  back: { zh: "改回自带的信任包", en: "Use the built-in bundle again" },
  badTrust: { zh: "{name} 不是可读的信任包。", en: "{name} is not a readable bundle of trust." },
  tooLarge: { zh: "{name} 超过 {limit} MB，未读取。", en: "{name} is larger than {limit} MB and was not read." },
  reading: { zh: "正在核验…", en: "Verifying…" },
  language: { zh: "English", en: "中文" },
} as const satisfies Record<string, Bilingual>;

export type TextKey = keyof typeof TEXTS;

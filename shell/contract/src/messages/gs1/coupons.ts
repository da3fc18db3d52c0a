import type { Sentence } from "../sentence.ts";

/** What a North American coupon can have wrong. */
export const couponSentences = {
  "coupon-excess-data": { zh: "优惠券末尾有多余数据。", en: "The coupon has data behind its last field." },
  "coupon-expiration-before-start": { zh: "优惠券的截止日期早于开始日期。", en: "The coupon ends before it begins." },
  "coupon-invalid-1st-purchase-requirement-code": {
    zh: "优惠券的首项购买的要求代码不正确。",
    en: "The code of the requirement of the first purchase in the coupon is wrong.",
  },
  "coupon-invalid-1st-purchase-requirement-length": {
    zh: "优惠券的首项购买的要求的长度位不正确。",
    en: "The length of the requirement of the first purchase in the coupon is wrong.",
  },
  "coupon-invalid-2nd-purchase-gcp-length": {
    zh: "优惠券的第二项购买的厂商识别代码的长度位不正确。",
    en: "The length of the company prefix of the second purchase in the coupon is wrong.",
  },
  "coupon-invalid-2nd-purchase-requirement-code": {
    zh: "优惠券的第二项购买的要求代码不正确。",
    en: "The code of the requirement of the second purchase in the coupon is wrong.",
  },
  "coupon-invalid-2nd-purchase-requirement-length": {
    zh: "优惠券的第二项购买的要求的长度位不正确。",
    en: "The length of the requirement of the second purchase in the coupon is wrong.",
  },
  "coupon-invalid-3rd-purchase-gcp-length": {
    zh: "优惠券的第三项购买的厂商识别代码的长度位不正确。",
    en: "The length of the company prefix of the third purchase in the coupon is wrong.",
  },
  "coupon-invalid-3rd-purchase-requirement-code": {
    zh: "优惠券的第三项购买的要求代码不正确。",
    en: "The code of the requirement of the third purchase in the coupon is wrong.",
  },
  "coupon-invalid-3rd-purchase-requirement-length": {
    zh: "优惠券的第三项购买的要求的长度位不正确。",
    en: "The length of the requirement of the third purchase in the coupon is wrong.",
  },
  "coupon-invalid-additional-purchase-rules-code": {
    zh: "优惠券的附加购买规则代码不正确。",
    en: "The code of the additional purchase rules in the coupon is wrong.",
  },
  "coupon-invalid-dont-multiply-flag": {
    zh: "优惠券的不可叠加标志不正确。",
    en: "The flag against multiplying in the coupon is wrong.",
  },
  "coupon-invalid-exipiration-date": { zh: "优惠券的截止日期不正确。", en: "The last day in the coupon is wrong." },
  "coupon-invalid-format-code": { zh: "优惠券的格式代码不正确。", en: "The format code in the coupon is wrong." },
  "coupon-invalid-funder-length": {
    zh: "优惠券的出资方的长度位不正确。",
    en: "The length of the funder in the coupon is wrong.",
  },
  "coupon-invalid-gcp-length": {
    zh: "优惠券的厂商识别代码的长度位不正确。",
    en: "The length of the company prefix in the coupon is wrong.",
  },
  "coupon-invalid-retailer-gcp-or-gln-length": {
    zh: "优惠券的零售商代码的长度位不正确。",
    en: "The length of the retailer in the coupon is wrong.",
  },
  "coupon-invalid-save-value-applies-to-item": {
    zh: "优惠券的优惠适用项不正确。",
    en: "The item that the saving applies to in the coupon is wrong.",
  },
  "coupon-invalid-save-value-code": {
    zh: "优惠券的优惠额代码不正确。",
    en: "The code of the saving in the coupon is wrong.",
  },
  "coupon-invalid-save-value-length": {
    zh: "优惠券的优惠额的长度位不正确。",
    en: "The length of the saving in the coupon is wrong.",
  },
  "coupon-invalid-start-date": { zh: "优惠券的开始日期不正确。", en: "The first day in the coupon is wrong." },
  "coupon-missing-1st-purchase-requirement-code": {
    zh: "优惠券缺少首项购买的要求代码。",
    en: "The code of the requirement of the first purchase is missing in the coupon.",
  },
  "coupon-missing-1st-purchase-requirement-vli": {
    zh: "优惠券缺少首项购买的要求的长度位。",
    en: "The length of the requirement of the first purchase is missing in the coupon.",
  },
  "coupon-missing-2nd-purchase-gcp-vli": {
    zh: "优惠券缺少第二项购买的厂商识别代码的长度位。",
    en: "The length of the company prefix of the second purchase is missing in the coupon.",
  },
  "coupon-missing-2nd-purchase-requirement-code": {
    zh: "优惠券缺少第二项购买的要求代码。",
    en: "The code of the requirement of the second purchase is missing in the coupon.",
  },
  "coupon-missing-2nd-purchase-requirement-vli": {
    zh: "优惠券缺少第二项购买的要求的长度位。",
    en: "The length of the requirement of the second purchase is missing in the coupon.",
  },
  "coupon-missing-3rd-purchase-gcp-vli": {
    zh: "优惠券缺少第三项购买的厂商识别代码的长度位。",
    en: "The length of the company prefix of the third purchase is missing in the coupon.",
  },
  "coupon-missing-3rd-purchase-requirement-code": {
    zh: "优惠券缺少第三项购买的要求代码。",
    en: "The code of the requirement of the third purchase is missing in the coupon.",
  },
  "coupon-missing-3rd-purchase-requirement-vli": {
    zh: "优惠券缺少第三项购买的要求的长度位。",
    en: "The length of the requirement of the third purchase is missing in the coupon.",
  },
  "coupon-missing-additional-purchase-rules-code": {
    zh: "优惠券缺少附加购买规则代码。",
    en: "The code of the additional purchase rules is missing in the coupon.",
  },
  "coupon-missing-dont-multiply-flag": {
    zh: "优惠券缺少不可叠加标志。",
    en: "The flag against multiplying is missing in the coupon.",
  },
  "coupon-missing-format-code": { zh: "优惠券缺少格式代码。", en: "The format code is missing in the coupon." },
  "coupon-missing-funder-vli": {
    zh: "优惠券缺少出资方的长度位。",
    en: "The length of the funder is missing in the coupon.",
  },
  "coupon-missing-gcp-vli": {
    zh: "优惠券缺少厂商识别代码的长度位。",
    en: "The length of the company prefix is missing in the coupon.",
  },
  "coupon-missing-retailer-gcp-or-gln-vli": {
    zh: "优惠券缺少零售商代码的长度位。",
    en: "The length of the retailer is missing in the coupon.",
  },
  "coupon-missing-save-value-applies-to-item": {
    zh: "优惠券缺少优惠适用项。",
    en: "The item that the saving applies to is missing in the coupon.",
  },
  "coupon-missing-save-value-code": {
    zh: "优惠券缺少优惠额代码。",
    en: "The code of the saving is missing in the coupon.",
  },
  "coupon-missing-save-value-vli": {
    zh: "优惠券缺少优惠额的长度位。",
    en: "The length of the saving is missing in the coupon.",
  },
  "coupon-missing-serial-number-vli": {
    zh: "优惠券缺少序列号的长度位。",
    en: "The length of the serial number is missing in the coupon.",
  },
  "coupon-missing-store-coupon-flag": {
    zh: "优惠券缺少商店券标志。",
    en: "The store coupon flag is missing in the coupon.",
  },
  "coupon-too-short-for-expiration-date": {
    zh: "优惠券的截止日期不完整，应为年年月月日日。",
    en: "The last day in the coupon is cut short; it is written YYMMDD.",
  },
  "coupon-too-short-for-start-date": {
    zh: "优惠券的开始日期不完整，应为年年月月日日。",
    en: "The first day in the coupon is cut short; it is written YYMMDD.",
  },
  "coupon-truncated-1st-purchase-family-code": {
    zh: "优惠券的首项购买的类别代码不完整。",
    en: "The family code of the first purchase in the coupon is cut short.",
  },
  "coupon-truncated-1st-purchase-requirement": {
    zh: "优惠券的首项购买的要求不完整。",
    en: "The requirement of the first purchase in the coupon is cut short.",
  },
  "coupon-truncated-2nd-purchase-family-code": {
    zh: "优惠券的第二项购买的类别代码不完整。",
    en: "The family code of the second purchase in the coupon is cut short.",
  },
  "coupon-truncated-2nd-purchase-gcp": {
    zh: "优惠券的第二项购买的厂商识别代码不完整。",
    en: "The company prefix of the second purchase in the coupon is cut short.",
  },
  "coupon-truncated-2nd-purchase-requirement": {
    zh: "优惠券的第二项购买的要求不完整。",
    en: "The requirement of the second purchase in the coupon is cut short.",
  },
  "coupon-truncated-3rd-purchase-family-code": {
    zh: "优惠券的第三项购买的类别代码不完整。",
    en: "The family code of the third purchase in the coupon is cut short.",
  },
  "coupon-truncated-3rd-purchase-gcp": {
    zh: "优惠券的第三项购买的厂商识别代码不完整。",
    en: "The company prefix of the third purchase in the coupon is cut short.",
  },
  "coupon-truncated-3rd-purchase-requirement": {
    zh: "优惠券的第三项购买的要求不完整。",
    en: "The requirement of the third purchase in the coupon is cut short.",
  },
  "coupon-truncated-funder": { zh: "优惠券的出资方不完整。", en: "The funder in the coupon is cut short." },
  "coupon-truncated-gcp": { zh: "优惠券的厂商识别代码不完整。", en: "The company prefix in the coupon is cut short." },
  "coupon-truncated-offer-code": { zh: "优惠券的优惠代码不完整。", en: "The offer code in the coupon is cut short." },
  "coupon-truncated-retailer-gcp-or-gln": {
    zh: "优惠券的零售商代码不完整。",
    en: "The retailer in the coupon is cut short.",
  },
  "coupon-truncated-save-value": { zh: "优惠券的优惠额不完整。", en: "The saving in the coupon is cut short." },
  "coupon-truncated-serial-number": {
    zh: "优惠券的序列号不完整。",
    en: "The serial number in the coupon is cut short.",
  },
} as const satisfies Record<string, Sentence>;

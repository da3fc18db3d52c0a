import type { Sentence } from "../sentence.ts";

/** What the content of a value can have wrong; the identifier and the marked place are said before. */
export const checkSentences = {
  ok: { zh: "未发现问题。", en: "Nothing was found." },
  "gcp-datasource-offline": {
    zh: "厂商识别代码的查询服务不可用。",
    en: "The register of company prefixes cannot be reached.",
  },
  "invalid-cset32-character": { zh: "含有 32 字符集以外的字符。", en: "A character is outside the set of 32." },
  "date-too-long": {
    zh: "日期位数过多，应为年年月月日日。",
    en: "The date has too many digits; it is written YYMMDD.",
  },
  "date-too-short": {
    zh: "日期位数过少，应为年年月月日日。",
    en: "The date has too few digits; it is written YYMMDD.",
  },
  "hour-too-long": { zh: "小时应为两位数字。", en: "The hour has two digits; these are more." },
  "hour-too-short": { zh: "小时应为两位数字，位数过少。", en: "The hour has two digits; these are fewer." },
  "hour-with-minute-too-long": {
    zh: "时间应为四位数字（时时分分），位数过多。",
    en: "The time has four digits, HHMM; these are more.",
  },
  "hour-with-minute-too-short": {
    zh: "时间应为四位数字（时时分分），位数过少。",
    en: "The time has four digits, HHMM; these are fewer.",
  },
  "minute-too-long": { zh: "分钟应为两位数字，位数过多。", en: "The minute has two digits; these are more." },
  "minute-too-short": { zh: "分钟应为两位数字，位数过少。", en: "The minute has two digits; these are fewer." },
  "second-too-long": { zh: "秒应为两位数字，位数过多。", en: "The second has two digits; these are more." },
  "second-too-short": { zh: "秒应为两位数字，位数过少。", en: "The second has two digits; these are fewer." },
  "illegal-day": { zh: "没有这一天。", en: "There is no such day." },
  "illegal-month": { zh: "月份应为 01 至 12。", en: "The month is 01 to 12." },
  "illegal-hour": { zh: "小时应为 00 至 23。", en: "The hour is 00 to 23." },
  "illegal-minute": { zh: "分钟应为 00 至 59。", en: "The minute is 00 to 59." },
  "illegal-second": { zh: "秒应为 00 至 59。", en: "The second is 00 to 59." },
  "iban-too-long": { zh: "国际银行账号过长。", en: "The bank account number (IBAN) is too long." },
  "iban-too-short": { zh: "国际银行账号过短。", en: "The bank account number (IBAN) is too short." },
  "illegal-iban-country-code": {
    zh: "国际银行账号开头不是国家代码。",
    en: "The bank account number (IBAN) does not begin with a country.",
  },
  "incorrect-iban-checksum": {
    zh: "国际银行账号的校验码不正确。",
    en: "The check digits of the bank account number (IBAN) are wrong.",
  },
  "invalid-iban-character": {
    zh: "国际银行账号只能含大写字母和数字。",
    en: "A bank account number (IBAN) has capital letters and digits only.",
  },
  "illegal-zero-prefix": { zh: "不能以 0 开头。", en: "It must not begin with 0." },
  "illegal-zero-value": { zh: "不能全为 0。", en: "It must not be zero." },
  "not-zero": { zh: "此处应为 0。", en: "This has to be 0." },
  "not-zero-or-one": { zh: "只能为 0（否）或 1（是）。", en: "It is 0 for no or 1 for yes." },
  "importer-idx-must-be-one-character": { zh: "进口商索引应为一个字符。", en: "The importer index is one character." },
  "invalid-import-idx-character": {
    zh: "进口商索引只能是字母、数字、“-”或“_”。",
    en: "The importer index is a letter, a digit, - or _.",
  },
  "incorrect-check-digit": {
    zh: "校验码不正确，请核对各位数字。",
    en: "The check digit is wrong. Compare every digit with the original.",
  },
  "incorrect-check-pair": {
    zh: "末两位校验字符不正确，请核对各字符。",
    en: "The two check characters are wrong. Compare every character with the original.",
  },
  "too-short-for-check-digit": { zh: "过短，没有校验码的位置。", en: "It is too short to have a check digit." },
  "too-short-for-check-pair": { zh: "过短，没有校验字符的位置。", en: "It is too short to have two check characters." },
  "too-long-for-check-pair-implementation": {
    zh: "过长，无法计算校验字符。",
    en: "It is too long for the two check characters.",
  },
  "invalid-biological-sex-code": { zh: "性别代码应为 0、1、2 或 9。", en: "The code of the sex is 0, 1, 2 or 9." },
  "invalid-cset39-character": {
    zh: "只能含大写字母、数字以及 #、-、/。",
    en: "Only capital letters, digits, # - and / are allowed.",
  },
  "invalid-cset64-character": { zh: "只能含字母、数字、“-”和“_”。", en: "Only letters, digits, - and _ are allowed." },
  "invalid-cset64-padding": { zh: "末尾的等号个数不正确。", en: "The number of equals signs at the end is wrong." },
  "invalid-cset82-character": {
    zh: "含有不允许的字符，如空格、全角字符或汉字。",
    en: "A character is not allowed, such as a space, a full-width or a Chinese character.",
  },
  "non-digit-character": { zh: "此处只能是半角数字。", en: "Only the digits 0 to 9 are allowed here." },
  "requires-non-digit-character": {
    zh: "至少须有一个字符不是数字。",
    en: "At least one character has to be no digit.",
  },
  "invalid-gcp-prefix": { zh: "厂商识别代码应为数字。", en: "A company prefix is digits." },
  "too-short-for-gcp": { zh: "过短，没有完整的厂商识别代码。", en: "It is too short to hold a company prefix." },
  "invalid-latitude": {
    zh: "纬度应在 0000000000 至 1800000000 之间。",
    en: "The latitude is 0000000000 to 1800000000.",
  },
  "invalid-longitude": {
    zh: "经度应在 0000000000 至 3600000000 之间。",
    en: "The longitude is 0000000000 to 3600000000.",
  },
  "latitude-invalid-length": { zh: "纬度应为 10 位数字。", en: "The latitude has 10 digits." },
  "longitude-invalid-length": { zh: "经度应为 10 位数字。", en: "The longitude has 10 digits." },
  "invalid-length-for-piece-of-total": {
    zh: "件号与总件数的位数须相同。",
    en: "Piece and total have the same number of digits.",
  },
  "piece-number-exceeds-total": { zh: "件号不能大于总件数。", en: "The piece is not above the total." },
  "zero-piece-number": { zh: "件号不能为 0。", en: "The piece is not zero." },
  "zero-total-pieces": { zh: "总件数不能为 0。", en: "The total is not zero." },
  "position-exceeds-end": { zh: "序位不能大于总数。", en: "The position is not beyond the end." },
  "position-in-sequence-malformed": { zh: "应写作“序位/总数”，如 1/2。", en: "It is written position/end, as 1/2." },
  "invalid-media-type": { zh: "没有这种载体类型代码。", en: "There is no such type of carrier." },
  "invalid-package-type": { zh: "没有这种包装类型代码。", en: "There is no such type of package." },
  "invalid-percent-sequence": {
    zh: "百分号之后须有两位十六进制数字。",
    en: "Two hexadecimal digits have to follow a percent sign.",
  },
  "invalid-winding-direction": { zh: "卷绕方向应为 0、1 或 9。", en: "The winding direction is 0, 1 or 9." },
  "not-hyphen": { zh: "此处只能是连字符。", en: "Only a hyphen is allowed here." },
  "not-iso3166": { zh: "没有这个三位国家代码。", en: "There is no country with these three digits." },
  "not-iso3166-alpha2": { zh: "没有这个两字母国家代码。", en: "There is no country with these two letters." },
  "not-iso3166-or-999": { zh: "应为三位国家代码或 999。", en: "It is the three digits of a country or 999." },
  "not-iso4217": { zh: "没有这个三位货币代码。", en: "There is no currency with these three digits." },
} as const satisfies Record<string, Sentence>;

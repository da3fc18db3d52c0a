import type { Sentence } from "../sentence.ts";

/** What is wrong with a GS1 message: its writing, its elements, an address, a scan. */
export const readingSentences = {
  "data-too-long": {
    zh: "内容过长，最多 8191 个字符。",
    en: "The text is too long; at most 8191 characters are read.",
  },
  "ai-parse-failed": {
    zh: "无法识别。请将应用标识符写在半角括号内，后接数据，如 (01)09521234543213。",
    en: "This cannot be read. Put each application identifier in brackets with its data behind it, as (01)09521234543213.",
  },
  "ai-unrecognised": {
    zh: "没有应用标识符“{ai}”。请核对括号内的数字。",
    en: "There is no application identifier “{ai}”. Check the digits in the brackets.",
  },
  "ai-value-is-too-short": {
    zh: "AI ({ai}) 的数据过短。",
    en: "The data of AI ({ai}) are too short.",
  },
  "ai-value-is-too-long": {
    zh: "AI ({ai}) 的数据过长。如数据中含左括号，请写作 \\(。",
    en: "The data of AI ({ai}) are too long. Write a bracket that belongs to the data as \\(.",
  },
  "ai-contains-illegal-carat-character": {
    zh: "AI ({ai}) 的数据含有不允许的字符 ^。",
    en: "The data of AI ({ai}) contain ^, which is not allowed.",
  },
  "missing-fnc1-in-first-position": {
    zh: "第一个字符应为 FNC1（写作 ^ 或分隔符 GS）。扫描枪可能丢掉了它，请检查其设置。",
    en: "FNC1 (written ^, or the separator GS) has to come first. The scanner may have dropped it: check its settings.",
  },
  "ai-data-empty": {
    zh: "没有数据。",
    en: "There are no data.",
  },
  "no-ai-for-prefix": {
    zh: "没有以“{found}”开头的应用标识符。前一项之后可能缺少分隔符（FNC1）。",
    en: "No application identifier begins with “{found}”. The separator (FNC1) behind the previous value may be missing.",
  },
  "ai-data-is-empty": {
    zh: "AI ({ai}) 没有数据。",
    en: "AI ({ai}) has no data.",
  },
  "ai-data-has-incorrect-length": {
    zh: "AI ({ai}) 的数据长度不正确。",
    en: "The data of AI ({ai}) have the wrong length.",
  },
  "ai-data-is-too-long": {
    zh: "AI ({ai}) 的数据过长，其后可能缺少分隔符（FNC1）。",
    en: "The data of AI ({ai}) are too long; the separator (FNC1) behind them may be missing.",
  },
  "ai-linter-error": {
    zh: "AI ({ai}) 的内容不正确：{markup}。",
    en: "The content of AI ({ai}) is wrong: {markup}.",
  },
  "too-many-ais": {
    zh: "应用标识符过多，一条信息最多 64 个。",
    en: "There are too many application identifiers; one message has at most 64.",
  },
  "invalid-ai-pairs": {
    zh: "AI ({ai}) 不能与 AI ({other}) 同时使用。",
    en: "AI ({ai}) must not stand together with AI ({other}).",
  },
  "required-ais-not-satisfied": {
    zh: "AI ({ai}) 还需要以下应用标识符之一：{needed}（+ 表示同时）。",
    en: "AI ({ai}) needs one of these beside it: {needed} (+ means together).",
  },
  "instances-of-ai-have-different-values": {
    zh: "AI ({ai}) 出现多次且数据不同。",
    en: "AI ({ai}) stands more than once with different data.",
  },
  "serial-not-present": {
    zh: "与数字签名 AI (8030) 同用时，AI ({ai}) 必须带序列号。",
    en: "Beside a digital signature, AI (8030), AI ({ai}) has to carry its serial number.",
  },
  "uri-contains-illegal-scheme": {
    zh: "地址须以 https:// 或 http:// 开头，且大小写一致。",
    en: "An address begins with https:// or http://, all in small or all in capital letters.",
  },
  "uri-contains-illegal-characters": {
    zh: "地址含有不允许的字符。请用百分号编码书写。",
    en: "The address contains a character that is not allowed there. Write it as a percent sequence.",
  },
  "uri-missing-domain-and-path-info": {
    zh: "地址须含域名及其后的路径。",
    en: "An address needs a domain and a path behind it.",
  },
  "domain-contains-illegal-characters": {
    zh: "域名含有不允许的字符。",
    en: "The domain contains a character that is not allowed.",
  },
  "no-gs1-dl-keys-found-in-path-info": {
    zh: "路径中没有 GS1 主标识，例如 /01/ 后接 14 位 GTIN；末尾不应有斜线。",
    en: "The path holds no GS1 key, for example /01/ with the 14 digits of a GTIN; a slash at the end does not belong there.",
  },
  "ai-value-path-element-is-empty": {
    zh: "路径中 AI ({ai}) 之后没有数据。",
    en: "AI ({ai}) has no data behind it in the path.",
  },
  "decoded-ai-from-dl-path-info-contains-illegal-null": {
    zh: "路径中 AI ({ai}) 的数据含有空字符 %00。",
    en: "The data of AI ({ai}) in the path contain the null character %00.",
  },
  "invalid-key-qualifier-sequence": {
    zh: "AI ({ai}) 之后的限定符不正确或顺序不对。",
    en: "What stands behind AI ({ai}) in the path does not belong to it or is out of order.",
  },
  "unknown-ai-in-query-params": {
    zh: "查询部分中没有应用标识符“{ai}”。",
    en: "There is no application identifier “{ai}” as it stands in the query.",
  },
  "ai-value-query-element-in-empty": {
    zh: "查询部分中 AI ({ai}) 没有数据。",
    en: "AI ({ai}) has no data in the query.",
  },
  "decoded-ai-value-from-query-params-contains-illegal-null": {
    zh: "查询部分中 AI ({ai}) 的数据含有空字符 %00。",
    en: "The data of AI ({ai}) in the query contain the null character %00.",
  },
  "duplicate-ai": {
    zh: "AI ({ai}) 在地址中出现了两次。",
    en: "AI ({ai}) stands twice in the address.",
  },
  "ai-is-not-valid-data-attribute": {
    zh: "AI ({ai}) 不能放在地址的查询部分。",
    en: "AI ({ai}) may not stand in the query of an address.",
  },
  "ai-should-be-in-path-info": {
    zh: "AI ({ai}) 应放在路径中，而不是查询部分。",
    en: "AI ({ai}) belongs in the path, not in the query.",
  },
  "cannot-create-dl-uri-without-primary-key-ai": {
    zh: "没有主标识（如 GTIN、GLN、GDTI），无法生成地址。",
    en: "Without a key, such as a GTIN, GLN or GDTI, there is no address.",
  },
  "dl-uri-parse-failed": { zh: "无法识别该 GS1 数字链接地址。", en: "The GS1 Digital Link address cannot be read." },
  "dl-uri-too-long": { zh: "生成的地址过长。", en: "The address would be too long." },
  "too-many-dl-key-qualifiers": { zh: "主标识的限定符过多。", en: "The key has too many qualifiers." },
  "missing-symbology-identifier": {
    zh: "缺少码制标识符，如 ]C1、]Q3。请在扫描枪中启用 AIM 标识符。",
    en: "The symbology identifier, such as ]C1 or ]Q3, is missing. Switch on AIM identifiers in the scanner.",
  },
  "unsupported-symbology-identifier": {
    zh: "不支持该码制标识符。",
    en: "This symbology identifier is not supported.",
  },
  "scan-data-contains-illegal-carat": {
    zh: "扫描数据含有不允许的字符 ^。",
    en: "The scanned data contain ^, which is not allowed.",
  },
  "failed-to-process-scan-data": { zh: "无法处理扫描数据。", en: "The scanned data cannot be processed." },
  "primary-scan-data-is-too-short": { zh: "条码数字过少。", en: "The bar code has too few digits." },
  "primary-message-is-too-long": { zh: "条码数字过多。", en: "The bar code has too many digits." },
  "primary-message-may-only-contain-digits": {
    zh: "该条码只能含数字。",
    en: "This bar code may contain digits only.",
  },
  "primary-message-check-digit-is-incorrect": {
    zh: "条码的校验码不正确，请重新扫描。",
    en: "The check digit of the bar code is wrong. Scan it again.",
  },
  "unknown-symbology": { zh: "没有这种码制。", en: "There is no such symbology." },
  "unknown-validation": { zh: "没有这项校验。", en: "There is no such validation." },
  "validation-cannot-be-amended": { zh: "该项校验不能关闭。", en: "This validation cannot be switched off." },
  "primary-data-must-be-n-digits": {
    zh: "该码制须有 {wanted} 位数字。",
    en: "This symbol needs {wanted} digits.",
  },
  "primary-data-must-be-n-digits-without-check-digit": {
    zh: "不含校验码时须有 {wanted} 位数字。",
    en: "Without its check digit the number has {wanted} digits.",
  },
  "primary-data-must-be-all-digits": { zh: "该码制只能含数字。", en: "This symbol carries digits only." },
  "primary-data-check-digit-is-incorrect": { zh: "校验码不正确。", en: "The check digit is wrong." },
  "primary-data-is-too-large": {
    zh: "数值过大，该码制无法表示。",
    en: "The number is too large for this symbol.",
  },
  "epc-not-a-urn": {
    zh: "不是 EPC，应以 urn:epc:id:、urn:epc:class: 或 urn:epc:idpat: 开头。",
    en: "This is no EPC; it begins with urn:epc:id:, urn:epc:class: or urn:epc:idpat:.",
  },
  "epc-scheme-unknown": { zh: "没有 EPC 方案“{found}”。", en: "There is no EPC scheme “{found}”." },
  "epc-parts-missing": {
    zh: "EPC 缺少组成部分，各部分以点分隔。",
    en: "Parts of the EPC are missing; dots stand between them.",
  },
  "epc-prefix-not-digits": {
    zh: "EPC 中的厂商识别代码应为 6 至 12 位数字。",
    en: "The company prefix in an EPC has 6 to 12 digits.",
  },
  "epc-digits-do-not-fit": {
    zh: "厂商识别代码与参考代码的位数之和不正确。",
    en: "Company prefix and reference together have the wrong number of digits.",
  },
  "epc-prefix-length-unknown": {
    zh: "需要厂商识别代码的位数（6 至 12），才能写成 EPC。",
    en: "To write an EPC the length of the company prefix (6 to 12) has to be known.",
  },
} as const satisfies Record<string, Sentence>;

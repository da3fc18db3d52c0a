import type { Sentence } from "../sentence.ts";

/** What is wrong with a syntax dictionary or with the place that should hold it; codes of other engines that a partner may send. */
export const dictionarySentences = {
  "ais-in-range-must-have-equal-width": {
    zh: "范围两端的应用标识符位数须相同。",
    en: "Both ends of a range have the same number of digits.",
  },
  "ais-must-be-in-ascending-order": {
    zh: "应用标识符须按升序排列。",
    en: "Application identifiers stand in ascending order.",
  },
  "ais-must-be-numeric": { zh: "应用标识符须为数字。", en: "Application identifiers are digits." },
  "ai-must-be-numeric": { zh: "应用标识符须为数字。", en: "An application identifier is digits." },
  "ai-has-wrong-width": {
    zh: "应用标识符的位数不正确。",
    en: "An application identifier has the wrong number of digits.",
  },
  "ai-is-missing-components": { zh: "应用标识符缺少数据构成。", en: "An application identifier has no components." },
  "ai-length-is-not-a-number": { zh: "长度不是数字：{found}。", en: "The length is no number: {found}." },
  "ai-length-too-long": { zh: "长度过大：{found}。", en: "The length is too great: {found}." },
  "ai-range-end-must-exceed-range-start": { zh: "范围的末端须大于始端。", en: "A range ends above its beginning." },
  "ai-range-has-wrong-width": { zh: "范围的位数不正确。", en: "A range has the wrong number of digits." },
  "ai-range-parts-may-only-differ-in-last-digit": {
    zh: "范围两端只能末位不同。",
    en: "The ends of a range differ in their last digit only.",
  },
  "ai-table-broken-prefixes-differ-in-length": {
    zh: "前两位相同的应用标识符位数不同。",
    en: "Identifiers with the same first two digits have different lengths.",
  },
  "attributes-too-long": { zh: "属性过长。", en: "The attributes are too long." },
  "attribute-ai-is-not-well-formed": {
    zh: "属性中的应用标识符格式不正确。",
    en: "An attribute names an identifier that is not well formed.",
  },
  "attribute-name-contains-illegal-characters": {
    zh: "属性名含有不允许的字符。",
    en: "The name of an attribute contains characters that are not allowed.",
  },
  "attribute-name-required-on-lhs-of-assignment": {
    zh: "等号左边缺少属性名。",
    en: "The name of an attribute is missing before the equals sign.",
  },
  "attribute-value-contains-illegal-characters": {
    zh: "属性值含有不允许的字符。",
    en: "The value of an attribute contains characters that are not allowed.",
  },
  "attribute-value-required-on-rhs-of-assignment": {
    zh: "等号右边缺少属性值。",
    en: "The value of an attribute is missing behind the equals sign.",
  },
  "singleton-attribute-name-contains-illegal-characters": {
    zh: "单独的属性名含有不允许的字符。",
    en: "The name of an attribute without value contains characters that are not allowed.",
  },
  "cannot-read-file": { zh: "无法读取文件 {found}。", en: "The file {found} cannot be read." },
  "entry-too-long": { zh: "条目过长。", en: "The entry is too long." },
  "failed-to-allocate-ai-table": {
    zh: "内存不足，无法载入应用标识符表。",
    en: "There is not enough memory for the table of identifiers.",
  },
  "failed-to-allocate-memory-for-attrs": {
    zh: "内存不足，无法载入属性。",
    en: "There is not enough memory for the attributes.",
  },
  "failed-to-allocate-memory-for-title": {
    zh: "内存不足，无法载入名称。",
    en: "There is not enough memory for the title.",
  },
  "failed-to-malloc-for-key-qualifiers": {
    zh: "内存不足，无法载入限定符。",
    en: "There is not enough memory for the qualifiers.",
  },
  "failed-to-realloc-for-key-qualifiers": {
    zh: "内存不足，无法扩充限定符。",
    en: "There is not enough memory for more qualifiers.",
  },
  "format-spec-for-opt-component-missing-rt-sq-bracket": {
    zh: "可选部分缺少“]”：{found}。",
    en: "The closing bracket of an optional component is missing: {found}.",
  },
  "format-spec-too-short": {
    zh: "数据构成的写法过短：{found}。",
    en: "The specification of a component is too short: {found}.",
  },
  "unrecognised-format-specification": {
    zh: "无法识别数据构成的写法：{found}。",
    en: "The specification of a component cannot be read: {found}.",
  },
  "mandatory-component-cannot-follow-optional-components": {
    zh: "可选部分之后不能有必备部分。",
    en: "No mandatory component follows an optional one.",
  },
  "no-fnc1-ai-must-be-predefined-length": {
    zh: "不需分隔符的应用标识符须为预定长度。",
    en: "An identifier without separator has a predefined length.",
  },
  "number-of-ai-components-exceeds-impl": { zh: "数据构成的部分过多。", en: "There are too many components." },
  "number-of-linters-exceeds-impl-limit": {
    zh: "一个部分的校验过多：{found}。",
    en: "A component has too many checks: {found}.",
  },
  "only-final-component-may-have-variable-length": {
    zh: "只有最后一部分可以变长。",
    en: "Only the last component may vary in length.",
  },
  "syntax-dictionary-capacity-too-small": {
    zh: "语法词典的容量过小。",
    en: "There is too little room for the syntax dictionary.",
  },
  "syntax-dictionary-line-error": {
    zh: "语法词典第 {found} 行有误。",
    en: "Line {found} of the syntax dictionary is wrong.",
  },
  "syntax-dictionary-line-exceeds-impl": {
    zh: "语法词典第 {found} 行过长。",
    en: "Line {found} of the syntax dictionary is too long.",
  },
  "title-contains-illegal-characters": {
    zh: "名称含有不允许的字符。",
    en: "The title contains characters that are not allowed.",
  },
  "truncated-after-ai": { zh: "应用标识符之后内容缺失。", en: "The line ends behind the identifier." },
  "truncated-after-flags": { zh: "标志之后内容缺失。", en: "The line ends behind the flags." },
  "unknown-character-set": { zh: "没有字符集“{found}”。", en: "There is no set of characters “{found}”." },
  "unknown-linter": { zh: "没有校验“{found}”。", en: "There is no check “{found}”." },
} as const satisfies Record<string, Sentence>;

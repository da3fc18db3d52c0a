import type { Facts } from "@quanheng/kernel/refusal.ts";
import { fillBoth, type Sentence } from "../sentence.ts";

/** What can be wrong with a digital calibration certificate, by code. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  "dcc-root-unknown": {
    zh: "最外层元素是“{found}”，不是数字校准证书。请选择 DCC 的 XML 文件。",
    en: "The outermost element is {found}, which is no digital calibration certificate. Choose the XML of a DCC.",
  },
  "dcc-version-unknown": {
    zh: "证书版本“{found}”不能读取；可读取的版本：{known}。",
    en: "Version “{found}” of the certificate is not read here; these are: {known}.",
  },
  "dcc-element-unexpected": {
    zh: "此处不应有元素“{found}”；可以有：{expected}。",
    en: "Element {found} may not stand here; what may: {expected}.",
  },
  "dcc-element-missing": { zh: "缺少元素，应有：{expected}。", en: "An element is missing here: {expected}." },
  "dcc-text-unexpected": {
    zh: "此处不应有文字“{found}”，只能有元素。",
    en: "The text “{found}” may not stand here, only elements may.",
  },
  "dcc-value-wrong": {
    zh: "“{found}”不符合要求的形式（{type}）。",
    en: "“{found}” has not the form that is asked for ({type}).",
  },
  "dcc-attribute-unexpected": {
    zh: "不应有属性“{name}”，请删除。",
    en: "Attribute {name} may not stand here; remove it.",
  },
  "dcc-attribute-missing": { zh: "缺少属性“{name}”。", en: "Attribute {name} is missing." },
  "dcc-id-doubled": { zh: "标识“{id}”重复，每个标识只能用一次。", en: "The id {id} stands twice; use each id once." },
  "dcc-idref-unknown": { zh: "引用的标识“{id}”不存在。", en: "The link points to {id}, an id that is not there." },
  "dcc-method-missing": {
    zh: "没有说明所用的方法（usedMethods）。请在此处或其上级注明。",
    en: "No method is named (usedMethods). Name it here or in what encloses this.",
  },
  "dcc-software-missing": {
    zh: "没有说明所用的软件（usedSoftware）。",
    en: "No software is named (usedSoftware).",
  },
  "dcc-influence-missing": {
    zh: "没有说明影响条件（influenceConditions）。请在此处或其上级注明。",
    en: "No influence conditions are stated (influenceConditions). State them here or in what encloses this.",
  },
  "dcc-version-old": {
    zh: "证书版本为 {found}，现行版本为 3.3.0。",
    en: "The certificate is of version {found}; the current one is 3.3.0.",
  },
  "dcc-id-unused": { zh: "没有任何地方引用标识“{id}”。", en: "Nothing points to the id {id}." },
  "dcc-refid-unknown": {
    zh: "引用“{id}”没有对应的标识。",
    en: "The link {id} leads to no id of this certificate.",
  },
  "dcc-language-unused": {
    zh: "使用了未声明的语言：{languages}。请在 usedLangCodeISO639_1 中声明。",
    en: "Languages that are not declared: {languages}. Declare them as usedLangCodeISO639_1.",
  },
  "dcc-languages-incomplete": {
    zh: "缺少以下语言的文本：{missing}。多语言文本须使用所有已声明的语言。",
    en: "The text is missing in {missing}. A text in several languages is given in every declared one.",
  },
  "dcc-language-doubled": {
    zh: "同一文本中语言重复：{languages}。每种语言只写一次。",
    en: "A language stands twice in one text: {languages}. Give each language once.",
  },
  "dcc-language-unstated": { zh: "文本没有注明语言（lang）。", en: "The text does not say its language (lang)." },
  "dcc-language-declared-twice": {
    zh: "语言“{code}”声明了两次，请删除一次。",
    en: "The language {code} is declared twice; remove one.",
  },
  "dcc-dates-reversed": {
    zh: "开始日期 {begin} 晚于结束日期 {end}。",
    en: "The work begins on {begin}, after its end on {end}.",
  },
  "dcc-release-form": {
    zh: "软件版本“{found}”的写法不对，应以字母开头，如 v1.4.0。",
    en: "The release “{found}” is not written as it should be; begin with a letter, as in v1.4.0.",
  },
  "dcc-language-code": { zh: "“{code}”不是 ISO 639-1 语言代码。", en: "{code} is no language of ISO 639-1." },
  "dcc-country-code": { zh: "“{code}”不是 ISO 3166-1 国家代码。", en: "{code} is no country of ISO 3166-1." },
  "dcc-relative-without-expanded": {
    zh: "给出了相对不确定度，但没有扩展不确定度。",
    en: "A relative uncertainty is given without an expanded one.",
  },
  "dcc-relative-form-mixed": {
    zh: "相对不确定度与数值的形式不一致：一个是单值，另一个是列表。",
    en: "The relative uncertainty and its value differ in form: one is single, the other a list.",
  },
  "dcc-relative-value": {
    zh: "相对不确定度为 {given}，由扩展不确定度与数值计算应为 {expected}。",
    en: "The relative uncertainty is {given}; from expanded uncertainty and value it is {expected}.",
  },
  "dcc-relative-length": {
    zh: "相对不确定度有 {relative} 个值，扩展不确定度有 {expanded} 个值。",
    en: "There are {relative} relative uncertainties for {expanded} expanded ones.",
  },
  "dcc-unit-blank": { zh: "单位“{unit}”中不能有空格。", en: "The unit “{unit}” may not hold blanks." },
  "dcc-unit-count": {
    zh: "{values} 个值有 {units} 个单位；应为一个单位，或每个值一个。",
    en: "There are {units} units for {values} values; give one, or one for each value.",
  },
  "dcc-unit-repeated": {
    zh: "每个值都写了单位“{unit}”，写一次即可。",
    en: "The unit {unit} stands for every value; once is enough.",
  },
  "dcc-list-length": {
    zh: "列表“{name}”有 {members} 项，而数值有 {values} 个；应为一项，或每个值一项。",
    en: "The list {name} has {members} members for {values} values; give one for all, or one for each value.",
  },
  "dcc-unit-unknown": {
    zh: "D-SI 没有单位“{unit}”，机器可能无法换算。非 SI 单位请以“|”开头并声明。",
    en: "D-SI has no unit “{unit}”, so that a machine may not convert it. Begin a unit from outside with a bar and declare it.",
  },
  "dcc-unit-undeclared": {
    zh: "非 SI 单位“{unit}”没有用 nonSIUnit 声明。",
    en: "The unit {unit} is not of the SI and not declared as nonSIUnit.",
  },
  "dcc-nonsi-pair": {
    zh: "nonSIUnit 与 nonSIDefinition 必须同时出现，缺少 {missing}。",
    en: "nonSIUnit and nonSIDefinition belong together; {missing} is missing.",
  },
  "dcc-list-blanks": {
    zh: "列表“{name}”的首尾不能有空格，各项之间只能有一个空格。",
    en: "The list {name} may have no blanks around it and only one between its items.",
  },
};

/** Why a signature of an XML document does not count, by reason. */
const SIGNATURE: Readonly<Record<string, Sentence>> = {
  "signature-malformed": { zh: "签名结构不正确。", en: "The signature is not built as it should be." },
  "signature-misplaced": {
    zh: "签名不在证书应有的位置，可能被移动过。",
    en: "A signature stands where none may; it may have been moved.",
  },
  "duplicate-id": { zh: "标识重复，签名所指不明。", en: "An id stands twice, so what is signed is not clear." },
  "document-not-covered": { zh: "签名没有覆盖整份证书。", en: "The signature does not cover the whole certificate." },
  "transform-unsupported": {
    zh: "签名使用了不接受的变换。",
    en: "The signature uses a transform that is not accepted.",
  },
  "algorithm-unsupported": {
    zh: "签名使用了不接受的算法。",
    en: "The signature uses an algorithm that is not accepted.",
  },
  "digest-mismatch": { zh: "证书在签名后被更改。", en: "The certificate was changed after it was signed." },
  "signature-mismatch": { zh: "签名值与签名人的密钥不符。", en: "The signature does not fit the signer's key." },
  "certificate-missing": { zh: "签名中没有签名人的证书。", en: "The signature brings no certificate of its signer." },
  "certificate-unreadable": { zh: "签名人的证书无法读取。", en: "The signer's certificate cannot be read." },
  "certificate-mismatch": {
    zh: "签名属性中写明的证书不是所附证书。",
    en: "The signature names another certificate than the one it brings.",
  },
  "signed-properties-unsigned": { zh: "签名属性没有被签名。", en: "The properties of the signature are not signed." },
  "signer-unknown": { zh: "签名人不在信任列表中。", en: "The signer leads to no authority that is trusted here." },
  "certificate-not-valid-then": { zh: "签名时签名人的证书无效。", en: "The signer's certificate was not valid then." },
  "certificate-not-for-signing": { zh: "该证书不能用于签名。", en: "The certificate is not meant for signing." },
  "certificate-extension-unknown": {
    zh: "证书含有无法识别的关键扩展。",
    en: "The certificate has a critical extension that is not known here.",
  },
};

/** What can be wrong with a table of which a certificate is made. */
const TABLE: Readonly<Record<string, Sentence>> = {
  "dcc-table-empty": {
    zh: "标题行之下没有数据。请检查映射文件中的 headings。",
    en: "No rows stand below the headings. Check the line of the headings in the profile.",
  },
  "dcc-table-long": {
    zh: "表格有 {rows} 行，最多 {most} 行。请分成几份证书。",
    en: "The table has {rows} rows; at most {most} can be taken. Make several certificates of it.",
  },
  "dcc-table-column-missing": {
    zh: "没有标题为“{column}”的列；现有：{found}。",
    en: "No column is headed “{column}”; these are: {found}.",
  },
  "dcc-table-column-doubled": {
    zh: "标题“{column}”出现了两次，请改其中一个。",
    en: "Two columns are headed “{column}”; rename one of them.",
  },
  "dcc-table-fact-missing": {
    zh: "缺少“{name}”。请在映射文件的 facts 中给出，或在 cells 中指明单元格。",
    en: "“{name}” is missing. State it in the facts of the profile, or name its cell there.",
  },
  "dcc-table-not-a-day": {
    zh: "“{given}”不是日期，请写成 2026-11-25 的形式。",
    en: "“{given}” is no day; write it as 2026-11-25.",
  },
  "dcc-table-operator": {
    zh: "“{given}”带有大于或小于号，不能作为数值写入证书。",
    en: "“{given}” is a bound, which a certificate cannot carry as a value.",
  },
  "dcc-table-negative": { zh: "“{given}”必须大于零。", en: "“{given}” has to be greater than zero." },
  "dcc-table-probability": {
    zh: "包含概率“{given}”应写成小数，如 0.95。",
    en: "Write the coverage probability “{given}” as a fraction, e.g. 0.95.",
  },
};

/** The sentence of a fault in a certificate, or of a reason against its signature. */
export function dccSentence(code: string, facts: Facts = {}): Sentence {
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : (SIGNATURE[code] ?? TABLE[code]);
  return sentence ? fillBoth(sentence, facts) : { zh: code, en: code };
}

/** The codes that have a sentence, for the test that none is missing. */
export const dccCodes: readonly string[] = [SENTENCES, SIGNATURE, TABLE].flatMap(Object.keys);

import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { SignatureLevel } from "../signature/verdict.ts";
import type { Check, CheckCode, CheckReason } from "./check.ts";
import type { Outcome } from "./outcome.ts";

/**
 * How much a signature carries for later years, in words.
 *
 * @example levelSentence("B-T").en // → "B-T: a time-stamp authority vouches for the time of signing." (ETSI EN 319 142-1, 6.1, in our words)
 * @source ETSI EN 319 142-1 V1.1.1, 6.1; the wording is ours
 */
export const levelSentence = (level: SignatureLevel): Bilingual => LEVEL[level];

const LEVEL: Readonly<Record<SignatureLevel, Bilingual>> = {
  "B-B": { zh: "B-B：签名时间由签名者自己声明。", en: "B-B: the time of signing is the signer's own word." },
  "B-T": { zh: "B-T：签名时间由时间戳机构证明。", en: "B-T: a time-stamp authority vouches for the time of signing." },
  "B-LT": {
    zh: "B-LT：签名时间由时间戳机构证明，证书的吊销状态也保存在文件中。",
    en: "B-LT: a time-stamp authority vouches for the time, and the file keeps what was known of revocations.",
  },
};

const OUTCOME: Readonly<Record<Outcome, Bilingual>> = {
  valid: {
    zh: "真实有效：由可信机构签发，未经改动，目前有效。",
    en: "Valid: issued by a trusted body, unchanged, and in force.",
  },
  "valid-but-amended": {
    zh: "真实但已被替换：未经改动，但已有修改后的新文件，请使用新文件。",
    en: "Genuine but replaced: unchanged, but an amended document stands in its place. Use that one.",
  },
  suspended: { zh: "已暂停：在恢复之前请勿采信。", en: "Suspended: do not rely on it until it is reinstated." },
  withdrawn: {
    zh: "已撤回：签发机构已撤回本文件，请勿采信。",
    en: "Withdrawn: the issuer has taken this back. Do not rely on it.",
  },
  expired: { zh: "已过期：有效期已过。", en: "Expired: its validity has ended." },
  "not-in-log": {
    zh: "未登记：这份文件的签发没有公开登记，请勿采信。",
    en: "Not in the log: this very file is not publicly registered as issued. Do not rely on it.",
  },
  "log-inconsistent": {
    zh: "日志不一致：透明日志的证明与其签名的内容不符，请勿采信，并告知见证机构。",
    en: "Log inconsistent: the proof does not agree with what the log signed. Do not rely on it, and tell a witness.",
  },
  altered: {
    zh: "已被改动：内容与签发时不一致，请勿采信。",
    en: "Altered: this is not what was issued. Do not rely on it.",
  },
  "unknown-signer": {
    zh: "签发者未知：无法确认由可信机构签发，请勿采信。",
    en: "Unknown signer: nobody you trust vouches for who issued this. Do not rely on it.",
  },
  "untrusted-chain": {
    zh: "证书链不可信：签名证书在签名时无效或不得用于签名，请勿采信。",
    en: "Untrusted chain: the signer's certificate was not valid for this signature. Do not rely on it.",
  },
  contradiction: {
    zh: "自相矛盾：各部分的签名都成立，但所说的内容或签发者互不一致，请勿采信。",
    en: "Contradiction: the signatures hold, but the parts disagree on what was found or on who issued it. Do not rely on it.",
  },
  unreadable: {
    zh: "无法核验：这不是可核验的文件，或已损坏。",
    en: "Unreadable: this is not a document that can be verified here, or it is damaged.",
  },
  "status-unknown": {
    zh: "状态未知：真实且未经改动，但目前是否有效无法确认，请联网核验或取得新的信任包。",
    en: "Status unknown: genuine and unchanged, but whether it is still in force cannot be told. Verify online or fetch a fresh trust bundle.",
  },
};

const GOOD: Readonly<Record<CheckCode, Bilingual>> = {
  signature: { zh: "文件有电子签名。", en: "The document bears an electronic signature." },
  integrity: { zh: "签名后没有任何改动。", en: "Not a byte has changed since it was signed." },
  signer: { zh: "签名证书来自可信机构。", en: "The signer's certificate comes from an authority you trust." },
  credential: { zh: "数字凭证的签名有效。", en: "The signature of the credential holds." },
  data: { zh: "文件所附数据与凭证一致。", en: "The data inside the document and the credential agree." },
  issuer: { zh: "签名者就是文件所称的机构。", en: "It was signed by the body that it names." },
  dcc: {
    zh: "数字校准证书的签名有效，数值一致。",
    en: "The digital certificate's signature holds, and its values agree.",
  },
  status: { zh: "目前有效：未撤回、未暂停、未被替换。", en: "In force: not withdrawn, suspended or replaced." },
  log: { zh: "其签发已登记在公开的透明日志中。", en: "Its issue is registered in the public transparency log." },
};

const REASON: Readonly<Record<CheckReason, Bilingual>> = {
  "not-signed": { zh: "文件没有电子签名。", en: "The document bears no signature." },
  changed: { zh: "签名之后内容被改动。", en: "The content has changed since it was signed." },
  appended: { zh: "签名之后文件被追加了内容。", en: "Something was added after it was signed." },
  unreadable: { zh: "文件已损坏，无法读取。", en: "The file is damaged and cannot be read." },
  "signer-unknown": { zh: "不认识签名者的证书。", en: "The signer's certificate is not known to those you trust." },
  "certificate-not-valid": {
    zh: "签名证书在签名时无效或不适用于签名。",
    en: "The certificate was not valid for signing at that time.",
  },
  "no-trust": {
    zh: "没有可信机构的清单，无法判断签名者。",
    en: "No list of trusted authorities is at hand, so the signer cannot be judged.",
  },
  "no-credential": { zh: "没有可用的数字凭证。", en: "There is no credential to check." },
  "credential-changed": { zh: "数字凭证被改动或无法读取。", en: "The credential has been changed or cannot be read." },
  "credential-signer-unknown": {
    zh: "不认识签发数字凭证的机构。",
    en: "The issuer of the credential is not among those you trust.",
  },
  "data-missing": { zh: "文件内没有附带数据。", en: "The document carries no data." },
  "data-differ": {
    zh: "文件所附数据与数字凭证不一致。",
    en: "The data inside the document and the credential contradict each other.",
  },
  "other-signer": { zh: "签名者不是文件所称的机构。", en: "The signer is not the body that the document names." },
  "dcc-not-signed": { zh: "数字证书没有签名。", en: "The digital certificate bears no signature of its own." },
  "dcc-changed": { zh: "数字证书在签名之后被改动。", en: "The digital certificate has changed since it was signed." },
  "dcc-differs": {
    zh: "数字证书的编号、机构、数值或不确定度与文件不一致。",
    en: "The digital certificate disagrees on number, laboratory, value or uncertainty.",
  },
  withdrawn: { zh: "签发机构已撤回。", en: "The issuer has withdrawn it." },
  suspended: { zh: "签发机构已暂停其效力。", en: "The issuer has suspended it." },
  amended: { zh: "已被修改后的文件替换。", en: "An amended document has replaced it." },
  expired: { zh: "有效期已过。", en: "Its period of validity is over." },
  "no-status-list": {
    zh: "没有状态名单，无法得知目前是否有效。",
    en: "No status list is at hand, so whether it is in force is unknown.",
  },
  "status-list-old": {
    zh: "状态名单已过时，不能证明目前有效。",
    en: "The status list at hand is out of date and proves nothing about today.",
  },
  "not-yet-valid": {
    zh: "凭证所写的生效时间还没有到；请核对本机时钟。",
    en: "The credential says that it holds only from a later time. Check the clock of this device.",
  },
  "made-later": {
    zh: "信任包或状态名单写着将来的时间，不能采信；请核对本机时钟。",
    en: "The trust bundle or a status list bears a time that is yet to come and proves nothing. Check the clock of this device.",
  },
  "no-proof": { zh: "没有透明日志证明文件。", en: "No proof of the transparency log was given." },
  "log-unknown": {
    zh: "给出了日志证明但未被接受：不认识该透明日志，或见证人不足。",
    en: "A proof was given and not accepted: the log is not among those you trust, or too few witnesses have seen it.",
  },
  "proof-wrong": { zh: "透明日志证明不成立。", en: "The proof of the transparency log does not hold." },
  "not-registered": {
    zh: "登记簿中没有这份文件：其签发从未登记，或文件与登记的不是同一份。",
    en: "The register does not hold this very file: it was never issued there, or it is not the file that was.",
  },
  "proof-of-other-document": { zh: "该证明属于另一份文件。", en: "The proof belongs to another document." },
};

/** Valid by its own signatures, while nothing shows that its issue was registered. */
const VALID_UNREGISTERED: Bilingual = {
  zh: "签名有效，登记未核对：由可信机构签署，未经改动，目前有效；但没有透明日志证明，无法确认其签发已公开登记，请联网核验或提供证明文件。",
  en: "Valid signature, registration not checked: signed by a trusted body, unchanged, and in force; but without a proof of the log nothing shows that its issue was registered. Verify online or give the proof file.",
};

/**
 * The whole in one sentence.
 *
 * @param checks with them a valid document also says so when its registration could not be checked
 * @example outcomeSentence("expired").en // → "Expired: its validity has ended." (one sentence for each outcome)
 * @source ours: the words of the verdicts
 */
export function outcomeSentence(outcome: Outcome, checks: readonly Check[] = []): Bilingual {
  const unregistered = checks.some(({ code, state }) => code === "log" && state === "unknown");
  return outcome === "valid" && unregistered ? VALID_UNREGISTERED : OUTCOME[outcome];
}

/** One check in one sentence: what holds, or what does not. */
export const checkSentence = ({ code, reason }: Check): Bilingual => (reason === null ? GOOD[code] : REASON[reason]);

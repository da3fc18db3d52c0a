import type { Check } from "@quanheng/formats/verify/check.ts";
import { credentialSentence } from "@quanheng/formats/verify/credential-claims.ts";
import { checkSentence, levelSentence, outcomeSentence } from "@quanheng/formats/verify/sentences.ts";
import type { ReportVerification } from "@quanheng/formats/verify/verify-report.ts";

const MARK = { ok: "✔", failed: "✘", unknown: "?" } as const;

/** The answer as lines for a reader, Chinese and English: whoever asks may have to show it to somebody else. */
export function linesOf(names: readonly string[], verification: ReportVerification) {
  const { outcome, checks, claims, credential, differences } = verification;
  const { signer, signedAt, statusAsOf, level, signatures } = verification;
  const [name = "", ...beside] = names;
  const said = !claims && credential ? credentialSentence(credential) : undefined;
  const whole = outcomeSentence(outcome, checks);
  return [
    `${name}: ${outcome}`,
    ...(beside.length > 0 ? [`  与 with ${beside.join(", ")}`] : []),
    `  ${whole.zh}`,
    `  ${whole.en}`,
    ...checks.map(checkLine),
    ...differences.map(({ path, report, credential: c }) => `    ≠ ${path}: ${report} ≠ ${c}`),
    ...(said ? [`    ${said.zh}`, `    ${said.en}`] : []),
    ...(claims ? [`    ${claims.number} · ${claims.institutionName.zh} ${claims.institutionName.en}`] : []),
    ...(claims ? [`    ${claims.itemName.zh} ${claims.itemName.en} · ${claims.lotNumber}`] : []),
    ...(claims?.demonstration ? ["    演示文件 · DEMONSTRATION"] : []),
    ...(signer ? [`    签名 signed: ${signer}${signedAt ? `, ${signedAt}` : ""}`] : []),
    ...signatures.map(signatureLine),
    ...(level ? [`    ${levelSentence(level).zh} ${levelSentence(level).en}`] : []),
    ...(statusAsOf ? [`    状态截至 status as of: ${statusAsOf}`] : []),
  ];
}

/** One signature: who, as what, by whose certificate, and when somebody else says it was. */
function signatureLine({ signedBy, reason, signer, stampedAt }: ReportVerification["signatures"][number]): string {
  const stamp = stampedAt ? `, 时间戳 stamped ${stampedAt}` : "";
  return `    · ${signedBy} — ${reason} (${signer?.subject ?? "?"}${stamp})`;
}

function checkLine(check: Check): string {
  const { zh, en } = checkSentence(check);
  return `  ${MARK[check.state]} ${check.code.padEnd(10)} ${zh} ${en}`;
}

/** The answer as data. */
export function dataOf([file = "", ...beside]: readonly string[], verification: ReportVerification) {
  return {
    file,
    ...(beside.length > 0 && { beside }),
    ...verification,
    sentence: outcomeSentence(verification.outcome, verification.checks),
    checks: verification.checks.map((check) => ({ ...check, sentence: checkSentence(check) })),
  };
}

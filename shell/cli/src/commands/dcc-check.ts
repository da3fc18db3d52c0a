import { readFileSync } from "node:fs";
import { dccSentence } from "@quanheng/contract/messages/problems/dcc.ts";
import { checkDcc, type DccCheck } from "@quanheng/formats/dcc/check.ts";
import { certificatesOfPem } from "@quanheng/formats/signature/pem.ts";
import type { XadesVerdict } from "@quanheng/formats/xades/verdict.ts";
import { verifyXades } from "@quanheng/formats/xades/verify.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import type { Call, Command, ExitCode } from "../command.ts";

/** Checks a digital calibration certificate: build, rules of content, signatures. */
export const command: Command = {
  usage: "dcc check FILE [--trust CERTIFICATES.pem]",
  summary: {
    zh: "检查数字校准证书（DCC 2.3 至 3.3）：结构、内容规则和电子签名。",
    en: "Check a digital calibration certificate (DCC 2.3 to 3.3): its build, the rules of its content, its signatures.",
  },
  options: { trust: { type: "string" } },
  takes: [1, 1],
  run(call) {
    const document = readXml(readFileSync(call.args[0] ?? ""));
    const trust = call.options["trust"];
    const roots = typeof trust === "string" ? certificatesOfPem(readFileSync(trust, "utf8")) : [];
    const check = checkDcc(document);
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    return Promise.resolve(say(call, check, verifyXades(document, { roots }, now)));
  },
};

/** 0 nothing is wrong, 1 a fault or a signature that does not hold; an unknown signer counts where trust is stated. */
function say(call: Call, check: DccCheck, signatures: readonly XadesVerdict[]): ExitCode {
  const { out, json, options } = call;
  const isGood = check.isWellBuilt && check.followsRules === true;
  const isSignedWell = signatures.every(({ intact, trusted }) => intact && (trusted || options["trust"] === undefined));
  if (json) {
    const faults = check.faults.map((fault) => ({ ...fault, sentence: dccSentence(fault.code, fault.facts) }));
    const shown = signatures.map(({ certificate: _certificate, ...verdict }) => verdict);
    out(JSON.stringify({ ...check, faults, signatures: shown }));
  } else {
    sayFaults(call, check);
    for (const verdict of signatures) saySignature(call, verdict);
  }
  return isGood && isSignedWell ? 0 : 1;
}

function sayFaults({ out, language }: Call, { version, faults }: DccCheck): void {
  const errors = faults.filter(({ severity }) => severity === "error").length;
  const warnings = faults.length - errors;
  const title = `DCC ${version ?? "?"}`;
  out(
    language === "zh"
      ? `${title}：${errors} 个错误，${warnings} 个提示`
      : `${title}: ${errors} errors, ${warnings} warnings`,
  );
  for (const { line, path, severity, code, facts } of faults) {
    const mark = severity === "error" ? "✗" : "!";
    out(`${mark} ${line} ${path}: ${dccSentence(code, facts)[language]}`);
  }
}

function saySignature({ out, language }: Call, { intact, trusted, signer, signingTime, reasons }: XadesVerdict): void {
  const words =
    language === "zh"
      ? [intact ? "签名完整" : "签名无效", trusted ? "签名人可信" : "签名人未确认"]
      : [intact ? "Signature intact" : "Signature does not hold", trusted ? "signer trusted" : "signer not confirmed"];
  out([...words, signer, signingTime].filter((word) => word !== undefined).join(", "));
  for (const reason of reasons) out(`  ${dccSentence(reason)[language]}`);
}

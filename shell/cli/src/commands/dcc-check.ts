import { resolve } from "node:path";
import { dccSentence } from "@quanheng/contract/messages/problems/dcc.ts";
import { checkDcc, type DccCheck } from "@quanheng/formats/dcc/check.ts";
import type { XadesVerdict } from "@quanheng/formats/xades/verdict.ts";
import { verifyXades } from "@quanheng/formats/xades/verify.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import { openSchemas, type SchemaFault, type Schemas } from "@quanheng/server/adapters/xsd/schemas.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { readBounded } from "../dcc/read-bounded.ts";
import { trustedRoots } from "../dcc/trusted-roots.ts";
import { dccSchemasFrom } from "../settings.ts";
import { visibly } from "../visible.ts";

/** Checks digital calibration certificates: build, rules of content, signatures, and by schema files where there are any. */
export const command: Command = {
  usage: "dcc check FILE… [--trust CERTIFICATES.pem|TRUST.json] [--schemas DIR]",
  summary: {
    zh: "检查数字校准证书（DCC 2.3 至 3.3）：结构、内容规则和电子签名；给出模式文件夹（或 QUANHENG_DCC_SCHEMAS）时也按已发布的模式检查。",
    en: "Check digital calibration certificates (DCC 2.3 to 3.3): their build, the rules of their content, their signatures; with a folder of schema files (or QUANHENG_DCC_SCHEMAS) by the published schemas as well.",
  },
  options: { trust: { type: "string" }, schemas: { type: "string" } },
  takes: [1, 1000],
  async run(given) {
    const call = visibly(given);
    const { trust, schemas: asked } = call.options;
    const roots = typeof trust === "string" ? trustedRoots(trust) : [];
    const folder = typeof asked === "string" ? resolve(asked) : dccSchemasFrom(call.env);
    const schemas = folder === undefined ? undefined : openSchemas(folder);
    try {
      const found: Found[] = [];
      for (const path of call.args) found.push(await checkFile(path, roots, schemas));
      return say(call, found);
    } finally {
      await schemas?.close();
    }
  },
};

type Found = {
  readonly file: string;
  readonly check: DccCheck;
  readonly signatures: readonly XadesVerdict[];
  /** Absent where no folder of schemas is known. */
  readonly schema?: readonly SchemaFault[];
};

async function checkFile(file: string, roots: readonly Uint8Array[], schemas: Schemas | undefined): Promise<Found> {
  const bytes = readBounded(file);
  const document = readXml(bytes);
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const found = { file, check: checkDcc(document), signatures: verifyXades(document, { roots }, now) };
  if (!schemas || found.check.version === undefined) return found;
  return { ...found, schema: (await schemas.judge(bytes)).faults };
}

/** 0 nothing is wrong, 1 a fault or a signature that does not hold; an unknown signer counts where trust is stated. */
function say(call: Call, all: readonly Found[]): ExitCode {
  const { out, json, options } = call;
  const isGood = all.every(
    ({ check, signatures, schema }) =>
      check.isWellBuilt &&
      check.followsRules === true &&
      (schema ?? []).length === 0 &&
      signatures.every(({ intact, trusted }) => intact && (trusted || options["trust"] === undefined)),
  );
  if (json) out(JSON.stringify(all.length === 1 && all[0] ? dataOf(all[0]) : all.map(dataOf)));
  else
    for (const found of all) {
      if (all.length > 1) out(found.file);
      sayFaults(call, found.check);
      saySchema(call, found.schema);
      for (const verdict of found.signatures) saySignature(call, verdict);
    }
  return isGood ? 0 : 1;
}

function dataOf({ file, check, signatures, schema }: Found) {
  const faults = check.faults.map((fault) => ({ ...fault, sentence: dccSentence(fault.code, fault.facts) }));
  const shown = signatures.map(({ certificate: _certificate, ...verdict }) => verdict);
  return { file, ...check, faults, signatures: shown, ...(schema ? { schema } : {}) };
}

function saySchema({ out, language }: Call, faults: readonly SchemaFault[] | undefined): void {
  if (!faults) return;
  const count = faults.length;
  out(language === "zh" ? `模式文件：${count} 个错误` : `Schema files: ${count} errors`);
  for (const { line, message } of faults) out(`✗ ${line} ${message}`);
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

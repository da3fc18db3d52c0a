import { identifierTitle } from "@quanheng/contract/messages/gs1/titles.ts";
import { gs1Sentence } from "@quanheng/contract/messages/gs1.ts";
import { applicationIdentifier } from "@quanheng/formats/gs1/dictionary/lookup.ts";
import type { Element } from "@quanheng/formats/gs1/element.ts";
import { writeLink } from "@quanheng/formats/gs1/link/write.ts";
import { type AnyProblem, type AnyReading, readAny } from "@quanheng/formats/gs1/read-any.ts";
import { writeBracketed, writeElementString } from "@quanheng/formats/gs1/write.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { meaningOf } from "../gs1/meaning.ts";

/** Reads a GS1 text in any form and says what it means, or what is wrong and where. */
export const command: Command = {
  usage: "gs1 parse TEXT [--unknown]",
  summary: {
    zh: "解析 GS1 标识：单元数据串、FNC1 串、扫描数据、数字链接地址、EPC 或商品条码，指出错误及位置。",
    en: "Read a GS1 text: element string, FNC1 string, scan, Digital Link, EPC or GTIN; says what is wrong and where.",
  },
  options: { unknown: { type: "boolean" } },
  takes: [1, 1],
  run(call) {
    const text = call.args[0] ?? "";
    const read = readAny(text, { unknownIdentifiers: call.options["unknown"] === true });
    return Promise.resolve(read.ok ? say(call, read.value) : refuse(call, text, read.problem));
  },
};

function say({ out, json, language }: Call, { form, elements, inPath, scan }: AnyReading): ExitCode {
  const rows = elements.map(row);
  const link = writeLink(elements, undefined, inPath === undefined ? {} : { inPath });
  const forms = {
    bracketed: writeBracketed(elements),
    elementString: writeElementString(elements),
    link: link.ok ? link.value : null,
  };
  if (json) {
    out(JSON.stringify({ form, symbology: scan?.symbology ?? null, elements: rows, ...forms }));
    return 0;
  }
  for (const { ai, name, value, meaning } of rows)
    out(`(${ai}) ${value}  ${name[language]}${meaning && `: ${meaning}`}`);
  if (elements.length === 0) out(scan?.data ?? "");
  else for (const line of [forms.bracketed, forms.elementString, forms.link]) if (line !== null) out(line);
  return 0;
}

function row({ ai, value }: Element) {
  const title = applicationIdentifier(ai)?.title ?? "";
  return { ai, title, name: identifierTitle(ai, title), value, meaning: meaningOf({ ai, value }, thisYear()) };
}

function thisYear(): number {
  return new Date().getUTCFullYear();
}

function refuse({ out, note, json, language }: Call, text: string, problem: AnyProblem): ExitCode {
  const { candidate, ...stated } = problem;
  const sentence = gs1Sentence(stated);
  const maybe = candidate && writeBracketed(candidate);
  if (json) {
    out(JSON.stringify({ refused: stated.code, problem: stated, sentence, candidate: maybe ?? null }));
    return 1;
  }
  note(sentence[language]);
  for (const line of pointer(text, stated.at, stated.length)) note(line);
  if (maybe) note(language === "zh" ? `补上 FNC1 后可能是：${maybe}` : `With FNC1 in front it might be: ${maybe}`);
  return 1;
}

/** The text with carets under the fault; characters that a console does not show are made visible. */
function pointer(text: string, at: number, length: number): readonly string[] {
  const visible = Array.from({ length: text.length }, (_, i) => shown(text.charCodeAt(i))).join("");
  return [visible, `${" ".repeat(at)}${"^".repeat(Math.max(1, length))}`];
}

function shown(code: number): string {
  if (code < 32) return String.fromCharCode(0x2400 + code);
  return code === 127 ? "\u2421" : String.fromCharCode(code);
}

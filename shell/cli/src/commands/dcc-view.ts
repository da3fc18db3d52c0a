import { readCertificate } from "@quanheng/formats/dcc/model/read.ts";
import { type CertificateView, type ViewStatement, type ViewText, viewOf } from "@quanheng/formats/dcc/view/view.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import type { Command } from "../command.ts";
import { readBounded } from "../dcc/read-bounded.ts";
import { visibly } from "../visible.ts";

/** Shows a digital calibration certificate to a person. */
export const command: Command = {
  usage: "dcc view FILE",
  summary: {
    zh: "以便于阅读的文本显示数字校准证书的内容（不验证签名）。",
    en: "Show what a digital calibration certificate says, as text; signatures are not verified.",
  },
  takes: [1, 1],
  run(call) {
    const { args, out, json, language } = visibly(call);
    const { certificate, left } = readCertificate(readXml(readBounded(args[0] ?? "")));
    const view = viewOf(certificate);
    if (json) out(JSON.stringify({ ...view, left }));
    else for (const line of linesOf(view, language)) out(line);
    return Promise.resolve(0);
  },
};

function linesOf(view: CertificateView, language: "zh" | "en"): readonly string[] {
  const say = (text: ViewText) => text[language] ?? text["en"] ?? Object.values(text)[0] ?? "";
  const [laboratory, customer, dates] =
    language === "zh" ? ["机构", "客户", "日期"] : ["Laboratory", "Customer", "Dates"];
  return [
    `DCC ${view.number}`,
    language === "zh"
      ? "签名未验证：谁签发、是否改动过，请用 quanheng verify 核验。"
      : "Signatures were not verified: quanheng verify tells who issued it and whether it was changed.",
    `${laboratory}: ${say(view.laboratory)}`,
    `${customer}: ${say(view.customer)}`,
    `${dates}: ${view.dates.begin} – ${view.dates.end} (${view.dates.issued})`,
    ...view.items.map(({ name, identifications }) => `• ${say(name)}: ${identifications.join(", ")}`),
    ...view.tables.flatMap(({ name, rows, statements }) => [
      "",
      say(name),
      ...rows.map((row) =>
        `  ${say(row.name)}: ${row.value} ${row.unit} ${row.uncertainty}${say(row.words)}`.replace(/ +$/, ""),
      ),
      ...statements.map((statement) => `  – ${statementText(statement, say)}`),
    ]),
    "",
    ...view.statements.map((statement) => `– ${statementText(statement, say)}`),
  ];
}

function statementText(
  { name, text, norms, facts, conformity }: ViewStatement,
  say: (text: ViewText) => string,
): string {
  return [say(name), norms.join(", "), say(text), facts.join(", "), conformity]
    .filter((part) => part !== "")
    .join(" · ");
}

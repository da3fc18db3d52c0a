import { demonstrationMark } from "@quanheng/contract/messages/terms.ts";
import { qrSvg } from "../pdf/qr.ts";
import type { LabelFacts } from "./label-facts.ts";

/** Size of the label. [mm] */
const WIDTH = 70;
const HEIGHT = 40;
/** Side of the code with its quiet zone. [mm] */
const CODE = 30;
/** Characters that fit beside the code; the rest is cut, the code carries the whole key. */
const FITTING = 24;

/** The label as SVG in millimetres, for browsers and label printers that take it. */
export function labelSvg(facts: LabelFacts): string {
  const lines = [
    [facts.number, 4.2, 700],
    [`${facts.description.zh} ${facts.description.en}`, 3, 400],
    [`批号 Lot ${facts.lot}`, 3, 400],
    [`${facts.quantity} · ${facts.commissionNumber}`, 3, 400],
    [facts.laboratory.zh, 2.6, 400],
    [facts.laboratory.en, 2.2, 400],
  ] as const;
  let y = 3;
  const texts = lines.map(([text, size, weight]) => {
    y += size + 1.3;
    return `<text x="${CODE + 2}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}">${escaped(cut(text))}</text>`;
  });
  const mark = facts.demonstration ? `${demonstrationMark.zh} ${demonstrationMark.en}` : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}mm" height="${HEIGHT}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="'Noto Sans SC','Noto Sans',sans-serif">`,
    `<title>${escaped(facts.number)}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    qrSvg(facts.digitalLink).replace("<svg ", `<svg x="1" y="1" width="${CODE}" height="${CODE}" `),
    ...texts,
    `<text x="2" y="34.5" font-size="2.4">${escaped(facts.elementString)}</text>`,
    `<text x="2" y="38.5" font-size="2.2" fill="#8a5a00">${escaped(mark)}</text>`,
    "</svg>",
  ].join("\n");
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length > FITTING ? `${characters.slice(0, FITTING - 1).join("")}…` : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that XML cannot carry are left out. */
function escaped(text: string): string {
  return text.replace(/\p{Cc}|[\ufffe\uffff]/gu, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

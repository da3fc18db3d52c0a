import { demonstrationMark } from "@quanheng/contract/messages/terms.ts";
import { qrSvg } from "../pdf/qr.ts";
import { fitText } from "./fit-text.ts";
import type { LabelFacts } from "./label-facts.ts";

/** Size of the label. [mm] */
const WIDTH = 70;
const HEIGHT = 40;
/** Side of the code with its quiet zone. [mm] */
const CODE = 30;
/** Where the text beside the code begins and how wide it may be; on a screen small letters are set wider, for which there is room. [mm] */
const BESIDE = { x: CODE + 2, width: WIDTH - CODE - 5.5 } as const;
/** The lines under the code. [mm] */
const BELOW = { x: 2, width: WIDTH - 4 } as const;

/** The label as SVG in millimetres, for browsers and label printers that take it. */
export function labelSvg(facts: LabelFacts): string {
  const mark = facts.demonstration ? `${demonstrationMark.zh} ${demonstrationMark.en}` : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}mm" height="${HEIGHT}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="'Noto Sans SC','Noto Sans',sans-serif">`,
    `<title>${escaped(facts.number)}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    qrSvg(facts.digitalLink).replace("<svg ", `<svg x="1" y="1" width="${CODE}" height="${CODE}" `),
    ...beside(facts),
    below(facts.elementString, 2.4, 34.5),
    below(mark, 2.2, 38.3, ' fill="#8a5a00"'),
    "</svg>",
  ].join("\n");
}

/** Text, size, smallest size, most lines. The worst case of all is as high as the code. */
function beside(facts: LabelFacts): readonly string[] {
  const texts = [
    [facts.number, 4.2, 2.6, 1, 700],
    [facts.description.zh, 3, 2.2, 1, 400],
    [facts.description.en, 2.6, 1.8, 2, 400],
    [`批号 Lot ${facts.lot}`, 3, 1.8, 1, 400],
    [`${facts.quantity} · ${facts.commissionNumber}`, 3, 1.8, 1, 400],
    [facts.laboratory.zh, 2.6, 2, 2, 400],
    [facts.laboratory.en, 2.2, 1.6, 2, 400],
  ] as const;
  let y = 2;
  return texts.flatMap(([text, largest, smallest, lines, weight]) => {
    const fitted = fitText(text, { width: BESIDE.width, size: largest, smallest, lines, bold: weight > 400 });
    y += 0.7;
    return fitted.lines.map((line) => {
      y += fitted.size * 1.15;
      return `<text x="${BESIDE.x}" y="${y.toFixed(2)}" font-size="${fitted.size}" font-weight="${weight}">${escaped(line)}</text>`;
    });
  });
}

function below(text: string, largest: number, y: number, more = ""): string {
  const { size, lines } = fitText(text, { width: BELOW.width, size: largest, smallest: 1.6, lines: 1 });
  return `<text x="${BELOW.x}" y="${y}" font-size="${size}"${more}>${escaped(lines[0] ?? "")}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that XML cannot carry are left out. */
export function escaped(text: string): string {
  return text.replace(/\p{Cc}|[\ufffe\uffff]/gu, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

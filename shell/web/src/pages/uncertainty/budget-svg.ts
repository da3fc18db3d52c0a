import type { EvaluatedOutput } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { colours } from "../../theme.ts";
import { figure } from "./figures.ts";

const ROW = 26;
const NAME = 130;
const BAR = 300;

/** The budget of an output as a picture of its own: the shares as bars, greatest first. */
export function budgetSvg({ name, budget, first }: EvaluatedOutput, unit: string): string {
  const lines = [...budget].sort((a, b) => b.share - a.share);
  const height = 40 + ROW * lines.length;
  const after = unit === "" ? "" : ` ${unit}`;
  const rows = lines.map(({ input, share, contribution }, k) => {
    const y = 34 + ROW * k;
    const percent = `${(100 * share).toFixed(1)} %`;
    return [
      `<text x="8" y="${y + 14}">${escaped(input)}</text>`,
      `<rect x="${NAME}" y="${y + 3}" width="${BAR}" height="14" fill="#e7ecee"/>`,
      `<rect x="${NAME}" y="${y + 3}" width="${(BAR * share).toFixed(2)}" height="14" fill="${colours.accent}"/>`,
      `<text x="${NAME + BAR + 10}" y="${y + 14}">${percent}   ${escaped(figure(contribution, 3) + after)}</text>`,
    ].join("");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="620" height="${height}" viewBox="0 0 620 ${height}" font-family="Noto Sans, Noto Sans SC, sans-serif" font-size="13" fill="${colours.text}">`,
    `<rect width="620" height="${height}" fill="#ffffff"/>`,
    `<text x="8" y="20" font-weight="600">${escaped(`${name}: u = ${figure(first.u, 4)}${after}`)}</text>`,
    ...rows,
    "</svg>",
    "",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

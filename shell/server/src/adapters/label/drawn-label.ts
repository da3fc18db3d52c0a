import type { Typesetter } from "../typst/typesetter.ts";
import type { Drawing } from "./draw-label.ts";
import { escaped } from "./label-svg.ts";
import { mm } from "./symbol-shape.ts";

/** A drawn label as SVG. [mm] */
export function drawnSvg({ width, height, path, texts }: Drawing): string {
  return [
    head(width, height),
    `<rect width="${mm(width)}" height="${mm(height)}" fill="#fff"/><path d="${path}"/>`,
    ...texts.map(
      ({ x, y, size, bold, text }) =>
        `<text x="${mm(x)}" y="${mm(y)}" font-size="${mm(size)}" font-weight="${bold ? 700 : 400}">${escaped(text)}</text>`,
    ),
    "</svg>",
  ].join("");
}

/** Drawn labels as PDF, one page each. @throws Refusal `text-unprintable` */
export async function drawnPdf(typesetter: Typesetter, labels: readonly Drawing[], madeAt: Date): Promise<Uint8Array> {
  const pages = labels.map(({ width, height, texts }) => ({ width, height, texts }));
  const shapes = labels.map(({ width, height, path }, n) => [
    `/label-${n}.svg`,
    `${head(width, height)}<path d="${path}"/></svg>`,
  ]);
  const { pdf } = await typesetter.typeset({
    template: "/label-design.typ",
    files: { "/data.json": JSON.stringify({ pages }), ...Object.fromEntries(shapes) },
    timestampS: Math.floor(madeAt.getTime() / 1000),
  });
  return pdf;
}

function head(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(width)}mm" height="${mm(height)}mm" viewBox="0 0 ${mm(width)} ${mm(height)}" font-family="'Noto Sans SC','Noto Sans',sans-serif">`;
}

import type { Box } from "@quanheng/centres/article-numbering/label/check-label.ts";
import {
  contentOf,
  filled,
  type ImageElement,
  isBlack,
  type LabelDesign,
  type LabelElement,
  type LabelRow,
  type SymbolElement,
  type TextElement,
} from "@quanheng/centres/article-numbering/label/design.ts";
import { type SymbolFault, symbolData } from "@quanheng/centres/article-numbering/label/symbol-data.ts";
import { fitText } from "./fit-text.ts";
import { mm, symbolShape } from "./symbol-shape.ts";

/** A line of letters by its base line. [mm] */
export type DrawnText = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly text: string;
};

/** A label as it is printed. [mm] */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  /** Everything black that is no letter. */
  readonly path: string;
  readonly texts: readonly DrawnText[];
  /** Where each element stands. */
  readonly boxes: readonly Box[];
};

/** The element whose data are wrong. */
export type DrawingFault = SymbolFault & { readonly element: number };

/** Draws a label for one row of a list. @param stem address of the resolver */
export function drawLabel(design: LabelDesign, row: LabelRow, stem: string): Drawing | DrawingFault {
  const drawn: Drawn[] = [];
  for (const [at, element] of design.elements.entries()) {
    const part = drawElement(element, row, stem);
    if ("fault" in part) return { ...part, element: at };
    drawn.push(part);
  }
  const { width, height } = design;
  return {
    width,
    height,
    path: drawn.map(({ path }) => path).join(""),
    texts: drawn.flatMap(({ texts }) => texts),
    boxes: drawn.map(({ box }) => box),
  };
}

type Drawn = { readonly path: string; readonly texts: readonly DrawnText[]; readonly box: Box };

function drawElement(element: LabelElement, row: LabelRow, stem: string): Drawn | SymbolFault {
  switch (element.kind) {
    case "text":
      return drawText(element, row);
    case "symbol":
      return drawSymbol(element, row, stem);
    case "line": {
      const { x, y, width, height } = element;
      return { path: `M${mm(x)} ${mm(y)}h${mm(width)}v${mm(height)}h-${mm(width)}z`, texts: [], box: element };
    }
    case "image":
      return drawImage(element);
  }
}

/** Of a letter's height, how far the base line lies below its top, and one line below another. */
const RISE = 0.88;
const LEADING = 1.2;

function drawText({ x, y, width, size, lines, bold, text }: TextElement, row: LabelRow): Drawn {
  const place = { width, size, smallest: Math.max(SMALLEST, size * 0.6), lines, bold };
  const fitted = fitText(plain(filled(text, row)), { ...place, smallest: Math.min(size, place.smallest) });
  const texts = fitted.lines.map((line, n) => ({
    ...{ x, bold, size: fitted.size, text: line },
    y: y + fitted.size * (RISE + n * LEADING),
  }));
  return { path: "", texts, box: { x, y, width, height: fitted.size * LEADING * fitted.lines.length } };
}

/** Nothing smaller is read by eye. [mm] */
const SMALLEST = 1.2;
/** Letters below a symbol, and the space above them. [mm] */
const READABLE = 2.8;
const ABOVE = 0.8;

function drawSymbol(element: SymbolElement, row: LabelRow, stem: string): Drawn | SymbolFault {
  const { symbology, readable, x, y } = element;
  const data = symbolData(symbology, contentOf(element, row), stem);
  if ("fault" in data) return data;
  const { width, height, path } = symbolShape(symbology, data, element);
  const box = { x, y, width, height };
  if (!readable) return { path, texts: [], box };
  const words = symbology === "ean-13" ? data.carried : data.bracketed;
  const { size, lines } = fitText(words, { width, size: READABLE, smallest: SMALLEST, lines: 2 });
  const texts = lines.map((text, n) => ({
    ...{ x, size, bold: false, text },
    y: y + height + ABOVE + size * (RISE + n * LEADING),
  }));
  return { path, texts, box };
}

function drawImage(element: ImageElement): Drawn {
  const { x, y, width, height, columns, rows, bits } = element;
  const [wide, tall] = [width / columns, height / rows];
  let path = "";
  for (let row = 0; row < rows; row++) {
    for (let from = 0; from < columns; from++) {
      let to = from;
      while (to < columns && isBlack(bits, columns, to, row)) to++;
      if (to === from) continue;
      const run = mm((to - from) * wide);
      path += `M${mm(x + from * wide)} ${mm(y + row * tall)}h${run}v${mm(tall)}h-${run}z`;
      from = to;
    }
  }
  return { path, texts: [], box: element };
}

/** Characters that no document carries become spaces. */
function plain(text: string): string {
  return text.replace(/\p{Cc}|[\ufffe\uffff]/gu, " ");
}

import { code128Field } from "./code-128.ts";
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
} from "./design.ts";
import { type SymbolData, type SymbolFault, symbolData } from "./symbol-data.ts";

/** Resolutions of label printers. */
export const RESOLUTIONS = [203, 300, 600] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type Printing = {
  readonly dpi: Resolution;
  /** Address of the resolver for symbols with a Digital Link. */
  readonly stem: string;
  readonly copies: number;
  /** File of a font in the printer that has the script, such as `E:SIMSUN.TTF`; without it the printer's own font is used. */
  readonly font?: string;
};

/**
 * A label in ZPL II, complete from ^XA to ^XZ.
 *
 * Text is UTF-8 (^CI28), and what somebody typed reaches the printer only as hexadecimal (^FH), so it can never be a command.
 *
 * @returns the fault of the first symbol whose data are wrong
 * @source Zebra, ZPL II Programming Guide: ^BC, ^BE, ^B2, ^BQ, ^BX, ^BR, ^CI, ^FB, ^FH, ^GB, ^GF (recalled; `#` for FNC1
 * in ^BR read in a secondary source)
 * @example zplLabel({ width: 10, height: 10, elements: [] }, {}, { dpi: 203, stem: "https://id.gs1.org", copies: 1 }) // → "^XA^CI28^PW80^LL80^LH0,0^PQ1^XZ"
 */
export function zplLabel(design: LabelDesign, row: LabelRow, printing: Printing): string | SymbolFault {
  const dots = dotsPerMm(printing.dpi);
  const parts: string[] = [];
  for (const element of design.elements) {
    const part = partOf(element, row, printing, dots);
    if (typeof part !== "string") return part;
    parts.push(part);
  }
  const size = `^PW${Math.round(design.width * dots)}^LL${Math.round(design.height * dots)}`;
  return `^XA^CI28${size}^LH0,0${parts.join("")}^PQ${printing.copies}^XZ`;
}

/** Dots of a printer in a millimetre. @example dotsPerMm(203) // → 8 */
export function dotsPerMm(dpi: Resolution): number {
  return DOTS[dpi];
}

const DOTS: Readonly<Record<Resolution, number>> = { 203: 8, 300: 11.811, 600: 23.622 };

function partOf(element: LabelElement, row: LabelRow, printing: Printing, dots: number): string | SymbolFault {
  const at = `^FO${Math.round(element.x * dots)},${Math.round(element.y * dots)}`;
  switch (element.kind) {
    case "text":
      return at + textPart(element, row, printing.font, dots);
    case "line": {
      const [width, height] = [element.width, element.height].map((side) => Math.max(1, Math.round(side * dots)));
      return `${at}^GB${width},${height},${Math.min(width ?? 1, height ?? 1)}^FS`;
    }
    case "image":
      return at + imagePart(element, dots);
    case "symbol": {
      const data = symbolData(element.symbology, contentOf(element, row), printing.stem);
      return "fault" in data ? data : at + symbolPart(element, data, dots);
    }
  }
}

function textPart(
  { text, width, size, lines }: TextElement,
  row: LabelRow,
  font: string | undefined,
  dots: number,
): string {
  const height = Math.round(size * dots);
  const face = font === undefined ? `^A0N,${height},${height}` : `^A@N,${height},${height},${font}`;
  return `${face}^FB${Math.round(width * dots)},${lines},0,L^FH_^FD${escapedText(filled(text, row))}^FS`;
}

/** Everything but letters, digits and space as the bytes of UTF-8; \& would break a line in ^FB. */
function escapedText(text: string): string {
  return Array.from(new TextEncoder().encode(text.replace(/\p{Cc}/gu, " ")), (byte) =>
    SAFE.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `_${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  ).join("");
}

const SAFE = /[A-Za-z0-9 ]/;

/** Data of a symbol: `_`, `^` and `~` would be commands. */
function escapedData(text: string): string {
  return text.replace(/[_^~]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A module in whole dots, the nearest to its width [mm]. @example moduleDots(0.33, 11.811) // → 4 */
export function moduleDots(xDimension: number, dots: number): number {
  return Math.max(1, Math.round(xDimension * dots));
}

function symbolPart(
  { symbology, xDimension, height, readable }: SymbolElement,
  { carried }: SymbolData,
  dots: number,
): string {
  const x = moduleDots(xDimension, dots);
  const bars = Math.round(height * dots);
  const hri = readable ? "Y" : "N";
  const field = (data: string) => `^FH_^FD${escapedData(data)}^FS`;
  switch (symbology) {
    case "qr-link":
      return `^BQN,2,${x}${field(`MA,${carried}`)}`;
    case "datamatrix-link":
      return `^BXN,${x},200,,,,@${field(carried.replaceAll("@", "@@"))}`;
    case "gs1-datamatrix":
      return `^BXN,${x},200,,,,@${field(carried.replaceAll("@", "@@").replaceAll(SEPARATOR, "@1"))}`;
    case "gs1-128":
      return `^BY${x}^BCN,${bars},${hri},N,N,N${field(code128Field(carried))}`;
    case "ean-13":
      return `^BY${x}^BEN,${bars},${hri},N${field(carried.slice(0, 12))}`;
    case "itf-14":
      return `^BY${x},${ITF_RATIO}^B2N,${bars},${hri},N,N${field(carried)}`;
    case "databar-omni":
      return dataBar(1, x, bars, carried.slice(0, 13));
    case "databar-stacked-omni":
      return dataBar(4, x, bars, carried.slice(0, 13));
    case "databar-limited":
      return dataBar(5, x, bars, carried.slice(0, 13));
    case "databar-expanded":
      return dataBar(6, x, bars, carried.replaceAll(SEPARATOR, "#"), ONE_ROW);
    case "databar-expanded-stacked":
      return dataBar(6, x, bars, carried.replaceAll(SEPARATOR, "#"), STACKED);
  }
}

function dataBar(type: number, x: number, bars: number, data: string, segments?: number): string {
  const wide = segments === undefined ? "" : `,${segments}`;
  return `^BRN,${type},${Math.min(MOST_DOTS, x)},1,${bars}${wide}^FH_^FD${escapedData(data)}^FS`;
}

/** Most dots of a module in ^BR. */
const MOST_DOTS = 12;

const SEPARATOR = "\u001d";
/** Width of wide to narrow bars. */
const ITF_RATIO = "2.5";
/** Segments in a row of DataBar Expanded. */
const ONE_ROW = 22;
const STACKED = 4;

/** A picture in the printer's dots, as ^GFA takes it. */
function imagePart({ width, height, columns, rows, bits }: ImageElement, dots: number): string {
  const [wide, tall] = [Math.max(1, Math.round(width * dots)), Math.max(1, Math.round(height * dots))];
  const bytes = Math.ceil(wide / 8);
  let hex = "";
  for (let y = 0; y < tall; y++) {
    const row = Math.floor((y * rows) / tall);
    for (let byte = 0; byte < bytes; byte++) {
      let value = 0;
      for (let bit = 0; bit < 8; bit++) {
        const x = byte * 8 + bit;
        if (x < wide && isBlack(bits, columns, Math.floor((x * columns) / wide), row)) value |= 0x80 >> bit;
      }
      hex += value.toString(16).toUpperCase().padStart(2, "0");
    }
  }
  return `^GFA,${bytes * tall},${bytes * tall},${bytes},${hex}^FS`;
}

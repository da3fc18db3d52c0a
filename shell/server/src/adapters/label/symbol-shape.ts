import type { SymbolData } from "@quanheng/centres/article-numbering/label/symbol-data.ts";
import type { Symbology } from "@quanheng/centres/article-numbering/label/symbol-rule.ts";
import bwip from "bwip-js/node";

/** A symbol as one path. [mm] */
export type SymbolShape = { readonly width: number; readonly height: number; readonly path: string };

/** A symbol at a place, without its quiet zone. Bars of linear symbols are as high as asked; others have their own height. [mm] */
export function symbolShape(
  symbology: Symbology,
  data: SymbolData,
  at: { readonly x: number; readonly y: number; readonly xDimension: number; readonly height: number },
): SymbolShape {
  const { bcid, options = "" } = ENCODERS[symbology];
  // Our engine has judged the data; the encoder writes a parenthesis in a value by its number.
  const [code] = LITERAL.has(symbology)
    ? bwip.raw(bcid, data.carried, options)
    : bwip.raw(bcid, data.bracketed.replaceAll("\\(", "^040"), `parse dontlint ${options}`);
  if (code && "pixs" in code) return matrix(code, at);
  if (code && "sbs" in code) return bars(symbology === "itf-14" ? code.sbs.map(wider) : code.sbs, at);
  throw new Error("invariant: the encoder answers with bars or a matrix");
}

/** Symbols whose encoder is given what they carry, and not an element string. */
const LITERAL: ReadonlySet<Symbology> = new Set(["qr-link", "datamatrix-link", "ean-13", "itf-14"]);

const ENCODERS: Readonly<Record<Symbology, { readonly bcid: string; readonly options?: string }>> = {
  "qr-link": { bcid: "qrcode", options: "eclevel=M" },
  "datamatrix-link": { bcid: "datamatrix" },
  "gs1-datamatrix": { bcid: "gs1datamatrix" },
  "gs1-128": { bcid: "gs1-128" },
  "ean-13": { bcid: "ean13" },
  "itf-14": { bcid: "itf14" },
  "databar-omni": { bcid: "databaromni" },
  "databar-stacked-omni": { bcid: "databarstackedomni" },
  "databar-limited": { bcid: "databarlimited" },
  "databar-expanded": { bcid: "databarexpanded" },
  "databar-expanded-stacked": { bcid: "databarexpandedstacked", options: "segments=4" },
};

/** ITF-14 has wide bars of two and a half modules (GS1 General Specifications, 5.3.2.2: 2.25 to 3, target 2.5; recalled). */
function wider(modules: number): number {
  return modules === 2 ? 2.5 : modules;
}

type At = Parameters<typeof symbolShape>[2];

/** Bars and spaces take turns, beginning with a bar. */
function bars(widths: readonly number[], { x, y, xDimension, height }: At): SymbolShape {
  let path = "";
  let along = 0;
  for (const [n, modules] of widths.entries()) {
    const wide = modules * xDimension;
    if (n % 2 === 0 && modules > 0) path += `M${mm(x + along)} ${mm(y)}h${mm(wide)}v${mm(height)}h-${mm(wide)}z`;
    along += wide;
  }
  return { width: along, height, path };
}

function matrix(
  { pixs, pixx, pixy }: { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number },
  { x, y, xDimension: side }: At,
): SymbolShape {
  let path = "";
  for (let row = 0; row < pixy; row++) {
    const modules = pixs.slice(row * pixx, (row + 1) * pixx).join("");
    for (const { index, 0: run } of modules.matchAll(/1+/g)) {
      const wide = mm(run.length * side);
      path += `M${mm(x + index * side)} ${mm(y + row * side)}h${wide}v${mm(side)}h-${wide}z`;
    }
  }
  return { width: pixx * side, height: pixy * side, path };
}

/** A ten-thousandth of a millimetre is finer than any printer. */
export function mm(length: number): string {
  return String(Math.round(length * 10_000) / 10_000);
}

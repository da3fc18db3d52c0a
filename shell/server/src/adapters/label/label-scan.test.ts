import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LabelDesign, SymbolElement } from "@quanheng/centres/article-numbering/label/design.ts";
import { SYMBOLOGIES, type Symbology } from "@quanheng/centres/article-numbering/label/symbol-rule.ts";
import { readAny } from "@quanheng/formats/gs1/read-any.ts";
import { afterAll, expect, test } from "vitest";
import { prepareZXingModule, type ReadResult, readBarcodes } from "zxing-wasm/reader";
import { openTypesetter } from "../typst/typesetter.ts";
import { type Drawing, drawLabel } from "./draw-label.ts";
import { drawnPdf, drawnSvg } from "./drawn-label.ts";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
const typesetter = openTypesetter({ threads: 1 });
afterAll(() => typesetter.close());

const STEM = "https://qi.example.org";
const LONG = "(01){gtin}(10){lot}(21){serial}";
/** What each symbol says, and the identifier that a scanner puts before it (GS1 General Specifications, 7.8.3). */
const CASES: Readonly<Record<Symbology, readonly [string, RegExp]>> = {
  "qr-link": [LONG, /^\]Q1/],
  "datamatrix-link": [LONG, /^\]d1/],
  "gs1-datamatrix": [LONG, /^\]d2/],
  "gs1-128": [LONG, /^\]C1/],
  "ean-13": ["(01)06901234567892", /^\]E0/],
  "itf-14": ["(01)16901234567899", /^\]I[01]/],
  "databar-omni": ["(01){gtin}", /^\]e0/],
  "databar-stacked-omni": ["(01){gtin}", /^\]e0/],
  "databar-limited": ["(01){gtin}", /^\]e0/],
  "databar-expanded": [LONG, /^\]e0/],
  "databar-expanded-stacked": [LONG, /^\]e0/],
};
const ROW = { gtin: "06901234567892", lot: "YJ-2026(A)", serial: "17" };

function designOf(symbology: Symbology, content: string): LabelDesign {
  const symbol = { kind: "symbol", symbology, content, x: 12, y: 8, xDimension: 0.5, height: 34 } as const;
  const caption = { kind: "text", text: "白砂糖 White sugar", x: 12, y: 1, width: 100, size: 3 } as const;
  const line = { kind: "line", x: 2, y: 68, width: 100, height: 0.3 } as const;
  const elements = [{ ...symbol, readable: true }, { ...caption, lines: 1, bold: true }, line];
  return { width: 190, height: 72, elements };
}

function elementsOf(found: ReadResult | undefined): string {
  const bytes = Buffer.from(found?.bytes ?? []).toString("latin1");
  const read = readAny(`${found?.symbologyIdentifier ?? ""}${bytes}`);
  return read.ok
    ? read.value.elements.map(({ ai, value }) => `(${ai})${value}`).join("")
    : JSON.stringify(read.problem);
}

const hasRaster = existsSync("/usr/bin/pdftoppm");
if (!hasRaster) console.info("pdftoppm is not installed: printed labels are not scanned back");

test.runIf(hasRaster)("every symbology is read back from the printed page, with its separators", async () => {
  const drawings = SYMBOLOGIES.map((symbology) => drawLabel(designOf(symbology, CASES[symbology][0]), ROW, STEM));
  const folder = mkdtempSync(join(tmpdir(), "label-"));
  try {
    writeFileSync(join(folder, "l.pdf"), await drawnPdf(typesetter, drawings as Drawing[], new Date(0)));
    execFileSync("pdftoppm", ["-r", "203", "-gray", "-png", join(folder, "l.pdf"), join(folder, "p")]);
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith(".png"))
      .toSorted();
    expect(pages).toHaveLength(SYMBOLOGIES.length);
    for (const [n, symbology] of SYMBOLOGIES.entries()) {
      const [content, identifier] = CASES[symbology];
      const found = await readBarcodes(new Uint8Array(readFileSync(join(folder, pages[n]!))));
      expect(found, symbology).toHaveLength(1);
      expect(found[0]?.symbologyIdentifier, symbology).toMatch(identifier);
      const meant = content.replace(/\{(\w+)\}/g, (_, name: keyof typeof ROW) => ROW[name]);
      expect(elementsOf(found[0]), symbology).toBe(meant);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("in the preview nothing that somebody typed can become a tag, and wrong data name their element", () => {
  const design = designOf("gs1-128", "(10){lot}");
  const text = { ...(design.elements[1] as Extract<LabelDesign["elements"][number], { kind: "text" }>), text: "{lot}" };
  const lot = "<script>\u0000&";
  const drawn = drawLabel({ ...design, elements: [text] }, { lot }, STEM);
  expect(drawnSvg(drawn as Drawing)).toContain(">&lt;script&gt; &amp;</text>");
  const wrong = drawLabel({ ...design, elements: [text, design.elements[0] as SymbolElement] }, { lot }, STEM);
  expect(wrong).toMatchObject({ element: 1, fault: "invalid-cset82-character" });
});

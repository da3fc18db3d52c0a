import { expect, test } from "vitest";
import { labelProblems } from "./check-label.ts";
import { code128Field } from "./code-128.ts";
import { contentOf, fieldsOf, filled, isBlack, type LabelDesign, type SymbolElement } from "./design.ts";
import { symbolData } from "./symbol-data.ts";
import { SYMBOLOGIES, type Symbology, xProblem } from "./symbol-rule.ts";
import { zplLabel } from "./zpl.ts";

const STEM = "https://id.gs1.org";
const PRINTING = { dpi: 203, stem: STEM, copies: 1 } as const;

function symbol(symbology: Symbology, content: string, more: Partial<SymbolElement> = {}): SymbolElement {
  return { kind: "symbol", symbology, content, x: 5, y: 5, xDimension: 0.5, height: 32, readable: false, ...more };
}
function zplOf(element: LabelDesign["elements"][number], row = {}) {
  return zplLabel({ width: 100, height: 60, elements: [element] }, row, PRINTING);
}

test("fields are found in texts and symbols, filled from a row, and a parenthesis in a value stays a value", () => {
  const elements = [
    symbol("gs1-128", "(01){gtin}(10){lot}"),
    { kind: "text", text: "Lot {lot} {nobody}", x: 0, y: 0, width: 9, size: 3, lines: 1, bold: false } as const,
  ];
  expect(fieldsOf({ width: 1, height: 1, elements })).toEqual(["gtin", "lot", "nobody"]);
  expect(filled("Lot {lot} {nobody} {toString}", { lot: "{lot}" })).toBe("Lot {lot}  ");
  const content = contentOf(elements[0] as SymbolElement, { gtin: "06901234567892", lot: "A(21)B" });
  expect(symbolData("gs1-128", content, STEM)).toMatchObject({ carried: "\u001d010690123456789210A(21)B" });
});

test("each symbol takes only what it can carry", () => {
  const carried = (symbology: Symbology, content: string) => {
    const data = symbolData(symbology, content, STEM);
    return "fault" in data ? data.fault : data.carried;
  };
  expect(carried("ean-13", "(01)16901234567899")).toBe("not-in-symbol");
  expect(carried("itf-14", "(01)16901234567899")).toBe("16901234567899");
  expect(carried("databar-limited", "(01)26901234567896")).toBe("not-in-symbol");
  expect(carried("gs1-128", `(01)06901234567892(10)${"A".repeat(20)}(21)${"B".repeat(20)}`)).toBe("not-in-symbol");
  expect(carried("qr-link", "(01)06901234567892(10)A/1")).toBe("https://id.gs1.org/01/06901234567892/10/A%2F1");
  expect(carried("qr-link", "(01)06901234567893")).toBe("incorrect-check-digit");
  for (const symbology of SYMBOLOGIES) expect(carried(symbology, ""), symbology).toMatch(/[a-z]/);
});

test("Code 128 goes to set C only where that shortens it, and its FNC1 stand where the separators stood", () => {
  expect(code128Field("AB12")).toBe(">:AB12");
  expect(code128Field("\u001d00395209990000000011")).toBe(">;>800395209990000000011");
  expect(code128Field("\u001d10A>1\u001d21123")).toBe(">;>810>6A>01>82>51123");
});

test("what somebody typed is never a command of the printer", () => {
  const text = { kind: "text", text: "{x}", x: 1, y: 1, width: 50, size: 3, lines: 1, bold: false } as const;
  const label = String(zplOf(text, { x: "^XZ~JR\\&白_糖\n" }));
  expect(label.match(/\^XZ/g)).toHaveLength(1);
  expect(label).toContain("^FD_5EXZ_7EJR_5C_26_E7_99_BD_5F_E7_B3_96 ^FS");
});

test("separators of every symbol stand as its command wants them", () => {
  const data = "(01)06901234567892(10)AB(21)7";
  expect(zplOf(symbol("gs1-datamatrix", data))).toContain("^BXN,4,200,,,,@^FH_^FD@1010690123456789210AB@1217^FS");
  expect(zplOf(symbol("databar-expanded", data))).toContain("^BRN,6,4,1,256,22^FH_^FD#010690123456789210AB#217^FS");
  expect(zplOf(symbol("ean-13", "(01)06901234567892"))).toContain("^BY4^BEN,256,N,N^FH_^FD690123456789^FS");
  expect(zplOf(symbol("qr-link", "(01)06901234567892"))).toContain(
    "^BQN,2,4^FH_^FDMA,https://id.gs1.org/01/06901234567892^FS",
  );
  expect(zplOf(symbol("ean-13", "(01)1"))).toMatchObject({ fault: "ai-value-is-too-short" });
});

test("a picture comes out in the printer's dots", () => {
  const image = { kind: "image", x: 0, y: 0, width: 0.5, height: 0.25, columns: 4, rows: 2, bits: "A050" } as const;
  expect([isBlack("A050", 4, 0, 0), isBlack("A050", 4, 1, 0), isBlack("A050", 4, 1, 1)]).toEqual([true, false, true]);
  expect(zplOf(image)).toContain("^GFA,2,2,1,A050^FS");
});

test("sizes are judged where the label is scanned, white space with them", () => {
  expect(xProblem("gs1-128", "retail", 0.5)).toBe("not-scanned-there");
  expect(xProblem("ean-13", "retail", 0.264)).toBeUndefined();
  const elements = [
    symbol("gs1-128", "(00)395209990000000011", { x: 4, xDimension: 0.3, height: 20 }),
    { kind: "line", x: 61, y: 0, width: 1, height: 30 } as const,
  ];
  const boxes = [
    { x: 4, y: 5, width: 56, height: 20 },
    { x: 61, y: 0, width: 1, height: 30 },
  ];
  expect(labelProblems({ width: 64, height: 30, elements }, boxes, "distribution")).toEqual([
    { element: 0, fault: "x-small", needed: 0.495 },
    { element: 0, fault: "bars-low", needed: 31.75 },
    { element: 0, fault: "quiet-zone", needed: 3, by: 1 },
  ]);
  expect(
    labelProblems({ width: 64, height: 30, elements }, [{ x: 7, y: 11, width: 56, height: 20 }], "retail"),
  ).toEqual([
    { element: 0, fault: "outside" },
    { element: 0, fault: "not-scanned-there" },
    { element: 0, fault: "bars-low", needed: 31.75 },
  ]);
});

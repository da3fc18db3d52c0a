import type { Symbology } from "./symbol-rule.ts";

/** Where something stands, from the label's upper left corner. [mm] */
type Place = { readonly x: number; readonly y: number };

/** Words, with `{field}` where a row of the list says something. */
export type TextElement = Place & {
  readonly kind: "text";
  readonly text: string;
  /** Width that lines are broken at. [mm] */
  readonly width: number;
  /** Height of the letters. [mm] */
  readonly size: number;
  readonly lines: number;
  readonly bold: boolean;
};

/** A bar code; what it says is an element string such as `(01){gtin}(10){lot}`. */
export type SymbolElement = Place & {
  readonly kind: "symbol";
  readonly symbology: Symbology;
  readonly content: string;
  /** Width of a module. [mm] */
  readonly xDimension: number;
  /** Height of the bars of a linear symbol; others have their own. [mm] */
  readonly height: number;
  /** Whether the data stand below in letters. */
  readonly readable: boolean;
};

/** A straight line or a filled box. [mm] */
export type LineElement = Place & { readonly kind: "line"; readonly width: number; readonly height: number };

/** A picture in black and white: rows of bits, each padded to whole bytes, as hexadecimal digits; 1 is black. */
export type ImageElement = Place & {
  readonly kind: "image";
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly bits: string;
};

export type LabelElement = TextElement | SymbolElement | LineElement | ImageElement;

/** A label as data: what stands where. */
export type LabelDesign = {
  /** [mm] */
  readonly width: number;
  /** [mm] */
  readonly height: number;
  readonly elements: readonly LabelElement[];
};

/** What one label of a list says, by field. */
export type LabelRow = Readonly<Record<string, string>>;

/** Fields that a design asks for, each once, in the order of their first use. @example fieldsOf({ width: 1, height: 1, elements: [] }) // → [] */
export function fieldsOf({ elements }: LabelDesign): readonly string[] {
  const texts = elements.flatMap((each) =>
    each.kind === "text" ? [each.text] : each.kind === "symbol" ? [each.content] : [],
  );
  return [...new Set(texts.flatMap((text) => Array.from(text.matchAll(FIELD), ([, name = ""]) => name)))];
}

/** A text with the fields of a row; a field that the row does not have is empty. @example filled("{a}-{b}", { a: "1" }) // → "1-" */
export function filled(text: string, row: LabelRow): string {
  return text.replace(FIELD, (_, name: string) => (Object.hasOwn(row, name) ? (row[name] ?? "") : ""));
}

/** What a symbol says for a row; a parenthesis in a value is no identifier. */
export function contentOf({ content }: SymbolElement, row: LabelRow): string {
  const values = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value.replaceAll("(", "\\(")]));
  return filled(content, values);
}

/** Whether a dot of a picture is black. @example isBlack("80", 2, 0, 0) // → true */
export function isBlack(bits: string, columns: number, column: number, row: number): boolean {
  const at = row * Math.ceil(columns / 8) * 2 + Math.floor(column / 4);
  return ((Number.parseInt(bits[at] ?? "0", 16) >> (3 - (column % 4))) & 1) === 1;
}

const FIELD = /\{([A-Za-z][A-Za-z0-9_-]{0,39})\}/g;

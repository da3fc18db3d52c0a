/** Bar codes that a label may carry. */
export const SYMBOLOGIES = [
  "qr-link",
  "datamatrix-link",
  "gs1-datamatrix",
  "gs1-128",
  "ean-13",
  "itf-14",
  "databar-omni",
  "databar-stacked-omni",
  "databar-limited",
  "databar-expanded",
  "databar-expanded-stacked",
] as const;
export type Symbology = (typeof SYMBOLOGIES)[number];

/** Where a label is scanned: the table of sizes that counts. */
export const ENVIRONMENTS = ["retail", "distribution"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** Width of a module. [mm] */
export type XRange = { readonly least: number; readonly target: number; readonly most: number };

/** What a symbol's size must be. */
export type SymbolRule = {
  /** Absent where the symbol is not scanned there. */
  readonly x: Readonly<Partial<Record<Environment, XRange>>>;
  /** Least height of the bars where X is as given: a multiple of X, or a length [mm]; none for symbols of their own height. */
  readonly bars?: { readonly perX: number } | { readonly mm: number };
  /** White space to each side in modules. */
  readonly quiet: { readonly left: number; readonly right: number; readonly above: number; readonly below: number };
};

const range = (least: number, target: number, most: number): XRange => ({ least, target, most });
const beside = (left: number, right = left) => ({ left, right, above: 0, below: 0 });
const around = (modules: number) => ({ left: modules, right: modules, above: modules, below: modules });

const RETAIL = range(0.264, 0.33, 0.66);
const WIDE = range(0.495, 0.66, 0.66);
const CARTON = range(0.495, 0.495, 1.016);
const SQUARE = { retail: range(0.396, 0.495, 0.99), distribution: range(0.743, 0.743, 1.5) } as const;
const BAR = { retail: RETAIL, distribution: WIDE } as const;

/**
 * Sizes of symbols.
 *
 * @source GS1 General Specifications, 5.12.3, symbol specification tables 1 (general retail) and 2 (general distribution):
 * sizes of the DataBar family for distribution read in a secondary source, all others recalled. ISO/IEC 18004 and 16022
 * for the quiet zones of QR Code and Data Matrix, 5.2.3.4 for the 11 and 7 modules of EAN-13 (recalled)
 */
export const SYMBOL_RULES: Readonly<Record<Symbology, SymbolRule>> = {
  "qr-link": { x: SQUARE, quiet: around(4) },
  "datamatrix-link": { x: SQUARE, quiet: around(1) },
  "gs1-datamatrix": { x: SQUARE, quiet: around(1) },
  "gs1-128": { x: { distribution: CARTON }, bars: { mm: 31.75 }, quiet: beside(10) },
  "ean-13": { x: BAR, bars: { perX: 69.24 }, quiet: beside(11, 7) },
  "itf-14": { x: { distribution: CARTON }, bars: { mm: 31.75 }, quiet: beside(10) },
  "databar-omni": { x: BAR, bars: { perX: 33 }, quiet: beside(0) },
  "databar-stacked-omni": { x: BAR, quiet: beside(0) },
  "databar-limited": { x: { distribution: WIDE }, bars: { perX: 10 }, quiet: beside(0, 5) },
  "databar-expanded": { x: BAR, bars: { perX: 34 }, quiet: beside(0) },
  "databar-expanded-stacked": { x: BAR, quiet: beside(0) },
};

/**
 * What is wrong with the width of a module where a symbol is scanned.
 *
 * @param x width of a module [mm]
 * @example xProblem("ean-13", "retail", 0.2) // → "x-small" (GS1 General Specifications, table 1: at least 0.264 mm)
 */
export function xProblem(
  symbology: Symbology,
  where: Environment,
  x: number,
): "x-small" | "x-large" | "not-scanned-there" | undefined {
  const rule = SYMBOL_RULES[symbology].x[where];
  if (!rule) return "not-scanned-there";
  if (x < rule.least - SLACK) return "x-small";
  return x > rule.most + SLACK ? "x-large" : undefined;
}

/** Least height of the bars of a linear symbol. [mm] @example leastHeight("databar-omni", 0.33) // → 10.89 */
export function leastHeight(symbology: Symbology, x: number): number {
  const { bars } = SYMBOL_RULES[symbology];
  if (!bars) return 0;
  return "mm" in bars ? bars.mm : bars.perX * x;
}

/** Printed figures have three decimals. [mm] */
const SLACK = 0.0005;

import { refuse } from "./refusals.ts";

/** How the documents of an institution look: data, never code. Frozen into each document that is issued. */
export type ReportDesign = {
  /** Colour of headings and rules, `#rrggbb`; dark enough on white to be read. */
  readonly accent: string;
  /** A line at the foot of each page; empty for none. */
  readonly footerZh: string;
  readonly footerEn: string;
  /** The logo by its hash; null for none. */
  readonly logo: { readonly sha256: string; readonly mediaType: "image/png" | "image/svg+xml" } | null;
};

/** Contrast of small text and its ground, at least. @source WCAG 2.2, success criterion 1.4.3 */
export const LEAST_CONTRAST = 4.5;

/**
 * Contrast of a colour on white.
 *
 * (L1 + 0.05) / (L2 + 0.05) with L = 0.2126 R + 0.7152 G + 0.0722 B of the linear components
 *
 * @param colour `#rrggbb`
 * @throws Refusal `colour-malformed`
 * @example contrastOnWhite("#000000") // → 21.0 (WCAG 2.2, contrast ratio: from 1 to 21)
 * @example contrastOnWhite("#ffffff") // → 1.0 (WCAG 2.2, contrast ratio)
 * @example contrastOnWhite("#767676") // → 4.54 (the lightest grey that passes 4.5:1, W3C technique G18)
 * @source WCAG 2.2, relative luminance and contrast ratio
 */
export function contrastOnWhite(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return refuse("colour-malformed", { colour: colour.slice(0, 20) });
  const [red, green, blue] = match.slice(1).map((hex) => linear(Number.parseInt(hex, 16) / 255));
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return 1.05 / (luminance + 0.05);
}

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/**
 * The accent, where small text in it can be read on white.
 *
 * @throws Refusal `colour-malformed`, `contrast-low` with the contrast found and the least one
 * @example readableAccent("#0B5C7A") // → "#0b5c7a" (in one spelling)
 * @example refusalOf(() => readableAccent("#ffee00")) // → "contrast-low" (yellow on white)
 * @source WCAG 2.2, success criterion 1.4.3
 */
export function readableAccent(colour: string): string {
  const contrast = contrastOnWhite(colour);
  return contrast >= LEAST_CONTRAST
    ? colour.toLowerCase()
    : refuse("contrast-low", { colour, contrast: contrast.toFixed(2), least: LEAST_CONTRAST });
}

import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { VISCOSITY_INDEX_ROWS } from "./viscosity-index-rows.ts";

/**
 * Viscosity index from the kinematic viscosities at 40 °C (U) and 100 °C (Y).
 *
 * A, where U > H: VI = 100(L − U)/(L − H);  B: N = (lg H − lg U)/lg Y, VI = (10^N − 1)/0.00715 + 100
 *
 * @returns L, H [mm²/s], the procedure, N of procedure B, and the index, unrounded
 * @throws Refusal `nu100-below-2`, `viscosity-order` unless U > Y, `outside-method-range`
 * @source ASTM D2270-10(2016), 5 and 6; ISO 2909; GB/T 1995
 * @example viscosityIndex(73.3, 8.86).index // → 92.430 (ASTM D2270, example)
 * viscosityIndex(22.83, 5.05).index // → 156.42 (ASTM D2270, example)
 */
export function viscosityIndex(nu40: number, nu100: number) {
  needWithin("nu40", nu40, { above: 0, unit: "mm2/s" });
  needWithin("nu100", nu100, { above: 0, unit: "mm2/s" });
  if (nu100 < 2) refuse("nu100-below-2", { given: nu100 });
  if (!(nu40 > nu100)) refuse("viscosity-order", { field: "nu40", given: nu40, min: nu100 });
  const { l, h } = references(nu100);
  if (nu40 > h) return { l, h, procedure: "A" as const, index: (100 * (l - nu40)) / (l - h) };
  const n = (Math.log10(h) - Math.log10(nu40)) / Math.log10(nu100);
  return { l, h, procedure: "B" as const, n, index: (10 ** n - 1) / 0.00715 + 100 };
}

/** From 70 mm²/s on the table ends and two parabolas go on. @source ASTM D2270-10(2016), eqs. 2 and 3 */
function references(y: number): { readonly l: number; readonly h: number } {
  if (y >= 70) return { l: 0.8353 * y * y + 14.67 * y - 216, h: 0.1684 * y * y + 11.85 * y - 97 };
  const at = VISCOSITY_INDEX_ROWS.findLastIndex(([row]) => row <= y);
  const [y0, l0, h0] = VISCOSITY_INDEX_ROWS[at]!;
  const [y1, l1, h1] = VISCOSITY_INDEX_ROWS[at + 1]!;
  const share = (y - y0) / (y1 - y0);
  return { l: l0 + share * (l1 - l0), h: h0 + share * (h1 - h0) };
}

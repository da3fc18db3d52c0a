/**
 * A figure of the trials to the place of their u with two digits more: four digits of u. Beyond 10⁶, and below 10⁻⁶, as
 * a power of ten.
 */
export function drawnFigure(value: number, u: number): string {
  if (!(u > 0)) return String(Number(value.toPrecision(8)));
  const place = Math.floor(Math.log10(u)) - 3;
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (Math.max(size, place) >= 6 || size < -6) return value.toExponential(Math.min(100, Math.max(0, size - place)));
  if (place <= 0) return value.toFixed(Math.min(100, -place));
  return String(Math.round(value / 10 ** place) * 10 ** place);
}

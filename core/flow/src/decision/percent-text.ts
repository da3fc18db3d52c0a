/**
 * A probability in per cent with two significant digits, rounded up so that a risk is never understated; three where it
 * is above 99.5 %.
 *
 * @example percentText(0.0227501) // → "2.3 %" (2.275 % rounded up)
 * @example percentText(0.05) // → "5 %" (no digits that say nothing)
 * @example percentText(0.5) // → "50 %" (the same)
 * @example percentText(0.9545) // → "96 %" (95.45 % rounded up)
 * @source ours: a risk is never understated
 */
export function percentText(probability: number): string {
  const percent = probability * 100;
  if (!(percent > 0)) return "0 %";
  if (percent < 1e-4) return "0.0001 %";
  const places = Math.max(0, 1 - Math.floor(Math.log10(percent)));
  const scaled = Math.ceil(percent * 10 ** places - 1e-6) / 10 ** places;
  return `${Number(Math.min(100, scaled).toFixed(places))} %`;
}
